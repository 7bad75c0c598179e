using System.Net;
using HalfSky.Modules.Care;
using HalfSky.Platform.Data;
using HalfSky.Platform.Imports;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Imports;

public sealed class ImportTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private County County => fixture.County;

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_and_so_is_one_whose_head_says_nothing()
    {
        var (status, page) = await Hand("visit", "照片.xlsx", "这不是表格"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("class=\"err\"", page);
        (status, page) = await Hand("visit", "别的.csv", Bytes("颜色,大小\n红,3\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("没有找到表头", page);
        Assert.Equal(HttpStatusCode.NotFound, (await County.Browser(Persona.Auditor).GetAsync("/r/visit/import")).StatusCode);
    }

    [Fact]
    public async Task An_eighteen_digit_number_is_refused_whatever_its_check_digit_says()
    {
        var table = await Read("person", "姓名,性别,身份证号,村\n", [("李冬花", "女", "11010519491231002X", true), ("王冬花", "女", "110105194912310020", false)]);
        Assert.Equal(["", "cell.digits-lost"], table.Rows.Select(r => r.Problems.FirstOrDefault(p => p.Path == "idNumber")?.Code ?? ""));
    }

    [Fact]
    public async Task A_ledger_is_looked_at_confirmed_written_once_and_taken_back_but_what_was_changed_since()
    {
        var village = County.Village1;
        var csv = Bytes($"""
            2026年信息报送台账
            标题,村,日期,媒体,级别
            春风行动送岗到村,{village.Name},2026.3.8,县妇联公众号,县
            巾帼宣讲进院坝,{village.Name},3月9日,市妇联,市
            不知哪天的,{village.Name},三十号,市妇联,市
            合计,,,,
            填表人：张三
            """);
        var (status, page) = await Hand("information-report", "信息.csv", csv);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("3 行 = 可以导入 2 行", page);
        Assert.Contains("不能导入 1 行", page);
        var id = await Newest();
        await Confirm(id);
        var done = await Now(id);
        Assert.Equal((ImportStage.Done, 3, 2, 1), (done.Stage, done.Rows, done.Written, done.Refused));
        Assert.Equal(done.Rows, done.Written + done.Already + done.Refused);

        // What was left out is handed out as a list, with the reason beside each row.
        var list = SourceBook.Read(await County.Browser(Persona.Officer).GetByteArrayAsync($"/imports/{id}/problems"), "清单.xlsx").Sheets[0].Rows;
        Assert.Equal("5", list[1][1].Text);
        Assert.Contains("日期", list[1][2].Text);
        Assert.Equal("不知哪天的", list[1][3].Text);

        // The same file again changes nothing, also when more rows stand in it.
        await Hand("information-report", "信息.csv", csv);
        var again = await Newest();
        await Confirm(again);
        Assert.Equal((0, 2, 1), ((await Now(again)).Written, (await Now(again)).Already, (await Now(again)).Refused));

        var lines = await Lines(id);
        var changed = lines.First(l => l.Outcome is ImportOutcome.Imported).Entry!.Value;
        await County.As(Persona.Officer, async (r, s) => Assert.True((await r.Change("information-report", changed, 1, County.Typed(("title", "改过的标题")))).IsAccepted));
        Assert.Equal(HttpStatusCode.Redirect, (await County.PostForm(Persona.Officer, $"/imports/{id}/back", [])).StatusCode);
        await Job();
        var back = await Now(id);
        Assert.Equal(ImportStage.TakenBack, back.Stage);
        Assert.Contains("1 条没有撤", back.Words);
        Assert.Contains("导入以后改过，留着", (await County.Page(Persona.Officer, $"/imports/{id}")).QuerySelector($"a[href='/r/information-report/{changed}']")!.Closest("tr")!.TextContent);
        var states = await County.As(Persona.Officer, async services =>
        {
            var (recording, reference) = (services.GetRequiredService<Recording>(), await services.GetRequiredService<Recording>().Reference(default));
            var found = new List<EntryState>();
            foreach (var line in lines.Where(l => l.Entry is not null)) found.Add((await recording.Find(reference.Register("information-report")!, line.Entry!.Value, recording.User.Scope("information-report.record")))!.State);
            return found;
        });
        Assert.Equal(1, states.Count(s => s is EntryState.Withdrawn));
    }

    [Fact]
    public async Task A_sheet_for_each_month_is_brought_in_one_after_the_other_from_one_upload()
    {
        string Row(params string[] cells) => $"<Row>{string.Concat(cells.Select(c => $"<Cell><Data ss:Type=\"String\">{c}</Data></Cell>"))}</Row>";
        string Sheet(int m) => $"<Worksheet ss:Name=\"{m}月\"><Table>{Row("标题", "村", "日期", "媒体", "级别")}{string.Concat(Enumerable.Range(1, 3).Select(i => Row($"{m}月第{i}条", County.Village1.Name, $"2026-0{m}-0{i}", "市妇联", "市")))}</Table></Worksheet>";
        await Hand("information-report", "2026年.xls", Bytes($"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{Sheet(3)}{Sheet(4)}</Workbook>"));
        var first = await Newest();
        Assert.NotEqual("", (await Now(first)).Others);
        await Confirm(first);
        var next = (await County.Page(Persona.Officer, $"/imports/{first}")).QuerySelector("button[name=sheet]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await County.PostForm(Persona.Officer, $"/imports/{first}/next", [("sheet", next)])).StatusCode);
        var second = await Newest();
        Assert.Equal((next, ""), ((await Now(second)).Sheet, (await Now(second)).Others));
        await Confirm(second);
        Assert.Equal((3, 3), ((await Now(first)).Written, (await Now(second)).Written));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await County.PostForm(Persona.Officer, $"/imports/{first}/next", [("sheet", "没有这张")])).StatusCode);
    }

    [Fact]
    public async Task Equal_rows_of_two_villages_that_name_no_village_are_two_entries()
    {
        byte[] Of(string village) => Bytes($"填报单位：{village}\n什么事,来源,提出日期,转给谁\n路灯不亮,走访收集,2026-03-08,镇政府\n");
        foreach (var (village, written, already) in new[] { (County.Village1.Name, 1, 0), (County.Village2.Name, 1, 0), (County.Village1.Name, 0, 1) })
        {
            await Hand("opinion", "民意.csv", Of(village));
            var id = await Newest();
            await Confirm(id);
            var done = await Now(id);
            Assert.Equal((village, ImportStage.Done, written, already), (village, done.Stage, done.Written, done.Already));
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_without_doubles()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 620).Select(i => $"第{i}条信息,{County.Village1.Name},2026-03-0{i % 9 + 1},县妇联公众号,县"));
        var content = Bytes("标题,村,日期,媒体,级别\n" + rows);
        await Hand("information-report", "多.csv", content);
        var id = await Newest();
        Assert.Equal(HttpStatusCode.Redirect, (await County.PostForm(Persona.Officer, $"/imports/{id}/confirm", [])).StatusCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => County.As(Persona.Officer, async services =>
        {
            using var killed = new CancellationTokenSource();
            await services.GetRequiredService<Importing>().Continue(id, killed.Token, n => { if (n >= 250) killed.Cancel(); });
            return 0;
        }));
        Assert.InRange((await Now(id)).Written, 250, 619);
        await Job();
        var done = await Now(id);
        Assert.Equal((ImportStage.Done, 620, 620, 0), (done.Stage, done.Rows, done.Written, done.Refused));
        Assert.Equal(620, (await Lines(id)).Select(l => l.Entry).Distinct().Count());
    }

    [Fact]
    public async Task Of_two_namesakes_the_officer_chooses_once_for_all_rows_and_whoever_has_no_file_gets_one()
    {
        var village = County.Village1.Name;
        await Hand("person", "人员.csv", Bytes($"姓名,性别,出生日期,村\n简双名,女,1980-02-03,{village}\n简双名,女,1991-05-06,{village}\n简别村,女,1975-01-02,{County.Village2.Name}\n"));
        await Confirm(await Newest());
        var visits = Bytes($"走访日期,村,走访对象,走访情况\n2026-03-01,{village},简双名,问了孩子上学\n2026-03-09,{village},简双名,送了种子\n2026-03-10,{village},简别村,搬来以后头一次走访\n2026-03-11,{village},简无档,刚嫁过来\n2026-03-12,{village},{County.Village1.People[0].Name},都好\n");
        var (_, page) = await Hand("visit", "走访.csv", visits);
        Assert.Contains("5 行 = 可以导入 1 行", page);
        var id = await Newest();
        var asked = (await County.Page(Persona.Officer, $"/imports/{id}")).QuerySelectorAll("select[name^='who.']").ToDictionary(s => s.Closest("tr")!.QuerySelector("b")!.TextContent, s => s);
        Assert.Equal(["简别村", "简双名", "简无档"], asked.Keys.OrderBy(n => n, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("zh"), false)));
        string[] Of(string name) => [.. asked[name].QuerySelectorAll("option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0)];
        Assert.Equal((3, 2, 1), (Of("简双名").Length, Of("简别村").Length, Of("简无档").Length));
        var younger = asked["简双名"].QuerySelectorAll("option").Single(o => o.TextContent.Contains("1991", StringComparison.Ordinal)).GetAttribute("value")!;

        // What was never offered is not taken: the rows wait.
        await Bind(id, (asked["简双名"].GetAttribute("name")!, County.Village1.People[0].Id.ToString()));
        Assert.Contains("可以导入 1 行", (await County.Page(Persona.Officer, $"/imports/{id}")).Body!.TextContent, StringComparison.Ordinal);
        await Bind(id, (asked["简双名"].GetAttribute("name")!, younger), (asked["简别村"].GetAttribute("name")!, Of("简别村")[0]), (asked["简无档"].GetAttribute("name")!, "new"));
        Assert.Contains("可以导入 5 行", (await County.Page(Persona.Officer, $"/imports/{id}")).Body!.TextContent, StringComparison.Ordinal);
        await Confirm(id);
        Assert.Equal((5, 0), ((await Now(id)).Written, (await Now(id)).Refused));
        var entries = (await Lines(id)).Where(l => l.Register == "visit").Select(l => l.Entry!.Value).ToList();
        var whom = await County.As(Persona.Officer, (_, s) => s.Db.Set<Visit>().AsNoTracking().Where(v => entries.Contains(v.Id)).OrderBy(v => v.Date).Select(v => v.Person).ToListAsync());
        Assert.Equal([younger, younger, Of("简别村")[0]], whom.Take(3).Select(w => w.ToString()!));

        // The same file again: what stands is not asked about anew.
        (_, page) = await Hand("visit", "走访.csv", visits);
        Assert.Contains("其中 5 行早就在台账里", page);
        Assert.DoesNotContain("who.", page);
    }

    private async Task Bind(Guid id, params (string, string)[] who) =>
        Assert.Equal(HttpStatusCode.Redirect, (await County.PostForm(Persona.Officer, $"/imports/{id}/bind", [.. who])).StatusCode);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private async Task<(HttpStatusCode, string)> Hand(string register, string name, byte[] content)
    {
        var client = County.Browser(Persona.Officer);
        var form = await County.Page(Persona.Officer, $"/r/{register}/import");
        using var body = new MultipartFormDataContent();
        if (form.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") is { } token) body.Add(new StringContent(token), "__RequestVerificationToken");
        body.Add(new ByteArrayContent(content), "file", name);
        var answer = await client.PostAsync($"/r/{register}/import", body);
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found) answer = await client.GetAsync(answer.Headers.Location);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private async Task Confirm(Guid id)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await County.PostForm(Persona.Officer, $"/imports/{id}/confirm", [])).StatusCode);
        await Job();
    }

    private Task Job() => County.Services.GetRequiredService<ImportJob>().Run(TestContext.Current.CancellationToken);

    private Task<Guid> Newest() => County.As(Persona.Officer, (_, s) => s.Db.Set<Import>().OrderByDescending(i => i.At).Select(i => i.Id).FirstAsync());

    private Task<Import> Now(Guid id) => County.As(Persona.Officer, (_, s) => s.Db.Set<Import>().AsNoTracking().SingleAsync(i => i.Id == id));

    private Task<List<ImportLine>> Lines(Guid id) => County.As(Persona.Officer, (_, s) => s.Db.Set<ImportLine>().AsNoTracking().Where(l => l.Import == id).OrderBy(l => l.Row).ToListAsync());

    private Task<ImportTable> Read(string register, string head, (string Name, string Sex, string Number, bool Text)[] people) => County.As(Persona.Officer, async services =>
    {
        SourceRow[] rows = [new(1, [.. head.Trim().Split(',').Select(h => new SourceCell(SourceType.Text, h))]), .. people.Select((p, i) => new SourceRow(i + 2,
            [new(SourceType.Text, p.Name), new(SourceType.Text, p.Sex), new(p.Text ? SourceType.Text : SourceType.Number, p.Number), new(SourceType.Text, County.Village1.Name)]))];
        var book = new SourceBook("xlsx", [new("人员", rows, [], new HashSet<int>())]);
        return await services.GetRequiredService<Importing>().Read((await services.GetRequiredService<Recording>().Reference(default)).Register(register)!, book, "人员.xlsx", null, null, default);
    });
}
