using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using HalfSky.Kernel;
using HalfSky.Modules.Notices;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules.Notices;

/// <summary>A workbook from above goes through the villages and comes back as the same workbook, filled.</summary>
public sealed class CollectionsTests
{
    private const string Card = "11010119900307213X", Phone = "13987654321";

    [Fact]
    public async Task A_six_column_table_goes_to_every_village_and_comes_back_as_the_same_workbook()
    {
        await using var county = await County.Start(jobs: false);
        var template = SampleWorkbook.People();
        var notice = await Sent(county);
        var id = await Uploaded(county, template, ("Notice", notice.ToString()));
        var columns = await county.Page(Persona.Officer, $"/collections/{id}/columns");
        Assert.Equal(["serial", "village", "person:name", "person:idNumber", "person:phones", ""], columns.QuerySelectorAll("select[name=fills]").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")));
        await county.Page(Persona.Exec, $"/collections/{id}/fill", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.Redirect, await GiveOut(county, id));

        // The village is asked for what nobody knows; a wrong cell says so and nothing is lost.
        var known = county.Village1.People[0].Name;
        var form = await county.Page(Persona.Exec, $"/collections/{id}/fill");
        Assert.Equal(["姓名", "身份证号", "联系电话", "困难程度（分）"], form.QuerySelectorAll(".fillgrid thead th").Skip(1).Select(h => h.TextContent));
        using (var wrong = await Fill(county, Persona.Exec, id, "submit", [known, "110101199003072131", "138", "很多"], ["李四", "", "", "60"]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var again = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync());
            Assert.Equal(3, again.QuerySelectorAll("td.bad").Length);
            Assert.Equal("李四", again.QuerySelector("#c-1-2")!.GetAttribute("value"));
            Assert.True(wrong.Headers.CacheControl!.NoStore);
        }
        Assert.Equal(CollectionReturn.Waiting, (await Return(county, id, county.Village1.Org)).Stage);
        Assert.Equal(HttpStatusCode.Redirect, await Filled(county, Persona.Exec, id, "keep", [known, "", "", "80"]));
        Assert.Equal(CollectionReturn.Kept, (await Return(county, id, county.Village1.Org)).Stage);
        Assert.Equal(HttpStatusCode.Redirect, await Filled(county, Persona.Exec, id, "submit", [known, Card, Phone, "80"], ["李四", "", "", "6O".Replace('O', '0')]));
        var once = await Return(county, id, county.Village1.Org);
        // Pressed again the same: the same.
        Assert.Equal(HttpStatusCode.Redirect, await Filled(county, Persona.Exec, id, "submit", [known, Card, Phone, "80"], ["李四", "", "", "60"]));
        Assert.Equal((2, once.Version), ((await Return(county, id, county.Village1.Org)).RowCount, (await Return(county, id, county.Village1.Org)).Version));

        // Returned for correction, handed in again; the second village is late; the third is pasted by the township.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Act(county, id, "return", ("which", once.Id.ToString())));
        Assert.Equal(HttpStatusCode.Redirect, await Act(county, id, "return", ("which", once.Id.ToString()), ("reason", "李四的分写错了")));
        Assert.Contains("李四的分写错了", (await county.Page(Persona.Exec, $"/collections/{id}/fill")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Filled(county, Persona.Exec, id, "submit", [known, Card, Phone, "80"], ["李四", "", "", "65"]));
        await county.Move(county.Clock.Today.AddDays(9));
        Assert.Equal(HttpStatusCode.Redirect, await Filled(county, Persona.Exec2, id, "zero"));
        Assert.True((await Return(county, id, county.Village2.Org)).Late);
        Assert.False((await Return(county, id, county.Village1.Org)).Late);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Act(county, id, "spread", ("pasted", "没有的村\t张三\t\t\t5")));
        Assert.Equal(HttpStatusCode.Redirect, await Act(county, id, "spread", ("pasted", "石桥村\t王五\t\t\t5\n石桥村\t赵六\t\t\t=1+1\n".Replace("=1+1", "7"))));

        var page = await county.Page(Persona.Officer, $"/collections/{id}");
        var text = page.QuerySelector("[data-copies] textarea")!.TextContent;
        Assert.Contains("3 个组织都交了", text, StringComparison.Ordinal);
        Assert.Contains("共 4 行，其中零报告 1 个村", text, StringComparison.Ordinal);
        Assert.DoesNotContain(known, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Act(county, id, "check"));
        using (var locked = await Fill(county, Persona.Exec, id, "submit", [known, "", "", "1"])) Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);

        // The same workbook: title, merges, widths and other sheets as they were; rows drawn alike; totals and notes moved down.
        using (var none = await county.PostForm(Persona.Exec, $"/collections/{id}/merge", [], from: "/me/tokens")) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        var filled = await Exported(county, id);
        Assert.Equal(SampleWorkbook.Faults(template), SampleWorkbook.Faults(filled));
        string Cell(string at) => SampleWorkbook.Cell(filled, SampleWorkbook.Sheet, at);
        Assert.Equal(["青禾县妇女儿童基本情况摸底表", "序号", "1", "槐荫村", known, Card, Phone, "80"], new[] { "A1", "A3", "A4", "B4", "C4", "D4", "E4", "F4" }.Select(Cell));
        Assert.Equal(["2", "李四", "65", "3", "石桥村", "王五", "4", "赵六", "7"], new[] { "A5", "C5", "F5", "A6", "B6", "C6", "A7", "C7", "F7" }.Select(Cell));
        Assert.Equal(["合计", "=SUM(F4:F7)", "注：本表由村妇联填报，镇妇联汇总。"], new[] { "A8", "F8", "A9" }.Select(Cell));
        Assert.Equal(["A1:F1", "A9:F9"], SampleWorkbook.Merges(filled, SampleWorkbook.Sheet));
        Assert.Equal(SampleWorkbook.Sizes(template, SampleWorkbook.Sheet, 3), SampleWorkbook.Sizes(filled, SampleWorkbook.Sheet, 3), (a, b) => a.Widths.SequenceEqual(b.Widths) && a.Height == b.Height);
        Assert.Equal(20, SampleWorkbook.Sizes(filled, SampleWorkbook.Sheet, 6).Height);
        Assert.Equal([3u, 3u, 3u, 4u, 2u], new[] { "C4", "C5", "C6", "C7", "C8" }.Select(a => SampleWorkbook.Style(filled, SampleWorkbook.Sheet, a)!.Value));
        Assert.Equal("填表请看第一张", SampleWorkbook.Cell(filled, "说明", "A1"));
        var figures = await county.Api(Persona.Officer, HttpMethod.Get, "/api/v1/measures/collection-return.rows?period=2026");
        Assert.Equal(4, figures.Body?["value"]?.GetValue<long>());
    }

    [Fact]
    public async Task Figures_the_ledgers_know_are_filled_in_and_a_round_stands_beside_the_last()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "activity", ("title", "宣讲"), ("kind", "talk"), ("participants", 12));
        var first = await Uploaded(county, SampleWorkbook.Figures("活动场次", "留守儿童数"));
        Assert.Equal(HttpStatusCode.Redirect, await GiveOut(county, first, ["serial", "village", "measure:activity.sessions", ""], one: true));
        var form = await county.Page(Persona.Exec, $"/collections/{first}/fill");
        Assert.Equal("1", form.QuerySelector("dl.kv a.fig")!.TextContent);
        Assert.Equal(["留守儿童数"], form.QuerySelectorAll(".fillgrid thead th").Skip(1).Select(h => h.TextContent));
        // Nothing was recorded there: empty is not zero, so it is asked.
        Assert.Equal(["活动场次", "留守儿童数"], (await county.Page(Persona.Exec2, $"/collections/{first}/fill")).QuerySelectorAll(".fillgrid thead th").Skip(1).Select(h => h.TextContent));
        await Filled(county, Persona.Exec, first, "submit", [["c-0-3", "9"]]);
        Assert.Equal("1", SampleWorkbook.Cell(await Exported(county, first), SampleWorkbook.Sheet, "C4"));

        var second = await Uploaded(county, SampleWorkbook.Figures("活动场次", "留守儿童数"), ("Previous", first.ToString()));
        Assert.Contains("两年内收过", (await county.Page(Persona.Officer, $"/collections/{second}/columns")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await GiveOut(county, second, ["serial", "village", "measure:activity.sessions", ""], one: true);
        await Filled(county, Persona.Exec, second, "submit", [["c-0-3", "11"]]);
        Assert.Contains("9 → 11", (await county.Page(Persona.Officer, $"/collections/{second}/merge")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_of_the_county_and_of_groups_are_not_filled_with_township_and_village()
    {
        await using var county = await County.Start(jobs: false);
        var id = await Uploaded(county, SampleWorkbook.People(["序号", "县", "乡镇", "村名", "村组", "地点", "姓名"]));
        Assert.Equal(["serial", "", "township", "village", "", "", "person:name"], (await county.Page(Persona.Officer, $"/collections/{id}/columns")).QuerySelectorAll("select[name=fills]").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task What_a_persons_file_says_is_filled_in_by_her_name_and_namesakes_are_not_guessed()
    {
        await using var county = await County.Start(jobs: false);
        var woman = county.Village1.People[0];
        var id = await Uploaded(county, SampleWorkbook.People(["序号", "村名", "姓名", "性别", "出生年月", "备注"]));
        await GiveOut(county, id);
        await Filled(county, Persona.Exec, id, "submit", [["c-0-2", woman.Name], ["c-1-2", "查无此人"]]);
        var filled = await Exported(county, id);
        Assert.Equal("女", SampleWorkbook.Cell(filled, SampleWorkbook.Sheet, "D4"));
        Assert.Matches(@"^19\d\d-", SampleWorkbook.Cell(filled, SampleWorkbook.Sheet, "E4"));
        Assert.Equal("", SampleWorkbook.Cell(filled, SampleWorkbook.Sheet, "D5"));
    }

    [Fact]
    public async Task Workbooks_that_reach_out_or_hold_no_table_are_refused_with_a_word_what_to_do()
    {
        await using var county = await County.Start(jobs: false);
        foreach (var (content, code) in new[] { (new byte[] { 1, 2, 3 }, "xlsx"), (SampleWorkbook.People(spoil: d => d.WorkbookPart!.AddNewPart<ConnectionsPart>().Connections = new()), "断开链接"), (SampleWorkbook.People(heads: ["一", ""]), "表头") })
        {
            using var answer = await Upload(county, content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var late = await Upload(county, SampleWorkbook.People(), ("Deadline", "2026-01-01"));
        Assert.Contains("交表期限不能早于今天", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_written_as_text_and_never_as_a_formula()
    {
        await using var county = await County.Start(jobs: false);
        var id = await Uploaded(county, SampleWorkbook.People(["序号", "村名", "姓名", "备注"]));
        await GiveOut(county, id);
        await Filled(county, Persona.Exec, id, "submit", [["c-0-2", "=HYPERLINK(\"http://x\")"], ["c-0-3", "+1+cmd|' /C calc'!A0"]]);
        var filled = await Exported(county, id);
        Assert.Equal("=HYPERLINK(\"http://x\")", SampleWorkbook.Cell(filled, SampleWorkbook.Sheet, "C4"));
        using var document = SpreadsheetDocument.Open(new MemoryStream(filled), false);
        Assert.Equal(["SUM(D4:D6)"], document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()).Select(f => f.Text));
    }

    [Fact]
    public async Task Sealed_columns_stand_nowhere_in_the_clear_and_another_village_sees_nothing()
    {
        await using var county = await County.Start(jobs: false);
        var id = await Uploaded(county, SampleWorkbook.People());
        await GiveOut(county, id);
        await Filled(county, Persona.Exec, id, "submit", ["张三丰", Card, Phone, "80"]);
        var kept = await Return(county, id, county.Village1.Org);
        Assert.DoesNotContain(Card, kept.Cells!, StringComparison.Ordinal);
        Assert.NotNull(kept.SealedCells);
        Assert.DoesNotContain("张三丰", await (await county.Browser(Persona.Exec2).GetAsync($"/collections/{id}/fill")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Exec2).GetAsync($"/collections/{id}/fill?org={county.Village1.Org}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Officer2).GetAsync($"/collections/{id}")).StatusCode);
        Assert.DoesNotContain(Card, await county.Browser(Persona.Officer).GetStringAsync($"/collections/{id}/merge"), StringComparison.Ordinal);
        Assert.DoesNotContain(Card, await county.Browser(Persona.Officer).GetStringAsync($"/r/collection-return/{kept.Id}"), StringComparison.Ordinal);
        Assert.False(Platform.Sealing.Place.Holds(county.Folder.Path, Card));
    }

    /// <summary>A notice sent to the first village alone, its receipt, and a collection given to every village of the township.</summary>
    internal static async Task<(Guid Notice, Guid Receipt, Guid Collection)> Given(County county)
    {
        var notice = await NoticesTests.Made(county);
        var receipt = await county.Recorded(Persona.Officer, "notice-receipt", ("notice", notice.Id), ("org", county.Village1.Org));
        var collection = await Uploaded(county, SampleWorkbook.People());
        Assert.Equal(HttpStatusCode.Redirect, await GiveOut(county, collection));
        return (notice.Id, receipt.Id, collection);
    }

    private static async Task<Guid> Sent(County county)
    {
        var notice = await NoticesTests.Made(county);
        using var answer = await county.PostForm(Persona.Officer, $"/notices/{notice.Id}/send", [("all", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return notice.Id;
    }

    internal static async Task<HttpResponseMessage> Upload(County county, byte[] workbook, params (string Key, string Value)[] more)
    {
        var page = new HtmlParser().ParseDocument(await county.Browser(Persona.Officer).GetStringAsync("/collections/new"));
        var fields = new Dictionary<string, string>
        {
            ["Id"] = Uuid.New(new Clock(county.Clock).Now).ToString(), ["Title"] = "摸底表", ["ZeroAllowed"] = "true", ["Deadline"] = county.Clock.Today.AddDays(7).ToString("yyyy-MM-dd"),
            ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        };
        foreach (var (key, value) in more) fields[key] = value;
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in fields) content.Add(new StringContent(value), key);
        var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        content.Add(file, "file", "table.xlsx");
        return await county.Browser(Persona.Officer).PostAsync("/collections/new", content);
    }

    internal static async Task<Guid> Uploaded(County county, byte[] workbook, params (string, string)[] more)
    {
        using var answer = await Upload(county, workbook, more);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[2]);
    }

    internal static async Task<HttpStatusCode> GiveOut(County county, Guid id, string[]? fills = null, bool one = false)
    {
        var page = await county.Page(Persona.Officer, $"/collections/{id}/columns");
        fills ??= [.. page.QuerySelectorAll("select[name=fills]").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")!)];
        var types = page.QuerySelectorAll("select[name=types]").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")!);
        using var answer = await county.PostForm(Persona.Officer, $"/collections/{id}/columns",
            [.. fills.Select(f => ("fills", f)), .. types.Select(t => ("types", t)), ("onePerVillage", one ? "true" : "false"), ("all", "true")]);
        return answer.StatusCode;
    }

    /// <summary>Cells typed in the order the form asks for them, or by their names.</summary>
    internal static async Task<HttpResponseMessage> Fill(County county, Persona persona, Guid id, string act, params string[][] rows)
    {
        var path = $"/collections/{id}/fill";
        var fields = rows.Length > 0 && rows[0][0].StartsWith("c-", StringComparison.Ordinal) ? rows.Select(r => (r[0], r[1])).ToList()
            : [.. rows.SelectMany((r, n) => r.Select((cell, i) => ($"c-{n}-{i + 2}", cell)))];
        return await county.PostForm(persona, path, [.. fields, ("rows", "5"), ("act", act)], from: "/me/tokens");
    }

    internal static async Task<HttpStatusCode> Filled(County county, Persona persona, Guid id, string act, params string[][] rows)
    {
        using var answer = await Fill(county, persona, id, act, rows);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Act(County county, Guid id, string act, params (string, string)[] fields)
    {
        using var answer = await county.PostForm(Persona.Officer, $"/collections/{id}/{act}", fields, from: "/me/tokens");
        return answer.StatusCode;
    }

    private static async Task<byte[]> Exported(County county, Guid id)
    {
        using var answer = await county.PostForm(Persona.Officer, $"/collections/{id}/merge", []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static Task<CollectionReturn> Return(County county, Guid id, long org) => county.As(Persona.Officer, async (r, _) =>
        (await Parts(r, id)).Single(p => p.Org == org));

    private static async Task<List<CollectionReturn>> Parts(Recording r, Guid id) =>
        await r.PartsIn<CollectionReturn>((await r.Reference(default)).Register("collection-return")!, id, r.User.Scope("collection.read"), default);
}
