using System.Text.RegularExpressions;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Tables;

/// <summary>Tells entries from what else stands in a table: totals, heads repeated on each page, notes and signatures.</summary>
internal static partial class RowKinds
{
    /// <summary>Why a row is no entry; null when it is one.</summary>
    /// <param name="look">The sheet.</param>
    /// <param name="row">The row.</param>
    /// <param name="columns">Columns of the table.</param>
    /// <param name="heads">Words of the head over each column, plain.</param>
    /// <param name="above">Rows down to the head, as one text each: a page begins with them again.</param>
    /// <param name="left">Where the table begins: at A, or behind the one beside it.</param>
    public static string? Passed(SheetLook look, SourceRow row, IReadOnlyList<ImportColumn> columns, IReadOnlyList<string[]> heads, IReadOnlySet<string> above, int left)
    {
        var right = columns[^1].At;
        var own = Enumerable.Range(left, right - left + 1).Select(c => (Column: c, Cell: row[c])).Where(x => !x.Cell.IsEmpty).ToList();
        if (own.Count == 0) return "blank";
        var texts = own.Select(x => Blanks().Replace(CellText.Plain(x.Cell.Text), "")).ToList();
        var plain = own.ConvertAll(x => HeadWords.Plain(x.Cell.Text));
        if (above.Contains(string.Join('|', row.Cells.Count(c => !c.IsEmpty) == own.Count ? plain : row.Cells.Where(c => !c.IsEmpty).Select(c => HeadWords.Plain(c.Text))))) return "head";
        // A head repeated on the next page, one row of it at a time: its groups stand over other columns than they name.
        if (own.Where((x, i) => x.Column < heads.Count && heads[x.Column].Contains(plain[i])).Count() is var again && (own.Count >= 2 ? again * 10 >= own.Count * 7 : again == 1 && heads[own[0].Column].Length > 1)) return "head";
        // The total's word stands first, or behind the number of the line or the village it is of.
        if (texts.Take(3).Any(t => Total().IsMatch(t))) return "total";
        if (Footer().IsMatch(texts[0]) || Closing().IsMatch(texts[0]) || Example().IsMatch(texts[0])) return "note";
        // Page two begins with the title again, and with 填报单位 beneath it.
        if (own.Count <= 3 && own.TrueForAll(x => Caption().IsMatch(Blanks().Replace(CellText.Plain(x.Cell.Text), "")))) return "note";
        if (own.Count == 1 && look.AreaOf(row.Number, own[0].Column) is { } area && area.Right - area.Left + 1 >= Math.Max(2, (right - left + 1) / 2)) return "note";
        if (columns.Where(c => c.Targets.Count > 0).All(c => look.Said(row.Number, c.At).IsEmpty || (c.Kind is not null && row[c.At].IsEmpty))) return "blank";
        // Numbered in advance and nothing else but what is merged down over it.
        if (own.TrueForAll(x => columns.FirstOrDefault(c => c.At == x.Column) is null or { Targets.Count: 0 })) return "blank";
        // “1 2 3 4” or “甲 乙 1 2” beneath the head.
        if (Numbers(texts)) return "head";
        return null;
    }

    /// <summary>“1 2 3 4” or “甲 乙 1 2”: the columns are numbered.</summary>
    public static bool Numbers(SourceRow row) => Numbers([.. row.Cells.Where(c => !c.IsEmpty).Select(c => c.Text.Trim())]);

    private static bool Numbers(List<string> texts) => texts.Count >= 3 && texts.Index().All(x => x.Item == (x.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) || x.Item is "甲" or "乙" or "丙" or "丁" || (texts[0] is "甲" && int.TryParse(x.Item, out _))) && texts.Distinct().Count() == texts.Count;

    /// <summary>A row as one text, to be found again.</summary>
    public static string Line(SourceRow row) => string.Join('|', row.Cells.Where(c => !c.IsEmpty).Select(c => HeadWords.Plain(c.Text)));

    /// <summary>The line says itself that it is none of the table: a total, a note, who filled it in.</summary>
    public static bool SaysNote(SourceRow row)
    {
        var texts = row.Cells.Where(c => !c.IsEmpty).Take(3).Select(c => Blanks().Replace(CellText.Plain(c.Text), "")).ToList();
        return texts.Count > 0 && (Footer().IsMatch(texts[0]) || Closing().IsMatch(texts[0]) || texts.Exists(t => Total().IsMatch(t)));
    }

    [GeneratedRegex(@"^.{0,12}?(小计|合计|总计|共计|累计|合[\s　]*计)(数|[:：].*|[（(].*[)）])?$")]
    private static partial Regex Total();

    [GeneratedRegex("^(备注?[:：]|注\\d?[:：]|注意|说明[:：]|填表说明|填报说明|填报人|填表人|制表人|制表[:：]|审核人|审核[:：]|负责人[:：]|负责人签|单位负责人|主要负责人|分管领导|分管负责人|领导签字|经办人[:：]|联系人[:：]|联系电话[:：]|填报日期|填表日期|制表日期|报送日期|报送人|盖章|[（(]盖章|签字|签名[:：]|村妇联主席[:：]|妇联主席[:：]|主席[:：]|第\\d+页|共\\d+页|.{2,12}[:：]$)")]
    private static partial Regex Footer();

    [GeneratedRegex("^共[\\d,]+(条|人|户|行|件|次).*(导出|SHA)")]
    private static partial Regex Closing();

    // The line that shows how the form is filled in.
    [GeneratedRegex(@"^[（(\[【]?(填写|填表|填报)?(示例|样例|范例|例子|例|举例|例如)\d*[)）\]】]?[:：]?$")]
    private static partial Regex Example();

    [GeneratedRegex("^(填报|填表|报送|制表|上报|审核|单位|日期|时间|年月|统计|联系|负责|盖章)[^:：]{0,8}[:：]")]
    private static partial Regex Caption();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
