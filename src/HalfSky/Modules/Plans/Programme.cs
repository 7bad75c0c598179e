using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>A programme 品牌项目: its entries become kinds, and every figure can be split by them.</summary>
public sealed class Programme : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Level, of <see cref="Levels"/>.</summary>
    public string? Level { get; set; }

    /// <summary>Plan it stands in.</summary>
    public Guid? Plan { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <summary>Aim.</summary>
    public string? Aim { get; set; }

    /// <summary>Budget, in fen.</summary>
    public long? Budget { get; set; }

    /// <summary>Spent so far, in fen.</summary>
    public long? Spent { get; set; }

    /// <summary>Results.</summary>
    public string? Results { get; set; }
}
