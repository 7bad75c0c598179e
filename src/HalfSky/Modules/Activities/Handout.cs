using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>What was handed out at an activity 发放材料, by item.</summary>
public sealed class Handout : Entry
{
    /// <summary>The activity.</summary>
    public Guid Activity { get; set; }

    /// <summary>What.</summary>
    public string? Item { get; set; }

    /// <summary>What it is about, where the item has a name.</summary>
    public string? Title { get; set; }

    /// <summary>How many copies 份.</summary>
    public long Copies { get; set; }

    /// <summary>The activity's kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The activity's topics.</summary>
    public string? Topics { get; set; }

    /// <summary>The activity's festival.</summary>
    public string? Festival { get; set; }

    /// <summary>The activity's team.</summary>
    public Guid? Team { get; set; }

    /// <summary>The kind of the activity's venue.</summary>
    public string? VenueKind { get; set; }
}
