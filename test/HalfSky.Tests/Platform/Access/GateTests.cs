using System.Net;
using System.Net.Http.Json;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Tests.Platform.Access;

public sealed class GateTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly string[] Mine = ["/me", "/me/password", "/me/code", "/me/sessions", "/me/tokens"];

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        var pages = typeof(AppDb).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        Assert.True(pages.Count >= 16);
        Assert.Empty(pages.Where(p => new[] { typeof(NeedsAttribute), typeof(SignedInAttribute), typeof(AllowAnonymousAttribute) }.Count(a => p.IsDefined(a, true)) != 1).Select(p => p.FullName));
    }

    // Written by hand: what each sees on each page. 0 door, 2 page, 4 not there.
    [Theory]
    [InlineData("/me", 0, 2, 2, 2)]
    [InlineData("/me/sessions", 0, 2, 2, 2)]
    [InlineData("/me/tokens", 0, 2, 2, 2)]
    [InlineData("/admin/accounts", 0, 4, 2, 2)]
    [InlineData("/admin/accounts/new", 0, 4, 4, 2)]
    [InlineData("/admin/invite", 0, 4, 2, 2)]
    [InlineData("/admin/recovery", 0, 4, 4, 2)]
    [InlineData("/admin/accounts/01900000-0000-7000-8000-000000000000", 0, 4, 4, 4)]
    [InlineData("/admin/accounts/nonsense", 4, 4, 4, 4)]
    [InlineData("/first-run", 4, 4, 4, 4)]
    public async Task Each_sees_what_is_hers(string path, int stranger, int exec, int officer, int administrator)
    {
        foreach (var (name, role, expected) in new[] { ("gate-exec", "exec", exec), ("gate-officer", "officer", officer), ("gate-admin", (string?)null, administrator) })
        {
            if (!await Exists(name)) await house.Person(name, role, AccessHouse.Town, administrator: role is null);
            Assert.Equal((name, expected), (name, Kind(await (await house.SignedIn(name)).Get(path))));
        }
        Assert.Equal(stranger, Kind(await house.Visitor().Get(path)));
    }

    [Fact]
    public async Task An_endpoint_of_the_interface_that_says_nothing_is_shut()
    {
        await house.Person("any1", "exec");
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedIn("any1")).Get("/api/undeclared")).Status);
    }

    [Fact]
    public async Task A_program_without_a_token_is_told_so_in_its_own_format()
    {
        await house.Person("any2");
        foreach (var header in new[] { null, "Bearer hs_nonsense", "Bearer ", "Basic abc" })
        {
            var client = house.Visitor().Raw;
            if (header is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
            var answer = await client.GetAsync("/api/who");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("access.sign-in", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_token_writes_without_a_form_and_opens_no_page()
    {
        await house.Person("programmer", "exec");
        var visitor = await house.SignedIn("programmer");
        Assert.Contains("给哪个程序用", (await visitor.Post("/me/tokens", new { Label = " " })).ErrorOf("Label"));
        var made = await visitor.Post("/me/tokens", new { Label = "数据局", Days = 30 });
        var token = made.Html!.QuerySelector("code.big-code")!.TextContent;
        Assert.StartsWith("hs_", token);
        Assert.DoesNotContain(token, await house.Bytes());
        var program = house.Visitor();
        program.Raw.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        Assert.Contains("\"may\":true", (await program.Get("/api/who")).Text);
        Assert.Equal(HttpStatusCode.OK, (await program.Raw.PostAsJsonAsync("/api/visits", new { })).StatusCode);
        Assert.StartsWith("/sign-in", (await program.Get("/me")).Location);

        house.Time.Move(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Get("/api/who")).Status);
    }

    [Fact]
    public async Task A_cookie_alone_writes_nothing()
    {
        await house.Person("forged", "exec");
        var visitor = await house.SignedIn("forged");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Raw.PostAsJsonAsync("/api/visits", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Raw.PostAsync("/sign-out", null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Raw.PostAsync("/me/sessions?handler=Others", null)).StatusCode);
        var page = await visitor.Get("/me");
        var token = page.Html!.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        visitor.Raw.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Raw.PostAsJsonAsync("/api/visits", new { })).StatusCode);
    }

    [Fact]
    public async Task A_right_that_is_missing_looks_like_a_page_that_is_missing()
    {
        await house.Person("postless");
        var visitor = await house.SignedIn("postless");
        visitor.Raw.DefaultRequestHeaders.Add("RequestVerificationToken", (await visitor.Get("/me")).Html!.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Raw.PostAsJsonAsync("/api/visits", new { })).StatusCode);
    }

    [Fact]
    public async Task Htmx_is_told_in_its_own_words()
    {
        await house.Person("htmx");
        var visitor = house.Visitor();
        visitor.Raw.DefaultRequestHeaders.Add("HX-Request", "true");
        var answer = await visitor.Get("/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("/sign-in", answer.Message.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_and_no_page_anything_inline()
    {
        await house.Person("header-admin", administrator: true);
        var visitor = await house.SignedIn("header-admin");
        foreach (var (who, path) in new[] { (house.Visitor(), "/sign-in") }.Concat(Mine.Concat(["/admin/accounts", "/admin/accounts/new", "/admin/invite", "/admin/recovery"]).Select(p => (visitor, p))))
        {
            var answer = await who.Get(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var policy = answer.Message.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Equal("nosniff", answer.Message.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Empty(answer.Html!.QuerySelectorAll("[style], script:not([src]), style"));
            Assert.DoesNotContain(answer.Html!.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.Contains(answer.Message.Headers.CacheControl!.ToString(), new[] { "no-store", "no-cache, private" });
        }
        Assert.Equal("no-cache, private", (await visitor.Get("/me")).Message.Headers.CacheControl!.ToString());
        Assert.Equal("no-store", (await visitor.Get("/me/tokens")).Message.Headers.CacheControl!.ToString());
        Assert.False((await visitor.Get("/me")).Message.Headers.Contains("Strict-Transport-Security"));
        Assert.True((await house.Visitor("https").Get("/sign-in")).Message.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Knocking_too_often_is_answered_with_a_pause()
    {
        await using var strict = new AccessHouse { KnocksAMinute = 4 };
        await strict.InitializeAsync();
        await strict.Person("knock");
        var visitor = strict.Visitor();
        for (var i = 0; i < 4; i++) await visitor.Post("/sign-in", new { UserName = "knock", Password = "x" });
        var answer = await visitor.Post("/sign-in", new { UserName = "knock", Password = AccessHouse.GoodPassword });
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains("试得太快了", answer.Text);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Get("/i/GUESSEDCODE2")).Status);
    }

    private async Task<bool> Exists(string name)
    {
        try
        {
            await house.Account(name);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static int Kind(Answer answer) => answer.Status switch
    {
        HttpStatusCode.OK => 2, HttpStatusCode.NotFound => 4, HttpStatusCode.Redirect when answer.Location!.StartsWith("/sign-in", StringComparison.Ordinal) => 0, _ => -1,
    };
}
