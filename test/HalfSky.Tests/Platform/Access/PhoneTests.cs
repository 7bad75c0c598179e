using System.Net;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Access;

public sealed class PhoneTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private const string Agent = "Mozilla/5.0 (Linux; Android 13) Chrome/110 MicroMessenger/8.0";
    private const string GoodPin = "739164";

    [Fact]
    public async Task Who_lacks_the_permission_finds_no_such_page()
    {
        await house.Person("plain-exec", "exec");
        var visitor = await house.SignedIn("plain-exec");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/admin/invite")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/admin/accounts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/admin/recovery")).Status);
    }

    [Fact]
    public async Task An_officer_invites_only_people_of_her_own_organisations()
    {
        await house.Person("town1", "officer", AccessHouse.Town);
        var mine = house.Post("周玉梅", AccessHouse.Village);
        var foreign = house.Post("外镇人", AccessHouse.OtherTown);
        var visitor = await house.SignedIn("town1");
        var page = await visitor.Get("/admin/invite");
        Assert.Contains("周玉梅", page.Text);
        Assert.DoesNotContain("外镇人", page.Text);
        var refused = await visitor.Post("/admin/invite", new { People = foreign.Person });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var sheet = await visitor.Post("/admin/invite", new { People = mine.Person });
        Assert.NotNull(sheet.Html!.QuerySelector("section.a4 svg.qr path"));
        Assert.Contains("微信", sheet.Text);
        Assert.Equal("no-store", sheet.Message.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Nobody_prints_an_invitation_for_who_reaches_further()
    {
        await house.Person("town2", "officer", AccessHouse.Town);
        var both = house.Post("两职人", AccessHouse.Village);
        house.Holders.Add(both with { Org = AccessHouse.OtherTown });
        var visitor = await house.SignedIn("town2");
        var refused = await visitor.Post("/admin/invite", new { People = both.Person });
        Assert.Contains(AccessProblems.InvitationHigher.Text, refused.Text);
        Assert.False(await house.Do(s => s.GetRequiredService<AppDb>().Set<Account>().AnyAsync(a => a.PersonId == both.Person)));
    }

    [Fact]
    public async Task Who_must_show_a_code_is_not_opened_by_six_digits()
    {
        await house.Person("town3", "officer", AccessHouse.Town);
        var strict = await house.Person("strict3", "exec", AccessHouse.Village, requiresCode: true);
        var visitor = await house.SignedIn("town3");
        var refused = await visitor.Post("/admin/invite", new { People = strict.PersonId });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await Assert.ThrowsAsync<HalfSky.Kernel.Refusal>(() => house.Do(s => s.GetRequiredService<Invitations>()
            .ForPhones([house.Holders.First(h => h.Person == strict.PersonId)], default)));
    }

    [Fact]
    public async Task An_unknown_invitation_is_over()
    {
        foreach (var code in new[] { "NOSUCHCODE22", "x", new string('A', 500), "%E4%BD%A0" })
        {
            var answer = await house.Visitor().Get("/i/" + code);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }
    }

    [Fact]
    public async Task A_phone_is_bound_once_and_opened_by_its_pin_alone()
    {
        var (path, account) = await Invite("周玉梅");
        var phone = house.Visitor(agent: Agent);
        // A messenger's preview opens the link as well; that must use nothing up.
        await house.Visitor().Get(path);
        var page = await phone.Get(path);
        Assert.Contains("周**", page.Text);
        Assert.DoesNotContain("玉梅", page.Text);
        Assert.Contains("槐荫村妇联", page.Text);
        Assert.Contains("太好猜", (await phone.Post(path, new { Pin = "850612", Repeat = "850612" })).ErrorOf("Pin"));
        Assert.Contains("不一样", (await phone.Post(path, new { Pin = GoodPin, Repeat = "739165" })).ErrorOf("Repeat"));
        Assert.Equal("/", (await phone.Post(path, new { Pin = GoodPin, Repeat = GoodPin })).Location);
        Assert.Contains("周玉梅", (await phone.Get("/test/home")).Text);

        Assert.Equal(HttpStatusCode.NotFound, (await house.Visitor().Get(path)).Status);
        Assert.Equal("/pin", (await phone.Post("/sign-out", page: "/me")).Location);
        Assert.StartsWith("/pin?returnUrl", (await phone.Get("/me")).Location);
        var keypad = await phone.Get("/pin");
        var input = keypad.Html!.QuerySelector("input[name=Pin]")!;
        Assert.Equal("numeric", input.GetAttribute("inputmode"));
        Assert.Contains("还可以试 4 次", (await phone.Post("/pin", new { Pin = "739165" })).ErrorOf("Pin"));
        Assert.Equal("/me", (await phone.Post("/pin", new { Pin = GoodPin, ReturnUrl = "/me" })).Location);
        Assert.Equal(HttpStatusCode.OK, (await phone.Get("/me")).Status);
        var bytes = await house.Bytes();
        Assert.DoesNotContain(phone.Cookies["halfsky-phone"]!.Value, bytes);
        Assert.DoesNotContain(path[3..], bytes);
        Assert.Null((await house.Do(s => s.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().FirstAsync(a => a.Id == account))).PasswordHash);
    }

    [Fact]
    public async Task Five_wrong_pins_lock_the_phone_for_good()
    {
        var phone = await Bound("锁住人");
        await phone.Post("/sign-out", page: "/me");
        for (var i = 0; i < 4; i++) await phone.Post("/pin", new { Pin = "222333" });
        var last = await phone.Post("/pin", new { Pin = "222333" });
        Assert.Contains("请镇里重新打印邀请", last.Text);
        house.Time.Move(TimeSpan.FromHours(1));
        Assert.Null((await phone.Get("/pin")).Html!.QuerySelector("input[name=Pin]"));
        await phone.Post("/pin", new { Pin = GoodPin });
        Assert.StartsWith("/pin", (await phone.Get("/me")).Location);
    }

    [Fact]
    public async Task A_phone_stays_bound_for_ninety_days()
    {
        var phone = await Bound("九十人");
        house.Time.Move(TimeSpan.FromDays(89));
        Assert.Equal("/", (await phone.Post("/pin", new { Pin = GoodPin })).Location);
        house.Time.Move(TimeSpan.FromDays(2));
        Assert.Contains("绑定满 90 天", (await phone.Get("/pin")).Text);
    }

    [Fact]
    public async Task A_lost_phone_is_taken_back_and_what_it_opened_ends()
    {
        await house.Person("town4", "officer", AccessHouse.Town);
        var phone = await Bound("丢机人");
        Assert.Equal(HttpStatusCode.OK, (await phone.Get("/me")).Status);
        var bound = await house.Do(s => (from p in s.GetRequiredService<AppDb>().Set<BoundPhone>()
                                         join a in s.GetRequiredService<AppDb>().Set<Account>() on p.Account equals a.Id
                                         where a.DisplayName == "丢机人"
                                         select p).FirstAsync());
        var officer = await house.SignedIn("town4");
        var page = await officer.Get($"/admin/accounts/{bound.Account}");
        Assert.Contains("安卓手机 · 微信", page.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Post($"/admin/accounts/{bound.Account}?handler=Phone", new { id = bound.Id }, $"/admin/accounts/{bound.Account}")).Status);
        Assert.StartsWith("/pin", (await phone.Get("/me")).Location);
        Assert.Contains("绑定已经取消", (await phone.Get("/pin")).Text);
        // An officer who only invites resets no passwords and stops nobody.
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Post($"/admin/accounts/{bound.Account}?handler=Disable", page: $"/admin/accounts/{bound.Account}")).Status);
    }

    [Fact]
    public async Task A_newer_sheet_voids_the_older_and_seven_days_void_both()
    {
        var (first, account) = await Invite("重印人");
        var (second, _) = await Invite("重印人");
        Assert.Equal(HttpStatusCode.NotFound, (await house.Visitor().Get(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Visitor().Get(second)).Status);
        house.Time.Move(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Visitor().Get(second)).Status);
        Assert.NotEqual(Guid.Empty, account);
    }

    [Fact]
    public async Task Two_phones_racing_for_one_invitation_bind_one()
    {
        var (path, account) = await Invite("抢单人");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => house.Visitor().Post(path, new { Pin = GoodPin, Repeat = GoodPin })));
        Assert.Single(answers, a => a.Location == "/");
        Assert.Equal(1, await house.Do(s => s.GetRequiredService<AppDb>().Set<BoundPhone>().CountAsync(p => p.Account == account)));
    }

    [Fact]
    public async Task Guessed_pins_sent_side_by_side_lock_too()
    {
        var phone = await Bound("并发人");
        await phone.Post("/sign-out", page: "/me");
        var answers = new List<Answer>();
        // A database under pressure may answer “busy”; that judges no guess, and so need not count it.
        for (var round = 0; round < 5; round++)
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => phone.Post("/pin", new { Pin = "482957" }))));
        Assert.Contains("连错 5 次", (await phone.Get("/pin")).Text);
        Assert.InRange(answers.Count(a => a.Text.Contains("还可以试", StringComparison.Ordinal)), 0, 4);
    }

    private async Task<(string Path, Guid Account)> Invite(string name)
    {
        var holder = house.Holders.Find(h => h.Name == name && h.Org == AccessHouse.Village) ?? house.Post(name, AccessHouse.Village);
        return await house.Do(async s =>
        {
            var account = await s.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == holder.Person);
            var head = new Account("县主席", null, DateTime.UtcNow) { IsAdministrator = true };
            await s.GetRequiredService<CurrentUserSource>().Become(head, null, default);
            var printed = (await s.GetRequiredService<Invitations>().ForPhones([holder], default)).Single();
            account ??= await s.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().FirstAsync(a => a.PersonId == holder.Person);
            return (printed.Path, account.Id);
        });
    }

    private async Task<Visitor> Bound(string name)
    {
        var (path, _) = await Invite(name);
        var phone = house.Visitor(agent: Agent);
        Assert.Equal("/", (await phone.Post(path, new { Pin = GoodPin, Repeat = GoodPin })).Location);
        return phone;
    }
}
