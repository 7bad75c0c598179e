using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>
/// What stands in a cell of a pasted table or workbook, brought to the words <see cref="FieldValue.TryParse"/> reads. It only tidies: what
/// it cannot tell for certain is left as it stands, to be refused beside the cell.
/// </summary>
public static partial class CellText
{
    // Excel's days: 1 March 1900 is 61, and no village keeps records past 2079.
    private const int FirstSerial = 10_000, LastSerial = 65_000;

    // Plain ASCII and Chinese characters: nothing to be brought to another form, and nearly every cell.
    private static readonly SearchValues<char> AsTheyAre = SearchValues.Create([.. Enumerable.Range(' ', 95).Concat(Enumerable.Range(0x4E00, 0x5200)).Select(c => (char)c)]);

    /// <summary>Typed text of a cell for a field. Look-ups, places and organisations are found by <see cref="NamedThings"/>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cell">As pasted.</param>
    /// <param name="unit">Unit told in the head of the column, “万元”.</param>
    /// <param name="kinds">Kind list of the field.</param>
    /// <param name="today">Gives a day without a year its year.</param>
    public static string Typed(Field field, string cell, string unit, KindList kinds, DateOnly today)
    {
        var text = cell.Trim();
        if (text.Length == 0 || Absent().IsMatch(text)) return "";
        return field.Type switch
        {
            FieldType.Date => Day(text, field, today),
            FieldType.Number => Number(text),
            FieldType.Money => Amount(text, unit),
            FieldType.Flag => Flag(text),
            FieldType.Kind => Kind(kinds, text) ?? text,
            FieldType.Kinds => string.Join(',', Parting().Split(text).Where(t => t.Length > 0).Select(t => Kind(kinds, t) ?? t)),
            FieldType.IdCard => Plain(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('\''),
            FieldType.Phone => Plain(text).Replace('、', ',').Replace(' ', ','),
            _ => text,
        };
    }

    /// <summary>What a spreadsheet has spoilt and nobody can put right again; null as a rule.</summary>
    public static Problem? Spoilt(Field field, string cell) => field.Type is FieldType.IdCard or FieldType.Phone && Scientific().IsMatch(Plain(cell))
        ? new("cell.scientific", $"{field.Label}被表格软件改成了科学计数，后几位已经丢了。请在原表把这一列设成“文本”，再重新填这一格。", field.Key) : null;

    /// <summary>Does the cell look like a day?</summary>
    internal static bool LooksLikeDay(string cell, DateOnly today) => !PlainNumber().IsMatch(Plain(cell)) && ChineseDates.TryParse(cell, today, out _, out _);

    /// <summary>NFKC, without invisible characters and outer blanks.</summary>
    internal static string Plain(string text) => (text.AsSpan().ContainsAnyExcept(AsTheyAre) ? text.Normalize(NormalizationForm.FormKC).Replace("\u200B", "", StringComparison.Ordinal) : text).Trim();

    private static string Day(string text, Field field, DateOnly today)
    {
        var plain = Plain(text);
        if (PlainNumber().IsMatch(plain) && int.TryParse(plain, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            return new DateOnly(1899, 12, 30).AddDays(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!ChineseDates.TryParse(text, today, out var day, out _)) return text;
        // “12-25” pasted in January happened last December; what may lie ahead is left alone.
        if (day > today && !field.FutureAllowed && !plain.Contains(day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) && day.AddYears(-1) is var before && before <= today)
            day = before;
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Number(string text)
    {
        var plain = Plain(text);
        if (Counted().Match(plain) is not { Success: true } match) return text;
        var number = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        return match.Groups["unit"].Value.StartsWith('万') && decimal.TryParse(number, CultureInfo.InvariantCulture, out var tenThousands)
            ? (tenThousands * 10_000).ToString("0.####", CultureInfo.InvariantCulture) : number;
    }

    private static string Amount(string text, string unit) =>
        unit.StartsWith('万') && Counted().Match(Plain(text)) is { Success: true } match && match.Groups["unit"].Value.Length == 0 ? text + "万元" : text;

    /// <summary>是, 否, or the text when it says neither.</summary>
    internal static string Flag(string text) => Plain(text).ToLowerInvariant() switch
    {
        "√" or "✓" or "✔" or "☑" or "●" or "对" or "是" or "有" or "已" or "y" or "v" or "yes" or "true" or "1" => "是",
        "×" or "✗" or "✘" or "x" or "否" or "无" or "没有" or "不是" or "n" or "no" or "false" or "0" or "☐" or "未" => "否",
        _ => text,
    };

    /// <summary>The code of a kind by its label, also where its label is longer or shorter by a word of which there is only one.</summary>
    private static string? Kind(KindList kinds, string text)
    {
        var plain = Plain(text);
        if ((kinds.CodeOf(plain) ?? kinds.CodeOf(text)) is { } code) return code;
        if (plain.Length < 2) return null;
        var near = kinds.Items.Where(k => !k.Hidden && (k.Label.StartsWith(plain, StringComparison.Ordinal) || k.Label.EndsWith(plain, StringComparison.Ordinal)
            || plain.EndsWith(k.Label, StringComparison.Ordinal) || plain.StartsWith(k.Label, StringComparison.Ordinal))).ToList();
        return near is [var only] ? only.Code : null;
    }

    [GeneratedRegex(@"^[-—–/／、]+$")]
    private static partial Regex Absent();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^(?<number>-?\d[\d,]*(\.\d+)?)\s*(?<unit>[\p{Lo}]{0,3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+?\d+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"\s*[,，、;；/／+＋|\n]\s*|\s{1,}")]
    private static partial Regex Parting();
}
