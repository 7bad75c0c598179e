using System.Globalization;
using System.Text.RegularExpressions;
using HalfSky.Platform.Imports.Cells;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Tables;

/// <summary>What stands around a table and holds for all its rows: the year of “2026年3月走访台账”, 填报单位, 单位：万元.</summary>
/// <param name="Year">The year its days lie in, when told.</param>
/// <param name="Month">The month, when told.</param>
/// <param name="Unit">万元 or 元 for columns that do not say themselves; empty when not told.</param>
/// <param name="Office">Who reports, as written; empty when not told.</param>
public sealed partial record SheetContext(int? Year, int? Month, string Unit, string Office)
{
    /// <summary>Nothing told.</summary>
    internal static SheetContext None { get; } = new(null, null, "", "");

    /// <summary>The village all rows without one of their own belong to: the sheet is called so, or the lines above name it.</summary>
    internal ReadCell Village { get; init; }

    /// <summary>Reads it from the lines above the head, then the sheet's name, then the file's.</summary>
    internal static SheetContext Of(IEnumerable<SourceRow> above, string sheet, string file)
    {
        var texts = above.SelectMany(r => r.Cells).Where(c => !c.IsEmpty).Select(c => c.Type is SourceType.Day ? c.Text : CellText.Plain(c.Text)).ToList();
        // A title says the year before a line “填报日期” does: a ledger of 2025 is handed in in January 2026.
        var told = texts.Where(t => !Filled().IsMatch(t)).Append(sheet).Append(Path.GetFileNameWithoutExtension(file)).Concat(texts).Select(t => t.Replace(" ", "", StringComparison.Ordinal)).ToList();
        var year = told.Select(t => YearTold().Match(t)).FirstOrDefault(m => m.Success) is { } y ? int.Parse(y.Groups["y"].Value, CultureInfo.InvariantCulture) : (int?)null;
        var month = told.Select(t => MonthTold().Match(t)).FirstOrDefault(m => m.Success) is { } m && int.Parse(m.Groups["m"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number ? number : (int?)null;
        var unit = texts.Select(t => UnitTold().Match(t)).FirstOrDefault(u => u.Success)?.Groups["u"].Value ?? "";
        return new(year, month, unit, OfficeOf(texts));
    }

    /// <summary>Who reports: after the words in the same cell, or in the cell beside them.</summary>
    private static string OfficeOf(List<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (OfficeTold().Match(texts[i]) is not { Success: true } match) continue;
            var said = match.Groups["o"].Value.Trim();
            if (said.Length > 0) return said;
            if (i + 1 < texts.Count && !texts[i + 1].Contains('：', StringComparison.Ordinal) && !texts[i + 1].Contains(':', StringComparison.Ordinal)) return texts[i + 1].Trim();
        }
        return "";
    }

    [GeneratedRegex(@"(?<!\d)(?<y>20\d{2})(?=年|[-./]\d|\D|$)")]
    private static partial Regex YearTold();

    [GeneratedRegex(@"(?<![\d-])(?<m>\d{1,2})月(?!\d)")]
    private static partial Regex MonthTold();

    [GeneratedRegex(@"单位[:：]\s*(人民币)?(?<u>万元|元)")]
    private static partial Regex UnitTold();

    [GeneratedRegex(@"(填报|报送|填表|上报|制表)?(单位|村居|村（社区）|村\(社区\)|村名|村委会|村)(名称)?[（(]?(盖章|公章)?[)）]?[:：]\s*(?!万元|元|人|户)(?<o>[^\s:：]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex OfficeTold();

    [GeneratedRegex("(填报|填表|制表|报送|上报|打印)(日期|时间)")]
    private static partial Regex Filled();
}
