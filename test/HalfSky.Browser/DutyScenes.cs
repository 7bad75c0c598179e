using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using HalfSky.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>To-dos, the monthly checklist, the sheet of a week, the board, the rules: full, empty, with long names, refused, on paper.</summary>
internal static class DutyScenes
{
    private const string LongName = "阿卜杜热合曼·阿依古丽·买买提江·吐尔逊古丽·努尔麦麦提";

    public static async Task<IReadOnlyList<Scene>> Of(County county)
    {
        var village = county.Village1;
        foreach (var name in new[] { "赵春兰", LongName, "周红霞" }) await Family(county, name, village.Grids[0]);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", village.ExecPost), ("place", village.Grids[0]), ("women", 20), ("from", "2026-01-01"), ("org", village.Org));
        await Many(county, 54);
        var (bare, full, long_, left) = await HandOvers(county);
        var (list, report) = (await Open(county, "contact-area.monthly", village.Org), await Open(county, "post.report", village.Org));
        return
        [
            new("todo-of-villages", Persona.Officer, "/todo?of=org&show=all"),
            new("todo-mine-all", Persona.Exec, "/todo?show=all"),
            new("todo-late", Persona.Exec, "/todo?show=late"),
            new("todo-done", Persona.Exec, "/todo?show=done"),
            new("todo-list", Persona.Exec, $"/todo/{list}"),
            new("todo-list-read", Persona.Officer, $"/todo/{list}"),
            new("todo-list-error", Persona.Exec, $"/todo/{list}", async p => { await p.ClickAsync("form.card button.primary"); await p.WaitForLoadStateAsync(); }),
            new("todo-list-print", Persona.Exec, $"/todo/{list}", Print: true),
            new("todo-one", Persona.Exec, $"/todo/{report}"),
            new("todo-one-error", Persona.Officer, $"/todo/{report}", async p => { await p.ClickAsync("details.fold summary"); await p.ClickAsync("form[action$='/waive'] button"); await p.WaitForLoadStateAsync(); }),
            new("todo-week", Persona.Exec, "/todo/week"),
            new("todo-week-empty", Persona.Stranger, "/todo/week"),
            new("todo-week-village", Persona.Officer, $"/todo/week?village={village.Place}"),
            new("todo-week-print", Persona.Officer, $"/todo/week?village={village.Place}", Print: true),
            new("todo-board", Persona.Officer, "/todo/board"),
            new("todo-board-county", Persona.CountyStaff, "/todo/board?rule=care.quarterly-visit"),
            new("todo-calendar", Persona.Exec, "/todo/calendar"),
            new("todo-rules", Persona.CountyStaff, "/admin/duties"),
            new("todo-rule", Persona.CountyStaff, "/admin/duties/care.quarterly-visit"),
            new("todo-rule-error", Persona.CountyStaff, "/admin/duties/care.quarterly-visit", async p => { await p.FillAsync("#times", "很多"); await p.ClickAsync(".pinned button"); await p.WaitForLoadStateAsync(); }),
            new("todo-many", Persona.Chair, "/todo", Counted),
            new("todo-many-all", Persona.Chair, "/todo?show=all", Counted),
            new("todo-many-second", Persona.Chair, "/todo?show=all&page=2", Counted),
            new("todo-many-workbench", Persona.Chair, "/", Counted),
            new("hand-over", Persona.Officer, $"/posts/{full}/hand-over"),
            new("hand-over-empty", Persona.Officer, $"/posts/{bare}/hand-over"),
            new("hand-over-long", Persona.Chair, $"/posts/{long_}/hand-over", Counted),
            new("hand-over-followed", Persona.Officer, $"/posts/{left}/hand-over"),
            new("hand-over-next", Persona.Officer, $"/posts/{full}/hand-over", async p => { await p.ClickAsync("a.primary[href^='/r/post/new']"); await p.WaitForURLAsync("**/r/post/new**"); }),
            new("hand-over-print", Persona.Officer, $"/posts/{full}/hand-over", Print: true),
            new("todo-rule-new", Persona.CountyStaff, "/admin/duties?register=care"),
        ];
    }

    /// <summary>The number beside 待办 is there: it is asked for after the page.</summary>
    private static Task Counted(IPage page) => page.Locator("a[href='/todo'] .badge").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>So many families for one chair, each to be seen every month and every quarter: more than a page.</summary>
    private static async Task Many(County county, int families)
    {
        var (village, post) = (county.Village1, county.Facts.Signed[Persona.Chair].Post);
        for (var i = 0; i < families; i++)
        {
            var woman = await county.Recorded(Persona.Officer, "person", ("name", i % 9 == 4 ? LongName : "何秀" + "兰梅英珍芳"[i % 5]), ("sex", "female"), ("birth", $"19{50 + i % 40}-0{1 + i % 9}-12"), ("place", village.Grids[1]), ("org", village.Org));
            await county.Recorded(Persona.Officer, "care", ("person", woman.Id), ("categories", i % 2 == 0 ? "elderly" : "left-behind-woman,poor-woman,disabled-woman"), ("level", "high"), ("responsible", post), ("from", "2026-01-01"));
        }
    }

    /// <summary>Posts to hand over: one with nothing, one with families and pairings, one with long names, one taken over already.</summary>
    private static async Task<(Guid Bare, Guid Full, Guid Long, Guid Left)> HandOvers(County county)
    {
        var village = county.Village1;
        Task<Entry> Post(Guid person, long org, string role, string from, params (string, object?)[] more) => county.Recorded(Persona.Officer, "post", [("person", person), ("org", org), ("role", role), ("from", from), .. more]);
        var exec = county.Facts.Signed[Persona.Exec].Person;
        await county.Recorded(Persona.Officer, "pairing", ("kind", "exec"), ("helper", exec), ("person", village.People[3].Id), ("from", "2026-10-01"), ("vetted", "true"), ("org", village.Org));
        var bare = await Post(village.People[7].Id, village.Org, "group-leader", "2025-03-01");
        var left = await Post(village.People[8].Id, village.Org, "delegate", "2022-03-01");
        await Post(village.People[2].Id, village.Org, "delegate", "2026-03-01", ("follows", left.Id));
        var office = await county.Recorded(Persona.Officer, "organization", ("name", "槐荫村新就业群体（外卖配送、网约车、电商直播）妇女联合会筹备委员会"), ("kind", "federation"), ("level", "village"), ("parent", village.Org), ("place", village.Place), ("from", "2025-01-10"));
        var org = (await county.Reference()).Organizations.All.Single(n => n.Entry == office.Id).Number.Value;
        var woman = await county.Recorded(Persona.Officer, "person", ("name", LongName), ("sex", "female"), ("birth", "1979-05-06"), ("place", village.Grids[1]), ("org", village.Org));
        return (bare.Id, village.ExecPost, (await Post(woman.Id, org, "part-time-vice", "2025-03-01")).Id, left.Id);
    }

    /// <summary>A family with one woman in it.</summary>
    public static async Task Family(County county, string name, long grid)
    {
        var head = await county.Recorded(Persona.Exec, "person", ("name", name), ("sex", "female"), ("birth", "1970-05-06"), ("place", grid));
        await county.Recorded(Persona.Exec, "household", ("head", head.Id), ("place", grid), ("from", "2025-02-01"));
    }

    /// <summary>The first open duty of a rule in a village, the newest first.</summary>
    public static Task<Guid> Open(County county, string rule, long org) => county.As(Persona.Admin, (_, s) =>
        s.Db.Set<Duty>().Where(d => d.Rule == rule && d.State == DutyState.Open && d.Org == org).OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());
}
