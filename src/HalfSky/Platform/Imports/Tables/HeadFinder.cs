using System.Text.RegularExpressions;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Tables;

/// <summary>Finds where the head of a table stands: of all rows within the first eighty, one to three deep, those whose words the register knows best.</summary>
internal static partial class HeadFinder
{
    private const int Within = 80, Deepest = 3, LongestLabel = 60;

    // One column that is known by its very label: a narrow list has no more.
    private const double Least = 0.75;

    /// <summary>The best head of a sheet; null where nothing is known.</summary>
    public static FoundHead? Find(SheetLook look, LabelMatch match)
    {
        FoundHead? best = null;
        foreach (var row in look.Sheet.Rows.Where(r => r.Number <= Within))
        {
            for (var depth = 1; depth <= Deepest; depth++)
            {
                if (depth > 1 && (IsTitle(row) || !CouldBeHead(look.Row(row.Number + depth - 1)))) break;
                var head = At(look, row.Number, depth, match);
                if (head.Score >= Least && (best is null || head.Score > best.Score + 0.001)) best = head;
            }
        }
        return best is null ? null : Whole(look, best, match);
    }

    /// <summary>A head reaches up and down as far as its cells are merged, and up where words stand above columns that have none: a row of groups, or of words under a group, belongs to it though it names no field.</summary>
    private static FoundHead Whole(SheetLook look, FoundHead head, LabelMatch match)
    {
        var (top, bottom) = (head.Top, head.Bottom);
        for (var c = 1; c < head.Parts.Count; c++)
            if (look.AreaOf(top, c) is { } area && area.Top < top) top = area.Top;
        for (var c = 1; c < head.Parts.Count; c++)
            if (look.AreaOf(head.Bottom, c) is { } area && area.Bottom > bottom && area.Bottom - top < Deepest && !look.Seen(head.Bottom, c).IsEmpty && Enumerable.Range(head.Bottom + 1, area.Bottom - head.Bottom).All(r => CouldBeHead(look.Row(r)))) bottom = area.Bottom;
        if (top == head.Top && top > 1 && bottom - top + 1 < Deepest && CouldBeHead(look.Row(top - 1)) && look.Row(top - 1).Cells.Count(c => !c.IsEmpty) > 1
            && Enumerable.Range(1, head.Parts.Count - 1).Any(c => head.Parts[c].Length == 0 && look.AreaOf(top - 1, c) is null && look.Row(top - 1)[c] is { IsEmpty: false } above && !above.Text.Contains('：', StringComparison.Ordinal) && !above.Text.Contains(':', StringComparison.Ordinal))) top--;
        return (top, bottom) == (head.Top, head.Bottom) ? head : At(look, top, bottom - top + 1, match);
    }

    /// <summary>The head that stands in these rows.</summary>
    public static FoundHead At(SheetLook look, int top, int depth, LabelMatch match)
    {
        var parts = new List<string[]> { Array.Empty<string>() };
        for (var c = 1; c <= look.Sheet.LastColumn; c++) parts.Add(PartsOf(look, top, depth, c));
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        var ticks = parts.Count(p => p.Length > 1 && match.IsKind(p));
        foreach (var p in parts.Where(p => p.Length > 0))
            if (match.Best(p) is (var path, >= 85 and var weight) && weight / 100.0 is var value && value > known.GetValueOrDefault(path)) known[path] = value;
        // Words every head is made of say that it is one, where the register knows few of them.
        var usual = parts.Count(p => p.Length > 0 && Usual().IsMatch(HeadWords.Canon(HeadWords.Plain(p[^1]))));
        var headed = usual > 3 && usual * 10 >= parts.Count(p => p.Length > 0) * 6 ? 0.9 : 0;
        var spoilt = 0.0;
        for (var r = top; r < top + depth; r++) spoilt += look.Row(r).Cells.Count(IsData) * 0.7;
        return new(top, top + depth - 1, parts, Math.Max(known.Values.Sum() + ticks * 0.5, headed) - spoilt - depth * 0.12);
    }

    /// <summary>What stands above a column. A group's word reaches over the columns to its right that have words of their own beneath it.</summary>
    private static string[] PartsOf(SheetLook look, int top, int depth, int column)
    {
        var parts = new List<string>(depth);
        for (var r = top; r < top + depth; r++)
        {
            var text = look.AreaOf(r, column) is { } area ? area.Top < top ? "" : look.Seen(r, column).Text ?? "" : look.Row(r)[column].Text ?? "";
            if (text.Length == 0 && r < top + depth - 1 && !look.Row(r + 1)[column].IsEmpty) text = Reaching(look, r, column);
            text = Blanks().Replace(text, "");
            if (text.Length > 0 && !parts.Contains(text)) parts.Add(text);
        }
        return [.. parts];
    }

    private static string Reaching(SheetLook look, int row, int column)
    {
        for (var c = column - 1; c >= 1; c--)
        {
            if (look.Row(row + 1)[c].IsEmpty || look.AreaOf(row, c) is not null) return "";
            if (look.Row(row)[c] is { IsEmpty: false } group) return group.Text;
        }
        return "";
    }

    // One long line and nothing beside it; a group over all columns says it shorter.
    private static bool IsTitle(SourceRow row) => row.Cells.Where(c => !c.IsEmpty).Take(2).ToList() is [{ Text.Length: > 8 }];

    private static bool CouldBeHead(SourceRow row) => row.Cells.Any(c => !c.IsEmpty) && !row.Cells.Any(IsData);

    // In a text file numbers and days are words too.
    private static bool IsData(SourceCell cell) => cell.Type is SourceType.Number or SourceType.Day || cell.Text?.Length > LongestLabel || (cell.Text is { Length: > 0 } text && Figures().IsMatch(text));

    [GeneratedRegex(@"^[\d\s.,，/年月日:：%￥¥-]*\d[\d\s.,，/年月日:：%￥¥元-]*$")]
    private static partial Regex Figures();

    [GeneratedRegex("(日期|姓名|电话|地点|村|名称|主题|人数|类型|方式|备注|级别|情况|内容)$|^序号$")]
    private static partial Regex Usual();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
