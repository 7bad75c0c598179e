using System.Net;
using AngleSharp.Html.Dom;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules;

/// <summary>Files of organisations and venues, the chart, and the books printed from entries: what stands there is what was recorded, and only what is hers.</summary>
public sealed class FilesTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private readonly County county = fixture.County;

    [Fact]
    public async Task An_organisation_s_file_is_shut_to_others_and_tells_who_holds_what_and_whose_term_runs_out()
    {
        var village = county.Facts.Villages[1];
        var file = await FileOf(village.Org);
        await county.Page(Persona.Exec, file, HttpStatusCode.NotFound);
        await county.Page(Persona.Officer2, file, HttpStatusCode.NotFound);

        Assert.Contains("主席空缺", (await county.Page(Persona.Officer, file)).Body!.TextContent, StringComparison.Ordinal);
        await Post(village, 0, "chair", "2024-03-01", "2027-03-01");
        await Post(village, 1, "vice", "2024-03-01", "2027-05-23");
        await Post(village, 2, "exec", "2019-03-01", "2024-03-01");
        var page = await county.Page(Persona.Officer, file);
        Assert.DoesNotContain("主席空缺", page.Body!.TextContent, StringComparison.Ordinal);
        var held = page.QuerySelectorAll("section")[0].QuerySelectorAll(":scope > .ox tbody tr");
        Assert.Equal([village.People[0].Name, village.People[1].Name], held.Take(2).Select(r => r.QuerySelector("td a")!.TextContent));
        // 1 March 2027 is 98 days away, 23 May 181.
        Assert.Contains("还有 98 天", held[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("还有", held[1].TextContent, StringComparison.Ordinal);
        Assert.Contains(village.People[2].Name, page.QuerySelector("main details[data-unfold]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/people/{village.People[0].Id}']"));
    }

    [Fact]
    public async Task The_file_lists_what_the_organisation_did_keeps_and_has_below_and_its_figures_open()
    {
        var village = county.Facts.Villages[0];
        var venue = await Venue("槐荫微家", village);
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "庭院课"), ("kind", "talk"), ("venue", venue.Id), ("participants", 12));
        var page = await county.Page(Persona.Exec, await FileOf(village.Org));
        Assert.NotNull(page.QuerySelector($"a[href='/r/activity/{activity.Id}']"));
        Assert.NotNull(page.QuerySelector($"a[href='/venues/{venue.Id}']"));
        var figure = (IHtmlAnchorElement)page.QuerySelector("a[href^='/measures/activity.sessions']")!;
        var opened = await county.Page(Persona.Exec, figure.GetAttribute("href")!);
        Assert.Equal(figure.TextContent.Trim('场'), opened.QuerySelector(".figure.xl")!.FirstChild!.TextContent.Trim());
        var township = await county.Page(Persona.Officer, await FileOf(county.Facts.Townships[0].Org));
        foreach (var below in county.Facts.Townships[0].Villages) Assert.NotNull(township.QuerySelector($"a[href='{await FileOf(below.Org)}']"));
    }

    [Fact]
    public async Task The_chart_shows_each_her_part_of_the_tree()
    {
        var all = (await county.Page(Persona.CountyStaff, "/organizations/chart")).QuerySelectorAll("details.fold");
        Assert.Equal(3, all.Length);
        Assert.Contains("主席空缺", all[2].TextContent, StringComparison.Ordinal);
        var hers = (await county.Page(Persona.Exec2, "/organizations/chart")).QuerySelectorAll(".box");
        Assert.Equal(await FileOf(county.Village2.Org), Assert.Single(hers).QuerySelector("a")!.GetAttribute("href"));
        Assert.All((await county.Page(Persona.CountyStaff, "/organizations/chart?fold=true")).QuerySelectorAll("details.fold"), d => Assert.False(d.HasAttribute("open")));
    }

    [Fact]
    public async Task A_venue_s_file_is_shut_to_others_and_says_when_nothing_was_held_there_for_long()
    {
        var venue = await Venue("老井微家", county.Village1);
        await county.Page(Persona.Exec2, $"/venues/{venue.Id}", HttpStatusCode.NotFound);
        await county.Recorded(Persona.Officer, "venue-level", ("venue", venue.Id), ("level", "county"), ("from", "2026-02-01"), ("to", "2026-06-01"));
        await county.Recorded(Persona.Officer, "venue-level", ("venue", venue.Id), ("level", "city"), ("from", "2026-06-01"));
        var page = await county.Page(Persona.Exec, $"/venues/{venue.Id}");
        Assert.Contains("90 天没有活动", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("市级示范", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        await county.Recorded(Persona.Exec, "activity", ("title", "读书"), ("kind", "shared-reading"), ("venue", venue.Id), ("date", county.Clock.Today.AddDays(-89)));
        Assert.DoesNotContain("90 天没有活动", (await county.Page(Persona.Exec, $"/venues/{venue.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_entry_held_at_a_venue_stands_in_one_of_its_books_and_what_was_withdrawn_in_none()
    {
        var venue = await Venue("三本簿微家", county.Village1);
        await county.Page(Persona.Exec2, $"/venues/{venue.Id}/books/meetings", HttpStatusCode.NotFound);
        await county.Page(Persona.Exec, $"/venues/{venue.Id}/books/meetings?period=nonsense", HttpStatusCode.UnprocessableEntity);
        await county.Page(Persona.Exec, $"/venues/{venue.Id}/books/secrets", HttpStatusCode.NotFound);
        await county.Recorded(Persona.Exec, "meeting", ("title", "执委会甲"), ("kind", "execs"), ("venue", venue.Id), ("present", 7), ("agenda", "议程甲"), ("resolutions", "决议甲"));
        await county.Recorded(Persona.Exec, "meeting", ("title", "理论学习乙"), ("kind", "study"), ("venue", venue.Id), ("present", 9));
        await county.Recorded(Persona.Exec, "activity", ("title", "培训丙"), ("kind", "training"), ("venue", venue.Id), ("participants", 30), ("note", "讲了剪纸"));
        await county.Recorded(Persona.Exec, "activity", ("title", "阅读丁"), ("kind", "shared-reading"), ("venue", venue.Id), ("participants", 11));
        await county.Recorded(Persona.Exec, "activity", ("title", "去年戊"), ("kind", "shared-reading"), ("venue", venue.Id), ("date", "2025-10-01"));
        var wrong = await county.Recorded(Persona.Exec, "activity", ("title", "记错己"), ("kind", "shared-reading"), ("venue", venue.Id));
        await county.As(Persona.Exec, (r, _) => r.Withdraw("activity", wrong.Id, "记错了"));
        Assert.Equal(["执委会甲"], await Titles("meetings"));
        Assert.Equal(["培训丙", "理论学习乙"], (await Titles("studies")).Order());
        Assert.Equal(["阅读丁"], await Titles("activities"));
        Assert.Equal(["去年戊"], await Titles("activities", "2025"));
        var block = (await county.Page(Persona.Exec, $"/venues/{venue.Id}/books/meetings?period=2026")).QuerySelector("article")!.TextContent;
        foreach (var part in new[] { "2026年11月23日", "7 人", "议程甲", "决议甲", "妇联" }) Assert.Contains(part, block, StringComparison.Ordinal);

        async Task<IEnumerable<string>> Titles(string book, string year = "2026") =>
            (await county.Page(Persona.Exec, $"/venues/{venue.Id}/books/{book}?period={year}")).QuerySelectorAll("article h2 a").Select(a => a.TextContent);
    }

    [Fact]
    public async Task Links_to_what_has_a_file_lead_to_the_file()
    {
        var venue = await Venue("链接微家", county.Village1);
        var meeting = await county.Recorded(Persona.Exec, "meeting", ("title", "链接例会"), ("kind", "regular"), ("venue", venue.Id), ("present", 3));
        var page = await county.Page(Persona.Exec, $"/r/meeting/{meeting.Id}");
        Assert.NotNull(page.QuerySelector($"dl.kv a[href='/venues/{venue.Id}']"));
        Assert.NotNull(page.QuerySelector($"dl.kv a[href='{await FileOf(county.Village1.Org)}']"));
        Assert.NotNull((await county.Page(Persona.Exec, $"/r/venue/{venue.Id}")).QuerySelector($".head a[href='/venues/{venue.Id}']"));
        Assert.NotNull((await county.Page(Persona.Exec, $"/r/person/{county.Village1.People[0].Id}")).QuerySelector($".head a[href='/people/{county.Village1.People[0].Id}']"));
        Assert.NotNull((await county.Page(Persona.Exec, "/r/organization")).QuerySelector("a[href='/organizations/chart']"));
    }

    private async Task<string> FileOf(long org) => $"/organizations/{(await county.Reference()).Organizations.Find(org)!.Entry}";

    private Task<Entry> Post(Village village, int person, string role, string from, string to) =>
        county.Recorded(Persona.Officer, "post", ("person", village.People[person].Id), ("org", village.Org), ("role", role), ("from", from), ("to", to));

    private Task<Entry> Venue(string name, Village village) =>
        county.Recorded(Persona.Officer, "venue", ("name", name), ("kind", "micro-home"), ("org", village.Org), ("place", village.Place), ("opened", "2026-02-01"));
}
