using HalfSky.Kernel;
using HalfSky.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Reported;

/// <summary>
/// A figure as it was reported 报出的数: value, definition and the list of entries behind it, frozen with a hash over all of that (D16). It
/// is never changed; what is known later is shown beside it.
/// </summary>
public sealed class ReportedFigure
{
    /// <summary>UUIDv7, made with the page that asks whether to report.</summary>
    public Guid Id { get; set; }

    /// <summary>Key of the measure.</summary>
    public string Measure { get; set; } = "";

    /// <summary>Its name on that day.</summary>
    public string Label { get; set; } = "";

    /// <summary>Version of the definition.</summary>
    public int Version { get; set; }

    /// <summary>The definition in words 口径, as it stood.</summary>
    public string Wording { get; set; } = "";

    /// <summary>Further conditions, “kind=monthly&amp;village=…”, in the order of their names.</summary>
    public string Conditions { get; set; } = "";

    /// <summary>Number of the place.</summary>
    public long Place { get; set; }

    /// <summary>Key of the period asked for.</summary>
    public string Period { get; set; } = "";

    /// <summary>First day counted.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day counted: that of the report while the period ran.</summary>
    public DateOnly Through { get; set; }

    /// <summary>The figure in the unit's base (fen, basis points); verified entries alone (D14).</summary>
    public long Value { get; set; }

    /// <summary>Numerator of a ratio.</summary>
    public long? Part { get; set; }

    /// <summary>Denominator of a ratio.</summary>
    public long? Whole { get; set; }

    /// <summary>The organisations it was counted over, as numbers with commas: the reporter's scope.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Number of the reporter's organisation.</summary>
    public long Org { get; set; }

    /// <summary>The entries behind it (<see cref="FrozenList"/>), compressed.</summary>
    public byte[] List { get; set; } = [];

    /// <summary>How many entries there are in the list.</summary>
    public int Entries { get; set; }

    /// <summary>SHA-256 over everything above and the list, uncompressed.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>Account that reported it.</summary>
    public Guid ReportedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime ReportedAt { get; set; }

    /// <summary>The days counted.</summary>
    public Period Days => Kernel.Period.Between(From, Through);

    /// <summary>The organisations it was counted over.</summary>
    public Scope CountedOver() => Access.Scope.Of(Scope.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Branch.Parse));

    /// <summary>May a reader with that scope see it? Whoever sees all that it counts.</summary>
    public bool IsSeenWithin(Scope scope) => CountedOver() is { IsEmpty: false } counted && counted.Branches.All(b => scope.Branches.Any(s => s.Contains(b)));

    /// <summary>Nothing was changed since: the hash is that of what stands here.</summary>
    public bool IsWhole() => Hash.AsSpan().SequenceEqual(FrozenList.HashOf(this));

    internal static void Map(ModelBuilder b) => b.Entity<ReportedFigure>(e =>
    {
        e.ToTable("reported_figure");
        e.HasKey(x => x.Id);
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Measure).HasMaxLength(80);
        e.Property(x => x.Period).HasMaxLength(40);
        e.Property(x => x.Hash).HasMaxLength(32);
        e.Ignore(x => x.Days);
        e.HasIndex(x => new { x.Measure, x.Place, x.From, x.Through });
    });
}
