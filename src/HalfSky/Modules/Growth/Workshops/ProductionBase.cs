using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>A base, co-operative or workshop 基地、合作社、工坊 that gives women work, from its opening to its closing. Its figures are parts with their own day.</summary>
public sealed class ProductionBase : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Level it is recognised at.</summary>
    public string? Level { get; set; }

    /// <summary>Person who leads it.</summary>
    public Guid? LedBy { get; set; }

    /// <summary>The body that runs it.</summary>
    public Guid? Body { get; set; }

    /// <summary>Opened on.</summary>
    public DateOnly Opened { get; set; }

    /// <summary>Closed on (exclusive).</summary>
    public DateOnly? Closed { get; set; }
}
