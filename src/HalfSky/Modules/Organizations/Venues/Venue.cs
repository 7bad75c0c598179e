using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>A venue 阵地: a women's home, a children's home, a reading room. Its three books (会议, 学习培训, 活动) are the entries that point at it.</summary>
public sealed class Venue : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Level of the organisation that keeps it, of <see cref="Levels"/>.</summary>
    public string? Level { get; set; }

    /// <summary>Opened on.</summary>
    public DateOnly Opened { get; set; }

    /// <summary>Closed on (exclusive).</summary>
    public DateOnly? Closed { get; set; }

    /// <summary>Offers, delimited codes.</summary>
    public string? Offers { get; set; }

    /// <summary>Sub-venues under its roof, in 个.</summary>
    public long? Parts { get; set; }

    /// <summary>Rules posted on its wall, in 项.</summary>
    public long? Rules { get; set; }

    /// <summary>Opening hours, as written on the door.</summary>
    public string? Hours { get; set; }

    /// <summary>Floor area, in square metres.</summary>
    public long? Area { get; set; }

    /// <summary>Money put into it, in fen.</summary>
    public long? Invested { get; set; }

    /// <summary>Equipment.</summary>
    public string? Equipment { get; set; }

    /// <summary>Oldest age it serves, in years.</summary>
    public long? ServesUpTo { get; set; }
}
