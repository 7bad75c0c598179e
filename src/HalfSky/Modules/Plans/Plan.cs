using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>A plan 计划: a year's, three years', five years'.</summary>
public sealed class Plan : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>The day after its last (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <summary>Objectives.</summary>
    public string? Objectives { get; set; }

    /// <summary>The plan of the organisation above of which this is the share.</summary>
    public Guid? Above { get; set; }

    /// <summary>The earlier plan it was begun from.</summary>
    public Guid? CopyOf { get; set; }
}
