using System.Net;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>A figure village by village: nought, no record and five classes are told apart, and each cell opens its figure.</summary>
public sealed class MapTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private readonly County county = fixture.County;

    [Fact]
    public async Task A_map_is_shut_without_the_right_to_count_and_tells_nought_from_no_record()
    {
        await county.Page(Persona.Admin, "/measures/activity.at-venues/map", HttpStatusCode.NotFound);
        await county.Page(Persona.Exec, "/measures/nonsense/map", HttpStatusCode.NotFound);
        var venue = await county.Recorded(Persona.Officer, "venue", ("name", "图上的微家"), ("kind", "micro-home"), ("org", county.Village1.Org), ("place", county.Village1.Place), ("opened", "2026-01-01"));
        for (var i = 0; i < 3; i++) await county.Recorded(Persona.Exec, "activity", ("title", "课" + i), ("kind", "talk"), ("venue", venue.Id));
        await county.Recorded(Persona.Exec2, "activity", ("title", "没有阵地"), ("kind", "talk"));

        var page = await county.Page(Persona.CountyStaff, "/measures/activity.at-venues/map?period=2026");
        var cells = page.QuerySelectorAll("a.cell");
        Assert.Equal(6, cells.Length);
        Assert.Equal(("cell v3", "3"), (cells[0].ClassName, cells[0].QuerySelector("b")!.TextContent));
        Assert.Equal(("cell v0", "0"), (cells[1].ClassName, cells[1].QuerySelector("b")!.TextContent));
        Assert.Equal(("cell none", "—"), (cells[2].ClassName, cells[2].QuerySelector("b")!.TextContent));
        Assert.EndsWith("没有记录", cells[2].GetAttribute("aria-label"), StringComparison.Ordinal);
        var opened = await county.Page(Persona.CountyStaff, cells[0].GetAttribute("href")!);
        Assert.Equal("3", opened.QuerySelector(".figure.xl")!.FirstChild!.TextContent.Trim());
        Assert.NotNull((await county.Page(Persona.CountyStaff, "/measures/activity.at-venues?period=2026")).QuerySelector("a[href^='/measures/activity.at-venues/map?']"));
        Assert.Empty((await county.Page(Persona.Exec, $"/measures/activity.at-venues/map?place={county.Village1.Place}")).QuerySelectorAll("a.cell"));
    }

    [Theory]
    [InlineData(3, 1, "1场", 3)]
    [InlineData(71, 1, "1–20场", 4)]
    [InlineData(12, 3, "7–9场", 4)]
    public async Task Classes_have_round_bounds_that_hold_all_there_is(long greatest, int number, string label, int ofGreatest)
    {
        var scale = new MapScale((await county.Reference()).Measure("activity.sessions")!, [0, greatest]);
        Assert.Equal((0, ofGreatest, label), (scale.ClassOf(0), scale.ClassOf(greatest), scale.LabelOf(number)));
    }
}
