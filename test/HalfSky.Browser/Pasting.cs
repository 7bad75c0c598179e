using HalfSky.Kernel;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Shell;
using HalfSky.Tests;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>Pasted rows, reported figures and who has not been seen: empty, full, with errors, by keyboard, on paper.</summary>
internal static class Pasting
{
    public static async Task<IReadOnlyList<Scene>> Of(County county)
    {
        var villages = county.Facts.Townships[0].Villages;
        foreach (var village in villages.Take(2))
            await county.Recorded(Persona.Officer, "person", ("name", "王桂英"), ("sex", "female"), ("birth", village == villages[0] ? "1972-01-01" : "1958-01-01"), ("place", village.Place), ("org", village.Org), ("from", "2025-01-01"));
        var rows = Enumerable.Range(0, 24).Select(i => $"{villages[i % 3].Name.TrimEnd('村')}\t{villages[i % 3].People[i % 9].Name}\t11月{1 + i % 22}日\t{(i % 2 == 0 ? "入户" : "电话")}\t季走访\t{(i % 5 == 0 ? "孩子上初中住校，家里都好，想学家政，问几时开班，隔壁说夜里常听见孩子一个人在家" : "冬衣够，药够")}").ToList();
        var bad = string.Join('\n', ["村居名称\t走访对象\t时间\t方式\t类型\t走访情况", .. rows.Take(3), "\t王桂英\t11月5日\t入户\t季走访\t腿脚不便", "石桥\t没这个人\t11月32日\t上门\t季走访\t好", rows[3], rows[3], "合计\t7\t\t\t\t"]);
        var full = "村居名称\t走访对象\t时间\t方式\t类型\t走访情况\n" + string.Join('\n', rows);
        await Report(county, "2026-11");
        await Report(county, "2026-10");
        await county.Recorded(Persona.Officer, "contact-area", ("exec", villages[0].ExecPost), ("place", villages[0].Grids[1]), ("women", 5), ("from", "2026-01-01"), ("org", villages[0].Org));
        var late = await county.Recorded(Persona.Officer, "visit", ("person", villages[1].People[0].Id), ("date", "2026-11-02"));
        await county.As(Persona.Officer, (r, _) => r.Verify("visit", late.Id));
        var id = await county.As(Persona.Officer, (_, s) => s.Db.Set<ReportedFigure>().Where(f => f.Period == "2026-11").Select(f => f.Id).SingleAsync());
        return
        [
            new("paste-empty", Persona.Officer, "/r/visit/paste"),
            new("paste-refused", Persona.Officer, "/r/visit/paste", async p => { await p.ClickAsync("button.primary"); await p.WaitForLoadStateAsync(); }),
            new("paste-errors", Persona.Officer, "/r/visit/paste", p => Paste(p, bad)),
            new("paste-full", Persona.Officer, "/r/visit/paste", p => Paste(p, full)),
            new("paste-keys", Persona.Officer, "/r/visit/paste", async p =>
            {
                await Paste(p, bad);
                await p.FocusAsync("tbody tr:nth-child(1) td[data-cell] >> nth=3");
                await p.Keyboard.PressAsync("ArrowDown");
                await p.Keyboard.PressAsync("F2");
                await p.FillAsync("tbody tr:nth-child(2) input", "视频");
                await p.Keyboard.PressAsync("Enter");
                await p.WaitForTimeoutAsync(1500);
            }),
            new("paste-done", Persona.Officer, "/r/visit/paste", async p => { await Paste(p, full); await p.ClickAsync("[data-save-grid]"); await p.WaitForLoadStateAsync(); }),
            new("paste-part", Persona.Officer, "/r/visit/paste", async p => { await Paste(p, bad.Replace("11月", "10月", StringComparison.Ordinal)); await p.ClickAsync("[data-save-grid]"); await p.WaitForLoadStateAsync(); }),
            new("report-ask", Persona.Officer, "/measures/visit.times/report?period=2026"),
            new("report-nothing", Persona.Officer, "/measures/visit.times/report?period=2024"),
            new("reported", Persona.Officer, $"/measures/visit.times/reported/{id}"),
            new("reported-figure", Persona.Officer, "/measures/visit.times?period=2026-11"),
            new("unseen-officer", Persona.Officer, "/unseen"),
            new("unseen-exec", Persona.Exec, "/unseen"),
            new("unseen-chair", Persona.Chair, "/unseen?months=12"),
            new("unseen-none", Persona.Exec2, "/unseen"),
            new("unseen-print", Persona.Chair, "/unseen?months=12", Print: true),
        ];
    }

    private static async Task Paste(IPage page, string text)
    {
        await page.FillAsync("textarea[name=text]", text);
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("#grid table");
    }

    private static Task Report(County county, string period) => county.As(Persona.Officer, async services =>
    {
        var desk = services.GetRequiredService<Desk>();
        var (reference, home) = (await desk.Reference(), await desk.HomePlace());
        var measure = reference.Measure("visit.times")!;
        var query = AskQuery.Read(QueryHelpers.ParseQuery("period=" + period), measure, reference, home, Period.YearOf(desk.Today), desk.Today);
        return await services.GetRequiredService<Reporting>().Report(Uuid.New(desk.Clock.Now), measure, query, default);
    });
}
