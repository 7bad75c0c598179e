using System.Net;
using AngleSharp.Dom;
using HalfSky.Kernel;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Modules;

/// <summary>What one opens in the morning: families, to-dos, figures that open to their entries, places that merge.</summary>
public sealed class WorkbenchTests
{
    [Fact]
    public async Task An_exec_finds_her_families_and_a_visit_closes_the_to_do()
    {
        await using var county = await County.Start();
        var woman = county.Village1.Care[0].Person;
        var page = await county.Page(Persona.Exec, "/");
        Assert.Equal(county.Village1.Care.Count, page.QuerySelectorAll("section.fam").Length);
        Assert.Contains($"/r/visit/new?person={woman}", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(county.Village2.Care[0].Person.ToString(), page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var before = (await county.Page(Persona.Exec, "/todo?show=all")).QuerySelectorAll(".due").Length;
        await county.Recorded(Persona.Exec, "visit", ("person", woman));
        Assert.Equal(before - 1, (await county.Page(Persona.Exec, "/todo?show=all")).QuerySelectorAll(".due").Length);
        Assert.Contains("这期见过了", (await county.Page(Persona.Exec, "/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_answers_for_her_may_call_and_each_call_stands_in_the_log()
    {
        await using var county = await County.Start(jobs: false);
        var her = county.Village1.Care[0].Person;
        await county.As(Persona.Officer, async (r, _) =>
        {
            var person = (await r.Find((await r.Reference(default)).Register("person")!, her, r.User.Scope("person.record")))!;
            return await r.Change("person", her, person.Version, County.Typed(("phones", "13900010001")));
        });
        using (var answer = await county.PostForm(Persona.Exec, $"/people/{her}/call", []))
        {
            Assert.Contains("tel:13900010001", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
        Assert.Equal(1, await county.As(Persona.CountyStaff, (_, s) => s.Db.Set<EventRow>().CountAsync(e => e.Entry == her && e.Verb == "revealed")));
        using var other = await county.Browser(Persona.Exec2).GetAsync($"/people/{her}/call");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Theory]
    [InlineData("visit.times", "kind")]
    [InlineData("visit.times", "mode")]
    [InlineData("visit.times", "month")]
    [InlineData("visit.people", "village")]
    [InlineData("visit.households", "village")]
    [InlineData("care.people", "categories")]
    [InlineData("care.people", "level")]
    public async Task Every_figure_of_a_split_opens_to_as_many_entries(string measure, string by)
    {
        await using var county = await County.Start(jobs: false);
        var kinds = new[] { "quarterly", "monthly", "good-deed" };
        foreach (var (woman, i) in county.Village1.People.Concat(county.Village2.People).Select((w, i) => (w, i)))
            await county.Recorded(Persona.Officer, "visit", ("person", woman.Id), ("kind", kinds[i % 3]), ("mode", i % 2 == 0 ? "home" : "phone"), ("date", new DateOnly(2026, 9 + i % 3, 3)));
        var page = await county.Page(Persona.Officer, $"/measures/{measure}?by={by}");
        var figures = page.QuerySelectorAll("table tbody a.fig").Where(a => a.GetAttribute("href")!.Contains("/entries", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            var entries = await county.Page(Persona.Officer, figure.GetAttribute("href")!);
            Assert.Equal(figure.TextContent.Trim(), entries.QuerySelector(".sub b")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task A_merged_village_counts_under_the_other_and_its_entries_stay()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));
        var into = $"/measures/visit.times/entries?place={county.Village2.Place}";
        Assert.Equal("0", (await county.Page(Persona.CountyStaff, into)).QuerySelector(".sub b")!.TextContent);
        using var wrong = await county.PostForm(Persona.CountyStaff, $"/admin/places/{county.Village1.Place}/merge", [("Into", county.Village1.Place.ToString()), ("From", "2026-11-01")], from: $"/admin/places/{county.Village1.Place}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var done = await county.PostForm(Persona.CountyStaff, $"/admin/places/{county.Village1.Place}/merge", [("Into", county.Village2.Place.ToString()), ("From", "2026-11-01")], from: $"/admin/places/{county.Village1.Place}");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("1", (await county.Page(Persona.CountyStaff, into)).QuerySelector(".sub b")!.TextContent);
    }
}
