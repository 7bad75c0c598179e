using System.Net;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Access;

public sealed class SignInTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_resting_account_get_the_same_answer()
    {
        await house.Person("same1");
        await house.Person("resting1");
        for (var i = 0; i < 5; i++) await house.Visitor().Post("/sign-in", new { UserName = "resting1", Password = "x" });
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var (name, password) in new[] { ("same1", "wrong"), ("nobody1", "wrong"), ("resting1", AccessHouse.GoodPassword) })
        {
            var answer = await house.Visitor().Post("/sign-in", new { UserName = name, Password = password });
            Assert.Equal(name, answer.ValueOf("UserName"));
            Assert.Empty(answer.ValueOf("Password")!);
            answers.Add((answer.Status, answer.Text.Replace(name, "")));
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[0].Item1);
        Assert.Contains("连错 5 次", answers[0].Item2);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Five_wrong_passwords_rest_the_account_for_fifteen_minutes()
    {
        await house.Person("rest2");
        var visitor = house.Visitor();
        for (var i = 0; i < 5; i++) await visitor.Post("/sign-in", new { UserName = "rest2", Password = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/sign-in", new { UserName = "rest2", Password = AccessHouse.GoodPassword })).Status);
        house.Time.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post("/sign-in", new { UserName = "Rest2", Password = AccessHouse.GoodPassword })).Status);
    }

    [Fact]
    public async Task Guesses_sent_side_by_side_are_all_counted()
    {
        await house.Person("burst");
        for (var round = 0; round < 3; round++)
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Visitor().Post("/sign-in", new { UserName = "burst", Password = "x" })));
        Assert.True((await house.Account("burst")).IsLocked(DateTime.UtcNow + (house.Time.GetUtcNow() - DateTimeOffset.UtcNow)));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil")]
    public async Task A_return_address_of_a_stranger_leads_home(string url)
    {
        await house.Person("back" + url.GetHashCode(StringComparison.Ordinal));
        var name = "back" + url.GetHashCode(StringComparison.Ordinal);
        var answer = await house.Visitor().Post("/sign-in", new { UserName = name, Password = AccessHouse.GoodPassword, ReturnUrl = url });
        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_door_and_back()
    {
        await house.Person("way");
        var visitor = house.Visitor();
        var away = await visitor.Get("/me/sessions?x=1");
        Assert.Equal("/sign-in?returnUrl=%2Fme%2Fsessions%3Fx%3D1", away.Location);
        var back = await visitor.Post("/sign-in", new { UserName = "way", Password = AccessHouse.GoodPassword, ReturnUrl = "/me/sessions?x=1" }, away.Location);
        Assert.Equal("/me/sessions?x=1", back.Location);
        Assert.Contains("就是这里", (await visitor.Get(back.Location!)).Text);
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_script_and_bound_to_tls()
    {
        await house.Person("cookie");
        foreach (var (scheme, secure) in new[] { ("http", false), ("https", true) })
        {
            var visitor = house.Visitor(scheme);
            var answer = await visitor.Post("/sign-in", new { UserName = "cookie", Password = AccessHouse.GoodPassword });
            var set = answer.Message.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("halfsky=", StringComparison.Ordinal));
            Assert.Contains("httponly", set);
            Assert.Contains("samesite=lax", set);
            Assert.Equal(secure, set.Contains("; secure", StringComparison.Ordinal));
            Assert.DoesNotContain("expires", set);
        }
    }

    [Fact]
    public async Task An_idle_session_ends_and_says_so()
    {
        await house.Person("idle");
        var visitor = await house.SignedIn("idle");
        house.Time.Move(TimeSpan.FromMinutes(25));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/me")).Status);
        house.Time.Move(TimeSpan.FromMinutes(25));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/me")).Status);
        house.Time.Move(TimeSpan.FromMinutes(31));
        var away = await visitor.Get("/me");
        Assert.StartsWith("/sign-in", away.Location);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_not_only_the_cookie()
    {
        await house.Person("out");
        var visitor = await house.SignedIn("out");
        var thief = house.Visitor();
        var stolen = visitor.Cookies["halfsky"]!.Value;
        Assert.Equal("/sign-in", (await visitor.Post("/sign-out", page: "/me")).Location);
        thief.Raw.DefaultRequestHeaders.Add("Cookie", "halfsky=" + stolen);
        Assert.StartsWith("/sign-in", (await thief.Get("/me")).Location);
    }

    [Fact]
    public async Task One_can_end_ones_other_sessions_and_no_one_elses()
    {
        await house.Person("twice");
        await house.Person("third");
        var (here, there, other) = (await house.SignedIn("twice"), await house.SignedIn("twice"), await house.SignedIn("third"));
        var foreign = (await other.Get("/me/sessions")).Text;
        Assert.Contains("就是这里", foreign);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post("/me/sessions?handler=End", new { id = Guid.CreateVersion7() }, "/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await here.Post("/me/sessions?handler=Others", page: "/me/sessions")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/me")).Status);
        Assert.StartsWith("/sign-in", (await there.Get("/me")).Location);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/me")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        await house.Person("changer");
        var (here, there) = (await house.SignedIn("changer"), await house.SignedIn("changer"));
        var wrong = await here.Post("/me/password", new { Old = "not it", Password = "山色空蒙雨亦奇了", Repeat = "山色空蒙雨亦奇了" });
        Assert.Contains("现在的密码不对", wrong.ErrorOf("Old"));
        var shortOne = await here.Post("/me/password", new { Old = AccessHouse.GoodPassword, Password = "short", Repeat = "short" });
        Assert.Contains("至少 10 个字符", shortOne.ErrorOf("Password"));
        var done = await here.Post("/me/password", new { Old = AccessHouse.GoodPassword, Password = "山色空蒙雨亦奇水光潋滟", Repeat = "山色空蒙雨亦奇水光潋滟" });
        Assert.Equal("/me", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/me")).Status);
        Assert.StartsWith("/sign-in", (await there.Get("/me")).Location);
    }

    [Fact]
    public async Task Who_was_given_a_password_changes_it_before_anything_else()
    {
        await house.Person("given", mustChange: true);
        var visitor = await house.SignedIn("given");
        foreach (var path in new[] { "/test/home", "/me", "/me/tokens", "/api/who" }) Assert.Equal("/me/password", (await visitor.Get(path)).Location);
        await visitor.Post("/me/password", new { Old = AccessHouse.GoodPassword, Password = "欲把西湖比西子淡妆浓抹", Repeat = "欲把西湖比西子淡妆浓抹" });
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/test/home")).Status);
    }

    [Fact]
    public async Task The_code_is_asked_after_the_password_and_is_good_once()
    {
        await house.Person("coder", requiresCode: true);
        var visitor = await house.SignedIn("coder");
        Assert.Equal("/me/code", (await visitor.Get("/test/home")).Location);
        var page = await visitor.Get("/me/code");
        var secret = page.Html!.QuerySelector("code.big-code")!.TextContent.Replace(" ", "");
        Assert.Contains("验证码不对", (await visitor.Post("/me/code", new { Code = "000000" })).ErrorOf("Code"));
        var code = Totp.Of(secret);
        var set = await visitor.Post("/me/code", new { Code = code });
        var recovery = set.Html!.QuerySelectorAll("ul.codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/test/home")).Status);

        var again = house.Visitor();
        var half = await again.Post("/sign-in", new { UserName = "coder", Password = AccessHouse.GoodPassword });
        Assert.StartsWith("/sign-in/code", half.Location);
        Assert.StartsWith("/sign-in", (await again.Get("/me")).Location);
        Assert.Contains("验证码不对", (await again.Post("/sign-in/code", new { Code = code })).ErrorOf("Code"));
        Assert.Equal("/", (await again.Post("/sign-in/code", new { Code = recovery[0] })).Location);

        var third = house.Visitor();
        await third.Post("/sign-in", new { UserName = "coder", Password = AccessHouse.GoodPassword });
        Assert.Contains("验证码不对", (await third.Post("/sign-in/code", new { Code = recovery[0] })).ErrorOf("Code"));
        Assert.Equal("/", (await third.Post("/sign-in/code", new { Code = Totp.Of(secret, 1) })).Location);
        Assert.DoesNotContain(secret, await house.Bytes());
        Assert.DoesNotContain(recovery[1], await house.Bytes());
    }

    [Fact]
    public async Task A_known_password_buys_no_endless_guesses_at_the_code()
    {
        await house.Person("guessed");
        await house.Do(async s =>
        {
            var session = s.GetRequiredService<HalfSky.Platform.Data.Session>();
            await session.Write(async c =>
            {
                var identity = s.GetRequiredService<UserManager<Account>>();
                var account = (await identity.FindByNameAsync("guessed"))!;
                await identity.ResetAuthenticatorKeyAsync(account);
                account.TwoFactorEnabled = true;
            });
        });
        for (var i = 0; i < 5; i++)
        {
            var visitor = house.Visitor();
            Assert.StartsWith("/sign-in/code", (await visitor.Post("/sign-in", new { UserName = "guessed", Password = AccessHouse.GoodPassword })).Location);
            await visitor.Post("/sign-in/code", new { Code = "111111" });
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await house.Visitor().Post("/sign-in", new { UserName = "guessed", Password = AccessHouse.GoodPassword })).Status);
    }

    [Fact]
    public async Task The_database_holds_neither_cookie_nor_password()
    {
        await house.Person("bytes");
        var visitor = await house.SignedIn("bytes");
        var secret = visitor.Cookies["halfsky"]!.Value;
        var bytes = await house.Bytes();
        Assert.Contains(Secret.Hash(secret), bytes);
        Assert.DoesNotContain(secret, bytes);
        Assert.DoesNotContain(AccessHouse.GoodPassword, bytes);
    }
}
