using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>
/// Somebody who took part in holding an activity 协办: an organisation of the federation, which then counts it as taken part in, or a unit from outside.
/// The activity itself is hosted once; a common superior counts it once (D15).
/// </summary>
public sealed class ActivityPartner : Entry
{
    /// <summary>The activity.</summary>
    public Guid Activity { get; set; }

    /// <summary>The unit from outside, where it is no organisation of the federation.</summary>
    public Guid? Body { get; set; }

    /// <summary>What it did.</summary>
    public string? Share { get; set; }

    /// <summary>The activity's kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The activity's topics.</summary>
    public string? Topics { get; set; }

    /// <summary>The activity's festival.</summary>
    public string? Festival { get; set; }
}
