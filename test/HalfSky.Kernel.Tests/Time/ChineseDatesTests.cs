namespace HalfSky.Kernel.Tests;

public class ChineseDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("", "请填写日期")]
    [InlineData(null, "请填写日期")]
    [InlineData("明年", "请写成 2026-3-8")]
    [InlineData("2026-2-29", "2026年2月没有29日，这个月只有28天")]
    [InlineData("2026年4月31日", "只有30天")]
    [InlineData("2026-13-1", "没有13月")]
    [InlineData("20260008", "没有0月")]
    [InlineData("2026-3-0", "没有0日")]
    [InlineData("2026年3月", "缺少“日”")]
    [InlineData("2026.3", "缺少“日”")]
    [InlineData("202603", "缺少“日”")]
    [InlineData("26-3-8", "年份请写四位")]
    [InlineData("26年3月8日", "年份请写四位")]
    [InlineData("1026-3-8", "1900 年到 2100 年")]
    [InlineData("2026-3/8", "看不懂")]
    [InlineData("2026-3-8 25", "看不懂")]
    [InlineData("46089", "看不懂")]
    [InlineData("十月百日", "看不懂")]
    [InlineData("\uD800", "看不懂")]
    public void What_is_no_day_is_refused_with_a_sentence_that_says_what_to_do(string? text, string says)
    {
        Assert.False(ChineseDates.TryParse(text, Today, out _, out var problem));
        Assert.Contains(says, problem);
        Assert.EndsWith("。", problem);
    }

    [Theory]
    [InlineData("2026-3-8")]
    [InlineData("2026-03-08")]
    [InlineData("2026/3/8")]
    [InlineData("2026.3.8")]
    [InlineData("2026。3。8")]
    [InlineData("2026年3月8日")]
    [InlineData("2026年3月8号")]
    [InlineData("2026年3月8")]
    [InlineData("2026 年 3 月 8 日")]
    [InlineData("20260308")]
    [InlineData("3月8日")]
    [InlineData("3-8")]
    [InlineData("3.8")]
    [InlineData("三月八日")]
    [InlineData("二〇二六年三月八日")]
    [InlineData("二○二六年三月八号")]
    [InlineData("２０２６－３－８")]
    [InlineData("２０２６年３月８日")]
    [InlineData("2026—3—8")]
    [InlineData("2026/3/8 0:00:00")]
    [InlineData("2026-03-08T09:30")]
    [InlineData("　2026-3-8 ")]
    public void The_eighth_of_March_is_read_however_it_is_typed(string text) =>
        Assert.Equal(new DateOnly(2026, 3, 8), ChineseDates.Parse(text, Today));

    [Theory]
    [InlineData("今天", "2026-11-22")]
    [InlineData("昨天", "2026-11-21")]
    [InlineData("前天", "2026-11-20")]
    [InlineData("十二月三十一日", "2026-12-31")]
    [InlineData("十月十日", "2026-10-10")]
    [InlineData("1月廿三日", "2026-01-23")]
    [InlineData("2024-2-29", "2024-02-29")]
    public void Words_and_numerals_are_read(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day), ChineseDates.Parse(text, Today));

    [Fact]
    public void What_we_write_we_read() => Check.All(Check.Days, day =>
        ChineseDates.Parse(ChineseDates.Long(day), Today) == day
        && ChineseDates.Parse(day.ToString("yyyyMMdd"), Today) == day
        && ChineseDates.Parse($"{day.Year}.{day.Month}.{day.Day}", Today) == day);

    [Fact]
    public void The_weekday_is_that_of_the_calendar()
    {
        Assert.Equal("星期日", ChineseDates.Weekday(Today));
        Assert.Equal("星期一", ChineseDates.Weekday(Today.AddDays(1)));
        Assert.Equal("星期六", ChineseDates.Weekday(Today.AddDays(-1)));
    }

    [Theory]
    [InlineData("2026-02-17", "农历正月初一")]
    [InlineData("2026-11-22", "农历十月十四")]
    [InlineData("2026-02-16", "农历十二月廿九")]
    [InlineData("2025-07-25", "农历闰六月初一")]
    [InlineData("2025-08-22", "农历闰六月廿九")]
    [InlineData("2025-08-23", "农历七月初一")]
    [InlineData("2025-06-25", "农历六月初一")]
    [InlineData("2025-10-06", "农历八月十五")]
    [InlineData("2033-12-22", "农历闰十一月初一")]
    public void A_day_has_its_place_in_the_lunar_calendar(string day, string lunar) =>
        Assert.Equal(lunar, ChineseDates.Lunar(DateOnly.Parse(day)));

    [Fact]
    public void Beyond_the_table_there_is_no_lunar_day()
    {
        Assert.Null(ChineseDates.Lunar(new(1900, 1, 1)));
        Assert.Null(ChineseDates.Lunar(new(2101, 1, 29)));
        Assert.NotNull(ChineseDates.Lunar(new(2101, 1, 28)));
    }
}
