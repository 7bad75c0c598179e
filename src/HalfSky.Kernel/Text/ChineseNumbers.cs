using System.Globalization;

namespace HalfSky.Kernel;

/// <summary>
/// Numbers in the sentences of a summary. 余, 近, 约 and 以上 are worded by rule from the true figure, so that no one rounds
/// by feeling; figures under ten, ratios and round figures stay exact whichever wording is asked for.
/// </summary>
/// <remarks>The rules are the house's own; usage of 余 and 近 is fixed nowhere. 以上 includes the number (民法典第一千二百五十九条).</remarks>
public static class ChineseNumbers
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The figure as it is, without thousands separators: “1284人次”, “1234.50元”, “73.2%”.</summary>
    /// <param name="figure">The true figure.</param>
    public static string Exact(Figure figure)
    {
        var number = figure.Number.Replace(",", "");
        return (number.EndsWith(".00", StringComparison.Ordinal) ? number[..^3] : number) + figure.Unit.Label;
    }

    /// <summary>
    /// 余: cut down to the tens, from ten thousand on to three leading digits: 1284 “1280余人次”, 12840 “1.28万余人次”.
    /// </summary>
    /// <param name="figure">The true figure.</param>
    public static string Over(Figure figure)
    {
        if (!CanRound(figure, out var whole, out var isWhole))
            return Exact(figure);
        var step = Step(whole, 3);
        return whole % step == 0 && isWhole ? Plain(figure, whole) : $"{Short(whole - whole % step)}余{figure.Unit}";
    }

    /// <summary>
    /// 近: up to the next number of two leading digits, if at most 3% are missing to it: 1284 “近1300人次”. Further off it
    /// would boast, so <see cref="Over"/> takes its place.
    /// </summary>
    /// <param name="figure">The true figure.</param>
    public static string Nearly(Figure figure)
    {
        if (!CanRound(figure, out var whole, out var isWhole))
            return Exact(figure);
        var next = Next(whole);
        if (whole % Step(whole, 2) == 0 && isWhole)
            return Plain(figure, whole);
        return IsNear(whole, next) ? $"近{Short(next)}{figure.Unit}" : Over(figure);
    }

    /// <summary>约: rounded to two leading digits, halves up: 1284 “约1300人次”, 1239 “约1200人次”.</summary>
    /// <param name="figure">The true figure.</param>
    public static string About(Figure figure)
    {
        if (!CanRound(figure, out var whole, out var isWhole))
            return Exact(figure);
        var step = Step(whole, 2);
        if (whole % step == 0 && isWhole)
            return Plain(figure, whole);
        return $"约{Short((whole + step / 2) / step * step)}{figure.Unit}";
    }

    /// <summary>以上: cut down to two leading digits; the number itself is included: 1284 “1200人次以上”.</summary>
    /// <param name="figure">The true figure.</param>
    public static string AtLeast(Figure figure) => CanRound(figure, out var whole, out _)
        ? $"{Short(whole - whole % Step(whole, 2))}{figure.Unit}以上"
        : Exact(figure);

    /// <summary>What a summary says unless told otherwise: exact if under ten or round, 近 if that close, else 余.</summary>
    /// <param name="figure">The true figure.</param>
    public static string Spoken(Figure figure) => Nearly(figure);

    /// <summary>A number in Chinese numerals: 1 一, 10 十, 15 十五, 105 一百〇五, 2026 二千〇二十六.</summary>
    /// <param name="number">1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to 9999.</exception>
    public static string Numeral(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var text = "";
        var pendingZero = false;
        foreach (var (weight, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / weight % 10;
            if (digit == 0)
            {
                pendingZero = text.Length > 0;
                continue;
            }

            text += $"{(pendingZero ? "〇" : "")}{Digits[digit]}{name}";
            pendingZero = false;
        }

        return number is >= 10 and < 20 ? text[1..] : text;
    }

    /// <summary>
    /// What stands before a heading of an official document (GB/T 9704-2012, 7.3.3): “一、”, “（一）”, “1.”, “（1）”.
    /// </summary>
    /// <param name="level">1 to 4.</param>
    /// <param name="number">1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such level, or number out of range.</exception>
    public static string Ordinal(int level, int number) => level switch
    {
        1 => $"{Numeral(number)}、",
        2 => $"（{Numeral(number)}）",
        3 => string.Create(CultureInfo.InvariantCulture, $"{number}."),
        4 => string.Create(CultureInfo.InvariantCulture, $"（{number}）"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "An official document has four levels of headings."),
    };

    /// <summary>Reads a number as written: “1,284”, “12.5”, “二十”, “一万二千”, “三千五”; “数十” and “几百” are vague.</summary>
    /// <param name="text">Half-width digits or Chinese numerals.</param>
    /// <param name="vague">It says tens or hundreds without saying how many.</param>
    /// <returns>Null when it is no number.</returns>
    public static decimal? Read(string text, out bool vague)
    {
        vague = text.Length > 1 && text[0] is '数' or '几' or '上' or '成';
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
            return decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) ? plain : null;
        decimal sum = 0, section = 0, last = 1;
        decimal? digit = null;
        foreach (var c in vague ? text[1..] : text)
        {
            if (c == '点') return null;
            if (Weight(c) is var weight and > 1)
            {
                if (weight < 10_000) section += (digit ?? (section == 0 || weight == 10 ? 1 : 0)) * weight;
                else (sum, section) = ((sum + (section + (digit ?? 0) is 0 ? 1 : section + (digit ?? 0))) * weight, 0);
                (digit, last) = (null, weight);
            }
            else if (c is '零' or '〇') last = 10;
            else if (c == '两') digit = 2;
            else if (Digits.IndexOf(c, StringComparison.Ordinal) is var at and > 0) digit = at;
            else return null;
        }

        // 三千五 is 3500, but 三千零五 is 3005 and 十五 is 15.
        return sum + section + (digit ?? 0) * (last > 10 ? last / 10 : 1);
    }

    /// <summary>What a numeral multiplies by: 十 10 … 亿 100,000,000; everything else 1.</summary>
    internal static decimal Weight(char numeral) => numeral switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 1 };

    private static bool CanRound(Figure figure, out long whole, out bool isWhole)
    {
        var scale = figure.Unit.Digits switch { 0 => 1, 1 => 10, _ => 100 };
        whole = figure.Amount / scale;
        isWhole = figure.Amount % scale == 0;
        // Close to the end of 64 bits the next round number does not exist; nothing is ever counted that far.
        return figure.Unit.Kind != "ratio" && whole is >= 10 and < 1_000_000_000_000_000;
    }

    private static string Plain(Figure figure, long whole) => Short(whole) + figure.Unit;

    private static long Next(long whole)
    {
        var step = Step(whole, 2);
        return whole - whole % step + step;
    }

    private static bool IsNear(long whole, long next) => (next - whole) * 100 <= whole * 3;

    /// <summary>The unit to round to so that so many leading digits stay; never finer than ten.</summary>
    private static long Step(long whole, int leading)
    {
        var step = 10L;
        while (whole / step >= Power(leading))
            step *= 10;
        return step;
    }

    private static long Power(int digits) => digits == 2 ? 100 : 1000;

    /// <summary>万 and 亿 from ten thousand on, where the number is then short: 12800 gives “1.28万”.</summary>
    private static string Short(long whole) => whole switch
    {
        >= 100_000_000 => (whole / 100_000_000m).ToString("0.########", CultureInfo.InvariantCulture) + "亿",
        >= 10_000 => (whole / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + "万",
        _ => whole.ToString(CultureInfo.InvariantCulture),
    };
}
