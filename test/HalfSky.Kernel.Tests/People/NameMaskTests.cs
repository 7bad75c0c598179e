namespace HalfSky.Kernel.Tests;

public class NameMaskTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("王芳", "王**")]
    [InlineData("欧阳淑华", "欧**")]
    [InlineData("阿依古丽·买买提江", "阿**")]
    [InlineData("𠮷田", "𠮷**")]
    [InlineData("　李", "李**")]
    public void Of_a_name_strangers_see_the_first_character(string? name, string masked) =>
        Assert.Equal(masked, NameMask.Of(name));
}
