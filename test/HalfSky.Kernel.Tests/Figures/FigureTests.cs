using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class FigureTests
{
    [Fact]
    public void People_and_attendances_do_not_add_up()
    {
        Assert.Throws<InvalidOperationException>(() => new Figure(3, Unit.People) + new Figure(4, Unit.Attendances));
        Assert.Throws<InvalidOperationException>(() => new Figure(3, Unit.People) - new Figure(4, Unit.Households));
        Assert.Throws<InvalidOperationException>(() => Figure.Share(new(3, Unit.People), new(4, Unit.Households)));
        Assert.Throws<InvalidOperationException>(() => Figure.Sum([new(1, Unit.Times)], Unit.Sessions));
    }

    [Fact]
    public void Ratios_do_not_add_up() =>
        Assert.Throws<InvalidOperationException>(() => new Figure(5000, Unit.Percent) + new Figure(5000, Unit.Percent));

    [Fact]
    public void A_sum_past_64_bits_is_refused() =>
        Assert.Throws<OverflowException>(() => new Figure(long.MaxValue, Unit.People) + new Figure(1, Unit.People));

    [Theory]
    [InlineData(1284, "人次", "1,284人次")]
    [InlineData(0, "户", "0户")]
    [InlineData(-1284, "人", "-1,284人")]
    [InlineData(123450, "元", "1,234.50元")]
    [InlineData(-5, "元", "-0.05元")]
    [InlineData(7320, "%", "73.2%")]
    [InlineData(7325, "%", "73.25%")]
    [InlineData(10000, "%", "100%")]
    [InlineData(25, "小时", "2.5小时")]
    [InlineData(long.MaxValue, "元", "92,233,720,368,547,758.07元")]
    public void A_figure_reads_as_people_write_it(long amount, string unit, string text) =>
        Assert.Equal(text, new Figure(amount, Unit.Of(unit)).ToString());

    [Theory]
    [InlineData(6, 65, 923)]
    [InlineData(66, 71, 9296)]
    [InlineData(1, 3, 3333)]
    [InlineData(2, 3, 6667)]
    [InlineData(1, 20000, 1)]
    [InlineData(-1, 20000, -1)]
    [InlineData(1, 40000, 0)]
    public void A_share_is_computed_and_rounded_half_away_from_zero(long part, long whole, long basisPoints) =>
        Assert.Equal(new Figure(basisPoints, Unit.Percent), Figure.Share(new(part, Unit.Matters), new(whole, Unit.Matters)));

    [Fact]
    public void There_is_no_share_of_nothing() => Assert.Null(Figure.Share(new(0, Unit.People), new(0, Unit.People)));

    [Fact]
    public void Sums_do_not_depend_on_the_order() => Check.All(
        Gen.Choose(-1_000_000, 1_000_000).ListOf(), amounts =>
        {
            var figures = amounts.Select(a => new Figure(a, Unit.Times)).ToList();
            return Figure.Sum(figures, Unit.Times) == Figure.Sum(Enumerable.Reverse(figures), Unit.Times)
                && Figure.Sum(figures, Unit.Times).Amount == amounts.Sum(a => (long)a);
        });
}
