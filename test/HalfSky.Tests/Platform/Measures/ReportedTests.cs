using System.Net;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>What was reported stays as reported; what is known later stands beside it with its reasons (D16).</summary>
public sealed class ReportedTests
{
    [Fact]
    public async Task Only_verified_entries_are_reported_and_nothing_verified_is_nothing_to_report()
    {
        await using var county = await County.Start(jobs: false);
        using (var nothing = await Report(county, Persona.Officer, "/measures/visit.times/report?period=2026"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var visits = await Visits(county, 3);
        await Verify(county, visits[0]);
        using (var pending = await Report(county, Persona.Officer, "/measures/visit.times/report?period=2026&state=Submitted"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, pending.StatusCode);
        var ask = await county.Page(Persona.Officer, "/measures/visit.times/report?period=2026");
        Assert.Contains("2 次待核", ask.Body!.TextContent, StringComparison.Ordinal);
        var page = await Reported(county, "/measures/visit.times/report?period=2026");
        Assert.Contains("核对无误", page, StringComparison.Ordinal);
        var figure = await Single(county);
        Assert.Equal((1L, 1, new DateOnly(2026, 1, 1), county.Clock.Today), (figure.Value, figure.Entries, figure.From, figure.Through));
        Assert.Contains("走访台账里的每一条算 1 次", figure.Wording, StringComparison.Ordinal);
        Assert.Contains("只算已核的", figure.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_sent_twice_is_one_and_neighbours_do_not_see_it()
    {
        await using var county = await County.Start(jobs: false);
        foreach (var visit in await Visits(county, 2)) await Verify(county, visit);
        var id = Uuid.New(new Clock(county.Clock).Now).ToString();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await county.PostForm(Persona.Officer, "/measures/visit.times/report?period=2026", [("id", id)], from: "/measures/visit.times/report?period=2026");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        await Single(county);
        foreach (var persona in new[] { Persona.Exec, Persona.Chair, Persona.Officer2 }) await county.Page(persona, $"/measures/visit.times/reported/{id}", HttpStatusCode.NotFound);
        Assert.Contains("核对无误", (await county.Page(Persona.CountyStaff, $"/measures/visit.times/reported/{id}")).Body!.TextContent, StringComparison.Ordinal);
        var township = county.Facts.Townships[0].Place;
        Assert.DoesNotContain(id, (await county.Page(Persona.Exec, $"/measures/visit.times?period=2026&place={township}")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(id, (await county.Page(Persona.Officer, $"/measures/visit.times?period=2026&place={township}")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_difference_is_told_entry_by_entry_with_its_reason()
    {
        await using var county = await County.Start(jobs: false);
        var visits = await Visits(county, 6);
        foreach (var visit in visits.Take(5)) await Verify(county, visit);
        await Reported(county, "/measures/visit.times/report?period=2026");
        await county.Move(county.Clock.Today.AddDays(1));
        await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", visits[0].Id, "记错了"));
        await county.As(Persona.Officer, (r, _) => r.Return("visit", visits[1].Id, "没写谁在家"));
        await county.As(Persona.Officer, (r, _) => r.Change("visit", visits[2].Id, 2, County.Typed(("date", "2025-12-31"))));
        await Verify(county, visits[5]);
        var late = await county.Recorded(Persona.Officer, "visit", ("person", county.Village2.People[0].Id), ("date", "2026-05-01"));
        await Verify(county, late);
        // After the days reported: no difference.
        await Verify(county, await county.Recorded(Persona.Officer, "visit", ("person", county.Village2.People[1].Id), ("date", county.Clock.Today)));

        var (figure, difference) = await Compare(county);
        Assert.Equal(5, figure.Value);
        Assert.Equal(4, difference.Now!.Value);
        Assert.Equal([(Cause.RecordedLater, late.Id, 1), (Cause.VerifiedLater, visits[5].Id, 1), (Cause.Corrected, visits[2].Id, -1), (Cause.Withdrawn, visits[0].Id, -1), (Cause.Returned, visits[1].Id, -1)],
            difference.Changes.OrderBy(c => c.Cause).Select(c => (c.Cause, c.Entry, c.Sign)));
        var page = (await county.Page(Persona.Officer, $"/measures/visit.times/reported/{figure.Id}")).Body!.TextContent;
        foreach (var word in new[] { "补录", "后来核过", "更正", "撤销", "退回", "少 1次" }) Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Contains("补录 1 条", (await county.Page(Persona.Officer, "/measures/visit.times?period=2026")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_done_later_the_report_holds_and_then_and_changes_give_now()
    {
        await using var county = await County.Start(jobs: false);
        var chance = new Random(20261122);
        var visits = (await Visits(county, 24)).Select(v => v.Id).ToList();
        foreach (var id in visits.Where(_ => chance.Next(4) > 0)) await county.As(Persona.Officer, (r, _) => r.Verify("visit", id));
        string[] measures = ["visit.times", "visit.given"];
        foreach (var measure in measures) await Reported(county, $"/measures/{measure}/report?period=2026");
        var before = await county.As(Persona.CountyStaff, (_, s) => s.Db.Set<ReportedFigure>().AsNoTracking().ToDictionaryAsync(f => f.Measure));
        for (var step = 0; step < 60; step++)
        {
            var id = visits[chance.Next(visits.Count)];
            switch (chance.Next(6))
            {
                case 0: await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", id, "x")); break;
                case 1: await county.As(Persona.Officer, (r, _) => r.Return("visit", id, "x")); break;
                case 2: await county.As(Persona.Officer, (r, _) => r.Verify("visit", id)); break;
                case 3: await Edit(county, id, ("date", new DateOnly(2025, 12, 20).AddDays(chance.Next(40)))); break;
                case 4: await Edit(county, id, ("given", chance.Next(500))); break;
                default:
                    visits.Add((await county.Recorded(Persona.Officer, "visit", ("person", county.Village1.People[chance.Next(9)].Id), ("date", new DateOnly(2026, 1 + chance.Next(10), 1 + chance.Next(28))), ("given", chance.Next(300)))).Id);
                    break;
            }
            if (step % 12 != 11) continue;
            foreach (var measure in measures)
            {
                var (figure, difference) = await Compare(county, measure);
                Assert.Equal(before[measure].Value, figure.Value);
                Assert.Equal(before[measure].List, figure.List);
                Assert.True(figure.IsWhole());
                Assert.Equal(difference.Now!.Value, figure.Value + difference.In - difference.Out);
            }
        }
    }

    [Fact]
    public async Task A_touched_report_is_told_by_the_check_and_on_its_page()
    {
        await using var county = await County.Start(jobs: false);
        await Reported(county, "/measures/person.count/report");
        Assert.Empty(await Faults(county));
        await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<ReportedFigure>().ExecuteUpdateAsync(x => x.SetProperty(f => f.Value, 1), ct)));
        Assert.Contains("被改动过", Assert.Single(await Faults(county)), StringComparison.Ordinal);
        var figure = await Single(county);
        Assert.Contains("清单被改动过", (await county.Page(Persona.Officer, $"/measures/person.count/reported/{figure.Id}")).Body!.TextContent, StringComparison.Ordinal);
        await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<ReportedFigure>().ExecuteUpdateAsync(x => x.SetProperty(f => f.List, new byte[] { 1, 2, 3 }), ct)));
        Assert.Contains("清单读不出来", (await county.Page(Persona.Officer, $"/measures/person.count/reported/{figure.Id}")).Body!.TextContent, StringComparison.Ordinal);
        await county.Page(Persona.Officer, "/measures/person.count");
    }

    [Fact]
    public async Task Last_year_is_compared_with_what_was_reported_and_a_ratio_keeps_both_its_parts()
    {
        await using var county = await County.Start(jobs: false);
        foreach (var visit in await Visits(county, 4)) await Verify(county, visit);
        await Reported(county, "/measures/visit.times/report?period=2026-11");
        await Reported(county, "/measures/care.coverage/report?period=2026");
        var ratio = (await county.As(Persona.CountyStaff, (_, s) => s.Db.Set<ReportedFigure>().AsNoTracking().ToListAsync())).Single(f => f.Measure == "care.coverage");
        Assert.True(ratio.Whole > 0 && FrozenList.Unpack(ratio.List).Whole.Count >= ratio.Whole);
        await county.Move(new DateOnly(2027, 11, 23));
        var late = await county.Recorded(Persona.Officer, "visit", ("person", county.Village2.People[0].Id), ("date", "2026-11-03"));
        await Verify(county, late);
        var page = (await county.Page(Persona.Officer, "/measures/visit.times?period=2027-11")).Body!.TextContent;
        Assert.Matches(@"去年同期报出 4\b[\s\S]*现在知道 5", page);
    }

    private static async Task<List<Entry>> Visits(County county, int count)
    {
        var visits = new List<Entry>();
        for (var i = 0; i < count; i++)
            visits.Add(await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[i % 9].Id), ("date", county.Clock.Today.AddDays(-i % 20)), ("given", 10 + i)));
        return visits;
    }

    private static Task<Verdict> Verify(County county, Entry visit) => county.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id));

    private static Task Edit(County county, Guid id, params (string, object?)[] values) => county.As(Persona.Officer, async (r, _) =>
    {
        var entry = await r.Find((await r.Reference(default)).Register("visit")!, id, r.User.Scope("visit.record"));
        await r.Change("visit", id, entry!.Version, County.Typed(values));
    });

    private static Task<HttpResponseMessage> Report(County county, Persona persona, string path) =>
        county.PostForm(persona, path, [("id", Uuid.New(new Clock(county.Clock).Now).ToString())], from: path);

    private static async Task<string> Reported(County county, string path)
    {
        using var answer = await Report(county, Persona.Officer, path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await county.Page(Persona.Officer, answer.Headers.Location!.ToString())).Body!.TextContent;
    }

    private static Task<ReportedFigure> Single(County county) => county.As(Persona.CountyStaff, (_, s) => s.Db.Set<ReportedFigure>().AsNoTracking().SingleAsync());

    private static Task<(ReportedFigure, Difference)> Compare(County county, string measure = "visit.times") => county.As(Persona.Officer, async services =>
    {
        var desk = services.GetRequiredService<Desk>();
        var figure = await desk.Session.Db.Set<ReportedFigure>().AsNoTracking().SingleAsync(f => f.Measure == measure);
        return (figure, await Difference.Read(desk, figure, (await desk.Reference()).Measure(measure)!, default));
    });

    private static Task<List<string>> Faults(County county) => county.As(Persona.Admin, async (_, s) =>
    {
        var faults = new List<string>();
        await foreach (var fault in new ReportedCheck(s).Run()) faults.Add(fault);
        return faults;
    });
}
