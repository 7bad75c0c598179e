using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures;

/// <summary>
/// One cell of the tally 计数格: what a measure comes to in a village and month, kept within the transaction of every write, so that a
/// board of seventy figures is a few hundred cells whatever the number of entries. Nothing is read from it that the entries do not say:
/// the property test compares both after every batch, and `check` does.
/// </summary>
public sealed class TallyCell
{
    /// <summary>Name of the measure's tally: its key and a fingerprint of its definition.</summary>
    public string Measure { get; set; } = "";

    /// <summary>0: what adds up, by village. 1 to 3: different things counted once in the root, a township, a village.</summary>
    public int Level { get; set; }

    /// <summary>2026, 20263 (third quarter), 202603 or, for a step of a stock, also 20260308: the value of a day is the sum of whole years, quarters, months and days before it.</summary>
    public int Period { get; set; }

    /// <summary>Place number, cut at the village or at the level.</summary>
    public long Place { get; set; }

    /// <summary>Which of several rows of the same cell: writers at the same time do not wait for each other.</summary>
    public int Slot { get; set; }

    /// <summary>Entries.</summary>
    public long Rows { get; set; }

    /// <summary>The figure with what waits for review.</summary>
    public long Working { get; set; }

    /// <summary>The figure of verified entries.</summary>
    public long Verified { get; set; }

    internal static void Map(ModelBuilder b) => b.Entity<TallyCell>(e =>
    {
        e.ToTable("tally");
        e.HasKey(x => new { x.Measure, x.Level, x.Period, x.Place, x.Slot });
    });
}
