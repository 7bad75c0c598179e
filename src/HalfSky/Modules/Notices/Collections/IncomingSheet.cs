using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Sheets.Forms;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>Finds in a workbook that came from above what villages are to fill. Proposes columns; the officer confirms them.</summary>
public static partial class IncomingSheet
{
    /// <summary>The layout proposed.</summary>
    /// <exception cref="Refusal">No heads are found, or it is no workbook.</exception>
    public static SheetLayout Read(byte[] workbook, Guid file)
    {
        var (grid, table) = SheetGrid.Read(workbook).Select(g => (g, TableFinder.Find(g))).MaxBy(g => g.Item2.Score) is { g: not null, Item2.Score: > 1 } best
            ? best : throw new Refusal(WorkbookProblems.NoHeads);
        return new(file, grid.Name, table.Head, table.First, table.Last, OnePerVillage: false,
            [.. table.Columns.Select(c => new CollectionColumn(c.At, c.Label, TypeOf(c.Label), c.Computed ? ColumnMatch.Computed : ""))]);
    }

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

    [GeneratedRegex("电话|手机|联系方式")]
    private static partial Regex TelephoneLabel();

    [GeneratedRegex("住址|地址|账号|卡号|帐号|病情|病史|疾病|诊断|案情")]
    private static partial Regex SecretLabel();

    [GeneratedRegex("日期|时间|年月|生日|^何时")]
    private static partial Regex DayLabel();

    [GeneratedRegex("(数|数量|人次|场次|次数|金额|面积|年龄|合计|总计|得分|%|率)([（(].{1,6}[)）])?$|[（(](人|名|户|个|家|所|件|场|次|分|岁|元|万元|人次|平方米|亩|%)[)）]$")]
    private static partial Regex NumberLabel();
}
