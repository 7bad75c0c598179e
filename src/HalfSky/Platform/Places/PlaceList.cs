using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Places;

/// <summary>A place of a list.</summary>
/// <param name="Row">Its row, for what is said of it.</param>
/// <param name="Names">Names from just below the place the list is of down to it.</param>
/// <param name="Code">Its code; empty when none is told.</param>
public sealed record ListedPlace(int Row, IReadOnlyList<string> Names, string Code);

/// <summary>
/// 一次加很多: the places of a county or township as its list has them, townships, villages and grids beside one another, each written once
/// or in every row. Columns are told by their heads, or else by their order.
/// </summary>
/// <param name="Fresh">Those that are not there yet, the upper before the lower.</param>
/// <param name="Known">How many are there already.</param>
public sealed record PlaceList(IReadOnlyList<ListedPlace> Fresh, int Known)
{
    private static readonly HashSet<string> GridWords = ["网格", "网格名称", "所在网格", "小组", "村民小组", "组"];
    private static readonly HashSet<string> CodeWords = ["代码", "区划代码", "行政区划代码", "统计用区划代码", "统计区划代码", "村代码", "地区代码", "区划编码"];
    private static readonly Problem NoRows = new("place.list-empty", "没有找到地名：请粘贴或上传一张表，一列乡镇、一列村，一行一个村。", "text");
    private static readonly Problem NoTownship = new("place.list-township", "表里只有村，没有乡镇一列，不知道归哪个乡镇：请加上乡镇一列，或者先点进那个乡镇再加。", "text");

    /// <summary>Reads a list of places below one.</summary>
    /// <exception cref="Refusal">There is none in it, or nothing says what townships its villages are of.</exception>
    public static PlaceList Read(SourceBook book, Branch at, Reference reference)
    {
        var rows = book.Sheets.FirstOrDefault(s => !s.Hidden && s.Rows.Count > 0)?.Rows ?? [];
        var head = rows.Take(10).FirstOrDefault(r => r.Cells.Any(c => DepthOf(c) is > 0));
        var columns = head is null ? InOrder(rows, at) : head.Cells.Index().Select(c => (At: c.Index, Depth: DepthOf(c.Item))).Where(c => c.Depth is { } d && (d == 0 || d > at.Depth)).ToDictionary(c => c.At, c => c.Depth!.Value);
        var depths = columns.Values.Where(d => d > 0).Distinct().Order().ToList();
        if (depths.Count == 0) throw new Refusal(NoRows);
        if (depths[0] > at.Depth + 1) throw new Refusal(NoTownship);
        var (found, above) = (new Dictionary<string, ListedPlace>(StringComparer.Ordinal), new Dictionary<int, string>());
        foreach (var row in rows.Where(r => head is null || r.Number > head.Number))
        {
            string Said(int depth) => columns.Where(c => c.Value == depth).Select(c => CellText.Plain(row[c.Key + 1].Text ?? "").Replace(" ", "", StringComparison.Ordinal)).FirstOrDefault(t => t.Length > 0) ?? "";
            var own = depths.ToDictionary(d => d, Said);
            if (own.Values.All(n => n.Length == 0) || own.Values.Any(n => n.StartsWith("合计", StringComparison.Ordinal) || n.StartsWith("总计", StringComparison.Ordinal) || n.StartsWith("填表", StringComparison.Ordinal))) continue;
            // A township stands once above its villages.
            foreach (var depth in depths)
            {
                if (own[depth].Length > 0)
                {
                    foreach (var lower in above.Keys.Where(k => k >= depth).ToList()) above.Remove(lower);
                    above[depth] = own[depth];
                }
            }
            var lowest = own.Where(n => n.Value.Length > 0).Max(n => n.Key);
            var path = new List<string>();
            for (var depth = at.Depth + 1; depth <= lowest; depth++)
            {
                if (!above.TryGetValue(depth, out var name)) throw new Refusal(new Problem("place.list-gap", $"第 {row.Number} 行“{own[lowest]}”没有写上级，请补上。", "text"));
                path.Add(name);
                found.TryAdd(string.Join('/', path), new(row.Number, [.. path], depth == lowest ? Said(0) : ""));
            }
        }
        if (found.Count == 0) throw new Refusal(NoRows);
        var fresh = found.Values.Where(p => Find(reference, at, p.Names) is null).ToList();
        return new(fresh, found.Count - fresh.Count);
    }

    /// <summary>The place of those names, also without 村 or 镇.</summary>
    public static Node? Find(Reference reference, Branch at, IReadOnlyList<string> names)
    {
        Node? node = null;
        foreach (var name in names)
        {
            var here = reference.Places.Below(node?.Number ?? at).Where(n => !n.Ended).ToList();
            node = here.Find(n => n.Name == name) ?? (here.FindAll(n => Bare(n.Name) == Bare(name)) is [var one] ? one : null);
            if (node is null) return null;
        }
        return node;
    }

    private static string Bare(string name) => new[] { "社区居委会", "村民委员会", "村委会", "居委会", "街道", "社区", "村", "镇", "乡" }.FirstOrDefault(e => name.Length > e.Length + 1 && name.EndsWith(e, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;

    /// <summary>Level of the places in a column of that head; 0 for their codes, null for anything else.</summary>
    private static int? DepthOf(SourceCell head)
    {
        var plain = HeadWords.Plain(head.Text ?? "");
        return HeadWords.IsTownship(plain) ? 2 : HeadWords.IsVillage(plain) ? 3 : GridWords.Contains(plain) ? 4 : CodeWords.Contains(plain) ? 0 : null;
    }

    private static Dictionary<int, int> InOrder(IReadOnlyList<SourceRow> rows, Branch at)
    {
        var (columns, depth) = (new Dictionary<int, int>(), at.Depth);
        for (var column = 0; column < (rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length)); column++)
        {
            var cells = rows.Select(r => r[column + 1]).Where(c => !c.IsEmpty).Select(c => c.Text.Trim()).ToList();
            if (cells.Count == 0 || cells.TrueForAll(c => c.Length < 5 && c.All(char.IsAsciiDigit))) continue;
            if (cells.TrueForAll(c => c.All(char.IsAsciiDigit))) columns[column] = 0;
            else if (depth < Branch.MaxDepth) columns[column] = ++depth;
        }
        return columns;
    }
}
