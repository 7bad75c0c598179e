using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>A scheme of a year's assessment 考核办法: its items say what is scored and by how many points.</summary>
public sealed class Rubric : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>The year assessed.</summary>
    public long Year { get; set; }
}
