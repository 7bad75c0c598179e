using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>Points given by hand to an organisation for one item 考核评分.</summary>
public sealed class AssessmentScore : Entry
{
    /// <summary>The scheme.</summary>
    public Guid Rubric { get; set; }

    /// <summary>The item.</summary>
    public Guid Item { get; set; }

    /// <summary>Points, in tenths.</summary>
    public long Points { get; set; }

    /// <summary>Why.</summary>
    public string? Because { get; set; }
}
