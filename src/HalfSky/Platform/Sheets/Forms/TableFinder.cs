using System.Text.RegularExpressions;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>A column found in a workbook.</summary>
/// <param name="At">Where it stands, A is 1.</param>
/// <param name="Label">Its heading, rows of heads joined by a stroke.</param>
/// <param name="Computed">The sheet computes it.</param>
internal sealed record FoundColumn(int At, string Label, bool Computed);

/// <summary>What is to be filled on a sheet.</summary>
/// <param name="Head">Last row above the block.</param>
/// <param name="First">First row of the block.</param>
/// <param name="Last">Last row; one less than the first when none is drawn.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Score">How many heads stand in one row.</param>
/// <param name="Gaps">Columns between them without a head: many on a cover, where words and empty cells take turns.</param>
internal sealed record FoundTable(int Head, int First, int Last, IReadOnlyList<FoundColumn> Columns, int Score, int Gaps);

/// <summary>
/// Finds in a sheet somebody else made what is to be filled: below a title and a line “填报单位：” one or two rows of heads, then the block of
/// rows, then totals and notes.
/// </summary>
internal static partial class TableFinder
{
    private const int HeadsWithin = 25;

    /// <summary>The table of a sheet; its score says how sure that is.</summary>
    public static FoundTable Find(SheetGrid grid)
    {
        var head = HeadOf(grid);
        var bottom = BottomOf(grid, head.Row);
        var (columns, gaps, open) = (new List<FoundColumn>(), 0, 0);
        for (var c = 1; c <= grid.LastColumn; c++)
        {
            var label = LabelOf(grid, head.Row, bottom, c);
            if (label.Length == 0)
            {
                open++;
                continue;
            }
            (gaps, open) = (columns.Count > 0 ? gaps + open : 0, 0);
            // Columns merged beneath one head are one column.
            if (grid.AreaOf(bottom, c) is { Left: var left } && left < c && columns.Exists(x => x.At == left)) continue;
            columns.Add(new(c, label, Computed: false));
        }
        var first = bottom + 1;
        if (columns.Count > 1 && columns.TrueForAll(c => IsOrdinal(grid.Text(first, c.At)))) first++;
        var last = LastOf(grid, first, columns);
        return new(first - 1, first, last, columns.ConvertAll(c => c with { Computed = last >= first && grid.Formulas.Contains((first, c.At)) }), head.Score, gaps);
    }

    /// <summary>The heading that stands above a column, rows of heads joined.</summary>
    private static string LabelOf(SheetGrid grid, int top, int bottom, int column)
    {
        var words = new List<string>();
        for (var r = top; r <= bottom; r++)
        {
            var area = grid.AreaOf(r, column);
            var text = Blanks().Replace(grid.Text(area.Top, area.Left), "");
            if (text.Length > 0 && area.Top >= top && !words.Contains(text)) words.Add(text);
        }
        return string.Join("/", words);
    }

    /// <summary>The row that looks most like heads: many short texts side by side, the first of such rows.</summary>
    private static (int Row, int Score) HeadOf(SheetGrid grid)
    {
        var best = (Row: 0, Score: 0);
        for (var r = 1; r <= Math.Min(grid.LastRow, HeadsWithin); r++)
        {
            var score = 0;
            for (var c = 1; c <= grid.LastColumn; c++)
                if (grid.Text(r, c) is { Length: > 0 and <= 40 } text && !text.EndsWith('：') && !text.EndsWith(':') && !Caption().IsMatch(text) && !Numeral().IsMatch(text)) score++;
            // Beneath a head that spans several columns its second row is longer; the first still begins the heads.
            if (score > best.Score && !(best.Score > 1 && Spans(grid, best.Row))) best = (r, score);
        }
        return best;
    }

    private static bool Spans(SheetGrid grid, int row) => grid.Merged.Exists(m => m.Top == row && (m.Right > m.Left || m.Bottom > m.Top) && grid.Text(m.Top, m.Left).Length > 0)
        && Enumerable.Range(1, grid.LastColumn).Count(c => grid.Text(row, c).Length > 0) > 1;

    private static int BottomOf(SheetGrid grid, int head)
    {
        var within = grid.Merged.Where(m => m.Top == head && grid.Text(m.Top, m.Left).Length > 0).ToList();
        var bottom = within.Count == 0 ? head : within.Max(m => m.Bottom);
        // One that spans columns only, with texts beneath it: a second row of heads.
        if (bottom == head && within.Exists(m => m.Right > m.Left && Enumerable.Range(m.Left, m.Right - m.Left + 1).Count(c => grid.Text(head + 1, c) is { Length: > 0 } t && !Numeral().IsMatch(t)) > 1)) bottom++;
        return bottom;
    }

    /// <summary>The block ends before totals, notes and signatures, before a text that spans the sheet, or where nothing is drawn any more.</summary>
    private static int LastOf(SheetGrid grid, int first, List<FoundColumn> columns)
    {
        var last = first - 1;
        for (var r = first; r <= Math.Max(grid.LastRow, grid.Styled.DefaultIfEmpty().Max()); r++)
        {
            if (!grid.Styled.Contains(r)) break;
            var leading = Enumerable.Range(1, Math.Max(1, grid.LastColumn)).Select(c => grid.Text(r, c)).FirstOrDefault(t => t.Length > 0) ?? "";
            if (Footer().IsMatch(Blanks().Replace(leading, ""))) break;
            if (grid.Merged.Exists(m => m.Top == r && m.Right - m.Left + 1 > columns.Count / 2 && columns.Count > 2 && grid.Text(m.Top, m.Left).Length > 0)) break;
            last = r;
        }
        return last;
    }

    private static bool IsOrdinal(string text) => Numeral().IsMatch(text) || text is "甲" or "乙" or "丙" or "丁";

    [GeneratedRegex("^(填报|填表|单位|报送|制表|上报|审核|负责|联系|日期|时间|年月)[^：:]{0,8}[：:]")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[（(]?\d+([.,]\d+)?[)）]?$")]
    private static partial Regex Numeral();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^(合计|总计|小计|共计|备注?[：:]|注[：:]|说明|填表说明|填报说明|填报人|填表人|制表人|审核|负责人[：:]|单位负责人|主要负责人|联系人[：:]|联系电话[：:]|报送|盖章|（盖章）)")]
    private static partial Regex Footer();
}
