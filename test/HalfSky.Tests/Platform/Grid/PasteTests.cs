using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Tests.Platform.Registers;

namespace HalfSky.Tests.Platform.Grid;

/// <summary>Many rows pasted into a register: read, corrected in place, recorded once, taken back.</summary>
public sealed class PasteTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private County County => fixture.County;

    [Fact]
    public async Task Rows_with_errors_stay_and_the_others_are_recorded()
    {
        var (one, two) = (County.Village1.People[0], County.Village2.People[0]);
        var text = $"走访登记表\t\t\t\n村居名称\t走访对象\t时间\t走访情况\n槐荫\t{one.Name}\t2026.11.8\t\"一切\n都好\"\n柳溪村\t{two.Name}\t11月32日\t好\n石桥村\t没这个人\t3.8\t好\n合计\t3\t\t";
        var page = await Paste("visit", text);
        Assert.Contains("11月没有32日", Cell(page, "走访日期", 2).TextContent, StringComparison.Ordinal);
        Assert.Contains("没有找到", Cell(page, "对象", 3).TextContent, StringComparison.Ordinal);
        Assert.Equal("先记 1 行", Button(page));
        Assert.Contains("4 行", page.QuerySelector(".pinned-foot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("合计行", page.Body!.TextContent, StringComparison.Ordinal);
        var before = await Visits();

        page = await Send(page, "visit", "save");
        Assert.Equal(before + 1, await Visits());
        Assert.Contains("这次记下 1 行", page.Body!.TextContent, StringComparison.Ordinal);

        page = await Send(page, "visit", "check", ($"c.3.2", "11月3日"));
        Assert.Equal("先记 1 行", Button(page));
        page = await Send(page, "visit", "save", ("skip", "4"));
        Assert.Equal(before + 2, await Visits());
        Assert.Contains("记下 2 条", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("跳过 2 行", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_rows_sent_twice_are_recorded_once_and_taken_back_together()
    {
        var text = string.Join('\n', County.Village1.People.Skip(2).Take(4).Select(p => $"{p.Name}\t2026-10-0{1 + (p.Name.Length % 3)}"));
        var page = await Paste("visit", "姓名\t日期\n" + text);
        Assert.Equal("记下 4 行", Button(page));
        var before = await Visits();
        var fields = Fields(page).ToList();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await County.PostForm(Persona.Officer, "/r/visit/paste/save", fields, from: "/r/visit/paste");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(before + 4, await Visits());
            if (i == 0) continue;
            var done = answer.Headers.Location!.ToString();
            using var unreasoned = await County.PostForm(Persona.Officer, done, [("reason", " ")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
            await County.Page(Persona.Officer2, done, HttpStatusCode.NotFound);
            await County.Page(Persona.CountyStaff, done, HttpStatusCode.NotFound);
            using var back = await County.PostForm(Persona.Officer, done, [("reason", "贴错了表")]);
            Assert.Equal(before, await Visits());
            Assert.Contains("4 条已撤", (await County.Page(Persona.Officer, done)).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Namesakes_are_asked_about_unless_the_village_tells_them_apart()
    {
        foreach (var village in new[] { County.Village1, County.Village2 })
            await County.Recorded(Persona.Officer, "person", ("name", "双名甲"), ("sex", "female"), ("birth", village == County.Village1 ? "1972-01-01" : "1958-01-01"), ("place", village.Place), ("org", village.Org), ("from", "2025-01-01"));
        var page = await Paste("visit", "姓名\t日期\n双名甲\t2026-11-02");
        Assert.Contains("2 个同名", Cell(page, "对象", 1).TextContent, StringComparison.Ordinal);
        var options = Cell(page, "对象", 1).QuerySelectorAll("option").Select(o => o.TextContent).ToList();
        Assert.Contains(options, o => o.Contains("柳溪村", StringComparison.Ordinal) && o.Contains("1958", StringComparison.Ordinal));
        var second = Cell(page, "对象", 1).QuerySelectorAll("option").Single(o => o.TextContent.Contains("1958", StringComparison.Ordinal)).GetAttribute("value")!;
        page = await Send(page, "visit", "check", ("p.1.0", second));
        Assert.Equal("记下 1 行", Button(page));

        page = await Paste("visit", "村\t姓名\t日期\n柳溪\t双名甲\t2026-11-02");
        Assert.Equal("记下 1 行", Button(page));
    }

    [Fact]
    public async Task The_same_person_on_the_same_day_is_asked_about()
    {
        var who = County.Village1.People[6].Name;
        var page = await Paste("visit", $"姓名\t日期\n{who}\t2026-11-02\n{who}\t2026-11-02\n{who}\t2026-11-03");
        Assert.Contains("和第 1 行一样", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 1 行也是", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("先记 2 行", Button(page));
        page = await Send(page, "visit", "check", ("sure", "2"));
        Assert.Equal("记下 3 行", Button(page));
    }

    [Fact]
    public async Task A_chain_from_a_group_is_rows_too()
    {
        var people = County.Village1.People;
        var activity = await County.Recorded(Persona.Officer, "activity", ("title", "接龙活动"), ("kind", "talk"), ("org", County.Village1.Org), ("place", County.Village1.Place));
        var page = await Paste("sign-in", $"#接龙\n周六亲子阅读\n例 姓名\n\n1. {people[0].Name}\n2. {people[3].Name}\n3、{people[5].Name}", $"?activity={activity.Id}");
        Assert.Equal("记下 3 行", Button(page));
        await Send(page, "sign-in", "save");
        Assert.Equal(3, await Count("sign-in", new Filter.Is("activity", activity.Id)));
    }

    [Fact]
    public async Task Seventy_one_villages_come_in_one_paste_each_for_its_own_federation()
    {
        var villages = County.Facts.Townships[0].Villages;
        var rows = Enumerable.Range(0, 71).Select(i => $"{villages[i % 3].Name}\t{villages[i % 3].People[i % villages[i % 3].People.Count].Name}\t{46_000 + i}\t{(i % 2 == 0 ? "入户" : "电话")}\t季走访\t学习、看病\t好");
        var page = await Paste("visit", "村\t对象\t走访日期\t方式\t类型\t要帮什么\t情况\n" + string.Join("\r\n", rows));
        Assert.Equal("记下 71 行", Button(page));
        var before = await Count("visit", new Filter.Is("org", villages[2].Org));
        page = await Send(page, "visit", "save");
        Assert.Contains("记下 71 条", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 23, await Count("visit", new Filter.Is("org", villages[2].Org)));
    }

    [Fact]
    public async Task People_activities_and_registers_of_the_county_are_pasted_alike_with_or_without_a_head()
    {
        var page = await Paste("person", "姓名\t性别\t出生年月日\t村（社区）\t身份证号\n贴新甲\t女\t1980年5月6日\t槐荫\t\n贴新乙\t男\t１９９０.1.2\t槐荫村委会\t3.30102E+17");
        Assert.Contains("科学计数", Cell(page, "身份证号", 2).TextContent, StringComparison.Ordinal);
        page = await Send(page, "person", "check", ("c.2.4", ""));
        Assert.Equal("记下 2 行", Button(page));
        await Send(page, "person", "save");
        Assert.Equal(2, await Count("person", new Filter.In("name", ["贴新甲", "贴新乙"]) & new Filter.Is("org", County.Village1.Org)));

        page = await Paste("activity", "槐荫村\t普法讲座\t普法\t11月5日\t３5人\n柳溪村\t读书会\t亲子阅读\t11.6\t20");
        Assert.Equal("记下 2 行", Button(page));
        await Send(page, "activity", "save");
        Assert.Equal(1, await Count("activity", new Filter.Is("title", "普法讲座") & new Filter.Is("participants", 35L) & new Filter.Is("org", County.Village1.Org)));

        await DefinedRegisterTests.Define(County, DefinedRegisterTests.Station);
        page = await Paste("own-station", "村\ttopic\n槐荫\t编织课\n石桥\t剪纸课");
        Assert.Equal("先记 0 行", Button(page));
        page = await Send(page, "own-station", "check", ("all.kind", "craft"));
        Assert.Equal("记下 2 行", Button(page));
        page = await Send(page, "own-station", "save");
        Assert.Contains("记下 2 条", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_five_hundred_rows_and_nothing_at_all_are_refused_with_what_was_pasted_still_there()
    {
        using var many = await County.PostForm(Persona.Officer, "/r/visit/paste", [("batch", Uuid.New(new Clock(County.Clock).Now).ToString()), ("text", string.Join('\n', Enumerable.Repeat("甲\t乙", 501)))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        Assert.Contains("甲", await many.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var none = await County.PostForm(Persona.Officer, "/r/visit/paste", [("batch", Uuid.New(new Clock(County.Clock).Now).ToString()), ("text", "\n \n")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    private Task<IHtmlDocument> Paste(string register, string text, string query = "")
    {
        return Send(County.Page(Persona.Officer, $"/r/{register}/paste{query}").Result, register, "", ("text", text));
    }

    private async Task<IHtmlDocument> Send(IHtmlDocument page, string register, string handler, params (string Key, string Value)[] changes)
    {
        var fields = Fields(page).Where(f => f.Key == "skip" || f.Key == "sure" || changes.All(c => c.Key != f.Key)).Concat(changes);
        using var answer = await County.PostForm(Persona.Officer, $"/r/{register}/paste" + (handler.Length > 0 ? "/" + handler : ""), fields, from: $"/r/{register}/paste");
        var html = answer.StatusCode is HttpStatusCode.Redirect ? await County.Browser(Persona.Officer).GetStringAsync(answer.Headers.Location!.ToString()) : await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{(int)answer.StatusCode} {html[..Math.Min(400, html.Length)]}");
        return new HtmlParser().ParseDocument(html);
    }

    private static IEnumerable<(string Key, string Value)> Fields(IHtmlDocument page) => page.QuerySelectorAll("form[data-grid] [name], form[data-paste] [name]").Where(e => e.GetAttribute("name") != "__RequestVerificationToken")
        .Where(e => e is not IHtmlInputElement { Type: "checkbox" } box || box.IsChecked)
        .Select(e => (e.GetAttribute("name")!, e switch { IHtmlTextAreaElement t => t.Value, IHtmlSelectElement s => s.Value ?? "", IHtmlInputElement i => i.Value, _ => "" }));

    private static string Button(IHtmlDocument page) => page.QuerySelector("[data-save-grid]") is { } button ? button.TextContent.Trim() : "no button: " + page.Body!.TextContent;

    private static IElement Cell(IHtmlDocument page, string field, int row)
    {
        var at = page.QuerySelectorAll("thead select").Index().Single(s => s.Item.QuerySelector("option[selected]")?.TextContent == field).Index;
        return page.QuerySelectorAll("tbody tr")[row - 1].Children[at + 1];
    }

    private Task<long> Visits() => Count("visit", new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));

    private Task<long> Count(string register, Filter filter) => County.As(Persona.CountyStaff, async (r, s) =>
    {
        var book = (await r.Reference(default)).Register(register)!;
        return await new Query(s, book.Shape, r.User.Scope(book.Permission("read"))).Where(filter).Count();
    });
}
