using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>A cell that is wrong.</summary>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">Its column in the layout, from 0.</param>
/// <param name="Text">What to do.</param>
public sealed record BadCell(int Row, int Column, string Text);

/// <summary>Reads a typed cell by its column's type, writes it one way only, and says what is wrong with it.</summary>
public static partial class CellCheck
{
    private const int Longest = 500;

    /// <summary>Tidies all cells in place; those that cannot be read stay as typed and come back as wrong.</summary>
    public static IReadOnlyList<BadCell> Tidy(SheetLayout layout, ReturnRows rows, DateOnly today)
    {
        var bad = new List<BadCell>();
        for (var n = 0; n < rows.Count; n++)
        {
            for (var i = 0; i < layout.Columns.Count; i++)
            {
                if (Read(layout.Columns[i], rows.All[n][i], today, out var tidy) is { } problem) bad.Add(new(n, i, problem));
                else rows.All[n][i] = tidy;
            }
            if (layout.NameAt is var name and >= 0 && rows.All[n][name].Length == 0) bad.Add(new(n, name, "请写姓名。"));
        }
        return bad;
    }

    /// <summary>Reads one cell; says what is wrong, or null.</summary>
    public static string? Read(CollectionColumn column, string? typed, DateOnly today, out string tidy)
    {
        tidy = Clean(typed);
        if (tidy.Length == 0) return null;
        var problem = "";
        switch (column.Type)
        {
            case ColumnType.Number:
                var digits = tidy.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
                if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 999_999_999_999m)
                    return "要填数字，例如 12；单位不用写。";
                tidy = number.ToString("0.######", CultureInfo.InvariantCulture);
                return null;
            case ColumnType.Date:
                if (YearMonth().Match(tidy.Normalize(NormalizationForm.FormKC)) is { Success: true } month && int.Parse(month.Groups[2].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var m)
                {
                    tidy = $"{month.Groups[1].Value}-{m:00}";
                    return null;
                }
                if (!ChineseDates.TryParse(tidy, today, out var day, out problem)) return problem;
                tidy = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return null;
            case ColumnType.Phone:
                if (!Phone.TryParse(tidy, out var phone, out problem)) return problem;
                tidy = phone.Digits;
                return null;
            case ColumnType.IdCard:
                if (!IdCardNumber.TryParse(tidy, today, out var card, out problem)) return problem;
                tidy = card.Full;
                return null;
            default:
                return tidy.Length > Longest ? $"最多 {Longest} 个字，请删短一些。" : null;
        }
    }

    /// <summary>Rows pasted from a spreadsheet: tabs between cells, a line for each row; the heads pasted along are left out.</summary>
    public static ReturnRows Pasted(SheetLayout layout, string? text)
    {
        var asked = layout.Columns.Select((c, i) => (c, i)).Where(c => c.c.IsAsked).ToList();
        var rows = new List<string[]>();
        foreach (var line in (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Where(l => l.Trim().Length > 0))
        {
            var cells = line.Split('\t').Select(Clean).ToArray();
            if (cells.Length > 0 && asked.Count > 0 && rows.Count == 0 && cells[0] == asked[0].c.Label) continue;
            var row = Enumerable.Repeat("", layout.Columns.Count).ToArray();
            // The whole width pasted, or only what is asked.
            if (cells.Length >= layout.Columns.Count) foreach (var (c, i) in asked) row[i] = cells[i];
            else for (var k = 0; k < asked.Count && k < cells.Length; k++) row[asked[k].i] = cells[k];
            rows.Add(row);
        }
        return new(rows);
    }

    private static string Clean(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsControl(c) || c is '\t')).Trim();

    [GeneratedRegex(@"^((?:19|20)\d{2})\s*[年\-/.]\s*(\d{1,2})\s*月?$")]
    private static partial Regex YearMonth();
}
