namespace HalfSky.Kernel.Tests;

public class YearDayTests
{
    private static YearDay Of(string text)
    {
        Assert.True(YearDay.TryParse(text, out var day, out var problem), problem);
        return day!;
    }

    [Theory]
    [InlineData("", "请填写")]
    [InlineData(null, "请填写")]
    [InlineData("春天", "3月8日、农历九月初九")]
    [InlineData("13-1", "没有13月")]
    [InlineData("2-30", "2月没有30日")]
    [InlineData("农历13-1", "月份 1 到 12")]
    [InlineData("农历九月卅一", "农历9-9")]
    [InlineData("5月第6个周日", "第1个到第5个")]
    [InlineData("13-sun-1", "没有13月")]
    public void What_is_no_day_of_the_year_is_refused_with_a_sentence_that_says_what_to_do(string? text, string says)
    {
        Assert.False(YearDay.TryParse(text, out _, out var problem));
        Assert.Contains(says, problem);
        Assert.EndsWith("。", problem);
    }

    [Theory]
    [InlineData("03-08", "2026-03-08")]
    [InlineData("3月8日", "2027-03-08")]
    [InlineData("2-29", "2028-02-29")]
    [InlineData("农历9-9", "2024-10-11")]
    [InlineData("lunar:9-9", "2025-10-29")]
    [InlineData("农历九月初九", "2026-10-18")]
    [InlineData("农历9-9", "2023-10-23")]
    [InlineData("农历2-2", "2023-02-21")]
    [InlineData("农历1-1", "2026-02-17")]
    [InlineData("农历正月初一", "2025-01-29")]
    [InlineData("农历8-15", "2025-10-06")]
    [InlineData("农历6-1", "2025-06-25")]
    [InlineData("农历腊月初八", "2026-01-26")]
    [InlineData("05-sun-2", "2026-05-10")]
    [InlineData("5月第2个周日", "2025-05-11")]
    [InlineData("5月最后一个星期日", "2026-05-31")]
    [InlineData("除夕", "2026-02-16")]
    [InlineData("大年三十", "2025-01-28")]
    [InlineData("清明", "2023-04-05")]
    [InlineData("清明节", "2024-04-04")]
    [InlineData("清明", "2025-04-04")]
    [InlineData("清明", "2026-04-05")]
    public void A_rule_falls_on_the_known_day_of_the_year(string rule, string day)
    {
        var known = DateOnly.ParseExact(day, "yyyy-MM-dd");
        Assert.Equal(known, Of(rule).In(known.Year));
    }

    [Theory]
    [InlineData("2-29", 2026)]
    [InlineData("5月第5个周二", 2027)]
    [InlineData("清明", 1999)]
    [InlineData("农历1-1", 2101)]
    [InlineData("农历腊月初八", 2023)]
    public void A_year_without_the_day_has_none(string rule, int year) => Assert.Null(Of(rule).In(year));

    [Fact]
    public void A_lunar_day_that_falls_twice_into_a_year_is_told_twice_for_the_days_between()
    {
        var days = Of("农历腊月初八").Between(new(2022, 1, 1), new(2023, 1, 1));
        Assert.Equal([new DateOnly(2022, 1, 10), new DateOnly(2022, 12, 30)], days);
    }

    [Fact]
    public void Every_lunar_day_read_again_by_its_label_is_the_same_day()
    {
        for (var month = 1; month <= 12; month++)
            for (var day = 1; day <= 30; day++)
            {
                var rule = Of($"农历{month}-{day}");
                Assert.Equal(rule.Label, Of(rule.Label).Label);
                Assert.Equal(rule.In(2025), Of(rule.Label).In(2025));
                if (rule.In(2025) is { } at) Assert.Equal(rule.Label, ChineseDates.Lunar(at));
            }
        foreach (var label in new[] { "3月8日", "5月第2个周日", "5月最后一个周日", "除夕", "清明" }) Assert.Equal(label, Of(label).Label);
    }
}
