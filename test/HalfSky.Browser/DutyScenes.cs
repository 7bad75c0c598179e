using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Tests;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Browser;

/// <summary>To-dos, the monthly checklist, the sheet of a week, the board, the rules: full, empty, with long names, refused, on paper.</summary>
internal static class DutyScenes
{
    public static async Task<IReadOnlyList<Scene>> Of(County county)
    {
        var village = county.Village1;
        foreach (var name in new[] { "赵春兰", "阿卜杜热合曼·阿依古丽·买买提江·吐尔逊古丽·努尔麦麦提", "周红霞" }) await Family(county, name, village.Grids[0]);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", village.ExecPost), ("place", village.Grids[0]), ("women", 20), ("from", "2026-01-01"), ("org", village.Org));
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
            new("todo-rule-new", Persona.CountyStaff, "/admin/duties?register=care"),
        ];
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
