namespace HalfSky.Kernel.Tests;

public class TimeOfDayTests
{
    [Theory]
    [InlineData("24:00")]
    [InlineData("8:60")]
    [InlineData("8")]
    [InlineData("8:3")]
    [InlineData("一早")]
    [InlineData("08:30:00")]
    [InlineData("\uD800")]
    [InlineData("2026-3-8")]
    public void What_is_no_time_stays_as_typed_and_is_no_time(string text)
    {
        Assert.False(TimeOfDay.IsEmptyOrTime(text));
        Assert.Equal(text, TimeOfDay.Tidy(text));
    }

    [Theory]
    [InlineData("8:30", "08:30")]
    [InlineData("８：３０", "08:30")]
    [InlineData(" 08:30 ", "08:30")]
    [InlineData("8点半", "08:30")]
    [InlineData("上午8点", "08:00")]
    [InlineData("下午2点半", "14:30")]
    [InlineData("下午 14:05", "14:05")]
    [InlineData("中午12点", "12:00")]
    [InlineData("晚上7时15分", "19:15")]
    [InlineData("0:00", "00:00")]
    public void A_time_is_read_as_people_write_it(string text, string kept) => Assert.Equal(kept, TimeOfDay.Tidy(text));

    [Theory]
    [InlineData("08:30", "11:00", 25L)]
    [InlineData("08:30", "08:35", 0L)]
    [InlineData("11:00", "08:30", null)]
    [InlineData("08:30", null, null)]
    [InlineData("", "11:00", null)]
    public void Hours_are_counted_in_tenths(string? from, string? to, long? tenths) => Assert.Equal(tenths, TimeOfDay.TenthsBetween(from, to));
}
