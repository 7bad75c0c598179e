using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>A policy brought to households 政策送户.</summary>
public sealed class PolicyDelivery : Entry
{
    /// <summary>What was brought.</summary>
    public string Title { get; set; } = "";

    /// <summary>Which policy.</summary>
    public string? Policy { get; set; }

    /// <summary>How many households were reached 户; at least those listed one by one.</summary>
    public long? Households { get; set; }
}
