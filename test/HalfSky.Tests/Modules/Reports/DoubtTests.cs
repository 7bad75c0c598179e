using System.Net;
using System.Text.RegularExpressions;
using HalfSky.Tests.Platform.Registers;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>What is worth a second look before publishing: each arises where it should and not elsewhere.</summary>
public sealed class DoubtTests
{
    [Fact]
    public async Task Fewer_times_than_people()
    {
        await using var county = await County.Start(jobs: false);
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        const string Text = "驿站活动{own-station.times}场，{own-station.people}人次，主持{own-station.hosts}人。";
        await county.Recorded(Persona.Exec, "own-station", ("topic", "谈心"), ("kind", "talk"), ("people", 1), ("host", county.Village1.People[0].Id));
        Assert.DoesNotContain("人次少于人", (await Doubts(county, Text)).Keys);
        await county.Recorded(Persona.Exec, "own-station", ("topic", "手工"), ("kind", "craft"), ("host", county.Village1.People[1].Id));
        Assert.Contains("“驿站参加人次”1人次，比“驿站主持人”2人还少", (await Doubts(county, Text))["人次少于人"], StringComparison.Ordinal);
        // Of two kinds there is nothing to compare.
        Assert.DoesNotContain("人次少于人", (await Doubts(county, "谈心{own-station.people?kind=talk}人次，手工主持{own-station.hosts?kind=craft}人，共主持{own-station.hosts}人。")).Keys);
    }

    [Fact]
    public async Task A_person_in_two_villages()
    {
        await using var county = await County.Start(jobs: false);
        var (first, second) = (county.Village1.People[0].Id, county.Village1.People[1].Id);
        foreach (var person in new[] { first, first, second }) await county.Recorded(Persona.Officer, "visit", ("person", person));
        Assert.DoesNotContain("两处都有", (await Doubts(county, "走访{visit.people}人。")).Keys);
        var moved = await county.As(Persona.Officer, (r, _) => r.Change("person", first, 1, County.Typed(("place", county.Village2.Place), ("org", county.Village2.Org))));
        Assert.True(moved.IsAccepted);
        await county.Recorded(Persona.Officer, "visit", ("person", first));
        Assert.Contains("有 1 人次在不止一个村有记录", (await Doubts(county, "走访{visit.people}人。"))["两处都有"], StringComparison.Ordinal);
        Assert.DoesNotContain("两处都有", (await Doubts(county, "走访{visit.times}次。")).Keys);
    }

    [Fact]
    public async Task More_people_than_live_there()
    {
        await using var county = await County.Start(jobs: false);
        const string Text = "培训{course.told-people}人。";
        await Course(county.Village1, 5);
        Assert.DoesNotContain("比村里人还多", (await Doubts(county, Text)).Keys);
        await Course(county.Village2, 300);
        var told = (await Doubts(county, Text))["比村里人还多"];
        Assert.Contains("柳溪村", told, StringComparison.Ordinal);
        Assert.DoesNotContain("槐荫村", told, StringComparison.Ordinal);

        Task Course(Village village, int learners) => county.Recorded(Persona.Officer, "course", ("title", village.Name + "培训"), ("skill", "cooking"), ("audience", "women"), ("date", "2026-05-04"), ("learners", learners), ("place", village.Place), ("org", village.Org));
    }

    [Fact]
    public async Task Another_version_of_the_definition_within_the_two_years_compared()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("kind", "festival"));
        (string, string)[] said = [("register", "visit"), ("label", "节日慰问走访"), ("count", "entries"), ("unit", "次"), ("only.kind", "festival")];
        using var saved = await county.PostForm(Persona.CountyStaff, "/admin/measures", [.. said, ("validFrom", "2026-01-01")], "/admin/measures?register=visit");
        var key = Regex.Match(saved.Headers.Location!.ToString(), "own\\.[0-9a-f]+").Value;
        var text = $"节日慰问{{{key}}}次。";
        Assert.DoesNotContain("口径变了", (await Doubts(county, text)).Keys);
        using var changed = await county.PostForm(Persona.CountyStaff, "/admin/measures/" + key, [.. said, ("validFrom", "2026-06-01")], "/admin/measures/" + key);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Contains("“节日慰问走访”从 2026-06-01 起换了口径", (await Doubts(county, text))["口径变了"], StringComparison.Ordinal);
        // Before it changed there is nothing to tell, and of another figure neither.
        Assert.DoesNotContain("口径变了", (await Doubts(county, text, "2026Q1")).Keys);
        Assert.DoesNotContain("口径变了", (await Doubts(county, "走访{visit.times}次。")).Keys);
    }

    [Fact]
    public async Task A_target_that_is_met_exactly_everywhere()
    {
        await using var county = await County.Start(jobs: false);
        var villages = county.Facts.Townships[0].Villages;
        for (var v = 0; v < 3; v++)
        {
            for (var i = 0; i <= v; i++) await county.Recorded(Persona.Officer, "visit", ("person", villages[v].People[i].Id));
            if (v == 2) Assert.DoesNotContain("正好完成", (await Doubts(county, "走访{visit.times}次。")).Keys);
            await county.Recorded(Persona.Officer, "target", ("measure", "visit.times"), ("period", "2026"), ("place", villages[v].Place), ("org", villages[v].Org), ("value", v + 1));
        }
        Assert.Contains("“走访”3 个村都正好完成目标", (await Doubts(county, "走访{visit.times}次。"))["正好完成"], StringComparison.Ordinal);
        Assert.DoesNotContain("正好完成", (await Doubts(county, "走访{visit.times}次。", "2026H1")).Keys);
        await county.Recorded(Persona.Officer, "visit", ("person", villages[0].People[5].Id));
        Assert.DoesNotContain("正好完成", (await Doubts(county, "走访{visit.times}次。")).Keys);
    }

    [Fact]
    public async Task A_share_of_pending_entries_and_villages_without_any()
    {
        await using var county = await County.Start(jobs: false);
        var villages = county.Facts.Townships[0].Villages;
        const string Text = "走访{visit.times}次，人口{person.count}人。";
        for (var i = 0; i < 9; i++)
        {
            var visit = await county.Recorded(Persona.Officer, "visit", ("person", villages[0].People[i].Id));
            Assert.True((await county.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id))).IsAccepted);
        }
        // One village of three: too few to say that two forgot.
        Assert.Empty(await Doubts(county, Text));
        await county.Recorded(Persona.Officer, "visit", ("person", villages[1].People[0].Id));
        var doubts = await Doubts(county, Text);
        // One of ten is a tenth and not more.
        Assert.Equal(["有村没记"], doubts.Keys);
        Assert.Contains("走访 10：3 个村里 2 个有记录", doubts["有村没记"], StringComparison.Ordinal);
        await county.Recorded(Persona.Officer, "visit", ("person", villages[2].People[0].Id));
        doubts = await Doubts(county, Text);
        Assert.Equal(["待核多"], doubts.Keys);
        Assert.Contains("走访 11 里有 2 待核", doubts["待核多"], StringComparison.Ordinal);
    }

    /// <summary>What the page before publishing says, by its head.</summary>
    private static async Task<Dictionary<string, string>> Doubts(County county, string text, string period = "2026")
    {
        var report = await Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, text, period);
        var page = await county.Page(Persona.Officer, $"/reports/{report}/publish");
        return page.QuerySelectorAll(".p.rule .cue.soon").ToDictionary(c => c.TextContent.Trim(), c => c.ParentElement!.QuerySelector(".grow")!.TextContent);
    }
}
