using System.Globalization;
using HalfSky.Kernel;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>What the page of a grid sends: the pasted rows with the corrections made in place, the columns' fields, what was chosen.</summary>
public sealed class GridPost
{
    /// <summary>Identifier of the batch: the entries' identifiers follow from it and the number of the row (D3).</summary>
    public Guid Batch { get; private init; }

    /// <summary>The rows, all of the same width.</summary>
    public IReadOnlyList<string[]> Rows { get; private init; } = [];

    /// <summary>They come for the first time: head and columns are still to be found out.</summary>
    public bool IsFresh { get; private init; }

    /// <summary>Row of the head; -1 without one.</summary>
    public int Head { get; private init; } = -1;

    /// <summary>Field key of each column; empty for one not used.</summary>
    public IReadOnlyList<string> Bound { get; private init; } = [];

    /// <summary>Which of several namesakes was meant, by row and column.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Chosen { get; private init; } = new Dictionary<(int, int), string>();

    /// <summary>Rows left out.</summary>
    public IReadOnlySet<int> Skipped { get; private init; } = new HashSet<int>();

    /// <summary>Rows looked at and meant though they look like another.</summary>
    public IReadOnlySet<int> Sure { get; private init; } = new HashSet<int>();

    /// <summary>Values for every row, by field key.</summary>
    public IReadOnlyDictionary<string, string> ForAll { get; private init; } = new Dictionary<string, string>();

    /// <summary>Rows as pasted, before anything is known of them.</summary>
    public static GridPost Fresh(Guid batch, string? text, IReadOnlyDictionary<string, string> forAll)
    {
        var pasted = PastedText.Read(text);
        return new() { Batch = batch, Rows = [.. pasted.Rows.Select(r => r.ToArray())], IsFresh = true, ForAll = forAll };
    }

    /// <summary>Reads the posted form.</summary>
    public static GridPost Read(IFormCollection form)
    {
        var batch = Guid.TryParse(form["batch"], out var given) ? given : Guid.Empty;
        var forAll = form.Where(f => f.Key.StartsWith("all.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value))
            // The last one said holds: beside a name, the one chosen of its namesakes.
            .ToDictionary(f => f.Key[4..], f => f.Value.Last(v => !string.IsNullOrWhiteSpace(v))!, StringComparer.Ordinal);
        if (!int.TryParse(form["head"], CultureInfo.InvariantCulture, out var head)) return Fresh(batch, form["text"], forAll);
        var rows = PastedText.ReadAgain(form["text"]).Select(r => r.ToArray()).ToList();
        foreach (var (key, value) in form)
            if (At(key, "c.") is var (r, c) && r < rows.Count && c < rows[r].Length) rows[r][c] = value.ToString().Trim();
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Length);
        return new()
        {
            Batch = batch,
            Rows = [.. rows.Select(r => r.Length == width ? r : [.. r, .. Enumerable.Repeat("", width - r.Length)])],
            Head = Math.Clamp(head, -1, Math.Max(-1, rows.Count - 1)),
            Bound = [.. Enumerable.Range(0, width).Select(i => form["b." + i.ToString(CultureInfo.InvariantCulture)].ToString())],
            Chosen = form.Select(f => (At: At(f.Key, "p."), Value: f.Value.ToString())).Where(x => x.At is not null && x.Value.Length > 0)
                .GroupBy(x => x.At!.Value).ToDictionary(g => g.Key, g => g.First().Value),
            Skipped = Numbers(form["skip"]), Sure = Numbers(form["sure"]), ForAll = forAll,
        };
    }

    private static HashSet<int> Numbers(IEnumerable<string?> texts) => [.. texts.Select(t => int.TryParse(t, CultureInfo.InvariantCulture, out var n) ? n : -1).Where(n => n >= 0)];

    private static (int Row, int Column)? At(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) && key[prefix.Length..].Split('.') is [var r, var c]
        && int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? (row, column) : null;
}
