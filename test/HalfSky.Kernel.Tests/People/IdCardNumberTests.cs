using FsCheck;
using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

/// <summary>Every number here is made up: regions that exist, days that exist, a computed check character.</summary>
public class IdCardNumberTests
{
    private static readonly Gen<string> Numbers =
        from region in Gen.Choose(110000, 659999)
        from day in Check.Days
        from sequence in Gen.Choose(0, 999)
        let seventeen = $"{region}{day:yyyyMMdd}{sequence:D3}"
        select seventeen + IdCardNumber.CheckCharacter(seventeen);

    [Theory]
    [InlineData("", "请填写")]
    [InlineData(null, "请填写")]
    [InlineData("11010519491231002", "现在是17位")]
    [InlineData("1101051949123100222", "现在是19位")]
    [InlineData("11010519491231002A", "只能是数字")]
    [InlineData("1101051949123100 X2", "只能是数字")]
    [InlineData("11010519490231002X", "第7到14位")]
    [InlineData("110105184912310021", "第7到14位")]
    [InlineData("110105194912310021", "校验位")]
    [InlineData("010105194912310021", "地区代码")]
    [InlineData("110105490231002", "第7到12位")]
    [InlineData("11010549123100X", "只能是数字")]
    public void A_wrong_number_is_refused_with_its_own_sentence_that_does_not_repeat_it(string? text, string says)
    {
        Assert.False(IdCardNumber.TryParse(text, out _, out string problem));
        Assert.Contains(says, problem);
        Assert.EndsWith("。", problem);
        Assert.DoesNotContain("1949", problem);
    }

    [Fact]
    public void A_birth_after_today_is_refused_when_the_day_is_known()
    {
        Assert.False(IdCardNumber.TryParse("11010519491231002X", new DateOnly(1949, 12, 30), out _, out string problem));
        Assert.Contains("晚于今天", problem);
        Assert.True(IdCardNumber.TryParse("11010519491231002X", new DateOnly(1949, 12, 31), out _, out problem));
        Assert.Equal("", problem);
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("'11010519491231002X")]
    [InlineData("110105491231002")]
    public void The_example_of_the_standard_is_read_however_it_is_typed(string text)
    {
        var number = IdCardNumber.Parse(text);
        Assert.Equal("11010519491231002X", number.Full);
        Assert.Equal(new DateOnly(1949, 12, 31), number.BirthDate);
        Assert.Equal(("female", "110105", "002X"), (number.Sex, number.RegionCode, number.LastFour));
    }

    [Fact]
    public void It_never_prints_itself()
    {
        var number = IdCardNumber.Parse("11010519491231002X");
        Assert.Equal("1101**********002X", number.ToString());
        Assert.Equal(number.ToString(), $"{number}");
        Assert.Equal("", default(IdCardNumber).ToString());
    }

    [Fact]
    public void A_built_number_is_read_and_says_what_went_in() => Check.All(Numbers, text =>
        IdCardNumber.TryParse(text, out var number, out string _) && number.Full == text
        && $"{number.BirthDate:yyyyMMdd}" == text[6..14] && number.Sex == ((text[16] - '0') % 2 == 1 ? "male" : "female"));

    [Fact]
    public void One_wrong_digit_is_always_noticed() => Check.All(
        Numbers.Zip(Gen.Choose(0, 16)).Zip(Gen.Choose(1, 9)), input =>
        {
            var ((text, place), shift) = input;
            var wrong = text.ToCharArray();
            wrong[place] = (char)('0' + (wrong[place] - '0' + shift) % 10);
            return !IdCardNumber.TryParse(new string(wrong), out _, out string _);
        });

    [Fact]
    public void Two_neighbours_swapped_are_always_noticed() => Check.All(Numbers.Zip(Gen.Choose(0, 15)), input =>
    {
        var (text, place) = input;
        var wrong = text.ToCharArray();
        (wrong[place], wrong[place + 1]) = (wrong[place + 1], wrong[place]);
        return wrong[place] == wrong[place + 1] || !IdCardNumber.TryParse(new string(wrong), out _, out string _);
    });
}
