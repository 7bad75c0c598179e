namespace HalfSky.Kernel;

/// <summary>Age in full years (周岁).</summary>
/// <param name="Years">Full years, zero or more.</param>
public readonly record struct Age(int Years) : IComparable<Age>
{
    /// <summary>
    /// The age on a day; a year is completed on the birthday itself. Born on 29 February, she completes it on the 28th in
    /// a common year: where there is no corresponding day, the last of the month stands for it (民法典第二百零二条).
    /// </summary>
    /// <param name="day">The day asked about.</param>
    /// <param name="born">The day of birth, not after <paramref name="day"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">She is not yet born.</exception>
    public static Age On(DateOnly day, DateOnly born)
    {
        if (born > day)
            throw new ArgumentOutOfRangeException(nameof(day), day, "Not yet born on this day.");
        var years = day.Year - born.Year;
        return new(born.AddYears(years) > day ? years - 1 : years);
    }

    /// <summary>
    /// The age where criminal law counts: a year is completed on the day after the birthday
    /// (法释〔2006〕1号第二条：“周岁”从周岁生日的第二天起算).
    /// </summary>
    /// <param name="day">The day asked about.</param>
    /// <param name="born">The day of birth, not after <paramref name="day"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">She is not yet born.</exception>
    public static Age InCriminalLaw(DateOnly day, DateOnly born) => born == day ? new(0) : On(day.AddDays(-1), born);

    /// <summary>The day on which an age is completed, by the rule of <see cref="On"/>.</summary>
    /// <param name="years">Full years, zero or more.</param>
    /// <param name="born">The day of birth.</param>
    public static DateOnly ReachedOn(int years, DateOnly born)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        return born.AddYears(years);
    }

    /// <summary>
    /// The days of birth of those whose age on a day lies between two, both included: “满35至64周岁” as one range that an
    /// index can answer.
    /// </summary>
    /// <param name="youngest">The lower age.</param>
    /// <param name="oldest">The upper age, not below the lower.</param>
    /// <param name="day">The day asked about.</param>
    public static Period BornFor(int youngest, int oldest, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(youngest);
        ArgumentOutOfRangeException.ThrowIfLessThan(oldest, youngest);
        return new(FirstDayNotYet(oldest + 1, day), FirstDayNotYet(youngest, day));
    }

    /// <summary>By years.</summary>
    /// <param name="other">The other age.</param>
    public int CompareTo(Age other) => Years.CompareTo(other.Years);

    /// <summary>“36周岁”.</summary>
    public override string ToString() => $"{Years}周岁";

    /// <summary>By years.</summary>
    public static bool operator <(Age left, Age right) => left.Years < right.Years;

    /// <summary>By years.</summary>
    public static bool operator >(Age left, Age right) => left.Years > right.Years;

    /// <summary>By years.</summary>
    public static bool operator <=(Age left, Age right) => left.Years <= right.Years;

    /// <summary>By years.</summary>
    public static bool operator >=(Age left, Age right) => left.Years >= right.Years;

    /// <summary>The earliest day of birth that has not completed the years by the day.</summary>
    private static DateOnly FirstDayNotYet(int years, DateOnly day)
    {
        var born = day.AddYears(-years);
        while (born.AddYears(years) <= day)
            born = born.AddDays(1);
        return born;
    }
}
