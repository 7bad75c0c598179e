namespace HalfSky.Kernel.Tests;

public class PlaceCodeTests
{
    [Theory]
    [InlineData("", "请填写")]
    [InlineData("37100", "12位")]
    [InlineData("3710020010012", "12位")]
    [InlineData("37100200100A", "12位")]
    [InlineData("091002001001", "省级")]
    public void A_code_of_another_form_is_refused(string text, string says)
    {
        Assert.False(PlaceCode.TryParse(text, out _, out string problem));
        Assert.Contains(says, problem);
        Assert.Contains(says, Assert.Throws<FormatException>(() => PlaceCode.Parse(text)).Message);
    }

    [Fact]
    public void A_number_of_another_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlaceCode(371002));

    [Theory]
    [InlineData("37", "370000000000", "province", null)]
    [InlineData("3710", "371000000000", "city", "370000000000")]
    [InlineData("371002", "371002000000", "county", "371000000000")]
    [InlineData("371002101", "371002101000", "township", "371002000000")]
    [InlineData("３７１００２１０１２０１", "371002101201", "village", "371002101000")]
    public void A_code_knows_its_level_and_its_parent(string text, string code, string level, string? parent)
    {
        var place = PlaceCode.Parse(text);
        Assert.Equal(code, place.ToString());
        Assert.Equal(level, place.Level);
        Assert.Equal(parent, place.Parent?.ToString());
        Assert.True(place.Parent is not { } above || above.Contains(place) && !place.Contains(above));
    }

    [Fact]
    public void A_township_of_a_city_without_counties_belongs_to_the_city()
    {
        var township = PlaceCode.Parse("441900003000");
        Assert.Equal("township", township.Level);
        Assert.Equal("city", township.Parent!.Value.Level);
        Assert.Equal(PlaceCode.Parse("4419"), township.Parent);
    }

    [Fact]
    public void A_county_contains_its_villages_and_not_those_next_door()
    {
        var county = PlaceCode.Parse("371002");
        Assert.True(county.Contains(PlaceCode.Parse("371002101201")));
        Assert.True(county.Contains(county));
        Assert.False(county.Contains(PlaceCode.Parse("371003101201")));
        Assert.True(county < PlaceCode.Parse("371003"));
    }
}
