using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class UuidTests
{
    private static readonly DateTime Day = new(2026, 11, 22, 1, 2, 3, DateTimeKind.Utc);

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("6f9619ff-8b86-4011-b42d-00c04fc964ff")]
    [InlineData("019aa8c0-0000-7000-0000-00c04fc964ff")]
    [InlineData("019aa8c0-0000-7000-8000-000000000000")]
    [InlineData("00000000-0001-7abc-8abc-00c04fc964ff")]
    [InlineData("ffffffff-ffff-7abc-8abc-00c04fc964ff")]
    public void An_identifier_of_another_version_or_of_an_absurd_time_is_refused(string id) =>
        Assert.False(Uuid.IsAcceptable(Guid.Parse(id)));

    [Fact]
    public void A_local_time_is_refused() =>
        Assert.Throws<ArgumentException>(() => Uuid.New(DateTime.SpecifyKind(Day, DateTimeKind.Local)));

    [Fact]
    public void What_we_make_is_acceptable_and_never_the_same_twice()
    {
        var made = Enumerable.Range(0, 10_000).Select(_ => Uuid.New(Day)).ToHashSet();
        Assert.Equal(10_000, made.Count);
        Assert.All(made, id => Assert.True(Uuid.IsAcceptable(id)));
    }

    [Fact]
    public void It_carries_the_time_it_was_given() => Check.All(Gen.Choose(0, int.MaxValue), seconds =>
    {
        var at = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seconds);
        var id = Uuid.New(at);
        var milliseconds = Convert.ToInt64(id.ToString("N")[..12], 16);
        return Uuid.IsAcceptable(id) && DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime == at;
    });
}
