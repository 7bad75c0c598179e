using HalfSky.Platform.Imports;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>Workbooks in: the guide, the file handed in, looked at with doubts and refusals, written, stopped by an error, taken back; the county's forms.</summary>
internal static class ImportScenes
{
    public static async Task<IReadOnlyList<Scene>> Of(County county, string text)
    {
        var village = county.Village1.Name;
        var mixed = await Looked(county, "opinion", "2026年一季度妇情民意收集台账（汇总上报版，请勿外传）-最终稿2.csv", $"""
            2026年一季度妇情民意台账
            填报单位：{village}
            序号,什么事,来源,提出日期,转给谁,关于,谁提的,备注
            1,路灯不亮,走访收集,3月8日,镇政府,道路设施,,
            2,{text},走访,2026.3.9,镇民政办,养老,,{text}
            3,垃圾没人收,妇女反映,三十号,村委会,环境卫生,,
            4,幼儿园太远,别处听来的,2026-03-11,教育局,上学,查无此人,
            合计,4,,,,,,
            填表人：张三
            """);
        var rows = string.Join('\n', Enumerable.Range(1, 5000).Select(i => $"{i},第{i}件事,走访收集,2026-03-{i % 28 + 1:00},镇政府"));
        var long5000 = await Looked(county, "opinion", "五千行.csv", $"填报单位：{village}\n序号,什么事,来源,提出日期,转给谁\n{rows}\n");
        var done = await Looked(county, "opinion", "已导入.csv", $"填报单位：{village}\n什么事,来源,提出日期,转给谁\n井盖坏了,走访收集,2026-03-12,镇政府\n哪天不知道,走访收集,三十号,镇政府\n");
        var back = await Looked(county, "opinion", "撤回的.csv", $"填报单位：{village}\n什么事,来源,提出日期,转给谁\n井盖又坏了,走访收集,2026-03-12,镇政府\n广场舞吵,走访收集,2026-03-13,镇政府\n");
        foreach (var id in new[] { done, back }) await county.As(Persona.Officer, async services => { await services.GetRequiredService<Importing>().Continue(id, default); return 0; });
        var changed = await county.As(Persona.Officer, (_, s) => s.Db.Set<ImportLine>().Where(l => l.Import == back).Select(l => l.Entry!.Value).FirstAsync());
        await county.As(Persona.Officer, (r, _) => r.Change("opinion", changed, 1, County.Typed(("title", "广场舞吵，改过"))));
        await county.As(Persona.Officer, services => services.GetRequiredService<TakeBack>().Run(back, default));
        return
        [
            new("import-guide", Persona.Officer, "/imports"),
            new("import-guide-exec", Persona.Exec, "/imports"),
            new("import-upload", Persona.Officer, "/r/opinion/import"),
            new("import-upload-empty", Persona.Exec, "/r/visit/import"),
            new("import-upload-error", Persona.Officer, "/r/visit/import", async p => { await p.SetInputFilesAsync("#file", new FilePayload { Name = "照片.xlsx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] }); await p.ClickAsync("form[enctype] button"); await p.WaitForLoadStateAsync(); }),
            new("import-look", Persona.Officer, $"/imports/{mixed}"),
            new("import-look-5000", Persona.Officer, $"/imports/{long5000}"),
            new("import-unbound", Persona.Officer, $"/imports/{mixed}", async p =>
            {
                foreach (var select in await p.QuerySelectorAllAsync("select[name^='c.']")) await select.SelectOptionAsync("");
                await p.ClickAsync(".next button.primary");
                await p.WaitForLoadStateAsync();
            }),
            new("import-done", Persona.Officer, $"/imports/{done}"),
            new("import-back", Persona.Officer, $"/imports/{back}"),
            new("forms", Persona.Officer, "/forms"),
            new("form-new", Persona.Officer, "/forms/new"),
        ];
    }

    private static async Task<Guid> Looked(County county, string register, string name, string text)
    {
        return await county.As(Persona.Officer, async services =>
        {
            var (importing, content) = (services.GetRequiredService<Importing>(), System.Text.Encoding.UTF8.GetBytes(text));
            var reference = await services.GetRequiredService<HalfSky.Platform.Registers.Recording>().Reference(default);
            var table = await importing.Read(reference.Register(register)!, SourceBook.Read(content, name), name, null, null, default);
            return (await importing.Keep(table, name, content, new ImportChoices(), default)).Id;
        });
    }
}
