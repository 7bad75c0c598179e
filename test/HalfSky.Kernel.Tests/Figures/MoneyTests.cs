using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData(null, "请填写金额")]
    [InlineData(" ", "请填写金额")]
    [InlineData("abc", "看不懂")]
    [InlineData("12,34", "看不懂")]
    [InlineData("1.2.3", "看不懂")]
    [InlineData("--5", "看不懂")]
    [InlineData("-￥-5", "看不懂")]
    [InlineData("1e3", "看不懂")]
    [InlineData("٣", "看不懂")]
    [InlineData("三百元", "看不懂")]
    [InlineData("0.001", "精确到分")]
    [InlineData("1.2345678万", "精确到分")]
    [InlineData("10000亿", "过大")]
    [InlineData("99999999999999999999999", "过大")]
    public void What_is_no_amount_is_refused_with_a_sentence(string? text, string says)
    {
        Assert.False(Money.TryParse(text, out _, out string problem));
        Assert.Contains(says, problem);
        Assert.EndsWith("。", problem);
    }

    [Theory]
    [InlineData("1,234.5", 123450)]
    [InlineData("￥12", 1200)]
    [InlineData("¥ 12.30", 1230)]
    [InlineData("１２，３４５．６", 1234560)]
    [InlineData("0012", 1200)]
    [InlineData("300元", 30000)]
    [InlineData("1.2万元", 1200000)]
    [InlineData("0.000001万", 1)]
    [InlineData("2亿", 20000000000)]
    [InlineData("-300", -30000)]
    [InlineData("−300", -30000)]
    [InlineData("-￥5", -500)]
    [InlineData("￥-5", -500)]
    [InlineData("人民币500元整", 50000)]
    [InlineData("1.500", 150)]
    [InlineData("0", 0)]
    public void An_amount_is_read_however_it_is_typed(string text, long fen) => Assert.Equal(new Money(fen), Money.Parse(text));

    [Fact]
    public void It_prints_with_separators_plainly_and_in_ten_thousands()
    {
        var money = new Money(12_345_050);
        Assert.Equal(("123,450.50", "123450.50", "123,450.50元", "12.35万元"),
            (money.ToString(), money.Plain, money.Label, money.InTenThousands));
        Assert.Equal(new Figure(12_345_050, Unit.Yuan), money.Figure);
    }

    [Fact]
    public void Too_much_for_64_bits_is_refused()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => Money.Yuan(long.MaxValue));
    }

    [Fact]
    public void What_is_printed_is_read_back_to_the_fen() => Check.All(Gen.Choose(int.MinValue + 1, int.MaxValue), fen =>
    {
        var money = new Money(fen);
        return Money.Parse(money.ToString()) == money && Money.Parse(money.Plain) == money && Money.Parse(money.Label) == money;
    });

    [Fact]
    public void Adding_and_taking_away_again_changes_nothing() => Check.All(
        Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(int.MinValue, int.MaxValue)), pair =>
        {
            Money a = new(pair.Item1), b = new(pair.Item2);
            return a + b - b == a && a + b == b + a && Money.Sum([a, -a]) == Money.Zero && a * 2 == a + a
                && (a < b) == (a - b < Money.Zero);
        });
}
