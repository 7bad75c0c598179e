using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>Women in a leading or elected body 女性参政: so many of so many, from a day until the next count.</summary>
public sealed class Representation : Entry
{
    /// <summary>What sort of body.</summary>
    public string? Kind { get; set; }

    /// <summary>Which rank.</summary>
    public string? Rank { get; set; }

    /// <summary>Level of the body, of <see cref="Levels"/>.</summary>
    public string? Level { get; set; }

    /// <summary>Women, in people.</summary>
    public long? Women { get; set; }

    /// <summary>All, in people.</summary>
    public long? Total { get; set; }

    /// <summary>Replaced by a newer count on (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Women > Total) yield return new("representation.women", "女性人数不能多于总人数，请看一下。", "women");
    }
}
