using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class PhoneTests
{
    [Theory]
    [InlineData("", "请填写")]
    [InlineData("1380013800", "现在是10位")]
    [InlineData("138001380001", "现在是12位")]
    [InlineData("12800138000", "号段")]
    [InlineData("12345678", "现在是8位")]
    [InlineData("52345678", "区号")]
    [InlineData("5234567", "区号")]
    [InlineData("010-1234567", "座机号的位数")]
    [InlineData("0536-123456", "座机号的位数")]
    [InlineData("13800138000/13900139000", "一格只填一个")]
    [InlineData("010-12345678转801", "分机号")]
    [InlineData("999", "看不懂")]
    public void A_wrong_number_is_refused_with_a_sentence(string text, string says)
    {
        Assert.False(Phone.TryParse(text, out _, out string problem));
        Assert.Contains(says, problem);
        Assert.EndsWith("。", problem);
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("138 0013 8000", "13800138000")]
    [InlineData("138-0013-8000", "13800138000")]
    [InlineData("+86 13800138000", "13800138000")]
    [InlineData("+8613800138000", "13800138000")]
    [InlineData("8613800138000", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("010-12345678", "01012345678")]
    [InlineData("(0536)8123456", "05368123456")]
    [InlineData("（0571）8812—3456", "057188123456")]
    [InlineData("+86 10 1234 5678", "01012345678")]
    [InlineData("+86-571-88123456", "057188123456")]
    public void A_number_is_read_however_it_is_typed(string text, string digits) => Assert.Equal(digits, Phone.Parse(text).Digits);

    [Theory]
    [InlineData("13812341234", "138****1234", true)]
    [InlineData("01012345678", "010-****5678", false)]
    [InlineData("05368123456", "0536-***3456", false)]
    [InlineData("057188123456", "0571-****3456", false)]
    public void It_never_prints_itself(string text, string masked, bool mobile)
    {
        var phone = Phone.Parse(text);
        Assert.Equal(masked, phone.ToString());
        Assert.Equal(mobile, phone.IsMobile);
        Assert.Equal(text[^4..], phone.LastFour);
        Assert.Equal("", default(Phone).ToString());
    }

    [Fact]
    public void Every_mobile_number_from_13_to_19_is_taken() => Check.All(
        Gen.Choose(3, 9).Zip(Gen.Choose(0, 999_999_999)),
        pair => Phone.Parse($"+86 1{pair.Item1}{pair.Item2:D9}").Digits == $"1{pair.Item1}{pair.Item2:D9}");
}
