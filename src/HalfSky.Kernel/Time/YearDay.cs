using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Kernel;

/// <summary>
/// A day that comes each year by a rule, as people write it: “3月8日” or “03-08”; “农历九月初九”, “农历9-9” or “lunar:9-9”, always the ordinary
/// month and never the leap one; “5月第2个周日”, “5月最后一个周日” or “05-sun-2”; 除夕; 清明 (2000 to 2099).
/// </summary>
public sealed partial class YearDay
{
    private const int FirstClear = 2000, LastClear = 2099, LunarMonths = 12, LunarDays = 30, Last = -1;
    private const string Weekdays = "日一二三四五六", Numerals = "一二三四五";
    private static readonly string[] WeekdayCodes = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly ChineseLunisolarCalendar Lunisolar = new();
    private static readonly Dictionary<string, (int Month, int Day)> LunarNames = NamesOfLunarDays();
    private readonly Func<int, DateOnly?> dayOf;

    private YearDay(string label, Func<int, DateOnly?> dayOf) => (Label, this.dayOf) = (label, dayOf);

    /// <summary>The rule in Chinese, “农历九月初九”; what <see cref="TryParse"/> reads.</summary>
    public string Label { get; }

    /// <summary>Reads a rule.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="day">The day of each year; null when it cannot be read.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese; empty when all is well.</param>
    public static bool TryParse(string? text, out YearDay? day, out string problem)
    {
        var plain = Typed.WithoutBlanks(Typed.Plain(text)).ToLowerInvariant();
        (day, problem) = (null, "");
        if (plain.Length == 0) problem = "请填写日子。";
        else if (plain is "除夕" or "大年三十" or "年三十") day = new("除夕", y => OfLunar(y, 1, 1)?.AddDays(-1));
        else if (plain is "清明" or "清明节") day = new("清明", Clear);
        else if (Lunar().Match(plain) is { Success: true } lunar) day = ByMoon(lunar.Groups["rest"].Value, ref problem);
        else if (Fixed().Match(plain) is { Success: true } date) day = BySun(Number(date, "m"), Number(date, "d"), ref problem);
        else if (Nth().Match(plain) is { Success: true } nth) day = ByWeekday(Number(nth, "m"), nth.Groups["n"].Value, Weekdays.IndexOf(nth.Groups["w"].Value.Replace('天', '日'), StringComparison.Ordinal), ref problem);
        else if (Code().Match(plain) is { Success: true } code) day = ByWeekday(Number(code, "m"), code.Groups["n"].Value, Array.IndexOf(WeekdayCodes, code.Groups["w"].Value), ref problem);
        else problem = "日子看不懂，请写成 3月8日、农历九月初九、5月第2个周日、除夕或清明。";
        return day is not null;
    }

    /// <summary>The day in a calendar year; the first, where a lunar day falls into it twice. Null where the year has none: 29 February, a lunar day between two years.</summary>
    /// <param name="year">The calendar year.</param>
    public DateOnly? In(int year) => Between(new(year, 1, 1), new(year + 1, 1, 1)).Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>All such days from a day up to, not including, another.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Day after the last.</param>
    public IEnumerable<DateOnly> Between(DateOnly from, DateOnly to)
    {
        // The last lunar months belong to the year before.
        for (var year = from.Year - 1; year <= to.Year; year++)
            if (dayOf(year) is { } day && day >= from && day < to) yield return day;
    }

    /// <inheritdoc/>
    public override string ToString() => Label;

    private static YearDay? BySun(int month, int day, ref string problem)
    {
        // A leap year, so that 29 February may be said.
        if (month is < 1 or > 12) problem = $"没有{month}月，月份应为 1 到 12，请核对。";
        else if (day < 1 || day > DateTime.DaysInMonth(FirstClear, month)) problem = $"{month}月没有{day}日，请核对。";
        return problem.Length > 0 ? null : new($"{month}月{day}日", y => day <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, day) : null);
    }

    private static YearDay? ByMoon(string rest, ref string problem)
    {
        if (!LunarNames.TryGetValue(rest, out var at))
        {
            if (Fixed().Match(rest) is { Success: true } date) at = (Number(date, "m"), Number(date, "d"));
            if (at.Month is < 1 or > LunarMonths || at.Day is < 1 or > LunarDays)
            {
                problem = "农历的日子请写成 农历九月初九 或 农历9-9，月份 1 到 12，日子 1 到 30。";
                return null;
            }
        }
        return new("农历" + ChineseDates.LunarName(at.Month, at.Day), y => OfLunar(y, at.Month, at.Day));
    }

    private static YearDay? ByWeekday(int month, string nth, int weekday, ref string problem)
    {
        var n = nth is "最后一" or "last" ? Last : Numerals.IndexOf(nth, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : int.Parse(nth, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12) problem = $"没有{month}月，月份应为 1 到 12，请核对。";
        else if (n is not Last && n is < 1 or > 5) problem = "一个月最多有 5 个同样的星期，请写第1个到第5个，或者最后一个。";
        return problem.Length > 0 ? null : new($"{month}月{(n is Last ? "最后一" : "第" + n)}个周{Weekdays[weekday]}", y => OfWeekday(y, month, n, (DayOfWeek)weekday));
    }

    private static DateOnly? OfWeekday(int year, int month, int nth, DayOfWeek weekday)
    {
        var first = new DateOnly(year, month, 1);
        var days = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(first.AddDays).Where(d => d.DayOfWeek == weekday).ToList();
        return nth is Last ? days[^1] : nth <= days.Count ? days[nth - 1] : null;
    }

    private static DateOnly? OfLunar(int year, int month, int day)
    {
        if (year < Lunisolar.GetYear(Lunisolar.MinSupportedDateTime) || year > Lunisolar.GetYear(Lunisolar.MaxSupportedDateTime)) return null;
        // The framework counts the leap month along: from it on, ordinary months stand one later.
        var leap = Lunisolar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        return day <= Lunisolar.GetDaysInMonth(year, counted) ? DateOnly.FromDateTime(Lunisolar.ToDateTime(year, counted, day, 0, 0, 0, 0)) : null;
    }

    /// <summary>清明 of the 21st century by the usual formula [Y × 0.2422 + 4.81] − [Y ÷ 4] with Y the last two digits; no year of it deviates.</summary>
    private static DateOnly? Clear(int year)
    {
        if (year is < FirstClear or > LastClear) return null;
        var y = year - FirstClear;
        return new(year, 4, (y * 2422 + 48100) / 10000 - y / 4);
    }

    private static Dictionary<string, (int, int)> NamesOfLunarDays()
    {
        var names = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        for (var month = 1; month <= LunarMonths; month++)
            for (var day = 1; day <= LunarDays; day++)
            {
                var name = ChineseDates.LunarName(month, day);
                foreach (var written in new[] { name, name.Replace("廿", "二十", StringComparison.Ordinal) })
                {
                    names[written] = (month, day);
                    if (month == 1) names["一" + written[1..]] = (month, day);
                    if (month == 11) names["冬" + written[2..]] = (month, day);
                    if (month == 12) names["腊" + written[2..]] = (month, day);
                }
            }
        return names;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(农历|阴历|旧历|lunar:)(?<rest>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Lunar();

    [GeneratedRegex("^(?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})[日号]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fixed();

    [GeneratedRegex("^(?<m>[0-9]{1,2})月的?第?(?<n>[0-9]|[一二三四五]|最后一)个?(周|星期|礼拜)(?<w>[日天一二三四五六])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Nth();

    [GeneratedRegex("^(?<m>[0-9]{1,2})-(?<w>sun|mon|tue|wed|thu|fri|sat)-(?<n>[0-9]|last)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
