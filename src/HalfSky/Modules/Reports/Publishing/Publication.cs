using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports.Publishing;

/// <summary>
/// A report as it was published 报出: its text word for word, each figure bound to a reported figure with its entry list, a hash over all
/// (D16). It is never changed but for the second signature; publishing again makes another beside it.
/// </summary>
public sealed class Publication
{
    /// <summary>UUIDv7, made with the page that asks.</summary>
    public Guid Id { get; set; }

    /// <summary>The report.</summary>
    public Guid Report { get; set; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Title on that day.</summary>
    public string Title { get; set; } = "";

    /// <summary>Number of the place.</summary>
    public long Place { get; set; }

    /// <summary>Number of the organisation.</summary>
    public long Org { get; set; }

    /// <summary>Key of the period.</summary>
    public string Period { get; set; } = "";

    /// <summary>Version of the text.</summary>
    public int Version { get; set; }

    /// <summary>The text with its figures (<see cref="FrozenText"/>).</summary>
    public string Text { get; set; } = "";

    /// <summary>How many figures are frozen in it.</summary>
    public int Figures { get; set; }

    /// <summary>SHA-256 over everything above and the hashes of its figures.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>Account that published it.</summary>
    public Guid By { get; set; }

    /// <summary>Her name.</summary>
    public string ByName { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Account that signed beside her; null until somebody did.</summary>
    public Guid? SignedBy { get; set; }

    /// <summary>Her name.</summary>
    public string? SignedName { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? SignedAt { get; set; }

    /// <summary>Signs as the second person.</summary>
    /// <exception cref="Refusal">The same person, or somebody did already.</exception>
    public void Countersign(Guid account, string name, DateTime now)
    {
        if (account == By) throw new Refusal(ReportProblems.OwnSignature);
        if (SignedBy is not null) throw new Refusal(ReportProblems.Signed(SignedName));
        (SignedBy, SignedName, SignedAt) = (account, name, now);
    }

    /// <summary>The text.</summary>
    public FrozenText Frozen => FrozenText.Read(Text);

    /// <summary>The hash of what stands here, with those of its figures.</summary>
    public byte[] HashOf(IEnumerable<byte[]> figures)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(Id.ToByteArray(bigEndian: true));
        sum.AppendData(Report.ToByteArray(bigEndian: true));
        sum.AppendData(By.ToByteArray(bigEndian: true));
        var numbers = string.Join('|', new[] { Number, Place, Org, Version, Figures, At.Ticks }.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        sum.AppendData(Encoding.UTF8.GetBytes($"{numbers}\n{Title}\n{Period}\n{Text}"));
        foreach (var figure in figures) sum.AppendData(figure);
        return sum.GetHashAndReset();
    }

    internal static void Map(ModelBuilder b) => b.Entity<Publication>(e =>
    {
        e.ToTable("report_publication");
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Ignore(x => x.Frozen);
        e.Property(x => x.Title).HasMaxLength(100);
        e.Property(x => x.Period).HasMaxLength(30);
        e.Property(x => x.ByName).HasMaxLength(60);
        e.Property(x => x.SignedName).HasMaxLength(60);
        e.HasIndex(x => new { x.Report, x.Number }).IsUnique();
        e.HasIndex(x => new { x.Org, x.At });
    });
}
