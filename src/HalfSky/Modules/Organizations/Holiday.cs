using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>Days off 放假安排 as the State Council arranges them each year; the statutory days themselves are known.</summary>
public sealed class Holiday : Entry
{
    /// <summary>What for.</summary>
    public string Name { get; set; } = "";

    /// <summary>Last day off; empty for one day.</summary>
    public DateOnly? Through { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Through < Date) yield return new("holiday.span", "最后一天不能早于第一天。", "through");
    }
}
