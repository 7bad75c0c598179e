using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>The figures of a base as of a day 基地年报数: one set a year, so that they may be added up.</summary>
public sealed class BaseFigure : Entry
{
    /// <summary>The base.</summary>
    public Guid Base { get; set; }

    /// <summary>People who work there.</summary>
    public long? Workers { get; set; }

    /// <summary>Women among them.</summary>
    public long? Women { get; set; }

    /// <summary>Women outside it who earn through it 带动.</summary>
    public long? LedAlong { get; set; }

    /// <summary>Area in tenths of a mu.</summary>
    public long? Area { get; set; }

    /// <summary>Output value of the year, in fen.</summary>
    public long? Output { get; set; }

    /// <summary>Kind of the base.</summary>
    public string? Kind { get; set; }

    /// <summary>Level of the base.</summary>
    public string? Level { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Women is { } women && Workers is { } all && women > all) yield return new("base-figure.women", "女工不能比用工总数还多，请看一下。", "women");
    }
}
