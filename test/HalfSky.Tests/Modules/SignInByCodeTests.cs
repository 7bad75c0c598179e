using System.Net;
using AngleSharp.Html.Parser;
using HalfSky.Modules.Activities;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Modules;

/// <summary>Signing in from a phone without an account: only today, only there, only once, and nothing of others is told.</summary>
public sealed class SignInByCodeTests
{
    [Fact]
    public async Task A_code_is_good_for_its_activity_its_day_and_as_long_as_its_shower_may_record()
    {
        await using var county = await County.Start(jobs: false);
        var (today, yesterday) = (await Activity(county, "今天的课"), await Activity(county, "昨天的课", -1));
        using var phone = county.Anybody();
        var exec = county.Facts.Signed[Persona.Exec];
        var good = Code(county, today.Id, exec.Account);
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/nonsense"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + (good[0] == 'A' ? 'B' : 'A') + good[1..]));
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + Code(county, yesterday.Id, exec.Account)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + Code(county, today.Id, exec.Account, -1)));
        // Another village's exec may sign a code, but it opens nothing that is not hers.
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + Code(county, today.Id, county.Facts.Signed[Persona.Exec2].Account)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + Code(county, today.Id, Guid.CreateVersion7())));
        Assert.Equal(HttpStatusCode.OK, await Status(phone, "/s/" + good));

        await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<Account>().Where(a => a.Id == exec.Account).ExecuteUpdateAsync(a => a.SetProperty(x => x.Disabled, true), ct)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + good));
        await county.Move(county.Clock.Today.AddDays(1));
        Assert.Equal(HttpStatusCode.NotFound, await Status(phone, "/s/" + good));
    }

    [Fact]
    public async Task A_phone_signs_once_a_name_once_and_the_page_tells_only_how_many()
    {
        await using var county = await County.Start(jobs: false);
        var activity = await Activity(county, "亲子阅读");
        var path = "/s/" + Code(county, activity.Id, county.Facts.Signed[Persona.Exec].Account);
        using var first = county.Anybody();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Sign(first, path, "7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Sign(first, path, "<b>"));
        Assert.Equal(0, await Count(county, activity.Id));
        Assert.Equal(HttpStatusCode.Redirect, await Sign(first, path, " 阿依古丽·买买提 ", "槐荫村"));
        Assert.Equal(1, await Count(county, activity.Id));
        Assert.Contains("签到了", await first.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Sign(first, path, "另一个人", "", fromPage: false));
        Assert.Equal(1, await Count(county, activity.Id));

        using var second = county.Anybody();
        Assert.DoesNotContain("阿依古丽", await second.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Sign(second, path, "阿依古丽·买买提", "槐荫村"));
        using var namesake = county.Anybody();
        Assert.Equal(HttpStatusCode.Redirect, await Sign(namesake, path, "阿依古丽·买买提", "柳溪村"));
        Assert.Equal(2, await Count(county, activity.Id));
        Assert.Contains("2", (await county.Page(Persona.Exec, $"/activities/{activity.Id}/sign-in")).QuerySelector(".wall-count")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", new HtmlParser().ParseDocument(await county.Browser(Persona.Exec).GetStringAsync($"/activities/{activity.Id}/sign-in/count")).QuerySelector("b")!.TextContent);

        // Who showed the code answers for what was signed; the activity counts them.
        var actors = await county.As(Persona.CountyStaff, (_, s) => s.Db.Set<EventRow>().Where(e => e.Register == "sign-in").Select(e => e.Actor).Distinct().ToListAsync());
        Assert.Equal([county.Facts.Signed[Persona.Exec].Account], actors);
        var now = await county.As(Persona.Exec, async (r, _) => (Activity)(await r.Find((await r.Reference(default)).Register("activity")!, activity.Id, r.User.Scope("activity.read")))!);
        Assert.Equal(2, now.Participants);
        // However many sign in, the history tells of one rise.
        var history = (await county.Page(Persona.Exec, $"/r/activity/{activity.Id}")).QuerySelectorAll(".tl > div").Select(d => d.TextContent).ToList();
        Assert.Contains("空 → 2", Assert.Single(history, h => h.Contains("跟着明细变", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_shows_a_code_only_on_the_day_and_only_to_who_may_record()
    {
        await using var county = await County.Start(jobs: false);
        var (today, past) = (await Activity(county, "今天"), await Activity(county, "上月", -30));
        await county.Page(Persona.Auditor, $"/activities/{today.Id}/sign-in", HttpStatusCode.NotFound);
        await county.Page(Persona.Exec2, $"/activities/{today.Id}/sign-in/count", HttpStatusCode.NotFound);
        Assert.NotNull((await county.Page(Persona.Exec, $"/activities/{today.Id}/sign-in")).QuerySelector("svg.qr"));
        Assert.Null((await county.Page(Persona.Exec, $"/activities/{past.Id}/sign-in")).QuerySelector("svg.qr"));
        var paper = await county.Page(Persona.Exec, $"/activities/{past.Id}/sign-in/paper");
        Assert.Equal((25, 4), (paper.QuerySelectorAll(".signing tbody tr").Length, paper.QuerySelectorAll(".signing tbody tr")[0].Children.Length));
        paper = await county.Page(Persona.Exec, $"/activities/{past.Id}/sign-in/paper?rows=60&phone=true");
        Assert.Equal((60, 5), (paper.QuerySelectorAll(".signing tbody tr").Length, paper.QuerySelectorAll(".signing tbody tr")[0].Children.Length));
        Assert.Contains("上月", paper.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Activity> Activity(County county, string title, int days = 0) =>
        (Activity)await county.Recorded(Persona.Exec, "activity", ("title", title), ("kind", "shared-reading"), ("date", county.Clock.Today.AddDays(days)));

    private static string Code(County county, Guid activity, Guid account, int days = 0) =>
        new SignInCode(activity, account, county.Clock.Today.AddDays(days)).Write(county.Services.GetRequiredService<Vault>());

    private static async Task<HttpStatusCode> Status(HttpClient phone, string path)
    {
        using var answer = await phone.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Sign(HttpClient phone, string path, string name, string village = "", bool fromPage = true)
    {
        var page = new HtmlParser().ParseDocument(await phone.GetStringAsync(path));
        string Value(string field) => page.QuerySelector($"input[name={field}]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["Name"] = name, ["Village"] = village, ["__RequestVerificationToken"] = Value("__RequestVerificationToken") };
        fields["Entry"] = fromPage ? Value("Entry") : Kernel.Uuid.New(new DateTime(2026, 11, 23, 6, 30, 0, DateTimeKind.Utc)).ToString();
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await phone.PostAsync(path, content);
        return answer.StatusCode;
    }

    private static Task<long> Count(County county, Guid activity) => county.As(Persona.CountyStaff, async (r, s) =>
        await new Query(s, (await r.Reference(default)).Register("sign-in")!.Shape, r.User.Scope("activity.read")).Where(new Filter.Is("activity", activity)).Count());
}
