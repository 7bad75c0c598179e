using System.Net;
using AngleSharp.Dom;
using HalfSky.Kernel;
using HalfSky.Modules.Reports;
using HalfSky.Modules.Reports.Writing;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>Writing a report, through its pages.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task A_period_or_place_that_cannot_be_is_refused_and_nothing_is_begun()
    {
        await using var county = await County.Start(jobs: false);
        await Refused("时段看不懂", ("Period", "去年"), ("Place", Township(county)));
        await Refused("没有这个地点", ("Period", "2026"), ("Place", county.Facts.Townships[1].Place.ToString()));
        await Refused("请选一份去年的总结", ("Period", "2026"), ("Place", Township(county)), ("Template", "file"));
        await Refused("没有这个模板", ("Period", "2026"), ("Place", Township(county)), ("Template", Guid.CreateVersion7().ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Exec).GetAsync("/reports/new")).StatusCode);
        Assert.Equal(0L, await Reports(county));

        async Task Refused(string sentence, params (string, string)[] fields)
        {
            using var answer = await county.PostForm(Persona.Officer, "/reports/new", [("Id", Uuid.New(new Clock(county.Clock).Now).ToString()), ("Kind", "annual"), .. fields]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_of_the_customary_template_holds_true_figures_and_leaves_out_what_has_no_records()
    {
        await using var county = await County.Start(jobs: false);
        for (var i = 0; i < 3; i++) await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[i].Id), ("kind", i == 0 ? "quarterly" : "monthly"));
        await county.Recorded(Persona.Officer, "activity", ("title", "宣讲"), ("kind", "talk"), ("date", "2026-03-08"), ("participants", 42), ("org", county.Village1.Org), ("place", county.Village1.Place));
        await county.Recorded(Persona.Officer2, "activity", ("title", "隔壁乡的"), ("kind", "film"), ("date", "2026-03-08"), ("participants", 99));
        var report = await Drafts.Begin(county, Persona.Officer, county.Facts.Townships[0].Place, template: "");
        var page = await county.Page(Persona.Officer, $"/reports/{report}");
        var paper = Words(page.QuerySelector("article")!);
        Assert.Contains("开展各类宣讲1场，参加42人次", paper, StringComparison.Ordinal);
        Assert.Contains("走访联系3次，走访到3人", paper, StringComparison.Ordinal);
        Assert.Contains("季走访1次", paper, StringComparison.Ordinal);
        // Not “0场”: nothing recorded is not zero, and what another township did is not hers.
        Assert.DoesNotContain("观影", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("防火巡查", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("维护合法权益", paper, StringComparison.Ordinal);
        Assert.Equal("青禾镇妇联2026年工作总结", page.QuerySelector("h1")!.TextContent);
        Assert.Equal((1, "起草"), (Assert.Single(await Drafts.Versions(county, report)).Number, (await Drafts.Versions(county, report))[0].Deed));

        var figures = page.QuerySelectorAll("article a.f").Where(a => long.TryParse(a.TextContent, out _)).ToList();
        Assert.True(figures.Count >= 10, $"{figures.Count} figures");
        foreach (var figure in figures.DistinctBy(f => f.GetAttribute("href")))
        {
            var (status, body) = await county.Api(Persona.Officer, HttpMethod.Get, "/api/v1" + figure.GetAttribute("href"));
            Assert.True(status is HttpStatusCode.OK && body!["value"]!.ToString() == figure.TextContent, $"{figure.GetAttribute("href")}: {figure.TextContent}, asked {status} {body?["value"]}");
        }
    }

    [Fact]
    public async Task A_block_somebody_else_changed_is_answered_with_both_texts_and_nothing_is_lost()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Written(county, "第一段。", "第二段。");
        var block = (await Drafts.Blocks(county, report))[0];
        Assert.Equal(HttpStatusCode.Redirect, (await Change(county, report, block.Id, "第一段。", "她改的第一段。")).StatusCode);
        using var late = await Change(county, report, block.Id, "第一段。", "我改的第一段。");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var answer = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await late.Content.ReadAsStringAsync());
        Assert.Contains("刚被别人改过", answer.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("她改的第一段。", answer.QuerySelector($"#b-{block.Id} .note .pre")!.TextContent);
        Assert.Equal("我改的第一段。", answer.QuerySelector($"#b-{block.Id} textarea[name=text]")!.TextContent);
        // What the form holds now is the text she has seen: saved once more it stands.
        Assert.Equal("她改的第一段。", answer.QuerySelector($"#b-{block.Id} input[name=was]")!.GetAttribute("value"));
        Assert.Equal(["她改的第一段。", "第二段。"], (await Drafts.Blocks(county, report)).Select(b => b.Text));

        Assert.Equal(HttpStatusCode.Redirect, (await Change(county, report, block.Id, "她改的第一段。", "")).StatusCode);
        using var gone = await Change(county, report, block.Id, "她改的第一段。", "我又改了一遍。");
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        var told = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await gone.Content.ReadAsStringAsync());
        Assert.Contains("已经被删掉了", told.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(told.QuerySelectorAll("textarea"), t => t.TextContent == "我又改了一遍。");
        Assert.Equal(["第二段。"], (await Drafts.Blocks(county, report)).Select(b => b.Text));
    }

    [Fact]
    public async Task What_is_too_long_or_empty_is_refused_on_the_page_with_what_was_typed()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Written(county, "第一段。");
        var block = (await Drafts.Blocks(county, report))[0];
        var endless = new string('长', ReportBook.Longest + 1);
        using var edited = await Change(county, report, block.Id, "第一段。", endless);
        using var added = await Post(county, Persona.Officer, report, "add", ("kind", "Paragraph"), ("text", endless));
        foreach (var answer in new[] { edited, added })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains("一段最多 4000 字", text, StringComparison.Ordinal);
            Assert.Contains(endless, text, StringComparison.Ordinal);
        }
        using var silent = await Post(county, Persona.CountyStaff, report, "say", ("next", New(county)), ("text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("请写上意见", WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var nameless = await Post(county, Persona.Officer, report, "template", ("next", New(county)), ("name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Equal(["第一段。"], (await Drafts.Blocks(county, report)).Select(b => b.Text));
    }

    [Fact]
    public async Task Versions_of_one_sitting_are_one_and_an_emptied_block_comes_back_from_them()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Written(county, "第一段。", "第二段。");
        var before = await Drafts.Versions(county, report);
        Assert.Equal(["起草", "改"], before.Select(v => v.Deed));
        var blocks = before[^1].Blocks;
        await Change(county, report, blocks[0].Id, "第一段。", "第一段，改过。");
        await Change(county, report, blocks[1].Id, "第二段。", "第二段，改过。");
        Assert.Equal(2, (await Drafts.Versions(county, report)).Count);
        await county.Move(county.Clock.Today.AddDays(1));
        await Change(county, report, blocks[0].Id, "第一段，改过。", "");
        Assert.Equal(3, (await Drafts.Versions(county, report)).Count);
        Assert.Equal([blocks[1].Id], (await Drafts.Blocks(county, report)).Select(b => b.Id));
        var page = await county.Page(Persona.Officer, $"/reports/{report}/versions");
        Assert.Contains("第一段，改过。", page.QuerySelector(".went")!.TextContent, StringComparison.Ordinal);

        using var back = await county.PostForm(Persona.Officer, $"/reports/{report}/versions", [("number", "2")]);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(["第一段，改过。", "第二段，改过。"], (await Drafts.Blocks(county, report)).Select(b => b.Text));
        Assert.Equal(["起草", "改", "改", "退回第 2 版"], (await Drafts.Versions(county, report)).Select(v => v.Deed));
        // What was published stays a version of its own, however soon somebody writes on.
        await county.As(Persona.Officer, (r, _) => r.Create("visit", Uuid.New(r.Clock.Now), County.Typed(("person", county.Village1.People[0].Id))));
        var second = await Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, "人口{person.count}人。");
        var sealedIn = await Drafts.Publish(county, Persona.Officer, second);
        await Change(county, second, (await Drafts.Blocks(county, second))[0].Id, "人口{person.count}人。", "人口共{person.count}人。");
        Assert.Equal(["人口{person.count}人。", "人口共{person.count}人。"], (await Drafts.Versions(county, second)).Where(v => v.Number >= sealedIn.Version).Select(v => v.Blocks[0].Text));
    }

    [Fact]
    public async Task The_village_and_the_neighbour_do_not_see_it_and_the_county_remarks_but_does_not_write()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Written(county, "人口{person.count}人。");
        var block = (await Drafts.Blocks(county, report))[0].Id;
        await Drafts.Publish(county, Persona.Officer, report);
        foreach (var persona in new[] { Persona.Exec, Persona.Exec2, Persona.Chair, Persona.Officer2, Persona.Stranger, Persona.Admin })
            foreach (var path in new[] { "", "/learn", "/versions", "/figures?q=走访", "/publish", "/published/1", "/published/1/packet", "/document?form=docx" })
                Assert.True((await county.Browser(persona).GetAsync($"/reports/{report}{path}")).StatusCode == HttpStatusCode.NotFound, $"{persona} {path}");

        var page = await county.Page(Persona.CountyStaff, $"/reports/{report}");
        Assert.Empty(page.QuerySelectorAll("a.edit, a.gap"));
        using var said = await Post(county, Persona.CountyStaff, report, "say", ("next", New(county)), ("block", block), ("text", "人口和公安的对一下。"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        foreach (var (handler, fields) in new (string, (string, string)[])[]
        {
            ("block", [("block", block), ("was", "人口{person.count}人。"), ("kind", "Paragraph"), ("text", "县里改的。")]), ("add", [("kind", "Paragraph"), ("text", "县里加的。")]), ("move", [("block", block), ("by", "1")]),
            ("cells", [("block", block)]), ("template", [("next", New(county)), ("name", "县里的")]),
        })
            Assert.True((await Post(county, Persona.CountyStaff, report, handler, fields)).StatusCode == HttpStatusCode.NotFound, handler);
        foreach (var path in new[] { "learn", "publish" }) await county.Page(Persona.CountyStaff, $"/reports/{report}/{path}", HttpStatusCode.NotFound);
        Assert.Equal("人口{person.count}人。", Assert.Single(await Drafts.Blocks(county, report)).Text);

        var hers = await county.Page(Persona.Officer, $"/reports/{report}");
        Assert.Contains("人口和公安的对一下。", hers.QuerySelector("#say")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 条没处理", hers.QuerySelector("#say")!.TextContent, StringComparison.Ordinal);
        using var dealt = await Post(county, Persona.Officer, report, "dealt", ("comment", hers.QuerySelector("#say input[name=comment]")!.GetAttribute("value")!));
        Assert.Contains("0 条没处理", (await county.Page(Persona.CountyStaff, $"/reports/{report}")).QuerySelector("#say")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await county.Page(Persona.Auditor, $"/reports/{report}")).QuerySelectorAll("form[action$='/say']"));
        Assert.Equal(HttpStatusCode.NotFound, (await county.PostForm(Persona.Auditor, $"/reports/{report}/say", [("next", New(county)), ("text", "审计员只看。")], from: "/me/tokens")).StatusCode);
        // A report of the county's own about a township she writes herself.
        var own = await Drafts.Begin(county, Persona.CountyStaff, county.Facts.Townships[0].Place);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(county, Persona.CountyStaff, own, "add", ("kind", "Paragraph"), ("text", "县里写的。"))).StatusCode);
        await county.Page(Persona.Officer, $"/reports/{own}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_typed_figure_is_marked_and_bound_on_the_learn_page_and_a_stale_choice_changes_nothing()
    {
        await using var county = await County.Start(jobs: false);
        for (var i = 0; i < 2; i++) await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[i].Id));
        var report = await Written(county, "全年共走访120次。", "走访妇女80次。");
        var page = await county.Page(Persona.Officer, $"/reports/{report}");
        Assert.Equal(["120次", "80次"], page.QuerySelectorAll("article .typed").Select(t => t.TextContent));
        Assert.Contains("2 处没出处", page.Body!.TextContent, StringComparison.Ordinal);

        var learn = await county.Page(Persona.Officer, $"/reports/{report}/learn");
        var choices = learn.QuerySelectorAll("input[type=radio]").Where(i => i.GetAttribute("value") == "{visit.times}").Select(i => i.GetAttribute("name")!).ToList();
        Assert.Equal(2, choices.Count);
        var blocks = await Drafts.Blocks(county, report);
        await Change(county, report, blocks[1].Id, blocks[1].Text, "走访妇女很多次。");
        using var bound = await county.PostForm(Persona.Officer, $"/reports/{report}/learn", [.. choices.Select(c => (c, "{visit.times}")), ("f:nonsense:0:4", "{visit.times}"), ($"f:{blocks[0].Id}:5:4", "{no.such}")]);
        Assert.Equal(HttpStatusCode.Redirect, bound.StatusCode);
        Assert.Equal(["全年共走访{visit.times}次。", "走访妇女很多次。"], (await Drafts.Blocks(county, report)).Select(b => b.Text));
        var after = await county.Page(Persona.Officer, $"/reports/{report}");
        Assert.Contains("全年共走访2次。", Words(after.QuerySelector("article")!), StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll("article .typed"));

        var versions = (await Drafts.Versions(county, report)).Count;
        using var stale = await county.PostForm(Persona.Officer, $"/reports/{report}/learn", choices.Select(c => (c, "{visit.times}")), from: $"/reports/{report}");
        Assert.Equal(HttpStatusCode.Redirect, stale.StatusCode);
        Assert.Equal(versions, (await Drafts.Versions(county, report)).Count);
    }

    [Fact]
    public async Task A_table_keeps_the_cells_that_were_typed()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));
        var report = await Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, "[table]\n各村\n按 村\n走访 {visit.times}\n说明");
        var block = (await Drafts.Blocks(county, report))[0];
        await Post(county, Persona.Officer, report, "cells", ("block", block.Id), ("c:槐荫村|说明", "王主席|核过"), ("c:柳溪村|说明", "还没交"));
        var table = (await county.Page(Persona.Officer, $"/reports/{report}")).QuerySelector("article table")!;
        Assert.Equal(["槐荫村", "柳溪村", "石桥村", "合计"], table.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Equal(["王主席／核过", "还没交", ""], table.QuerySelectorAll("input.inp").Select(i => i.GetAttribute("value") ?? ""));
        Assert.Equal(["1", "0", "0", "1"], table.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("td.num a.f")!.TextContent));
        // Another column and another cell leave them where they are.
        var text = (await Drafts.Blocks(county, report))[0].Text;
        await Change(county, report, block.Id, text, text.Replace("走访 {visit.times}", "走访 {visit.times}\n人数 {person.count}", StringComparison.Ordinal), "Table");
        await Post(county, Persona.Officer, report, "cells", ("block", block.Id), ("c:石桥村|说明", "有外出的"), ("c:柳溪村|说明", ""));
        table = (await county.Page(Persona.Officer, $"/reports/{report}")).QuerySelector("article table")!;
        Assert.Equal(["王主席／核过", "", "有外出的"], table.QuerySelectorAll("input.inp").Select(i => i.GetAttribute("value") ?? ""));
        Assert.Equal(["村", "走访", "人数", "说明"], table.QuerySelectorAll("thead th").Select(h => h.TextContent));
    }

    [Fact]
    public async Task A_row_of_what_is_not_filled_in_says_its_true_number()
    {
        await using var county = await County.Start(jobs: false);
        foreach (var (festival, i) in new[] { "women", null, null }.Select((f, i) => (f, i)))
            await county.Recorded(Persona.Officer, "activity", ("title", "活动" + i), ("kind", "film"), ("date", "2026-03-08"), ("festival", festival));
        var report = await Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, "[table]\n各节点\n按 festival\n场次 {activity.sessions}");
        var rows = (await county.Page(Persona.Officer, $"/reports/{report}")).QuerySelectorAll("article tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent, r => r.QuerySelector("td.num")!.TextContent.Trim());
        Assert.Equal(("1", "2", "3"), (rows["三八"], rows["没填"], rows["合计"]));
    }

    [Fact]
    public async Task Figures_are_found_by_words_with_what_they_say()
    {
        await using var county = await County.Start(jobs: false);
        for (var i = 0; i < 3; i++) await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[i].Id), ("kind", "quarterly"));
        var report = await Written(county, "走访。");
        Assert.Contains("{visit.times?kind=quarterly}：走访（季走访） 3", await Found("季走访"));
        Assert.Contains("{visit.households}：走访到的户 1", await Found("走访到的户"));
        Assert.Contains("没有找到", (await county.Page(Persona.Officer, $"/reports/{report}/figures?q=xyz")).Body!.TextContent, StringComparison.Ordinal);

        async Task<IEnumerable<string>> Found(string words) =>
            (await county.Page(Persona.Officer, $"/reports/{report}/figures?q={words}")).QuerySelectorAll("[data-insert]").Select(b => $"{b.GetAttribute("data-insert")}：{b.GetAttribute("data-label")}").ToList();
    }

    internal static string Words(IElement element) => string.Concat(element.TextContent.Where(c => !char.IsWhiteSpace(c)));

    internal static Task<HttpResponseMessage> Post(County county, Persona persona, Guid report, string handler, params (string, string)[] fields) => county.PostForm(persona, $"/reports/{report}/{handler}", fields, from: $"/reports/{report}");

    private static string Township(County county) => county.Facts.Townships[0].Place.ToString();

    private static string New(County county) => Uuid.New(new Clock(county.Clock).Now).ToString();

    private static Task<Guid> Written(County county, params string[] lines) => Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, string.Join('\n', lines));

    private static Task<HttpResponseMessage> Change(County county, Guid report, string block, string was, string text, string kind = "Paragraph") =>
        Post(county, Persona.Officer, report, "block", ("block", block), ("was", was), ("kind", kind), ("text", text));

    private static Task<long> Reports(County county) => county.As(Persona.CountyStaff, async (r, s) =>
        (long)await new HalfSky.Platform.Data.Query(s, (await r.Reference(default)).Register("report")!.Shape, r.User.Scope("report.read")).Count());
}
