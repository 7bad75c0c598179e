using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HalfSky.Kernel;

/// <summary>
/// A stretch of days, half-open: <see cref="From"/> belongs to it, <see cref="To"/> no longer. A year, half-year, quarter
/// or month is told from its days, so two periods of the same days are equal however they were made.
/// </summary>
public readonly record struct Period : IParsable<Period>
{
    /// <summary>From a day up to, not including, another.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last; later than <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">The period would be empty or run backwards.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to <= from)
            throw new ArgumentException("A period has at least one day.", nameof(to));
        From = from;
        To = to;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The day after the last: exclusive.</summary>
    public DateOnly To { get; }

    /// <summary>The last day, inclusive: the day on which a stock is held.</summary>
    public DateOnly Last => To.AddDays(-1);

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>“year”, “half”, “quarter”, “month”, or “days” for any other stretch.</summary>
    public string Kind => (WholeMonths, From.Month) switch
    {
        (12, 1) => "year",
        (6, 1 or 7) => "half",
        (3, 1 or 4 or 7 or 10) => "quarter",
        (1, _) => "month",
        _ => "days",
    };

    /// <summary>A calendar year.</summary>
    /// <param name="year">1 to 9998.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such year.</exception>
    public static Period Year(int year) => Of(year, 1, 12);

    /// <summary>Half a calendar year.</summary>
    /// <param name="year">1 to 9998.</param>
    /// <param name="half">1 (上半年) or 2 (下半年).</param>
    /// <exception cref="ArgumentOutOfRangeException">No such half-year.</exception>
    public static Period HalfYear(int year, int half) => Of(year, half, 6);

    /// <summary>A calendar quarter.</summary>
    /// <param name="year">1 to 9998.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such quarter.</exception>
    public static Period Quarter(int year, int quarter) => Of(year, quarter, 3);

    /// <summary>A calendar month.</summary>
    /// <param name="year">1 to 9998.</param>
    /// <param name="month">1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static Period Month(int year, int month) => Of(year, month, 1);

    /// <summary>One day.</summary>
    /// <param name="day">The day.</param>
    public static Period Day(DateOnly day) => new(day, day.AddDays(1));

    /// <summary>From a first to a last day, both included.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, not before the first.</param>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public static Period Between(DateOnly first, DateOnly last) => new(first, last.AddDays(1));

    /// <summary>The calendar year of a day.</summary>
    /// <param name="day">The day.</param>
    public static Period YearOf(DateOnly day) => Year(day.Year);

    /// <summary>The half-year of a day.</summary>
    /// <param name="day">The day.</param>
    public static Period HalfYearOf(DateOnly day) => HalfYear(day.Year, (day.Month + 5) / 6);

    /// <summary>The quarter of a day.</summary>
    /// <param name="day">The day.</param>
    public static Period QuarterOf(DateOnly day) => Quarter(day.Year, (day.Month + 2) / 3);

    /// <summary>The month of a day.</summary>
    /// <param name="day">The day.</param>
    public static Period MonthOf(DateOnly day) => Month(day.Year, day.Month);

    /// <summary>From 1 January up to a day, that day included: “今年以来”.</summary>
    /// <param name="day">The last day.</param>
    public static Period YearTo(DateOnly day) => Between(new(day.Year, 1, 1), day);

    /// <summary>
    /// The period of the same kind that follows at once. Any other stretch moves by its own length, in months where it
    /// is made of whole months, else in days.
    /// </summary>
    public Period Next => Moved(1);

    /// <summary>The period of the same kind just before; see <see cref="Next"/>.</summary>
    public Period Previous => Moved(-1);

    /// <summary>
    /// The same days a year earlier: February 2025 against the whole of February 2024. A stretch that begins or ends on
    /// 29 February begins or ends on the 28th. Whether the two differ by that day says <see cref="LeapDayApart"/>.
    /// </summary>
    public Period SamePeriodLastYear()
    {
        // The end is exclusive: up to and with the 28th is before 1 March a year earlier, not before the 28th.
        var end = To is { Month: 2, Day: 29 } ? new DateOnly(To.Year - 1, 3, 1) : To.AddYears(-1);
        return new(From.AddYears(-1), end);
    }

    /// <summary>
    /// Whether this period and its <see cref="SamePeriodLastYear"/> are of different length because of a 29 February:
    /// a page that compares them has to say so.
    /// </summary>
    public bool LeapDayApart => Days != SamePeriodLastYear().Days;

    /// <summary>Whether a day lies in it.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => day >= From && day < To;

    /// <summary>Whether another period lies wholly in it.</summary>
    /// <param name="other">The other period.</param>
    public bool Contains(Period other) => other.From >= From && other.To <= To;

    /// <summary>Whether the two share a day.</summary>
    /// <param name="other">The other period.</param>
    public bool Overlaps(Period other) => other.From < To && From < other.To;

    /// <summary>Its calendar months in order, the first and last cut to the period.</summary>
    public IEnumerable<Period> Months()
    {
        for (var day = From; day < To;)
        {
            var month = MonthOf(day);
            yield return new(day, month.To < To ? month.To : To);
            day = month.To;
        }
    }

    /// <summary>
    /// The text by which it is stored and addressed: “2026”, “2026H1”, “2026Q1”, “2026-03”, “2026-03-08”, or the first and
    /// the last day, both included: “2026-01-01..2026-11-22”.
    /// </summary>
    public string Key => Kind switch
    {
        "year" => $"{From:yyyy}",
        "half" => $"{From:yyyy}H{(From.Month + 5) / 6}",
        "quarter" => $"{From:yyyy}Q{(From.Month + 2) / 3}",
        "month" => $"{From:yyyy-MM}",
        _ when Days == 1 => $"{From:yyyy-MM-dd}",
        _ => $"{From:yyyy-MM-dd}..{Last:yyyy-MM-dd}",
    };

    /// <summary>For people: “2026年第1季度”, “2026年上半年”, “2026年1—11月”, “2026年1月1日至11月22日”.</summary>
    public string Label => Kind switch
    {
        "year" => $"{From.Year}年",
        "half" => $"{From.Year}年{(From.Month == 1 ? "上" : "下")}半年",
        "quarter" => $"{From.Year}年第{(From.Month + 2) / 3}季度",
        "month" => $"{From.Year}年{From.Month}月",
        _ when Days == 1 => ChineseDates.Long(From),
        _ when WholeMonths > 0 => From.Year == Last.Year
            ? $"{From.Year}年{From.Month}—{Last.Month}月"
            : $"{From.Year}年{From.Month}月至{Last.Year}年{Last.Month}月",
        _ => $"{ChineseDates.Long(From)}至{(From.Year == Last.Year ? ChineseDates.Short(Last) : ChineseDates.Long(Last))}",
    };

    /// <summary>The <see cref="Key"/>.</summary>
    public override string ToString() => Key;

    /// <summary>Reads a <see cref="Key"/>.</summary>
    /// <param name="key">The key; q and h may be small.</param>
    /// <exception cref="FormatException">Not a key; the message is a Chinese sentence.</exception>
    public static Period Parse(string key) => Parse(key, null);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The key.</param>
    /// <param name="provider">Not used.</param>
    public static Period Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var period)
        ? period
        : throw new FormatException("时段看不懂，请写成 2026、2026H1、2026Q1、2026-03 或 2026-01-01..2026-11-22。");

    /// <summary>Reads a <see cref="Key"/>; false if it is none, or its year lies outside 1900 to 2999.</summary>
    /// <param name="s">The key.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The period.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result)
    {
        result = default;
        var key = Typed.Plain(s).ToUpperInvariant();
        if (key.Length < 4 || !int.TryParse(key[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 2999)
            return false;

        var rest = key[4..];
        if (rest.Length == 0)
            result = Year(year);
        else if (rest is ['H', >= '1' and <= '2' and var half])
            result = HalfYear(year, half - '0');
        else if (rest is ['Q', >= '1' and <= '4' and var quarter])
            result = Quarter(year, quarter - '0');
        else if (IsDay($"{key}-01", out var month))
            result = MonthOf(month);
        else if (IsDay(key, out var day))
            result = Day(day);
        else if (key.Split("..") is [var first, var last] && IsDay(first, out var from) && IsDay(last, out var to)
            && from <= to && to.Year <= 2999)
            result = Between(from, to);
        return result != default;
    }

    /// <summary>How many whole calendar months it is made of; 0 if it begins or ends within a month.</summary>
    private int WholeMonths => From.Day == 1 && To.Day == 1 ? (To.Year - From.Year) * 12 + To.Month - From.Month : 0;

    private Period Moved(int times) => WholeMonths is > 0 and var months
        ? new(From.AddMonths(times * months), To.AddMonths(times * months))
        : new(From.AddDays(times * Days), To.AddDays(times * Days));

    private static Period Of(int year, int number, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12 / months);
        var from = new DateOnly(year, (number - 1) * months + 1, 1);
        return new(from, from.AddMonths(months));
    }

    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
