using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class ChineseNumbersTests
{
    private static Figure Of(long amount, string unit = "人次") => new(amount, Unit.Of(unit));

    [Fact]
    public void Numbers_without_numeral_and_levels_without_sign_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumbers.Numeral(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumbers.Numeral(10_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumbers.Ordinal(5, 1));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    [InlineData(-12)]
    public void Under_ten_a_figure_stays_exact_whatever_is_asked_for(long amount)
    {
        var exact = $"{amount}人次";
        var figure = Of(amount);
        Assert.Equal([exact, exact, exact, exact, exact],
            [ChineseNumbers.Over(figure), ChineseNumbers.Nearly(figure), ChineseNumbers.About(figure),
             ChineseNumbers.AtLeast(figure), ChineseNumbers.Spoken(figure)]);
    }

    [Fact]
    public void A_ratio_stays_exact() => Assert.Equal("73.2%", ChineseNumbers.About(Of(7320, "%")));

    [Theory]
    [InlineData(1284, "1280余人次")]
    [InlineData(1280, "1280人次")]
    [InlineData(23, "20余人次")]
    [InlineData(284, "280余人次")]
    [InlineData(12840, "1.28万余人次")]
    [InlineData(12800, "1.28万人次")]
    [InlineData(10050, "1万余人次")]
    [InlineData(123_456_789, "1.23亿余人次")]
    public void Over_cuts_down(long amount, string text) => Assert.Equal(text, ChineseNumbers.Over(Of(amount)));

    [Theory]
    [InlineData(1284, "近1300人次")]
    [InlineData(1261, "1260余人次")]
    [InlineData(98, "近100人次")]
    [InlineData(96, "90余人次")]
    [InlineData(1300, "1300人次")]
    [InlineData(9970, "近1万人次")]
    public void Nearly_only_when_hardly_anything_is_missing(long amount, string text)
    {
        Assert.Equal(text, ChineseNumbers.Nearly(Of(amount)));
        Assert.Equal(text, ChineseNumbers.Spoken(Of(amount)));
    }

    [Theory]
    [InlineData(1284, "约1300人次")]
    [InlineData(1239, "约1200人次")]
    [InlineData(1250, "约1300人次")]
    [InlineData(1200, "1200人次")]
    [InlineData(96, "约100人次")]
    public void About_rounds_to_the_nearest(long amount, string text) => Assert.Equal(text, ChineseNumbers.About(Of(amount)));

    [Theory]
    [InlineData(1284, "1200人次以上")]
    [InlineData(1200, "1200人次以上")]
    [InlineData(15, "10人次以上")]
    public void At_least_includes_the_number(long amount, string text) => Assert.Equal(text, ChineseNumbers.AtLeast(Of(amount)));

    [Theory]
    [InlineData(128_050, "1280余元")]
    [InlineData(128_000, "1280元")]
    [InlineData(950, "9.50元")]
    public void Money_is_worded_in_whole_yuan(long fen, string text) => Assert.Equal(text, ChineseNumbers.Over(Of(fen, "元")));

    [Fact]
    public void On_request_a_figure_is_exact()
    {
        Assert.Equal("1284人次", ChineseNumbers.Exact(Of(1284)));
        Assert.Equal("1234.50元", ChineseNumbers.Exact(Of(123_450, "元")));
        Assert.Equal("1234元", ChineseNumbers.Exact(Of(123_400, "元")));
    }

    [Fact]
    public void No_wording_is_ever_untrue() => Check.All(Gen.Choose(10, int.MaxValue), amount =>
    {
        var figure = Of(amount);
        return Said(ChineseNumbers.Over(figure)) is var over && over <= amount && (over == amount || amount - over < amount / 10m + 10)
            && Said(ChineseNumbers.AtLeast(figure)) <= amount
            && Math.Abs(Said(ChineseNumbers.About(figure)) - amount) * 20 <= Math.Max(amount, 100)
            && (!ChineseNumbers.Nearly(figure).StartsWith('近')
                || Said(ChineseNumbers.Nearly(figure)) - amount is > 0 and var gap && gap * 100 <= amount * 3m);
    });

    private static decimal Said(string text)
    {
        var scale = text.Contains('亿') ? 100_000_000m : text.Contains('万') ? 10_000m : 1m;
        return scale * decimal.Parse(string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '.')));
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(15, "十五")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百〇五")]
    [InlineData(110, "一百一十")]
    [InlineData(1001, "一千〇一")]
    [InlineData(2026, "二千〇二十六")]
    [InlineData(9990, "九千九百九十")]
    public void A_number_is_written_in_numerals(int number, string text) => Assert.Equal(text, ChineseNumbers.Numeral(number));

    [Fact]
    public void Headings_are_numbered_as_in_official_documents() => Assert.Equal(
        ["一、", "（十二）", "3.", "（4）"],
        [ChineseNumbers.Ordinal(1, 1), ChineseNumbers.Ordinal(2, 12), ChineseNumbers.Ordinal(3, 3), ChineseNumbers.Ordinal(4, 4)]);
}
