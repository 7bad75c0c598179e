using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>A target 目标: a value a measure is to reach in a place and period. What was reached is read from the measure, never typed.</summary>
public sealed class Target : Entry
{
    /// <summary>Key of the measure.</summary>
    public string Measure { get; set; } = "";

    /// <summary>Conditions on its dimensions as in an address, “kind=children-home&amp;level=city”; empty for the whole figure.</summary>
    public string? Conditions { get; set; }

    /// <summary>Period key, “2026” or “2026Q4”.</summary>
    public string Period { get; set; } = "";

    /// <summary>Value aimed at, in hundredths of the measure's unit: fen of 元, basis points of %, 800 for 8 个.</summary>
    public long? Value { get; set; }

    /// <summary>At least or at most.</summary>
    public string? Direction { get; set; }

    /// <summary>The plan it stands in.</summary>
    public Guid? Plan { get; set; }

    /// <summary>The objective it measures.</summary>
    public Guid? Objective { get; set; }

    /// <summary>“妇女之家 2026年 不少于 8 个”.</summary>
    public string? Title { get; set; }

    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Day after its last (exclusive).</summary>
    public DateOnly? To { get; set; }
}
