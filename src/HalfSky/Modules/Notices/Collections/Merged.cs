using System.Globalization;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>Rows of several villages that look like one person.</summary>
/// <param name="What">Masked name, or what else they share.</param>
/// <param name="Why">By identity number, or by name.</param>
/// <param name="Villages">Where they stand.</param>
public sealed record DoubleRow(string What, string Why, IReadOnlyList<string> Villages);

/// <summary>A column's sum over the rows of one round.</summary>
public sealed record ColumnSum(string Label, decimal Now, decimal? Before);

/// <summary>One village's part of a comparison with the round before.</summary>
public sealed record RoundLine(string Village, long? Now, long? Before, IReadOnlyList<(decimal? Now, decimal? Before)> Sums);

/// <summary>All that was handed in, put together in the order of the villages: what is sent up, what stands twice, what it adds up to.</summary>
public sealed class Merged
{
    private readonly SheetLayout layout;
    private readonly Func<long, string> nameOf;
    private readonly List<(CollectionReturn Return, ReturnRows Rows)> all;

    /// <summary>Puts together what was handed in; without a vault the sealed columns stay empty.</summary>
    public Merged(SheetLayout layout, IEnumerable<CollectionReturn> returns, Vault? vault, Func<long, string> nameOf)
    {
        (this.layout, this.nameOf) = (layout, nameOf);
        all = [.. returns.Where(r => r.IsIn).OrderBy(r => r.Org).Select(r => (r, vault is null ? r.OpenRows(layout) : r.Rows(layout, vault)))];
    }

    /// <summary>The columns of numbers.</summary>
    public IReadOnlyList<(CollectionColumn Column, int At)> Numbers => [.. layout.Columns.Select((c, i) => (c, i)).Where(c => c.c.Type is ColumnType.Number && c.c.Fills is not (ColumnMatch.Serial or ColumnMatch.Nothing or ColumnMatch.Computed))];

    /// <summary>Rows as they go into the workbook, numbered through.</summary>
    public IReadOnlyList<string[]> Rows
    {
        get
        {
            var rows = new List<string[]>();
            foreach (var row in all.SelectMany(a => a.Rows.All))
            {
                rows.Add([.. row.Select((cell, i) => layout.Columns[i].Fills == ColumnMatch.Serial ? (rows.Count + 1).ToString(CultureInfo.InvariantCulture) : cell)]);
            }
            return rows;
        }
    }

    /// <summary>Rows of each village.</summary>
    public IReadOnlyList<(string Village, int Count)> Counts => [.. all.Select(a => (nameOf(a.Return.Org), a.Rows.Count))];

    /// <summary>People who stand twice: by identity number, else by name within a village.</summary>
    public IReadOnlyList<DoubleRow> Doubles
    {
        get
        {
            var (card, name) = (layout.Columns.ToList().FindIndex(c => c.Type is ColumnType.IdCard), layout.NameAt);
            if (card < 0 && name < 0) return [];
            var rows = all.SelectMany(a => a.Rows.All.Select(r => (a.Return.Org, Row: r))).ToList();
            string Shown(string[] row) => name >= 0 ? Kernel.NameMask.Of(row[name]) : "同一个人";
            var byCard = card < 0 ? [] : rows.Where(r => r.Row[card].Length > 0).GroupBy(r => r.Row[card]).Where(g => g.Count() > 1)
                .Select(g => new DoubleRow(Shown(g.First().Row), "身份证号相同", [.. g.Select(r => nameOf(r.Org)).Distinct()])).ToList();
            var byName = name < 0 ? [] : rows.Where(r => r.Row[name].Length > 0 && (card < 0 || r.Row[card].Length == 0)).GroupBy(r => (r.Org, Name: r.Row[name])).Where(g => g.Count() > 1)
                .Select(g => new DoubleRow(Shown(g.First().Row), "同村同名", [nameOf(g.Key.Org)]));
            return [.. byCard, .. byName];
        }
    }

    /// <summary>Sums of the columns of numbers, beside those of the round before.</summary>
    public IReadOnlyList<ColumnSum> Sums(Merged? before) => [.. Numbers.Select(n => new ColumnSum(n.Column.Label, SumOf(all.SelectMany(a => a.Rows.All), n.At),
        before is not null && before.At(n.Column.Label) is { } at ? SumOf(before.all.SelectMany(a => a.Rows.All), at) : null))];

    /// <summary>Village by village beside the round before; the one that changed most first.</summary>
    public IReadOnlyList<RoundLine> Beside(Merged before)
    {
        var (now, then) = (all.ToDictionary(a => a.Return.Org), before.all.ToDictionary(a => a.Return.Org));
        return [.. now.Keys.Union(then.Keys).Order().Select(org =>
        {
            var (n, t) = (now.TryGetValue(org, out var x) ? x.Rows : null, then.TryGetValue(org, out var y) ? y.Rows : null);
            return new RoundLine(nameOf(org), n?.Count, t?.Count, [.. Numbers.Select(c => (n is null ? (decimal?)null : SumOf(n.All, c.At), t is null || before.At(c.Column.Label) is not { } at ? (decimal?)null : SumOf(t.All, at)))]);
        })];
    }

    private int? At(string label) => Numbers.FirstOrDefault(n => n.Column.Label == label) is { Column: not null } found ? found.At : null;

    private static decimal SumOf(IEnumerable<string[]> rows, int at) => rows.Sum(r => decimal.TryParse(r[at], NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : 0);
}
