using HalfSky.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Places;

/// <summary>A place of the geography 地点: county, township, village, grid. Its number never changes; its name and 12-digit code are dated labels.</summary>
public sealed class Place
{
    /// <summary>Interval number (<see cref="Branch"/>).</summary>
    public long Number { get; set; }

    /// <summary>Name now.</summary>
    public string Name { get; set; } = "";

    /// <summary>12-digit statistical code or, below the village, the office's own; empty when there is none.</summary>
    public string Code { get; set; } = "";

    /// <summary>Since when.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until when (exclusive); null while it exists.</summary>
    public DateOnly? To { get; set; }

    internal static void Map(ModelBuilder b)
    {
        b.Entity<Place>(e =>
        {
            e.ToTable("place");
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
            e.HasIndex(x => x.Code);
        });
        b.Entity<PlaceLabel>(e =>
        {
            e.ToTable("place_label");
            e.HasKey(x => new { x.Place, x.From });
        });
        b.Entity<Succession>(e =>
        {
            e.ToTable("place_succession");
            e.HasKey(x => new { x.Old, x.From });
        });
    }
}

/// <summary>An earlier name or code of a place.</summary>
public sealed class PlaceLabel
{
    /// <summary>Number of the place.</summary>
    public long Place { get; set; }

    /// <summary>Since when it bore them.</summary>
    public DateOnly From { get; set; }

    /// <summary>Name then.</summary>
    public string Name { get; set; } = "";

    /// <summary>Code then.</summary>
    public string Code { get; set; } = "";
}

/// <summary>A merged or renamed place: from the day on, the old one counts under the new (D6).</summary>
public sealed class Succession
{
    /// <summary>Number of the place that ended.</summary>
    public long Old { get; set; }

    /// <summary>Number of the place that took it in.</summary>
    public long New { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly From { get; set; }
}

/// <summary>A succession as queries use it.</summary>
public sealed record Successor(Branch Old, Branch New);
