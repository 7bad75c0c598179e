using System.Net;
using HalfSky.Kernel;
using HalfSky.Modules.Plans.Supervisions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;

namespace HalfSky.Tests.Modules.Plans;

public sealed class SupervisionTests
{
    [Fact]
    public async Task Days_that_run_backwards_and_half_an_answer_are_refused()
    {
        await using var county = await County.Start(jobs: false);
        var org = county.Village1.Org;
        Assert.Equal("supervision.deadline", PlanTests.Code(await county.Record(Persona.Officer, "supervision", ("title", "催办"), ("org", org), ("date", "2026-11-10"), ("deadline", "2026-11-01"))));
        Assert.Equal("supervision.reply", PlanTests.Code(await county.Record(Persona.Officer, "supervision", ("title", "催办"), ("org", org), ("date", "2026-11-10"), ("deadline", "2026-11-11"), ("reply", "办了"))));
        Assert.Equal("problem.closed", PlanTests.Code(await county.Record(Persona.Officer, "problem", ("text", "台账不全"), ("found", "self"), ("owner", org), ("date", "2026-11-10"), ("deadline", "2026-11-20"), ("closed", "2026-11-09"))));
        Assert.NotEqual("Accepted", PlanTests.Code(await county.Record(Persona.Exec, "supervision", ("title", "村里不能督办"), ("org", org), ("deadline", "2026-12-01"))));
    }

    [Fact]
    public async Task A_late_answer_is_still_taken_and_marked()
    {
        await using var county = await County.Start(jobs: false);
        var asked = await county.Recorded(Persona.Officer, "supervision", ("title", "走访没跟上"), ("org", county.Village1.Org), ("date", "2026-11-01"), ("deadline", "2026-11-10"));
        var intime = await county.Recorded(Persona.Officer, "supervision", ("title", "另一件"), ("org", county.Village1.Org), ("date", "2026-11-01"), ("deadline", "2026-11-30"));
        Assert.Contains("逾期 13 天", (await county.Page(Persona.Exec, $"/supervisions/{asked.Id}")).Body!.TextContent);
        foreach (var one in new[] { asked, intime }) (await county.PostForm(Persona.Exec, $"/supervisions/{one.Id}", [("Reply", "办好了")])).Dispose();
        Assert.True(((Supervision)(await PlanTests.Find(county, "supervision", asked.Id))!).Late);
        Assert.False(((Supervision)(await PlanTests.Find(county, "supervision", intime.Id))!).Late);
        Assert.Contains("逾期答复", (await county.Page(Persona.Officer, $"/supervisions/{asked.Id}")).Body!.TextContent);
        Assert.Equal(5000, await Figure(county, "supervision.in-time-share"));
        // Answered once; again only after it was returned.
        using var twice = await county.PostForm(Persona.Exec, $"/supervisions/{asked.Id}", [("Reply", "再补一句")], from: "/me/tokens");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        await county.As(Persona.Officer, (r, _) => r.Return("supervision", asked.Id, "没写哪天办完"));
        using var better = await county.PostForm(Persona.Exec, $"/supervisions/{asked.Id}", [("Reply", "月底办完")]);
        Assert.Equal(HttpStatusCode.Redirect, better.StatusCode);
    }

    [Fact]
    public async Task Whoever_leads_the_organisation_asked_finds_it_among_her_to_dos_until_it_is_answered_and_overdue_it_goes_one_level_up()
    {
        await using var county = await County.Start(jobs: false);
        var asked = await county.Recorded(Persona.Officer, "supervision", ("title", "走访没跟上"), ("org", county.Village1.Org), ("date", "2026-11-20"), ("deadline", "2026-11-25"));
        await county.Recorded(Persona.Officer, "problem", ("text", "台账不全"), ("found", "inspection"), ("owner", county.Village1.Org), ("deadline", "2026-12-01"));
        var todo = (await county.Page(Persona.Chair, "/todo?show=all")).Body!.TextContent;
        Assert.Contains("走访没跟上", todo);
        Assert.Contains("台账不全", todo);
        Assert.DoesNotContain("走访没跟上", (await county.Page(Persona.Exec2, "/todo?show=all")).Body!.TextContent);
        var duty = await county.As(Persona.Admin, (_, s) => Task.FromResult(s.Db.Set<HalfSky.Platform.Duties.Duty>().Single(d => d.Entry == asked.Id)));
        Assert.Equal((new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27)), (duty.Due, duty.Escalates));
        (await county.PostForm(Persona.Chair, $"/supervisions/{asked.Id}", [("Reply", "办好了")])).Dispose();
        Assert.DoesNotContain("走访没跟上", (await county.Page(Persona.Chair, "/todo?show=all")).Body!.TextContent);
    }

    [Fact]
    public async Task A_problem_is_open_until_the_day_it_was_solved_and_one_solved_at_once_was_open_that_day()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "problem", ("text", "台账不全"), ("found", "self"), ("owner", county.Village1.Org), ("date", "2026-10-01"), ("deadline", "2026-12-01"));
        await county.Recorded(Persona.Officer, "problem", ("text", "当天改好"), ("found", "inspection"), ("owner", county.Village2.Org), ("org", county.Village2.Org), ("date", "2026-11-10"), ("deadline", "2026-11-20"), ("closed", "2026-11-10"));
        Assert.Equal(1, await Figure(county, "problem.open"));
        Assert.Equal(2, await Figure(county, "problem.found"));
        Assert.Equal(1, await Figure(county, "problem.closed"));
    }

    private static Task<long?> Figure(County county, string key) => county.As(Persona.CountyStaff, async (r, s) =>
    {
        var reference = await r.Reference(default);
        var measure = reference.Measure(key)!;
        return (await new Evaluator(s, reference, county.Clock.Today).Read(measure, new(Branch.Root, Period.Year(2026)), r.User.Scope(measure.Register.Permission("measure")))).Value;
    });
}
