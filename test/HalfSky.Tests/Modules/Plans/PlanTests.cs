using System.Net;
using AngleSharp.Dom;
using HalfSky.Kernel;
using HalfSky.Modules.Plans;
using HalfSky.Modules.Plans.Supervisions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules.Plans;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_is_refused_where_its_parts_do_not_fit()
    {
        await using var county = await County.Start(jobs: false);
        var (plan, other) = (await Plan(county, Persona.Officer, 2026), await Plan(county, Persona.Officer, 2025));
        var top = await county.Recorded(Persona.Officer, "objective", ("plan", plan), ("text", "建强阵地"));
        var far = await county.Recorded(Persona.Officer, "objective", ("plan", other), ("text", "去年的"));
        Assert.Equal("objective.plan", Code(await county.Record(Persona.Officer, "objective", ("plan", plan), ("text", "下一层"), ("above", far.Id))));
        Assert.Equal("plan-task.objective", Code(await county.Record(Persona.Officer, "plan-task", ("plan", plan), ("objective", far.Id), ("text", "办一场"), ("due", "2026-06-30"))));
        Assert.Equal("target.objective", Code(await county.Record(Persona.Officer, "target", ("plan", plan), ("objective", far.Id), ("measure", "visit.times"), ("period", "2026"), ("place", Township(county).Place), ("value", 10))));
        var circle = await county.As(Persona.Officer, (r, _) => r.Change("objective", top.Id, 1, County.Typed(("above", top.Id))));
        Assert.Equal("objective.circle", Code(circle));
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Officer2).GetAsync($"/plans/{plan}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Exec).GetAsync($"/plans/{plan}")).StatusCode);
    }

    [Fact]
    public async Task A_plan_shows_its_tree_what_is_late_and_what_is_behind_and_prints_planned_against_done()
    {
        await using var county = await County.Start(jobs: false);
        var plan = await Plan(county, Persona.Officer, 2026);
        var top = await county.Recorded(Persona.Officer, "objective", ("plan", plan), ("text", "建强阵地"), ("position", 1));
        var below = await county.Recorded(Persona.Officer, "objective", ("plan", plan), ("text", "每村一个妇女之家"), ("above", top.Id));
        await county.Recorded(Persona.Officer, "plan-task", ("plan", plan), ("objective", below.Id), ("text", "挂牌"), ("due", "2026-06-30"), ("owner", county.Village1.Org));
        await county.Recorded(Persona.Officer, "plan-task", ("plan", plan), ("text", "办完了的事"), ("due", "2026-06-30"), ("done", "2026-06-01"));
        await county.Recorded(Persona.Officer, "target", ("plan", plan), ("measure", "visit.times"), ("period", "2026"), ("place", Township(county).Place), ("value", 100));
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));

        var page = await county.Page(Persona.Officer, $"/plans/{plan}");
        Assert.Equal(["1 建强阵地", "1.1 每村一个妇女之家", "不在哪条目标下的任务"], page.QuerySelectorAll(".objective h3").Select(h => h.TextContent.Trim().ReplaceLineEndings(" ")));
        Assert.Contains("逾期 146 天", page.Body!.TextContent);
        Assert.Contains("落后", page.Body.TextContent);
        Assert.Contains("1", page.QuerySelector($"a.fig[href^='/measures/visit.times']")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("/r/supervision/new?target=", StringComparison.Ordinal));
        var paper = await county.Page(Persona.Officer, $"/plans/{plan}/comparison");
        Assert.Contains("06-01 办完", paper.QuerySelector(".compare")!.TextContent);
        Assert.Contains("没办完", paper.QuerySelector(".compare")!.TextContent);

        var task = page.QuerySelector("input[name=task]")!.GetAttribute("value")!;
        using var done = await county.PostForm(Persona.Officer, $"/plans/{plan}/done", [("task", task)], from: $"/plans/{plan}");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.DoesNotContain("逾期 146 天", (await county.Page(Persona.Officer, $"/plans/{plan}")).Body!.TextContent);
    }

    [Fact]
    public async Task The_next_plan_is_begun_once_as_a_draft_with_all_dates_moved_and_its_targets_come_into_effect_with_it()
    {
        await using var county = await County.Start(jobs: false);
        var plan = await Plan(county, Persona.Officer, 2026);
        var top = await county.Recorded(Persona.Officer, "objective", ("plan", plan), ("text", "2026年建强阵地"));
        var below = await county.Recorded(Persona.Officer, "objective", ("plan", plan), ("text", "下一层"), ("above", top.Id));
        await county.Recorded(Persona.Officer, "plan-task", ("plan", plan), ("objective", below.Id), ("text", "挂牌"), ("due", "2026-06-30"), ("done", "2026-05-01"));
        await county.Recorded(Persona.Officer, "target", ("plan", plan), ("objective", top.Id), ("measure", "visit.times"), ("period", "2026Q1"), ("place", Township(county).Place), ("value", 30));

        using var first = await county.PostForm(Persona.Officer, $"/plans/{plan}/next", [], from: $"/plans/{plan}");
        using var again = await county.PostForm(Persona.Officer, $"/plans/{plan}/next", [], from: $"/plans/{plan}");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        var next = Guid.Parse(first.Headers.Location!.ToString().Split('/')[^1]);
        var copy = (Plan)(await Find(county, "plan", next))!;
        Assert.Equal(("2027 年工作计划", EntryState.Draft, new DateOnly(2027, 1, 1), new DateOnly(2028, 1, 1)), (copy.Title, copy.State, copy.From, copy.To!.Value));
        var task = (PlanTask)(await Only(county, "plan-task", new Filter.Is("plan", next)))!;
        Assert.Equal((new DateOnly(2027, 6, 30), (DateOnly?)null), (task.Due!.Value, task.Done));
        var objective = (Objective)(await Find(county, "objective", task.Objective!.Value))!;
        Assert.Equal((next, "下一层"), (objective.Plan, objective.Text));
        Assert.Equal("2027年建强阵地", ((Objective)(await Find(county, "objective", objective.Above!.Value))!).Text);
        var target = (Target)(await Only(county, "target", new Filter.Is("plan", next)))!;
        Assert.Equal(("2027Q1", EntryState.Draft), (target.Period, target.State));

        var handed = await county.As(Persona.Officer, (r, _) => r.Change("plan", next, copy.Version, County.Typed(("title", copy.Title))));
        Assert.True(handed.IsAccepted);
        Assert.Equal(EntryState.Verified, (await Find(county, "target", target.Id))!.State);
        Assert.Equal(EntryState.Verified, (await Find(county, "plan-task", task.Id))!.State);
    }

    [Fact]
    public async Task A_plan_given_to_those_below_brings_them_its_objectives_and_their_own_tasks_once()
    {
        await using var county = await County.Start(jobs: false);
        var plan = await Plan(county, Persona.Officer, 2026);
        var top = await county.Recorded(Persona.Officer, "objective", ("plan", plan), ("text", "建强阵地"));
        await county.Recorded(Persona.Officer, "plan-task", ("plan", plan), ("objective", top.Id), ("text", "一村的事"), ("due", "2026-12-30"), ("owner", county.Village1.Org));
        await county.Recorded(Persona.Officer, "plan-task", ("plan", plan), ("text", "大家的事"), ("due", "2026-12-30"));
        using var nobody = await county.PostForm(Persona.Officer, $"/plans/{plan}/down", [], from: $"/plans/{plan}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        for (var i = 0; i < 2; i++)
        {
            using var down = await county.PostForm(Persona.Officer, $"/plans/{plan}/down", [("orgs", county.Village1.Org.ToString()), ("orgs", county.Village2.Org.ToString()), ("orgs", county.Village4.Org.ToString())], from: $"/plans/{plan}");
            Assert.Equal(HttpStatusCode.Redirect, down.StatusCode);
        }
        var first = (Plan)(await Only(county, "plan", new Filter.Is("above", plan) & new Filter.Is("org", county.Village1.Org)))!;
        Assert.Null(await Only(county, "plan", new Filter.Is("above", plan) & new Filter.Is("org", county.Village4.Org)));
        var page = await county.Page(Persona.Exec, $"/plans/{first.Id}");
        Assert.Contains("一村的事", page.Body!.TextContent);
        Assert.Contains("大家的事", page.Body.TextContent);
        var second = (Plan)(await Only(county, "plan", new Filter.Is("above", plan) & new Filter.Is("org", county.Village2.Org)))!;
        Assert.DoesNotContain("一村的事", (await county.Page(Persona.Exec2, $"/plans/{second.Id}")).Body!.TextContent);
    }

    [Fact]
    public async Task From_last_years_plan_to_the_first_quarter_with_a_target_behind_and_a_supervision_answered()
    {
        await using var county = await County.Start(jobs: false);
        var plan = await Plan(county, Persona.Officer, 2026);
        await county.Recorded(Persona.Officer, "target", ("plan", plan), ("measure", "visit.times"), ("period", "2026"), ("place", Township(county).Place), ("value", 400));
        using var begun = await county.PostForm(Persona.Officer, $"/plans/{plan}/next", [], from: $"/plans/{plan}");
        var next = Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
        await county.As(Persona.Officer, (r, _) => r.Change("plan", next, 1, County.Typed(("title", "2027 年工作计划"))));

        await county.Move(new(2027, 3, 31));
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));
        var page = await county.Page(Persona.Officer, $"/plans/{next}");
        Assert.Contains("落后", page.Body!.TextContent);
        var ask = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/r/supervision/new?target=", StringComparison.Ordinal));
        var form = await county.Page(Persona.Officer, ask);
        Assert.Equal("指标落后：走访", form.QuerySelector("input[name=title]")!.GetAttribute("value"));

        var target = (Target)(await Only(county, "target", new Filter.Is("plan", next)))!;
        var asked = await county.Recorded(Persona.Officer, "supervision", ("title", "走访落后"), ("org", county.Village1.Org), ("deadline", "2027-04-10"), ("target", target.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Exec2).GetAsync($"/supervisions/{asked.Id}")).StatusCode);
        using var empty = await county.PostForm(Persona.Exec, $"/supervisions/{asked.Id}", [("Reply", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("请写上办得怎么样了", await empty.Content.ReadAsStringAsync());
        using var answered = await county.PostForm(Persona.Exec, $"/supervisions/{asked.Id}", [("Reply", "四月补齐")]);
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        var kept = (Supervision)(await Find(county, "supervision", asked.Id))!;
        Assert.Equal(("四月补齐", new DateOnly(2027, 3, 31), false, Township(county).Org), (kept.Reply!, kept.Replied!.Value, kept.Late!.Value, kept.Issuer!.Value));
    }

    internal static async Task<Guid> Plan(County county, Persona persona, int year) =>
        (await county.Recorded(persona, "plan", ("title", $"{year} 年工作计划"), ("kind", "year"), ("date", $"{year}-01-05"), ("from", $"{year}-01-01"), ("to", $"{year + 1}-01-01"))).Id;

    internal static Township Township(County county) => county.Facts.Townships[0];

    internal static string Code(Verdict verdict) => verdict.Problems.Count == 0 ? verdict.Outcome.ToString() : verdict.Problems[0].Code;

    internal static Task<Entry?> Find(County county, string register, Guid id) =>
        county.As(Persona.CountyStaff, async (r, _) => await r.Find((await r.Reference(default)).Register(register)!, id, r.User.Scope(register + ".read")));

    internal static Task<Entry?> Only(County county, string key, Filter which) => county.As(Persona.CountyStaff, async (r, s) =>
    {
        var register = (await r.Reference(default)).Register(key)!;
        var found = new List<Entry>();
        await foreach (var row in new Query(s, register.Shape, r.User.Scope(register.Permission("read"))).Where(which).Stream([.. register.Shape.Columns.Select(c => c.Key)], [])) found.Add(EntryColumns.Make(register, row));
        Assert.True(found.Count < 2, $"{found.Count} of {key}");
        return found.FirstOrDefault();
    });
}
