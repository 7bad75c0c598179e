using System.Text.Encodings.Web;
using System.Text.Json;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>The rows of a return: a text for each column of the layout, empty where nothing was written.</summary>
public sealed class ReturnRows(IEnumerable<string[]> rows)
{
    /// <summary>So many a village may hand in.</summary>
    public const int Most = 500;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<string[]> all = [.. rows];

    /// <summary>No rows.</summary>
    public static ReturnRows None => new([]);

    /// <summary>The rows.</summary>
    public IReadOnlyList<string[]> All => all;

    /// <summary>How many.</summary>
    public int Count => all.Count;

    /// <summary>Those in which something was written, where villages are asked.</summary>
    public ReturnRows Written(SheetLayout layout) => new(all.Where(r => layout.Columns.Where((c, i) => c.IsAsked && r[i].Length > 0).Any()));

    /// <summary>The clear cells, or the secret ones alone; null when there are none.</summary>
    public string? Text(SheetLayout layout, bool secret)
    {
        var kept = all.ConvertAll(r => r.Select((cell, i) => layout.Columns[i].IsSecret == secret ? cell : "").ToArray());
        return kept.Exists(r => r.Any(c => c.Length > 0)) || (!secret && kept.Count > 0) ? JsonSerializer.Serialize(kept, Compact) : null;
    }

    /// <summary>Puts clear and secret cells together again.</summary>
    public static ReturnRows Read(string? clear, string? secret, SheetLayout layout)
    {
        if (clear is null) return None;
        var rows = JsonSerializer.Deserialize<List<string[]>>(clear, Compact)!;
        var hidden = secret is null ? null : JsonSerializer.Deserialize<List<string[]>>(secret, Compact);
        return new(rows.Select((row, n) => layout.Columns.Select((c, i) => (c.IsSecret ? hidden?[n] : row) is { } from && i < from.Length ? from[i] : "").ToArray()));
    }
}
