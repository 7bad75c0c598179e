using HalfSky.Tests;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>Summaries: the form, the paper while it is written, the figures to be recognised, before and after publishing.</summary>
internal static class ReportScenes
{
    public static IReadOnlyList<Scene> All =>
    [
        new("report-summary", Persona.Officer, "/summary"),
        new("report-new", Persona.Officer, "/reports/new"),
        new("report-new-error", Persona.Officer, "/reports/new", async p => { await p.CheckAsync("input[name=Template][value=file]"); await p.ClickAsync("main button.primary"); await p.WaitForLoadStateAsync(); }),
        new("report-empty", Persona.Officer, "/reports/new", async p => { await p.CheckAsync("input[name=Template][value=empty]"); await Begin(p); }),
        new("report-writing", Persona.Officer, "/reports/new", Begin),
        new("report-editing", Persona.Officer, "/reports/new", async p => { await Begin(p); await p.Locator(".blk .edit").Nth(2).ClickAsync(); await p.WaitForLoadStateAsync(); }),
        new("report-adding", Persona.Officer, "/reports/new", async p => { await Begin(p); await p.EvaluateAsync("document.querySelectorAll('a.gap')[1].click()"); await p.WaitForLoadStateAsync(); await p.FillAsync("#add .find input", "走访"); await p.WaitForTimeoutAsync(1200); }),
        new("report-return", Persona.Officer, "/reports/new?Kind=return", Begin),
        new("report-learn", Persona.Officer, "/reports/new", Learn),
        new("report-publish", Persona.Officer, "/reports/new", async p => { await Begin(p); await p.GotoAsync(new Uri(p.Url).AbsolutePath + "/publish"); }),
        new("report-published", Persona.Officer, "/reports/new", async p => { await Begin(p); await p.GotoAsync(new Uri(p.Url).AbsolutePath + "/publish"); await p.ClickAsync("aside button.primary"); await p.ClickAsync("dialog[open] button[value=yes]"); await p.WaitForURLAsync("**/published/1"); }),
        new("report-versions", Persona.Officer, "/reports/new", async p => { await Begin(p); await p.GotoAsync(new Uri(p.Url).AbsolutePath + "/versions"); }),
        new("report-print", Persona.Officer, "/reports/new", Begin, Print: true),
    ];

    private static async Task Begin(IPage page)
    {
        await page.ClickAsync("main form button.primary");
        await page.WaitForURLAsync(u => !u.Contains("/new", StringComparison.Ordinal));
    }

    private static async Task Learn(IPage page)
    {
        await page.CheckAsync("input[name=Template][value=file]");
        await page.SetInputFilesAsync("input[name=file]", new FilePayload
        {
            Name = "去年的总结.txt", MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes("镇妇联2025年工作总结\n一、关心关爱\n2025年，全镇走访困难妇女儿童2000余次，结对帮扶12人，发放慰问金35300元。\n组织护林防火巡查6300次以上，开展阿卜杜热合曼阿依古丽买买提江吐尔逊古丽手工坊体验课18场。\n"),
        });
        await page.ClickAsync("main form button.primary");
        await page.WaitForURLAsync("**/learn");
    }
}
