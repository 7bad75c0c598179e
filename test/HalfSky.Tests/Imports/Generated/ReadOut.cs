using System.Globalization;
using System.Text.Json.Nodes;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>A row as it was read.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Values">Values on the wire by path.</param>
/// <param name="Problems">What is said of its cells: path and code.</param>
internal sealed record ReadRow(int Row, IReadOnlyDictionary<string, JsonNode?> Values, IReadOnlyList<(string Path, string Code)> Problems);

/// <summary>A workbook as it was read.</summary>
/// <param name="Refusal">Why it was refused whole; null when it was read.</param>
/// <param name="Sheet">The sheet taken for the one.</param>
/// <param name="HeadRow">Last row of the head.</param>
/// <param name="Columns">What each column was taken for.</param>
/// <param name="Rows">Its rows, imported or refused.</param>
internal sealed record ReadOut(string? Refusal, string Sheet, int HeadRow, IReadOnlyDictionary<int, string[]> Columns, IReadOnlyList<ReadRow> Rows);

/// <summary>A difference between what a workbook means and what was read.</summary>
/// <param name="Fault">What sort: “value”, “lost”, “column”, …</param>
/// <param name="Where">Register and field.</param>
/// <param name="Words">What was meant and what was read.</param>
internal sealed record Finding(int Seed, string Fault, string Where, string Words);

/// <summary>Compares what was read with the truth, and counts.</summary>
internal sealed class ReadingAudit
{
    public int Books { get; private set; }

    /// <summary>Columns that hold a field.</summary>
    public int Columns { get; private set; }

    /// <summary>Those taken for that field, unasked.</summary>
    public int Bound { get; private set; }

    public int Cells { get; private set; }

    /// <summary>Cells read with a word of doubt although nothing is the matter with them.</summary>
    public int Doubted { get; private set; }

    /// <summary>Cells nobody can read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Faults: what was read wrong in silence.</summary>
    public List<Finding> Faults { get; } = [];

    /// <summary>No faults, but work for whoever imports: columns not bound, cells doubted.</summary>
    public List<Finding> Asked { get; } = [];

    /// <summary>The figures, and what is found most, with seeds to look at.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Books} workbooks, {Columns} columns, {100.0 * Bound / Math.Max(1, Columns):0.0} % bound unasked, {Cells} cells, {Doubted} doubted, {Unreadable} unreadable, {Faults.Count} faults\n")
        + Ranked("FAULTS", Faults) + Ranked("ASKED", Asked);

    public void Compare(WorkbookTruth truth, ReadOut read)
    {
        Books++;
        var columns = truth.Columns.Where(c => c.Value is not null).ToList();
        Columns += columns.Count;
        void Fault(string fault, string where, string words) => Faults.Add(new(truth.Seed, fault, truth.Register.Key + (where.Length > 0 ? "." + where : ""), words));
        if (read.Refusal is { } refusal)
        {
            Fault("refused", "", refusal);
            return;
        }
        if (read.Sheet != truth.Sheet && truth.Kind is Written.Xlsx)
        {
            Fault("sheet", "", $"{read.Sheet} instead of {truth.Sheet}");
            return;
        }
        if (read.HeadRow < truth.Head.Top || read.HeadRow > truth.Head.Bottom) Fault("head", "", $"row {read.HeadRow} instead of {truth.Head}");
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, keys) in truth.Columns)
        {
            var (meant, taken) = (keys ?? [], read.Columns.GetValueOrDefault(at) ?? []);
            if (meant.ToHashSet().SetEquals(taken))
            {
                if (meant.Length > 0) Bound++;
                bound.UnionWith(meant);
            }
            else if (taken.Length == 0) Asked.Add(new(truth.Seed, "unbound", truth.Register.Key + "." + string.Join('+', meant), $"“{truth.Labels[at]}”"));
            else if (taken.All(meant.Contains)) Asked.Add(new(truth.Seed, "half bound", truth.Register.Key + "." + string.Join('+', meant), $"“{truth.Labels[at]}” taken for {string.Join('+', taken)}"));
            else Fault("column", string.Join('+', meant), $"“{truth.Labels[at]}” taken for {string.Join('+', taken)}");
        }
        Rows(truth, read, bound, Fault);
    }

    private static string Ranked(string title, List<Finding> findings) => $"{title}\n" + string.Concat(findings.GroupBy(f => (f.Fault, f.Where)).OrderByDescending(g => g.Count()).Take(80)
        .Select(g => $"{g.Count(),5} {g.Key.Fault} {g.Key.Where} seeds {string.Join(',', g.Select(f => f.Seed).Distinct().Take(4))}: {g.First().Words}\n"));

    private void Rows(WorkbookTruth truth, ReadOut read, HashSet<string> bound, Action<string, string, string> fault)
    {
        var left = read.Rows.ToList();
        foreach (var group in truth.Rows.GroupBy(r => r.Row))
        {
            var here = left.FindAll(r => r.Row == group.Key);
            foreach (var meant in group)
            {
                if (here.Count == 0)
                {
                    fault("row lost", "", $"row {meant.Row}");
                    continue;
                }
                var found = here.MinBy(r => bound.Count(k => !Same(meant.Values.GetValueOrDefault(k), r.Values.GetValueOrDefault(k))))!;
                here.Remove(found);
                left.Remove(found);
                Row(truth, meant, found, bound, fault);
            }
        }
        foreach (var row in left) fault("row invented", "", $"row {row.Row}: {string.Join(' ', row.Values.Select(v => $"{v.Key}={v.Value?.ToJsonString(Plain)}"))}");
    }

    private void Row(WorkbookTruth truth, TruthRow meant, ReadRow found, HashSet<string> bound, Action<string, string, string> fault)
    {
        foreach (var (key, value) in meant.Values.Where(v => bound.Contains(v.Key)))
        {
            Cells++;
            var (said, got) = (found.Problems.Where(p => p.Path == key).Select(p => p.Code).ToList(), found.Values.GetValueOrDefault(key));
            var cell = $"row {meant.Row}: meant {value?.ToJsonString(Plain) ?? "nothing"}, read {got?.ToJsonString(Plain) ?? "nothing"}{(said.Count > 0 ? " " + string.Join(',', said) : "")}";
            if (meant.Doubtful.Contains(key))
            {
                Unreadable++;
                if (said.Count == 0) fault("silence", key, cell);
                else if (meant.Refused is { } code && key.EndsWith("idNumber", StringComparison.Ordinal) && !said.Exists(s => s.Contains(code, StringComparison.Ordinal))) fault("refused for another reason", key, cell);
            }
            else if (said.Count > 0)
            {
                Doubted++;
                Asked.Add(new(truth.Seed, "doubted " + said[0], truth.Register.Key + "." + key, cell));
            }
            else if (!Same(value, got)) fault(got is null ? "lost" : value is null ? "invented" : "value", key, cell);
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool Same(JsonNode? meant, JsonNode? read) => (meant, read) switch
    {
        (null, null) => true,
        (null, JsonArray { Count: 0 }) => true,
        (null, _) or (_, null) => false,
        (JsonArray a, JsonArray b) => a.Select(x => (string)x!).Order(StringComparer.Ordinal).SequenceEqual(b.Select(x => (string)x!).Order(StringComparer.Ordinal)),
        (JsonValue a, JsonValue b) when Number(a) is { } x && Number(b) is { } y => x == y,
        _ => meant.ToString() == read.ToString(),
    };

    private static decimal? Number(JsonValue value) => value.GetValueKind() is System.Text.Json.JsonValueKind.Number ? decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;
}
