using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Pages;
using HalfSky.Platform.Access.Phones;

namespace HalfSky.Tests.Platform.Access;

public sealed class RulesTests
{
    [Theory]
    [InlineData("123456")]
    [InlineData("654321")]
    [InlineData("890123")]
    [InlineData("111111")]
    [InlineData("121212")]
    [InlineData("123123")]
    [InlineData("112233")]
    [InlineData("850612")]
    [InlineData("120685")]
    [InlineData("198506")]
    [InlineData("147258")]
    public void An_obvious_pin_is_refused(string pin) => Assert.Equal(AccessProblems.PinObvious, Pin.Check(pin));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12a456")]
    [InlineData("１２３４５６")]
    public void A_pin_is_six_plain_digits(string? pin) => Assert.Equal(AccessProblems.PinShape, Pin.Check(pin));

    [Theory]
    [InlineData("739164")]
    [InlineData("482957")]
    public void Any_other_pin_will_do(string pin) => Assert.Null(Pin.Check(pin));

    [Theory]
    [InlineData("short", "password.short")]
    [InlineData("九个字的密码不够长", "password.short")]
    [InlineData("1234567890", "password.common")]
    [InlineData("WoAiNi1314520", "password.common")]
    [InlineData("aaaaaaaaaaaa", "password.common")]
    [InlineData("abababababab", "password.common")]
    [InlineData("my linxiaohe password", "password.name")]
    [InlineData("林晓禾林晓禾林晓禾林", "password.name")]
    public void A_password_anybody_would_try_is_refused(string password, string code) =>
        Assert.Equal(code, Passwords.Check(password, "LinXiaohe", "林晓禾")?.Code);

    [Theory]
    [InlineData("all lower case words")]
    [InlineData("春风又绿江南岸明月")]
    [InlineData("春风又绿江南岸明月何时")]
    public void A_long_sentence_needs_no_capitals_or_signs(string password) =>
        Assert.Equal(password.Length < 10 ? AccessProblems.PasswordShort : null, Passwords.Check(password, "LinXiaohe", "林晓禾"));

    [Theory]
    [InlineData("阿依古丽·买买提江", "阿**")]
    [InlineData("林", "林**")]
    [InlineData("𠮷田花子", "𠮷**")]
    public void A_name_is_masked_by_its_first_character_whatever_its_length(string name, string masked) => Assert.Equal(masked, NameMask.Of(name));

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://[::1]", true)]
    [InlineData("http://10.3.7.20:5080", false)]
    public void A_sheet_that_no_phone_could_open_is_noticed(string address, bool local) => Assert.Equal(local, SiteAddress.IsLocalOnly(address));

    [Fact]
    public void A_code_reads_the_same_however_it_is_typed()
    {
        var code = Secret.Code(12);
        Assert.Equal(code, Secret.Tidy(" " + Secret.Grouped(code).ToLowerInvariant() + " "));
        Assert.DoesNotContain(code, c => "01OILU".Contains(c));
    }
}
