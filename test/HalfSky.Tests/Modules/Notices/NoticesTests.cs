using System.Net;
using HalfSky.Modules.Notices;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules.Notices;

/// <summary>A notice sent out: signed for, answered, asked for again; an addressee sees it and her own part, nothing of the others.</summary>
public sealed class NoticesTests
{
    [Fact]
    public async Task A_notice_goes_to_all_villages_in_one_go_and_nobody_else_sees_it()
    {
        await using var county = await County.Start(jobs: false);
        var notice = await Made(county);
        await county.Page(Persona.Exec, $"/notices/{notice.Id}", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(county, Persona.Officer, notice, "send", ("all", "false")));
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Officer, notice, "send", ("all", "true")));
        var page = await county.Page(Persona.Officer, $"/notices/{notice.Id}");
        Assert.Equal(3, page.QuerySelectorAll("table tbody tr").Length);
        Assert.Contains("没签收", page.QuerySelector("table tbody")!.TextContent, StringComparison.Ordinal);
        await county.Page(Persona.Exec, $"/notices/{notice.Id}");
        await county.Page(Persona.Officer2, $"/notices/{notice.Id}", HttpStatusCode.NotFound);
        await county.Page(Persona.Stranger, $"/notices/{notice.Id}", HttpStatusCode.NotFound);
        // What she may not send she does not find.
        Assert.Equal(HttpStatusCode.NotFound, await Post(county, Persona.Exec, notice, "send", ("all", "true")));
        Assert.Contains(notice.Title, (await county.Page(Persona.Exec, "/notices")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_signs_and_answers_for_itself_alone()
    {
        await using var county = await County.Start(jobs: false);
        var notice = await Sent(county);
        var (own, other) = (await Receipt(county, notice, county.Village1.Org), await Receipt(county, notice, county.Village2.Org));
        Assert.Equal(HttpStatusCode.NotFound, await Post(county, Persona.Exec, notice, "sign", ("receipt", other.Id.ToString())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(county, Persona.Exec, notice, "answer", ("receipt", own.Id.ToString()), ("answer", "  ")));
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Exec, notice, "sign", ("receipt", own.Id.ToString())));
        Assert.Equal(county.Clock.Today, (await Receipt(county, notice, county.Village1.Org)).SignedOn);
        Assert.Null((await Receipt(county, notice, county.Village1.Org)).Done);
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Exec, notice, "answer", ("receipt", own.Id.ToString()), ("answer", "已传达，12 人参加")));
        var page = await county.Page(Persona.Exec, $"/notices/{notice.Id}");
        Assert.DoesNotContain(county.Village2.Name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Twice changes nothing.
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Exec, notice, "sign", ("receipt", own.Id.ToString())));
        Assert.Equal("已传达，12 人参加", (await Receipt(county, notice, county.Village1.Org)).Answer);
    }

    [Fact]
    public async Task A_late_answer_is_still_taken_and_marked()
    {
        await using var county = await County.Start(jobs: false);
        var notice = await Sent(county);
        var (first, second) = (await Receipt(county, notice, county.Village1.Org), await Receipt(county, notice, county.Village2.Org));
        await Post(county, Persona.Exec, notice, "answer", ("receipt", first.Id.ToString()), ("answer", "按时"));
        await county.Move(notice.Deadline!.Value.AddDays(2));
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Exec2, notice, "answer", ("receipt", second.Id.ToString()), ("answer", "来晚了")));
        Assert.True((await Receipt(county, notice, county.Village2.Org)).Late);
        var rows = (await county.Page(Persona.Officer, $"/notices/{notice.Id}")).QuerySelectorAll("table tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains("石桥村", rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, r => r.Contains("晚了", StringComparison.Ordinal));
        Assert.Equal((1, 3), (await Figure(county, "notice-receipt.in-time"), await Figure(county, "notice-receipt.due")));
        Assert.Equal(2, await Figure(county, "notice-receipt.signed"));

        // Sent back with a reason it is owed again; corrected, who was in time still was.
        Assert.Equal(HttpStatusCode.NotFound, await Post(county, Persona.Exec, notice, "return", ("receipt", first.Id.ToString()), ("reason", "x")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(county, Persona.Officer, notice, "return", ("receipt", first.Id.ToString())));
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Officer, notice, "return", ("receipt", first.Id.ToString()), ("reason", "没写人数")));
        Assert.Contains("没写人数", (await county.Page(Persona.Exec, $"/notices/{notice.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Figure(county, "notice-receipt.in-time"));
        await Post(county, Persona.Exec, notice, "answer", ("receipt", first.Id.ToString()), ("answer", "12 人"));
        Assert.Equal(1, await Figure(county, "notice-receipt.in-time"));
    }

    [Fact]
    public async Task A_notice_is_a_to_do_of_the_village_until_it_is_answered_and_leads_to_its_page()
    {
        await using var county = await County.Start();
        var notice = await Sent(county);
        var receipt = await Receipt(county, notice, county.Village1.Org);
        async Task<string> Due() => (await county.Page(Persona.Chair, "/todo?show=all")).QuerySelector("main")!.InnerHtml;
        Assert.Contains($"/notices/receipts/{receipt.Id}", await Due(), StringComparison.Ordinal);
        Assert.Contains(notice.Title, await Due(), StringComparison.Ordinal);
        Assert.Equal($"/notices/{notice.Id}", (await county.Browser(Persona.Chair).GetAsync($"/notices/receipts/{receipt.Id}")).Headers.Location!.ToString());
        await Post(county, Persona.Chair, notice, "answer", ("receipt", receipt.Id.ToString()), ("answer", "好"));
        Assert.DoesNotContain($"/notices/receipts/{receipt.Id}", await Due(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_for_the_group_tells_true_figures_and_no_name_of_a_person()
    {
        await using var county = await County.Start(jobs: false);
        var notice = await Sent(county);
        await Post(county, Persona.Exec, notice, "answer", ("receipt", (await Receipt(county, notice, county.Village1.Org)).Id.ToString()), ("answer", "好"));
        var text = (await county.Page(Persona.Officer, $"/notices/{notice.Id}")).QuerySelector("[data-copies] textarea")!.TextContent;
        Assert.Contains("已回复 1/3", text, StringComparison.Ordinal);
        Assert.Contains("柳溪村妇联、石桥村妇联", text, StringComparison.Ordinal);
        Assert.DoesNotContain(county.Village1.People, p => text.Contains(p.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_activity_has_a_text_for_the_group_with_its_figures_and_no_names()
    {
        await using var county = await County.Start(jobs: false);
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "亲子阅读"), ("kind", "shared-reading"), ("starts", "14:00"), ("participants", 23));
        await county.Recorded(Persona.Exec, "sign-in", ("activity", activity.Id), ("person", county.Village1.People[0].Id));
        await county.Page(Persona.Exec2, $"/activities/{activity.Id}/text", HttpStatusCode.NotFound);
        var text = (await county.Page(Persona.Exec, $"/activities/{activity.Id}/text")).QuerySelector("[data-copies] textarea")!.TextContent;
        Assert.Contains("亲子阅读", text, StringComparison.Ordinal);
        Assert.Contains("11月23日", text, StringComparison.Ordinal);
        Assert.Contains("槐荫村", text, StringComparison.Ordinal);
        Assert.Contains("23 人", text, StringComparison.Ordinal);
        Assert.DoesNotContain(county.Village1.People[0].Name, text, StringComparison.Ordinal);
    }

    internal static async Task<Notice> Made(County county, string title = "关于摸清留守儿童底数的通知") =>
        (Notice)await county.Recorded(Persona.Officer, "notice", ("title", title), ("direction", "out"), ("asks", "传达到每位执委，回复参加人数"), ("deadline", county.Clock.Today.AddDays(7)));

    private static async Task<Notice> Sent(County county)
    {
        var notice = await Made(county);
        Assert.Equal(HttpStatusCode.Redirect, await Post(county, Persona.Officer, notice, "send", ("all", "true")));
        return notice;
    }

    private static Task<NoticeReceipt> Receipt(County county, Notice notice, long org) => county.As(Persona.Officer, async (r, _) =>
        (await r.PartsIn<NoticeReceipt>((await r.Reference(default)).Register("notice-receipt")!, notice.Id, r.User.Scope("notice.read"), default)).Single(p => p.Org == org));

    private static async Task<HttpStatusCode> Post(County county, Persona persona, Notice notice, string act, params (string, string)[] fields)
    {
        using var answer = await county.PostForm(persona, $"/notices/{notice.Id}/{act}", fields, from: "/me/tokens");
        return answer.StatusCode;
    }

    private static async Task<long?> Figure(County county, string measure) =>
        (await county.Api(Persona.Officer, HttpMethod.Get, $"/api/v1/measures/{measure}?period=2026")).Body?["value"]?.GetValue<long>();
}
