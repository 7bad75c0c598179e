using System.Net;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Access;

public sealed class FirstRunTests : IAsyncLifetime
{
    private readonly AccessHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Before_the_first_account_every_page_leads_to_the_form()
    {
        foreach (var path in new[] { "/test/home", "/sign-in", "/pin", "/me", "/admin/accounts", "/i/ABC" }) Assert.Equal("/first-run", (await house.Visitor().Get(path)).Location);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await house.Visitor().Get("/api/who")).Status);
    }

    [Fact]
    public async Task Without_the_code_on_the_console_nobody_claims_the_installation()
    {
        var answer = await house.Visitor().Post("/first-run", Form("ABCD-EFGH-JKMN"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("安装码不对", answer.ErrorOf("Code"));
        Assert.Equal(0, await Accounts());
    }

    [Fact]
    public async Task What_was_typed_stays_and_each_error_stands_beside_its_field()
    {
        var answer = await house.Visitor().Post("/first-run", new
        {
            Code = await Code(), OrgName = "青禾县妇联", PlaceName = "", PlaceCode = "99x", DisplayName = "林晓禾", UserName = "l", Password = "short", Repeat = "short",
        });
        Assert.Equal("青禾县妇联", answer.ValueOf("OrgName"));
        Assert.Equal("99x", answer.ValueOf("PlaceCode"));
        Assert.Equal("林晓禾", answer.ValueOf("DisplayName"));
        Assert.Empty(answer.ValueOf("Password")!);
        foreach (var field in new[] { "PlaceName", "PlaceCode", "UserName", "Password" }) Assert.NotNull(answer.ErrorOf(field));
        Assert.Null(answer.ErrorOf("OrgName"));
    }

    [Fact]
    public async Task What_refuses_to_be_planted_leaves_nothing_behind()
    {
        house.Services.GetRequiredService<FirstRun>().Planted.Add((_, _, _) => throw new Refusal(new Problem("place.bad", "区划代码不对。", "PlaceCode")));
        var visitor = house.Visitor();
        var answer = await visitor.Post("/first-run", Form(await Code()));
        Assert.Contains("区划代码不对", answer.ErrorOf("PlaceCode"));
        Assert.Equal(0, await Accounts());
        Assert.Equal("/first-run", (await visitor.Get("/me")).Location);
    }

    [Fact]
    public async Task The_first_administrator_is_made_once_with_all_that_is_planted_and_gets_a_recovery_sheet()
    {
        FirstRunAnswer? planted = null;
        house.Services.GetRequiredService<FirstRun>().Planted.Add((answer, _, _) => { planted = answer; return Task.CompletedTask; });
        var code = await Code();
        var visitor = house.Visitor();
        Assert.Equal("/admin/recovery", (await visitor.Post("/first-run", Form(code))).Location);
        Assert.Equal(("青禾县妇联", "青禾县", "990101"), (planted!.OrgName, planted.PlaceName, planted.PlaceCode));

        Assert.Contains("还没有打印", (await visitor.Get("/admin/recovery")).Text);
        var sheet = await visitor.Post("/admin/recovery");
        var recovery = sheet.Html!.QuerySelector(".recovery-code")!.TextContent;
        Assert.Equal(29, recovery.Length);
        Assert.Equal("no-store", sheet.Message.Headers.CacheControl!.ToString());
        Assert.DoesNotContain(recovery, (await visitor.Get("/admin/recovery")).Text);
        Assert.True(house.Services.GetRequiredService<Vault>().HasRecoveryCode);

        Assert.Equal(HttpStatusCode.NotFound, (await house.Visitor().Get("/first-run")).Status);
        Assert.Null(await house.Do(s => house.Services.GetRequiredService<FirstRun>().CodeToPrint(s)));
        Assert.Equal(1, await Accounts());
    }

    private static object Form(string code) => new
    {
        Code = code, OrgName = "青禾县妇联", PlaceName = "青禾县", PlaceCode = "990101", DisplayName = "林晓禾", UserName = "linxiaohe",
        Password = AccessHouse.GoodPassword + "还有几个字", Repeat = AccessHouse.GoodPassword + "还有几个字",
    };

    private async Task<string> Code() => (await house.Do(s => house.Services.GetRequiredService<FirstRun>().CodeToPrint(s)))!;

    private Task<int> Accounts() => house.Do(s => s.GetRequiredService<AppDb>().Set<Account>().CountAsync());
}
