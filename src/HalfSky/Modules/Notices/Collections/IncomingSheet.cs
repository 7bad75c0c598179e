using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>
/// Finds in a workbook somebody else made what is to be filled: below a title and a line “填报单位：” one or two rows of heads, then the block
/// of rows, then totals and notes. Proposes columns; the officer confirms them.
/// </summary>
public static partial class IncomingSheet
{
    private const int HeadsWithin = 25;

    /// <summary>The layout proposed, with the values that stand in the block now.</summary>
    /// <exception cref="Refusal">No heads are found, or it is no workbook.</exception>
    public static SheetLayout Read(byte[] workbook, Guid file)
    {
        var (grid, head) = SheetGrid.Read(workbook).Select(g => (g, HeadOf(g))).MaxBy(g => g.Item2.Score) is { g: not null, Item2.Score: > 1 } best
            ? best : throw new Refusal(NoticeProblems.NoHeads);
        var bottom = BottomOf(grid, head.Row);
        var columns = new List<CollectionColumn>();
        for (var c = 1; c <= grid.LastColumn; c++)
        {
            var label = LabelOf(grid, head.Row, bottom, c);
            if (label.Length == 0) continue;
            // Columns merged beneath one head are one column.
            if (grid.AreaOf(bottom, c) is { Left: var left } && left < c && columns.Exists(x => x.At == left)) continue;
            columns.Add(new(c, label, TypeOf(label)));
        }
        var first = bottom + 1;
        if (columns.Count > 1 && columns.TrueForAll(c => IsOrdinal(grid.Text(first, c.At)))) first++;
        var last = LastOf(grid, first, columns);
        columns = columns.ConvertAll(c => last >= first && grid.Formulas.Contains((first, c.At)) ? c with { Fills = ColumnMatch.Computed } : c);
        return new(file, grid.Name, first - 1, first, last, OnePerVillage: false, columns);
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

    /// <summary>The block ends before totals, notes and signatures, before a text that spans the sheet, or where nothing is drawn any more.</summary>
    private static int LastOf(SheetGrid grid, int first, List<CollectionColumn> columns)
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

    /// <summary>What a column holds, as its heading says.</summary>
    internal static ColumnType TypeOf(string label)
    {
        var last = label[(label.LastIndexOf('/') + 1)..];
        if (last.Contains("身份证", StringComparison.Ordinal) || last.Contains("证件号", StringComparison.Ordinal)) return ColumnType.IdCard;
        if (TelephoneLabel().IsMatch(last)) return ColumnType.Phone;
        if (SecretLabel().IsMatch(last)) return ColumnType.Secret;
        if (DayLabel().IsMatch(last)) return ColumnType.Date;
        return NumberLabel().IsMatch(last) ? ColumnType.Number : ColumnType.Text;
    }

    [GeneratedRegex("^(填报|填表|单位|报送|制表|上报|审核|负责|联系|日期|时间|年月)[^：:]{0,8}[：:]")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[（(]?\d+([.,]\d+)?[)）]?$")]
    private static partial Regex Numeral();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^(合计|总计|小计|共计|备注?[：:]|注[：:]|说明|填表说明|填报说明|填报人|填表人|制表人|审核|负责人[：:]|单位负责人|主要负责人|联系人[：:]|联系电话[：:]|报送|盖章|（盖章）)")]
    private static partial Regex Footer();

    [GeneratedRegex("电话|手机|联系方式")]
    private static partial Regex TelephoneLabel();

    [GeneratedRegex("住址|地址|账号|卡号|帐号|病情|病史|疾病|诊断|案情")]
    private static partial Regex SecretLabel();

    [GeneratedRegex("日期|时间|年月|生日|^何时")]
    private static partial Regex DayLabel();

    [GeneratedRegex("(数|数量|人次|场次|次数|金额|面积|年龄|合计|总计|得分|%|率)([（(].{1,6}[)）])?$|[（(](人|名|户|个|家|所|件|场|次|分|岁|元|万元|人次|平方米|亩|%)[)）]$")]
    private static partial Regex NumberLabel();
}
