using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Calendar;

/// <summary>A planned activity 计划活动: its day is the entry's own; it becomes a real entry once it was held.</summary>
public sealed class PlannedActivity : Entry
{
    /// <summary>Not held yet.</summary>
    public const string Planned = "planned";

    /// <summary>Held.</summary>
    public const string Held = "held";

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind of activity.</summary>
    public string? Kind { get; set; }

    /// <summary>The festival or day it is for.</summary>
    public string? Festival { get; set; }

    /// <summary>The task of a plan it serves.</summary>
    public Guid? Task { get; set; }

    /// <summary>What became of it.</summary>
    public string? Outcome { get; set; }

    /// <summary>The activity it became.</summary>
    public Guid? Activity { get; set; }
}
