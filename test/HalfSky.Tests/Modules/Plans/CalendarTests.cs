using System.Net;
using HalfSky.Kernel;
using HalfSky.Modules.Plans.Calendar;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules.Plans;

public sealed class CalendarTests
{
    [Fact]
    public async Task A_day_of_the_year_that_cannot_be_read_is_refused_and_one_that_can_is_kept_as_it_is_read()
    {
        await using var county = await County.Start(jobs: false);
        Assert.Equal("occasion.rule", PlanTests.Code(await county.Record(Persona.CountyStaff, "occasion", ("name", "庙会"), ("rule", "春天"))));
        Assert.Equal(Outcome.NotFound, (await county.Record(Persona.Exec, "occasion", ("name", "庙会"), ("rule", "3-3"))).Outcome is Outcome.Accepted ? Outcome.Accepted : Outcome.NotFound);
        var kept = (OwnOccasion)await county.Recorded(Persona.CountyStaff, "occasion", ("name", "庙会"), ("rule", "lunar:3-3"));
        Assert.Equal("农历三月初三", kept.Rule);
    }

    [Fact]
    public async Task The_month_shows_shipped_days_and_the_countys_own_which_replace_them()
    {
        await using var county = await County.Start(jobs: false);
        using var wrong = await county.Browser(Persona.Exec).GetAsync("/calendar?month=2026-13");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var october = (await county.Page(Persona.Exec, "/calendar?month=2026-10")).QuerySelector(".month")!;
        Assert.Contains("重阳节", october.QuerySelectorAll("td").Single(d => d.QuerySelector(".dayno")?.TextContent == "18").TextContent);
        await county.Recorded(Persona.CountyStaff, "occasion", ("name", "重阳节"), ("rule", "10月20日"), ("action", "改在二十日"), ("ahead", "3"));
        await county.Recorded(Persona.CountyStaff, "occasion", ("name", "国际女童日"), ("rule", "10月11日"), ("off", "true"));
        await county.Recorded(Persona.CountyStaff, "occasion", ("name", "全县调度"), ("rule", "10月8日"), ("levels", "county"));
        october = (await county.Page(Persona.Exec, "/calendar?month=2026-10")).QuerySelector(".month")!;
        Assert.Contains("改在二十日", october.QuerySelectorAll("td").Single(d => d.QuerySelector(".dayno")?.TextContent == "20").TextContent);
        Assert.DoesNotContain("国际女童日", october.TextContent);
        Assert.DoesNotContain("全县调度", october.TextContent);
        Assert.Contains("全县调度", (await county.Page(Persona.CountyStaff, "/calendar?month=2026-10")).Body!.TextContent);
        Assert.Contains("后天是 11·25 国际消除对妇女暴力日", (await county.Page(Persona.Officer, "/")).Body!.TextContent);
    }

    [Fact]
    public async Task What_was_planned_becomes_the_real_entry_and_is_open_again_when_that_is_taken_back()
    {
        await using var county = await County.Start(jobs: false);
        var planned = await county.Recorded(Persona.Exec, "planned-activity", ("title", "反家暴宣讲"), ("date", "2026-11-20"), ("kind", "talk"), ("festival", "end-violence"));
        var later = await county.Recorded(Persona.Exec, "planned-activity", ("title", "以后的"), ("date", "2026-11-28"));
        var page = await county.Page(Persona.Exec, "/calendar?month=2026-11");
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.Contains(later.Id.ToString(), StringComparison.Ordinal) && a.TextContent.Contains("记一笔", StringComparison.Ordinal));
        var record = page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("办了，记一笔", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = await county.Page(Persona.Exec, record);
        Assert.Equal(("反家暴宣讲", "2026-11-20", planned.Id.ToString()), (form.QuerySelector("input[name=title]")!.GetAttribute("value"), form.QuerySelector("input[name=date]")!.GetAttribute("value"), form.QuerySelector("input[name=planned]")!.GetAttribute("value")));

        var held = await county.Recorded(Persona.Exec, "activity", ("title", "反家暴宣讲"), ("date", "2026-11-20"), ("kind", "talk"), ("festival", "end-violence"), ("planned", planned.Id));
        var now = (PlannedActivity)(await PlanTests.Find(county, "planned-activity", planned.Id))!;
        Assert.Equal((PlannedActivity.Held, held.Id), (now.Outcome, now.Activity));
        page = await county.Page(Persona.Exec, "/calendar?month=2026-11");
        Assert.Contains("办了 1 场", page.QuerySelectorAll(".occasion").Single(o => o.TextContent.Contains("消除对妇女暴力", StringComparison.Ordinal)).TextContent);

        await county.As(Persona.Exec, (r, _) => r.Withdraw("activity", held.Id, "记错了"));
        now = (PlannedActivity)(await PlanTests.Find(county, "planned-activity", planned.Id))!;
        Assert.Equal((PlannedActivity.Planned, (Guid?)null), (now.Outcome, now.Activity));
        Assert.Contains("过了，办了没有", (await county.Page(Persona.Exec, "/calendar?month=2026-11")).Body!.TextContent);
    }

    [Fact]
    public async Task The_calendar_shows_ones_own_and_with_those_below_on_request()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "planned-activity", ("title", "村里的"), ("date", "2026-11-28"));
        var plan = await PlanTests.Plan(county, Persona.Officer, 2026);
        await county.Recorded(Persona.Officer, "plan-task", ("plan", plan), ("text", "到期的任务"), ("due", "2026-11-30"));
        var own = (await county.Page(Persona.Officer, "/calendar")).Body!.TextContent;
        Assert.Contains("到期的任务", own);
        Assert.DoesNotContain("村里的", own);
        Assert.Contains("村里的", (await county.Page(Persona.Officer, "/calendar?of=all")).Body!.TextContent);
        Assert.DoesNotContain("村里的", (await county.Page(Persona.Officer2, "/calendar?of=all")).Body!.TextContent);
    }
}
