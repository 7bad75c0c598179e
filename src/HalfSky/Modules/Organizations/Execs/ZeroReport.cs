using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>A zero report 零报告: there was nothing to record this month, and somebody says so. Empty is not zero (D17).</summary>
public sealed class ZeroReport : Entry
{
    /// <summary>“11月 巡护”.</summary>
    public string? Title { get; set; }

    /// <summary>Key of the register there was nothing for.</summary>
    public string? About { get; set; }
}
