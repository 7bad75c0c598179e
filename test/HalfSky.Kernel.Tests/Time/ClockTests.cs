namespace HalfSky.Kernel.Tests;

public class ClockTests
{
    private static Clock At(string utc) => new(new FakeTime(DateTimeOffset.Parse(utc)));

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void A_time_that_is_not_UTC_is_refused(DateTimeKind kind) =>
        Assert.Throws<ArgumentException>(() => At("2026-03-08T00:00:00Z").DayOf(new DateTime(2026, 3, 8, 0, 0, 0, kind)));

    [Theory]
    [InlineData("2026-03-07T15:59:59.9999999Z", "2026-03-07")]
    [InlineData("2026-03-07T16:00:00Z", "2026-03-08")]
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01")]
    public void The_day_begins_at_midnight_in_China(string utc, string day)
    {
        var clock = At(utc);
        Assert.Equal(DateOnly.Parse(day), clock.Today);
        Assert.True(clock.StartOf(clock.Today) <= clock.Now && clock.Now < clock.StartOf(clock.Today.AddDays(1)));
    }

    [Fact]
    public void Now_is_UTC_in_whole_microseconds_whatever_the_offset_of_the_source()
    {
        var now = At("2026-03-08T08:00:00.1234567+08:00").Now;
        Assert.Equal(DateTimeKind.Utc, now.Kind);
        Assert.Equal(new DateTime(2026, 3, 8, 0, 0, 0, DateTimeKind.Utc).AddTicks(1_234_560), now);
        Assert.Equal(8, At("2026-03-08T00:00:00Z").WallTimeOf(now).Hour);
    }
}
