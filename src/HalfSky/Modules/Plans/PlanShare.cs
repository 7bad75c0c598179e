using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>A signed share of a plan 目标责任书: which organisation signed, and when. What it is to reach are its targets.</summary>
public sealed class PlanShare : Entry
{
    /// <summary>The plan.</summary>
    public Guid Plan { get; set; }

    /// <summary>Signed on.</summary>
    public DateOnly SignedOn { get; set; }

    /// <summary>Who signed for it.</summary>
    public string? Signer { get; set; }
}
