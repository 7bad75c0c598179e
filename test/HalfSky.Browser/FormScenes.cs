using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets.Forms;
using HalfSky.Tests;
using HalfSky.Tests.Modules.Notices;
using HalfSky.Tests.Platform.Sheets.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>The county's own forms: none yet, handed in, bound to fields, filled, each with its error.</summary>
internal static class FormScenes
{
    private const string LongName = "青禾县各乡镇妇联走访慰问困难妇女儿童及留守老人情况季度报表（2026年修订版，县妇联家庭和儿童工作部制）";

    public static async Task<IReadOnlyList<Scene>> Of(County county)
    {
        var bind = await Added(county, "走访慰问报表", SampleForm.Make(), confirmed: false);
        var fill = await Added(county, LongName, SampleWorkbook.People(["序号", "村名", "姓名", "走访日期", "走访方式", "是否建立一人一档并落实一对一结对帮扶责任人（是填1，否填0）"]), confirmed: true);
        return
        [
            new("forms", Persona.Officer, "/forms"),
            new("forms-chair", Persona.Chair, "/forms"),
            new("forms-empty", Persona.Officer2, "/forms"),
            new("form-new", Persona.Officer, "/forms/new"),
            new("form-new-error", Persona.Officer, "/forms/new", async p => { await p.SetInputFilesAsync("#file", new FilePayload { Name = "空表.xlsx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] }); await Press(p); }),
            new("form-bind", Persona.Officer, $"/forms/{bind}"),
            new("form-bind-long", Persona.Officer, $"/forms/{fill}"),
            new("form-bind-error", Persona.Officer, $"/forms/{bind}", async p => { await p.Locator("input[name=other]:visible").First.FillAsync("没有这个数"); await p.Locator("input[name=last]").First.FillAsync("3"); await Press(p); }),
            new("form-fill", Persona.Officer, $"/forms/{fill}/fill"),
            new("form-fill-chair", Persona.Chair, $"/forms/{fill}/fill"),
            new("form-fill-error", Persona.Officer, $"/forms/{fill}/fill?from=2026-11-02&to=2026-11-01", _ => Task.CompletedTask),
        ];
    }

    private static async Task Press(IPage page)
    {
        await page.ClickAsync("main form button.primary");
        await page.WaitForLoadStateAsync();
    }

    private static Task<Guid> Added(County county, string name, byte[] workbook, bool confirmed) => county.As(Persona.Officer, async services =>
    {
        var (desk, shelf) = (services.GetRequiredService<HalfSky.Platform.Shell.Desk>(), services.GetRequiredService<FormShelf>());
        var form = new WorkbookForm { Id = Uuid.New(desk.Clock.Now), Register = "visit", Name = name, Org = desk.User.Home!.Value.Value };
        await shelf.Add(form, (await desk.Reference(default)).Register("visit")!, workbook, name + ".xlsx", default);
        if (confirmed) await shelf.Bind(form.Id, name, form.Bound(), default);
        return form.Id;
    });
}
