using System.Globalization;
using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Imports.Tables;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Cells;

/// <summary>Days as ledgers write them: 2026.3.8, 3月8日 under a title with the year, 2026-03, a serial number, a span of days.</summary>
internal static partial class DayText
{
    private const int FirstSerial = 14_000, LastSerial = 65_000;

    /// <summary>Reads a day; what is taken for granted is told.</summary>
    public static (DateOnly? Day, string Code, string Words) Read(SourceCell cell, Field field, SheetContext context, DateOnly today)
    {
        var text = Weekday().Replace(CellText.Plain(cell.Text), "");
        text = Blanks().Replace(text, "").TrimEnd('.', '。', ',', ';').Replace('。', '.').Replace('、', '.').Replace('．', '.');
        if (cell.Type is SourceType.Number)
        {
            if (int.TryParse(text, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
                return (new DateOnly(1899, 12, 30).AddDays(serial), "day.serial", $"表里是数字 {serial}，认作 {new DateOnly(1899, 12, 30).AddDays(serial):yyyy-MM-dd}，请看对不对。");
            // 2026.10 as a number is 2026.1: January or October.
            if (NumberMonth().Match(text) is { Success: true } lost && lost.Groups["m"].Value == "1") return (Made(lost, 1), "day.month-lost", $"{field.Label}“{text}”是数字，分不清 1 月还是 10 月，请写成 2026-01 或 2026-10 这样的文本。");
            // 3.8 as a number under a title with the year; 3.10 would have become 3.1.
            if (ShortNumber().Match(text) is { Success: true } shorter) return Of(context, today, field, int.Parse(shorter.Groups["m"].Value, CultureInfo.InvariantCulture), int.Parse(shorter.Groups["d"].Value, CultureInfo.InvariantCulture), "day.number", text);
        }
        // A serial number whose column lost its format on the way through a text file.
        if (cell.Type is SourceType.Text && SerialText().IsMatch(text) && int.Parse(text, CultureInfo.InvariantCulture) is >= FirstSerial and <= LastSerial and var lone && field.Key != "birth")
            return (new DateOnly(1899, 12, 30).AddDays(lone), "day.serial", $"表里是数字 {lone}，认作 {new DateOnly(1899, 12, 30).AddDays(lone):yyyy-MM-dd}，请看对不对。");
        if (Span().Match(text) is { Success: true } span)
        {
            var first = Read(new SourceCell(SourceType.Text, span.Groups["first"].Value), field, context, today);
            if (first.Day is not null && first.Code is "" or "day.year") return (first.Day, "day.span", $"“{Short(text)}”是一段日子，取第一天 {first.Day:yyyy-MM-dd}。");
        }
        if (Full().Match(text) is { Success: true } full)
            return Made(full, 0) is { } day ? (day, "", "") : (null, "day.impossible", $"没有“{Short(text)}”这一天，请核对{field.Label}。");
        if (Month().Match(text) is { Success: true } month && int.Parse(month.Groups["m"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12)
            return (Made(month, 1), "day.month", $"{field.Label}“{Short(text)}”没有写日，按 1 日记。");
        if (MonthOnly().Match(text) is { Success: true } only && int.Parse(only.Groups["m"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var named && context.Year is not null)
            return Of(context, today, field, named, 1, "day.month", text);
        if (Year().Match(text) is { Success: true } year && field.Key is "birth") return (new DateOnly(int.Parse(year.Groups["y"].Value, CultureInfo.InvariantCulture), 1, 1), "day.year-only", $"{field.Label}只写了年份，按 1 月 1 日记。");
        if (DayOnly().Match(text) is { Success: true } date && context.Month is { } told) return Of(context, today, field, told, int.Parse(date.Groups["d"].Value, CultureInfo.InvariantCulture), context.Year is null ? "day.year" : "", text);
        if (ShortYear().Match(text) is { Success: true } two)
        {
            var guess = Made(2000 + int.Parse(two.Groups["y"].Value, CultureInfo.InvariantCulture), two);
            return guess is null ? (null, "day.impossible", $"没有“{Short(text)}”这一天，请核对{field.Label}。") : (guess, "day.short-year", $"年份只写了两位，“{Short(text)}”认作 {guess:yyyy-MM-dd}。");
        }
        if (MonthDay().Match(text) is { Success: true } bare)
            return Of(context, today, field, int.Parse(bare.Groups["m"].Value, CultureInfo.InvariantCulture), int.Parse(bare.Groups["d"].Value, CultureInfo.InvariantCulture), context.Year is null ? "day.year" : "", text);
        return ChineseDates.TryParse(text, today, out var typed, out var problem) ? (typed, "", "") : (null, "day.unknown", $"{field.Label}“{Short(text)}”{(problem.StartsWith("日期", StringComparison.Ordinal) ? problem[2..] : "：" + problem)}");
    }

    /// <summary>Looks like a day at all; for finding out what a column holds.</summary>
    public static bool Looks(SourceCell cell) => cell.Type is SourceType.Day
        || (cell.Type is SourceType.Text && Blanks().Replace(CellText.Plain(cell.Text), "") is var text && (Full().IsMatch(text) || Month().IsMatch(text) || MonthDay().IsMatch(text) || Span().IsMatch(text)));

    /// <summary>Is nothing but a whole day, with or without its hour: no text says that.</summary>
    public static bool IsDay(SourceCell cell) => cell.Type is SourceType.Day || (cell.Type is SourceType.Text && Full().IsMatch(Blanks().Replace(Weekday().Replace(CellText.Plain(cell.Text), ""), "")));

    private static (DateOnly?, string, string) Of(SheetContext context, DateOnly today, Field field, int month, int date, string code, string text)
    {
        var year = context.Year ?? today.Year;
        if (month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return (null, "day.impossible", $"没有“{Short(text)}”这一天，请核对{field.Label}。");
        var day = new DateOnly(year, month, date);
        if (context.Year is null && day > today && !field.FutureAllowed && date <= DateTime.DaysInMonth(year - 1, month)) day = new DateOnly(year - 1, month, date);
        return code.Length == 0 ? (day, "", "") : (day, code, code == "day.month" ? $"{field.Label}“{Short(text)}”没有写日，按 1 日记。" : $"“{Short(text)}”没有写清年份，认作 {day:yyyy-MM-dd}，请看对不对。");
    }

    private static DateOnly? Made(Match match, int date) => Made(int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture), match, date);

    private static DateOnly? Made(int year, Match match, int date = 0)
    {
        var month = int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        if (date == 0) date = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month) ? new(year, month, date) : null;
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    [GeneratedRegex(@"[（(]?(星期|周)[一二三四五六日天][)）]?|(?<=\d|日|号)[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$|^(公历|阳历)")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex SerialText();

    [GeneratedRegex(@"[\s']+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<y>(19|20)\d{2})([-./年—](?<m>\d{1,2})[-./月—](?<d>\d{1,2})[日号]?|(?<m>\d{2})(?<d>\d{2}))(上午|下午|早上|晚上)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Full();

    [GeneratedRegex(@"^(?<y>(19|20)\d{2})([-./年](?<m>\d{1,2})月?份?|(?<m>\d{2}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<y>(19|20)\d{2})年?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?<y>19\d{2}|20\d{2})\.(?<m>\d{1,2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberMonth();

    [GeneratedRegex(@"^(?<m>\d{1,2})\.(?<d>\d{1,2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortNumber();

    [GeneratedRegex(@"^(?<m>\d{1,2})([-./](?<d>\d{1,2})|月(?<d>\d{1,2})[日号]?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?<y>\d{2})([-./](?<m>\d{1,2})[-./](?<d>\d{1,2})|年(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(?<m>\d{1,2})月份?$", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"^(?<d>\d{1,2})[日号]$", RegexOptions.ExplicitCapture)]
    private static partial Regex DayOnly();

    [GeneratedRegex(@"^(?<first>((19|20)\d{2}[-./年])?\d{1,2}[-./月]\d{1,2}[日号]?)(-|—|－|至|到|~|～)+((19|20)?\d{2}[-./年])?(\d{1,2}[-./月])?\d{1,2}[日号]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
