using HalfSky.Platform.Imports;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>Workbooks in: the guide, the file handed in, looked at with doubts and refusals, written, stopped by an error, taken back.</summary>
internal static class ImportScenes
{
    public static async Task<IReadOnlyList<Scene>> Of(County county, County empty, string text, string longName)
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
        var running = await Standing(county, "走访三月.csv", i => (i.Stage, i.Rows, i.Through) = (ImportStage.Running, 5000, 1820));
        var stopping = await Standing(county, "走访四月.csv", i => (i.Stage, i.Rows, i.Through, i.StopAsked) = (ImportStage.Running, 5000, 4650, true));
        var takingBack = await Standing(county, "走访五月.csv", i => (i.Stage, i.Rows, i.Through) = (ImportStage.TakingBack, 5000, 3100));
        var failed = await Standing(county, "走访六月.csv", i => (i.Stage, i.Rows, i.Through, i.Written, i.Words) = (ImportStage.Failed, 5000, 250, 250, "程序出错，没有做完。写进去的行都在；再导一次同一个文件会接着做，不会重复。"));
        string Sheet(string name, params string[] rows) => $"<Worksheet ss:Name=\"{name}\"><Table>{string.Concat(rows.Select(r => $"<Row>{string.Concat(r.Split(',').Select(c => $"<Cell><Data ss:Type=\"String\">{c}</Data></Cell>"))}</Row>"))}</Table></Worksheet>";
        const string Heads = "什么事,来源,提出日期,转给谁";
        var sheets = await Looked(county, "opinion", "妇情民意收集台账（一至三月）.xls", $"""
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{Sheet("一月", $"填报单位：{village}", Heads, "一月路不平,走访收集,2026-01-12,镇政府", "一月停水,妇女反映,2026-01-13,镇政府", "一月停电,妇女反映,2026-01-14,镇政府")}{Sheet("二月（春节返乡妇女走访专用）", $"填报单位：{village}", Heads, "二月车少,走访收集,2026-02-12,镇政府", "二月风大,走访收集,2026-02-13,镇政府")}{Sheet("三月", $"填报单位：{village}", Heads, "三月路灯,走访收集,2026-03-12,镇政府")}</Workbook>
            """);
        // Two of one name in the village, one of a name in the next village, one nobody has a file of.
        foreach (var (name, birth, place) in new[] { (longName + "二", "1980-02-03", village), (longName + "二", "1991-05-06", village), ("简双名", "1980-02-03", village), ("简双名", "1991-05-06", village), ("简别村", "1975-01-02", county.Village2.Name) })
            await county.Recorded(Persona.Officer, "person", ("name", name), ("sex", "female"), ("birth", birth), ("place", place == village ? county.Village1.Place : county.Village2.Place));
        var names = await Looked(county, "visit", "走访（有同名的）.csv", $"走访日期,村,走访对象,走访情况\n2026-03-01,{village},{longName}二,问了孩子上学\n2026-03-09,{village},简双名,送了种子\n2026-03-10,{village},简别村,搬来以后头一次走访\n2026-03-11,{village},简无档,刚嫁过来\n2026-03-12,{village},{county.Village1.People[0].Name},都好\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"2026-04-{i:00},{village},{longName}二,又去看了一次\n")));
        return
        [
            new("import-guide-first-day", Persona.Officer, "/imports", In: empty),
            new("import-upload-first-day", Persona.Officer, "/r/person/import", In: empty),
            new("import-running", Persona.Officer, $"/imports/{running}"),
            new("import-stopping", Persona.Officer, $"/imports/{stopping}"),
            new("import-taking-back", Persona.Officer, $"/imports/{takingBack}"),
            new("import-failed", Persona.Officer, $"/imports/{failed}"),
            new("import-sheet", Persona.Officer, $"/imports/{sheets}", async p => { await p.SelectOptionAsync("select[name=sheet]", "二月（春节返乡妇女走访专用）"); await p.ClickAsync("button:has-text('换这张看')"); await p.WaitForLoadStateAsync(); }),
            new("import-names", Persona.Officer, $"/imports/{names}"),
            new("import-names-chosen", Persona.Officer, $"/imports/{names}", async p =>
            {
                foreach (var select in await p.QuerySelectorAllAsync("select[name^='who.']")) await select.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            }),
            new("import-upload-no-table", Persona.Officer, "/r/visit/import", async p => await Hand(p, "通知.csv", System.Text.Encoding.UTF8.GetBytes("颜色,大小\n红,3\n"))),
            new("import-guide", Persona.Officer, "/imports"),
            new("import-guide-exec", Persona.Exec, "/imports"),
            new("import-upload", Persona.Officer, "/r/opinion/import"),
            new("import-upload-empty", Persona.Exec, "/r/visit/import"),
            new("import-upload-error", Persona.Officer, "/r/visit/import", async p => await Hand(p, "照片.xlsx", [1, 2, 3])),
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
        ];
    }

    /// <summary>One of two rows that stands as told, as if it were long; the job is not rung, so that it stays so while it is drawn.</summary>
    private static async Task<Guid> Standing(County county, string name, Action<Import> stand)
    {
        var id = await Looked(county, "opinion", name, $"填报单位：{county.Village1.Name}\n什么事,来源,提出日期,转给谁\n{name}里的头一件,走访收集,2026-03-12,镇政府\n{name}里的第二件,走访收集,2026-03-13,镇政府\n");
        await county.As(Persona.Officer, (_, session) => session.Write(async ct => stand(await session.Db.Set<Import>().SingleAsync(i => i.Id == id, ct))));
        return id;
    }

    private static async Task Hand(IPage page, string name, byte[] content)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.ClickAsync("form[enctype] button");
        await page.WaitForLoadStateAsync();
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
