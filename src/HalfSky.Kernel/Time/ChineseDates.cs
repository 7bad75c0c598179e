using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Kernel;

/// <summary>Days as people in an office write and read them.</summary>
public static partial class ChineseDates
{
    private const string Digits = "〇一二三四五六七八九";
    private static readonly ChineseLunisolarCalendar Lunisolar = new();

    /// <summary>
    /// Reads a typed day: 2026-3-8, 2026/3/8, 2026.3.8, 2026年3月8日, 20260308, 3月8日 (this year), 二〇二六年三月八日,
    /// 今天, 昨天, 前天; full-width digits and a time of day pasted along (“2026/3/8 0:00:00”, dropped) do no harm.
    /// </summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The present day in China: gives 今天 its meaning and 3月8日 its year.</param>
    /// <param name="day">The day.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese; empty when all is well.</param>
    /// <returns>False with a problem when it is no day, an impossible one, or outside 1900 to 2100.</returns>
    public static bool TryParse(string? text, DateOnly today, out DateOnly day, out string problem)
    {
        day = default;
        var plain = TimeOfDay().Replace(Typed.Plain(text), "");
        plain = Arabic(Typed.WithoutBlanks(plain).Replace('。', '.'));
        problem = "";
        switch (plain)
        {
            case "":
                problem = "请填写日期。";
                return false;
            case "今天" or "今日":
                day = today;
                return true;
            case "昨天" or "昨日":
                day = today.AddDays(-1);
                return true;
            case "前天":
                day = today.AddDays(-2);
                return true;
        }

        var match = YearMonthDay().Match(plain);
        if (!match.Success)
            match = MonthDay().Match(plain);
        if (!match.Success)
        {
            problem = YearMonth().IsMatch(plain) ? "日期缺少“日”，请写成 2026-3-8 这样的完整日期。"
                : ShortYear().IsMatch(plain) ? "年份请写四位，例如 2026-3-8。"
                : "日期看不懂，请写成 2026-3-8 或 2026年3月8日。";
            return false;
        }

        var year = match.Groups["y"].Success ? Number(match, "y") : today.Year;
        var month = Number(match, "m");
        var dayOfMonth = Number(match, "d");
        problem = Impossible(year, month, dayOfMonth);
        if (problem.Length > 0)
            return false;
        day = new(year, month, dayOfMonth);
        return true;
    }

    /// <summary>Reads a typed day; see <see cref="TryParse"/>.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The present day in China.</param>
    /// <exception cref="FormatException">No day; the message is the Chinese sentence.</exception>
    public static DateOnly Parse(string text, DateOnly today) =>
        TryParse(text, today, out var day, out var problem) ? day : throw new FormatException(problem);

    /// <summary>“2026年3月8日”.</summary>
    /// <param name="day">The day.</param>
    public static string Long(DateOnly day) => $"{day.Year}年{Short(day)}";

    /// <summary>“3月8日”.</summary>
    /// <param name="day">The day.</param>
    public static string Short(DateOnly day) => $"{day.Month}月{day.Day}日";

    /// <summary>“星期一” to “星期六”, “星期日”.</summary>
    /// <param name="day">The day.</param>
    public static string Weekday(DateOnly day) => "星期" + "日一二三四五六"[(int)day.DayOfWeek];

    /// <summary>
    /// The day in the lunar calendar, “农历十月十五”, “农历闰六月初一”; months named as in GB/T 33661 (十一月, not 冬月).
    /// Absent outside 19 February 1901 to 28 January 2101, where the framework's table ends.
    /// </summary>
    /// <param name="day">The day.</param>
    public static string? Lunar(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        if (at < Lunisolar.MinSupportedDateTime || at > Lunisolar.MaxSupportedDateTime)
            return null;
        var number = Lunisolar.GetMonth(at);
        // The framework counts the leap month along: 7 is the leap sixth month when GetLeapMonth says 7.
        var leap = Lunisolar.GetLeapMonth(Lunisolar.GetYear(at));
        var isLeap = leap > 0 && number == leap;
        if (leap > 0 && number >= leap)
            number--;
        return "农历" + (isLeap ? "闰" : "") + LunarName(number, Lunisolar.GetDayOfMonth(at));
    }

    /// <summary>“九月初九”.</summary>
    internal static string LunarName(int number, int date)
    {
        var month = number == 1 ? "正" : ChineseNumbers.Numeral(number);
        var name = date switch
        {
            <= 10 => "初" + ChineseNumbers.Numeral(date),
            > 20 and < 30 => "廿" + ChineseNumbers.Numeral(date - 20),
            _ => ChineseNumbers.Numeral(date),
        };
        return $"{month}月{name}";
    }

    private static string Impossible(int year, int month, int day)
    {
        if (year is < 1900 or > 2100)
            return "年份应在 1900 年到 2100 年之间，请核对。";
        if (month is < 1 or > 12)
            return $"没有{month}月，月份应为 1 到 12，请核对。";
        var last = DateTime.DaysInMonth(year, month);
        return day >= 1 && day <= last ? "" : $"{year}年{month}月没有{day}日，这个月只有{last}天，请核对。";
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>Chinese numerals before 年, 月, 日 or 号 turned to digits: 二〇二六年十二月三十一日.</summary>
    [SuppressMessage("Globalization", "CA1305", Justification = "Digits only.")]
    private static string Arabic(string text) => Numeral().Replace(text, match =>
    {
        var numeral = match.Value.Replace('零', '〇').Replace('○', '〇').Replace("廿", "二十");
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return string.Concat(numeral.Select(c => Digits.IndexOf(c, StringComparison.Ordinal).ToString()));
        var tens = numeral[..ten] is { Length: > 0 } before ? Digits.IndexOf(before, StringComparison.Ordinal) : 1;
        var ones = numeral[(ten + 1)..] is { Length: > 0 } after ? Digits.IndexOf(after, StringComparison.Ordinal) : 0;
        return tens < 0 || ones < 0 ? match.Value : (tens * 10 + ones).ToString();
    });

    [GeneratedRegex(@"[零〇○一二三四五六七八九十廿]+(?=[年月日号])")]
    private static partial Regex Numeral();

    [GeneratedRegex(@"(?<=[0-9日号])[\sT]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<y>[0-9]{4})((?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})[日号]?|(?<m>[0-9]{2})(?<d>[0-9]{2}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^((?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})|(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})[日号]?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^([0-9]{4}([-/.][0-9]{1,2}|年[0-9]{1,2}月?)|[0-9]{6}|[0-9]{1,2}月)$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^[0-9]{2}([-/.年])[0-9]{1,2}[-/.月][0-9]{1,2}[日号]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortYear();
}
