using System.Net;
using HalfSky.Modules.Plans;
using HalfSky.Modules.Plans.Pages;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules.Plans;

public sealed class SharesTests
{
    [Fact]
    public async Task Shares_that_do_not_add_up_are_refused_with_the_difference_and_nothing_typed_is_lost()
    {
        await using var county = await County.Start(jobs: false);
        var (plan, target) = await Shared(county, "at-least");
        var page = $"/plans/{plan}/shares";
        using var few = await county.PostForm(Persona.Officer, page, Cells(county, target, "40", "30", "25"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, few.StatusCode);
        var html = await few.Content.ReadAsStringAsync();
        Assert.Contains("少 5次", html);
        Assert.Contains("value=\"25\"", html);
        using var text = await county.PostForm(Persona.Officer, page, Cells(county, target, "四十", "30", "2.5"));
        html = await text.Content.ReadAsStringAsync();
        Assert.Contains("槐荫村妇联：请填整数", html);
        Assert.Contains("石桥村妇联：请填整数", html);
        Assert.Contains("四十", html);
        Assert.Equal(0, await Count(county, plan));
        using var stranger = await county.PostForm(Persona.Exec, page, [], from: "/me/tokens");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Shares_are_saved_together_as_targets_of_those_below_changed_and_taken_back()
    {
        await using var county = await County.Start(jobs: false);
        var (plan, target) = await Shared(county, "at-least");
        var page = $"/plans/{plan}/shares";
        using var saved = await county.PostForm(Persona.Officer, page, Cells(county, target, "40", "35", "30"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(3, await Count(county, plan));
        var figure = await county.Page(Persona.Exec, $"/measures/visit.times?place={county.Village1.Place}&period=2026");
        Assert.Contains("40", figure.Body!.TextContent);
        using var changed = await county.PostForm(Persona.Officer, page, Cells(county, target, "60", "40", ""));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(2, await Count(county, plan));
        var first = (Target)(await PlanTests.Only(county, "target", new Filter.Is("plan", plan) & new Filter.Is("place", county.Village1.Place)))!;
        Assert.Equal((6000L, 2, county.Village1.Org), (first.Value!.Value, first.Version, first.Org));
    }

    [Fact]
    public async Task A_limit_is_shared_out_exactly()
    {
        await using var county = await County.Start(jobs: false);
        var (plan, target) = await Shared(county, "at-most");
        using var more = await county.PostForm(Persona.Officer, $"/plans/{plan}/shares", Cells(county, target, "40", "30", "31"));
        Assert.Contains("多 1次", await more.Content.ReadAsStringAsync());
        using var exact = await county.PostForm(Persona.Officer, $"/plans/{plan}/shares", Cells(county, target, "40", "30", "30"));
        Assert.Equal(HttpStatusCode.Redirect, exact.StatusCode);
    }

    [Fact]
    public async Task A_share_is_signed_once_and_printed_with_room_for_both_signatures()
    {
        await using var county = await County.Start(jobs: false);
        var (plan, target) = await Shared(county, "at-least");
        var page = $"/plans/{plan}/shares";
        (await county.PostForm(Persona.Officer, page, Cells(county, target, "40", "35", "30"))).Dispose();
        (string, string)[] signing = [("org", county.Village1.Org.ToString()), ("day", "2026-01-10"), ("signer", "王主席")];
        using var elsewhere = await county.PostForm(Persona.Officer, page + "/sign", [("org", county.Village4.Org.ToString()), ("day", "2026-01-10")], from: page);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var signed = await county.PostForm(Persona.Officer, page + "/sign", signing, from: page);
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        using var twice = await county.PostForm(Persona.Officer, page + "/sign", signing, from: page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("已签 2026-01-10", (await county.Page(Persona.Officer, page)).Body!.TextContent);
        var sheets = await county.Page(Persona.Officer, page + "/sheets");
        Assert.Equal(3, sheets.QuerySelectorAll(".pledge").Length);
        var one = (await county.Page(Persona.Officer, $"{page}/sheets?org={county.Village1.Org}")).QuerySelectorAll(".pledge").Single().TextContent;
        Assert.Contains("不少于 40 次", one);
        Assert.Equal(3, one.Split("签字（章）").Length);
    }

    [Fact]
    public void Whatever_is_shared_out_either_adds_up_or_the_difference_is_told_exactly()
    {
        var dice = new Random(20261122);
        for (var i = 0; i < 2000; i++)
        {
            var whole = dice.Next(0, 5000) * 100L;
            var atMost = dice.Next(2) == 0;
            var shares = Enumerable.Range(0, dice.Next(0, 12)).Select(_ => dice.Next(0, 900) * 100L).ToList();
            // Half of the time the last one makes it fit.
            if (shares.Count > 0 && dice.Next(2) == 0 && whole - shares.Sum() + shares[^1] is >= 0 and var rest) shares[^1] = rest;
            var wrong = ShareRow.Misfit(whole, atMost, shares, "走访", "次");
            var difference = shares.Sum() - whole;
            var fits = shares.Count == 0 || (atMost ? difference == 0 : difference >= 0);
            Assert.Equal(fits, wrong is null);
            if (wrong is not null) Assert.Contains($"{(difference < 0 ? "少" : "多")} {ShareRow.Typed(Math.Abs(difference))}次", wrong);
        }
    }

    private static async Task<(Guid Plan, Guid Target)> Shared(County county, string direction)
    {
        var plan = await PlanTests.Plan(county, Persona.Officer, 2026);
        var target = await county.Recorded(Persona.Officer, "target", ("plan", plan), ("measure", "visit.times"), ("period", "2026"), ("place", PlanTests.Township(county).Place), ("value", 100), ("direction", direction));
        return (plan, target.Id);
    }

    private static IEnumerable<(string, string)> Cells(County county, Guid target, params string[] typed) =>
        PlanTests.Township(county).Villages.Zip(typed, (v, t) => ($"c-{target}-{v.Org}", t));

    private static Task<long> Count(County county, Guid plan) => county.As(Persona.CountyStaff, async (r, s) =>
    {
        var register = (await r.Reference(default)).Register("target")!;
        return await new Query(s, register.Shape, r.User.Scope("target.read")).Where(new Filter.Is("plan", plan)).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)))).Count() - 1;
    });
}
