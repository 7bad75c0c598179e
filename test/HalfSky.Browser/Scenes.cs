using HalfSky.Tests;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>One picture: who looks at what, after doing what; in another county than the full one, when said.</summary>
public sealed record Scene(string Name, Persona? Persona, string Path, Func<IPage, Task>? Do = null, bool Print = false, County? In = null);

/// <summary>The pictures of the product.</summary>
internal static class Scenes
{
    private const string LongName = "阿卜杜热合曼·阿依古丽·买买提江·吐尔逊古丽·努尔麦麦提";
    private const string LongText = "周日下午去的。奶奶腿脚不好，孩子数学落下了，想找人晚上辅导；冬衣够，书包旧了。隔壁说夜里常听见孩子一个人在家，爸妈过年才回来，电话一个月打一次。已和学校的老师说好，周三下午去学校看看。";

    public static async Task<IReadOnlyList<Scene>> Of(County county, County empty)
    {
        var village = county.Village1;
        var first = Guid.Empty;
        for (var i = 0; i < 60; i++)
        {
            var care = village.Care[i % village.Care.Count];
            var entry = await county.Recorded(Persona.Exec, "visit", ("person", care.Person), ("date", county.Clock.Today.AddDays(-i % 50)),
                ("kind", i % 3 == 0 ? "quarterly" : "monthly"), ("mode", i % 2 == 0 ? "home" : "phone"), ("situation", i % 5 == 0 ? "help" : "fine"),
                ("needs", i % 5 == 0 ? "study,doctor" : null), ("note", i % 4 == 0 ? LongText : "作业写完了，新书包收到了。"));
            if (i == 0) first = entry.Id;
            if (i % 3 == 0) await county.As(Persona.Officer, (r, _) => r.Verify("visit", entry.Id));
            if (i % 20 == 7) await county.As(Persona.Officer, (r, _) => r.Return("visit", entry.Id, "没写谁在家"));
        }
        var stranger = await county.Recorded(Persona.Exec, "person", ("name", LongName), ("sex", "female"), ("birth", "1961-03-08"), ("place", village.Grids[0]), ("note", LongText));
        var longHome = await county.Recorded(Persona.Exec, "household", ("head", stranger.Id), ("place", village.Grids[0]), ("from", "2025-01-01"), ("marks", "zero-employment,single-parent,lost-only-child,left-behind,dibao,disabled"));
        await county.Recorded(Persona.Exec, "member", ("household", longHome.Id), ("person", stranger.Id), ("relation", "head"), ("from", "2025-01-01"));
        await county.Recorded(Persona.Officer, "care", ("person", stranger.Id), ("categories", "difficult-child,left-behind-woman,single-mother,poor-woman,disabled-woman,two-cancers"), ("level", "high"), ("responsible", village.ExecPost), ("from", "2026-01-01"));
        await county.Recorded(Persona.Exec, "visit", ("person", stranger.Id), ("note", LongText));
        var person = village.Care[0].Person;
        var grounds = await Grounds.Of(county, LongText);
        var plans = await PlanScenes.Of(county, LongText);
        return
        [
            new("sign-in", null, "/sign-in"),
            new("sign-in-error", null, "/sign-in", async p => { await p.FillAsync("input[name=UserName]", "nobody"); await p.FillAsync("input[type=password]", "wrong password"); await p.ClickAsync("form button:not([type=button])"); await p.WaitForLoadStateAsync(); }),
            new("workbench-officer", Persona.Officer, "/"),
            new("workbench-exec", Persona.Exec, "/"),
            new("workbench-admin", Persona.Admin, "/"),
            new("workbench-stranger", Persona.Stranger, "/"),
            new("todo-officer", Persona.Officer, "/todo"),
            new("todo-exec", Persona.Exec, "/todo"),
            new("todo-empty", Persona.Stranger, "/todo"),
            new("ledgers", Persona.Exec, "/r"),
            new("visits", Persona.Officer, "/r/visit"),
            new("visits-print", Persona.Officer, "/r/visit", Print: true),
            new("visits-by-village", Persona.Officer, "/r/visit?by=village"),
            new("visits-none", Persona.Officer, "/r/visit?q=没有这个词啊"),
            new("visits-open", Persona.Officer, "/r/visit", async p => { await p.ClickAsync("[data-open] >> nth=0"); await p.WaitForTimeoutAsync(600); }),
            new("people", Persona.Officer, "/r/person"),
            new("households", Persona.Officer, "/r/household"),
            new("care", Persona.Officer, "/r/care"),
            new("posts", Persona.Officer, "/r/post"),
            new("organizations", Persona.CountyStaff, "/r/organization"),
            new("visit-new", Persona.Exec, $"/r/visit/new?person={person}"),
            new("visit-error", Persona.Exec, "/r/visit/new", async p => { await p.FillAsync("#f-date", "2027-01-01"); await p.ClickAsync("button[value=save]"); await p.WaitForLoadStateAsync(); }),
            new("visit-focus", Persona.Officer, $"/r/visit/new?person={person}", async p => { for (var i = 0; i < 12; i++) await p.Keyboard.PressAsync("Tab"); }),
            new("person-new", Persona.Exec, "/r/person/new"),
            new("visit-details", Persona.Officer, $"/r/visit/{first}"),
            new("visit-edit", Persona.Exec, $"/r/visit/{first}/edit"),
            new("search", Persona.Officer, "/search?q=书包"),
            new("search-empty", Persona.Officer, "/search"),
            new("person-file", Persona.Officer, $"/people/{stranger.Id}"),
            new("household-file", Persona.Officer, $"/households/{longHome.Id}"),
            new("household-file-exec", Persona.Exec, $"/households/{village.Care[0].Household}"),
            new("measures", Persona.Officer, "/measures"),
            new("measure", Persona.Officer, "/measures/visit.times"),
            new("measure-coverage", Persona.Officer, "/measures/care.coverage"),
            new("measure-entries", Persona.Officer, "/measures/visit.times/entries"),
            new("summary", Persona.Officer, "/summary"),
            new("summary-print", Persona.Officer, "/summary", Print: true),
            .. grounds,
            .. await Pasting.Of(county),
            .. plans,
            .. ReportScenes.All,
            .. await NoticeScenes.Of(county, LongText),
            .. await ImportScenes.Of(county, empty, LongText, LongName),
            .. await FormScenes.Of(county),
            .. await DutyScenes.Of(county),
            new("kinds", Persona.CountyStaff, "/admin/kinds"),
            new("registers", Persona.CountyStaff, "/admin/registers"),
            new("register-new", Persona.CountyStaff, "/admin/registers/new"),
            new("log", Persona.CountyStaff, "/admin/log"),
            new("accounts", Persona.Admin, "/admin/accounts"),
            new("me", Persona.Exec, "/me"),
            new("not-found", Persona.Exec, "/nonsense", _ => Task.CompletedTask),
        ];
    }
}
