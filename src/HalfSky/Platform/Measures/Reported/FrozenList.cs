using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace HalfSky.Platform.Measures.Reported;

/// <summary>One entry behind a reported figure.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Version">Its version then.</param>
/// <param name="Amount">What it added: 1, or the value of the summed field.</param>
/// <param name="Key">The thing counted once; empty where every entry counts.</param>
public sealed record FrozenRow(Guid Id, int Version, long Amount, string Key);

/// <summary>The entries behind a figure, in one compressed piece: those of its numerator and, for a ratio, of its denominator.</summary>
/// <param name="Part">Entries of the figure itself, or of the numerator.</param>
/// <param name="Whole">Entries of the denominator; none where there is none.</param>
public sealed record FrozenList(IReadOnlyList<FrozenRow> Part, IReadOnlyList<FrozenRow> Whole)
{
    /// <summary>As bytes, rows in the order of their identifiers, so that one list has one form.</summary>
    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var press = new DeflateStream(packed, CompressionLevel.Optimal))
        using (var writer = new BinaryWriter(press, Encoding.UTF8))
        {
            foreach (var rows in new[] { Part, Whole })
            {
                writer.Write(rows.Count);
                foreach (var row in rows.OrderBy(r => r.Id))
                {
                    writer.Write(row.Id.ToByteArray(bigEndian: true));
                    writer.Write(row.Version);
                    writer.Write(row.Amount);
                    writer.Write(row.Key);
                }
            }
        }
        return packed.ToArray();
    }

    /// <summary>Reads what <see cref="Pack"/> made.</summary>
    /// <exception cref="InvalidDataException">It is no such list.</exception>
    public static FrozenList Unpack(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Plain(bytes)), Encoding.UTF8);
            return new(Rows(reader), Rows(reader));
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("not a list of entries", error);
        }
    }

    /// <summary>SHA-256 over a reported figure and its list.</summary>
    internal static byte[] HashOf(ReportedFigure f)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(f.Id.ToByteArray(bigEndian: true));
            foreach (var text in new[] { f.Measure, f.Label, f.Wording, f.Conditions, f.Period, f.Scope, Day(f.From), Day(f.Through) }) writer.Write(text);
            writer.Write(f.Version);
            foreach (var number in new[] { f.Place, f.Value, f.Part ?? long.MinValue, f.Whole ?? long.MinValue, f.Org, f.Entries, f.ReportedAt.Ticks }) writer.Write(number);
            writer.Write(f.ReportedBy.ToByteArray(bigEndian: true));
            try
            {
                writer.Write(Plain(f.List));
            }
            catch (InvalidDataException)
            {
                // A list that cannot be read has been touched; the hash of its bytes as they are is another.
                writer.Write(f.List);
            }
        }
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Plain(byte[] bytes)
    {
        using var press = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        press.CopyTo(plain);
        return plain.ToArray();
    }

    private static List<FrozenRow> Rows(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var rows = new List<FrozenRow>(Math.Clamp(count, 0, 1_000_000));
        for (var i = 0; i < count; i++) rows.Add(new(new Guid(reader.ReadBytes(16), bigEndian: true), reader.ReadInt32(), reader.ReadInt64(), reader.ReadString()));
        return rows;
    }
}
