namespace HalfSky.Kernel.Tests;

public class UnitTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("3个")]
    [InlineData("人 次")]
    [InlineData("很长很长很长的")]
    public void A_label_that_is_no_unit_is_refused(string? label) => Assert.Throws<ArgumentException>(() => Unit.Of(label!));

    [Fact]
    public void A_label_finds_its_unit_and_a_new_one_counts_in_whole_things()
    {
        Assert.Equal(Unit.Attendances, Unit.Of(" 人次 "));
        Assert.Equal(Unit.Percent, Unit.Of("％"));
        Assert.Equal(Unit.Yuan, new Unit("元"));
        Assert.Equal(("棵", "count", 0), (Unit.Of("棵").Label, Unit.Of("棵").Kind, Unit.Of("棵").Digits));
        Assert.Equal(Unit.Of("棵"), Unit.Of("棵"));
        Assert.All(Unit.All, unit => Assert.Equal(unit, Unit.Of(unit.Label)));
        Assert.Equal("", default(Unit).ToString());
    }
}
