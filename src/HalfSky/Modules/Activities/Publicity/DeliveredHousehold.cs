using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>A household a policy was brought to 送到的户.</summary>
public sealed class DeliveredHousehold : Entry
{
    /// <summary>The delivery.</summary>
    public Guid Delivery { get; set; }

    /// <summary>The household.</summary>
    public Guid Household { get; set; }

    /// <summary>The delivery's policy.</summary>
    public string? Policy { get; set; }
}
