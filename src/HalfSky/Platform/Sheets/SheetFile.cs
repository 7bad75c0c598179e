using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets;

/// <summary>A file an export is written to, piece by piece; nothing is held but the piece.</summary>
internal abstract class SheetFile(Stream to) : IAsyncDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>SHA-256 over the rows, once the file ended.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The file of a format.</summary>
    public static SheetFile Of(string format, Stream to) => format == "xlsx" ? new XlsxFile(to) : new CsvFile(to);

    /// <summary>Media type of a format.</summary>
    public static string MediaType(string format) =>
        format == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    /// <summary>Writes what stands above the rows.</summary>
    public abstract Task Begin(string title, IReadOnlyList<SheetColumn> columns, CancellationToken ct);

    /// <summary>Writes rows. Their hash is taken over their text, the same for every format.</summary>
    public async Task Write(IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetBytes(Csv.Text(rows.Select(r => Array.ConvertAll(r, Sheet.TextOf))));
        hash.AppendData(text);
        Rows += rows.Count;
        await Put(rows, text, ct);
    }

    /// <summary>Writes the closing line and all that ends the file.</summary>
    public Task End(Func<long, string, string> closing, CancellationToken ct)
    {
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return Close(closing(Rows, Hash), ct);
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        hash.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Where the file goes.</summary>
    protected Stream To { get; } = to;

    /// <summary>Writes rows, given as cells and as text.</summary>
    protected abstract Task Put(IReadOnlyList<object?[]> rows, byte[] text, CancellationToken ct);

    /// <summary>Ends the file with a line.</summary>
    protected abstract Task Close(string line, CancellationToken ct);
}

/// <summary>Comma-separated text, UTF-8 with a byte order mark; formulas guarded.</summary>
internal sealed class CsvFile(Stream to) : SheetFile(to)
{
    public override Task Begin(string title, IReadOnlyList<SheetColumn> columns, CancellationToken ct) =>
        To.WriteAsync(Csv.Bytes([[.. columns.Select(c => c.Label)]]), ct).AsTask();

    protected override Task Put(IReadOnlyList<object?[]> rows, byte[] text, CancellationToken ct) => To.WriteAsync(text, ct).AsTask();

    protected override Task Close(string line, CancellationToken ct) => To.WriteAsync(Csv.Bytes([[line]], bom: false), ct).AsTask();
}
