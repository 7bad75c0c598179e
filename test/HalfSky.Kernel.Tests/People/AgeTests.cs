using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class AgeTests
{
    private static DateOnly Day(string text) => DateOnly.Parse(text);

    [Fact]
    public void Before_birth_there_is_no_age()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.On(Day("2026-03-07"), Day("2026-03-08")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.InCriminalLaw(Day("2026-03-07"), Day("2026-03-08")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.ReachedOn(-1, Day("2026-03-08")));
    }

    [Theory]
    [InlineData("1990-03-08", "2026-03-07", 35)]
    [InlineData("1990-03-08", "2026-03-08", 36)]
    [InlineData("2004-02-29", "2026-02-27", 21)]
    [InlineData("2004-02-29", "2026-02-28", 22)]
    [InlineData("2004-02-29", "2028-02-28", 23)]
    [InlineData("2004-02-29", "2028-02-29", 24)]
    [InlineData("2026-03-08", "2026-03-08", 0)]
    public void A_year_is_completed_on_the_birthday(string born, string day, int years) =>
        Assert.Equal(new Age(years), Age.On(Day(day), Day(born)));

    [Theory]
    [InlineData("2010-03-08", "2026-03-08", 15)]
    [InlineData("2010-03-08", "2026-03-09", 16)]
    [InlineData("2026-03-08", "2026-03-08", 0)]
    public void In_criminal_law_a_year_is_completed_on_the_day_after(string born, string day, int years) =>
        Assert.Equal(years, Age.InCriminalLaw(Day(day), Day(born)).Years);

    [Fact]
    public void The_day_on_which_an_age_is_reached_is_its_first() => Check.All(
        Check.Days.Zip(Gen.Choose(1, 100)), pair =>
        {
            var (born, years) = pair;
            var day = Age.ReachedOn(years, born);
            return Age.On(day, born).Years == years && Age.On(day.AddDays(-1), born).Years == years - 1;
        });

    [Fact]
    public void Days_of_birth_for_35_to_64_are_exactly_those() => Check.All(
        Check.Days.Zip(Check.Days).Where(pair => pair.Item1 <= pair.Item2 && pair.Item2.Year >= 1970), pair =>
        {
            var (born, day) = pair;
            return Age.BornFor(35, 64, day).Contains(born) == (Age.On(day, born).Years is >= 35 and <= 64);
        });

    [Fact]
    public void It_prints_in_full_years() => Assert.Equal("36周岁", new Age(36).ToString());
}
