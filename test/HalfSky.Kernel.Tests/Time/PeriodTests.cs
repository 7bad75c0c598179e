using FsCheck;
using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class PeriodTests
{
    private static DateOnly Day(string text) => DateOnly.Parse(text);

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Check.Days.Select(Period.YearOf),
        Check.Days.Select(Period.HalfYearOf),
        Check.Days.Select(Period.QuarterOf),
        Check.Days.Select(Period.MonthOf),
        Check.Days.Select(Period.YearTo),
        Check.Days.Zip(Gen.Choose(0, 400), (first, length) => Period.Between(first, first.AddDays(length))));

    [Fact]
    public void A_period_without_a_day_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Period(Day("2026-03-08"), Day("2026-03-08")));
        Assert.Throws<ArgumentException>(() => Period.Between(Day("2026-03-08"), Day("2026-03-07")));
    }

    [Fact]
    public void A_fifth_quarter_a_third_half_and_a_thirteenth_month_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Quarter(2026, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.HalfYear(2026, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Month(2026, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Year(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("2026Q5")]
    [InlineData("2026H0")]
    [InlineData("2026-13")]
    [InlineData("2026-3")]
    [InlineData("2026-02-29")]
    [InlineData("2026-03-08..2026-03-01")]
    [InlineData("2026-03-08..")]
    [InlineData("1899")]
    [InlineData("3000")]
    public void A_key_that_names_no_period_is_refused(string key) =>
        Assert.Contains("请写成", Assert.Throws<FormatException>(() => Period.Parse(key)).Message);

    [Theory]
    [InlineData("2026", "year", "2026年", 365)]
    [InlineData("2026H1", "half", "2026年上半年", 181)]
    [InlineData("2026h2", "half", "2026年下半年", 184)]
    [InlineData("2026Q1", "quarter", "2026年第1季度", 90)]
    [InlineData("2026-02", "month", "2026年2月", 28)]
    [InlineData("2026-03-08", "days", "2026年3月8日", 1)]
    [InlineData("2026-01-01..2026-11-22", "days", "2026年1月1日至11月22日", 326)]
    [InlineData("2026-01-01..2026-11-30", "days", "2026年1—11月", 334)]
    [InlineData("2025-12-15..2026-01-14", "days", "2025年12月15日至2026年1月14日", 31)]
    [InlineData("2025-07-01..2026-06-30", "days", "2025年7月至2026年6月", 365)]
    public void A_key_is_read_and_labelled(string key, string kind, string label, int days)
    {
        var period = Period.Parse(key);
        Assert.Equal((kind, label, days), (period.Kind, period.Label, period.Days));
        Assert.Equal(key.ToUpperInvariant(), period.Key);
    }

    [Fact]
    public void The_first_quarter_typed_as_days_is_the_first_quarter() =>
        Assert.Equal(Period.Quarter(2026, 1), Period.Parse("2026-01-01..2026-03-31"));

    [Theory]
    [InlineData("2025-02", "2024-02", true)]
    [InlineData("2024-02", "2023-02", true)]
    [InlineData("2024-02-29", "2023-02-28", false)]
    [InlineData("2024-02-01..2024-02-28", "2023-02", false)]
    [InlineData("2024-01-01..2024-02-29", "2023-01-01..2023-02-28", true)]
    [InlineData("2026Q1", "2025Q1", false)]
    [InlineData("2024", "2023", true)]
    [InlineData("2024-03-01..2025-02-28", "2023-03-01..2024-02-29", true)]
    [InlineData("2026-01-01..2026-11-22", "2025-01-01..2025-11-22", false)]
    public void A_year_earlier_the_29th_of_February_is_minded_and_said(string key, string earlier, bool apart)
    {
        var period = Period.Parse(key);
        Assert.Equal(Period.Parse(earlier), period.SamePeriodLastYear());
        Assert.Equal(apart, period.LeapDayApart);
    }

    [Theory]
    [InlineData("2026Q4", "2027Q1")]
    [InlineData("2026H2", "2027H1")]
    [InlineData("2026-12", "2027-01")]
    [InlineData("2026", "2027")]
    [InlineData("2026-01-01..2026-02-28", "2026-03-01..2026-04-30")]
    [InlineData("2026-03-02..2026-03-08", "2026-03-09..2026-03-15")]
    public void The_next_period_is_of_the_same_kind(string key, string next)
    {
        Assert.Equal(Period.Parse(next), Period.Parse(key).Next);
        Assert.Equal(Period.Parse(key), Period.Parse(next).Previous);
    }

    [Fact]
    public void A_period_follows_the_one_before_without_gap_or_overlap() => Check.All(Periods, period =>
        period.Next.From == period.To && period.Previous.To == period.From && period.Next.Kind == period.Kind
        && !period.Overlaps(period.Next) && period.Contains(period.Last) && !period.Contains(period.To));

    [Fact]
    public void A_key_is_read_back_as_the_same_period() =>
        Check.All(Periods, period => Period.Parse(period.Key) == period && period.ToString() == period.Key);

    [Fact]
    public void The_months_of_a_period_cover_it_day_by_day() => Check.All(Periods, period =>
        period.Months().Sum(m => m.Days) == period.Days && period.Months().All(period.Contains)
        && period.Months().Zip(period.Months().Skip(1)).All(pair => pair.First.To == pair.Second.From));

    [Fact]
    public void A_day_lies_in_its_own_month_quarter_half_and_year() => Check.All(Check.Days, day =>
        Period.YearOf(day).Contains(Period.HalfYearOf(day)) && Period.HalfYearOf(day).Contains(Period.QuarterOf(day))
        && Period.QuarterOf(day).Contains(Period.MonthOf(day)) && Period.MonthOf(day).Contains(day)
        && Period.YearTo(day).Last == day);
}
