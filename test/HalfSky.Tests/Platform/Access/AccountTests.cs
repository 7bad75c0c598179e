using System.Net;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Access;

public sealed class AccountTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private const string NewPassword = "停车坐爱枫林晚霜叶红于";

    [Fact]
    public async Task An_account_outside_ones_organisations_is_not_there()
    {
        await house.Person("t-officer", "officer", AccessHouse.Town);
        var foreign = await house.Person("t-foreign", "exec", AccessHouse.OtherTown);
        var visitor = await house.SignedIn("t-officer");
        Assert.DoesNotContain("t-foreign", (await visitor.Get("/admin/accounts")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/admin/accounts/{foreign.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"/admin/accounts/{foreign.Id}?handler=Revoke", page: "/me")).Status);
    }

    [Fact]
    public async Task A_head_changes_no_administrator_and_makes_none()
    {
        await house.Person("h-head", "head", AccessHouse.Town);
        var chief = await house.Person("h-chief", "exec", AccessHouse.Village, administrator: true);
        var visitor = await house.SignedIn("h-head");
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/admin/accounts/{chief.Id}")).Status);
        foreach (var handler in new[] { "Password", "Disable", "Revoke", "Code" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"/admin/accounts/{chief.Id}?handler={handler}", page: "/me")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/admin/accounts/new", new { DisplayName = "无职人", UserName = "nopost", Administrator = true })).Status);
        var person = house.Post("有职人", AccessHouse.Village).Person;
        await visitor.Post("/admin/accounts/new", new { DisplayName = "有职人", UserName = "haspost", Administrator = true, Person = person });
        Assert.False((await house.Account("haspost")).IsAdministrator);
    }

    [Fact]
    public async Task A_new_account_chooses_its_own_password_by_a_printed_link()
    {
        await house.Person("n-admin", administrator: true);
        var visitor = await house.SignedIn("n-admin");
        Assert.Contains("已经有人用了", (await visitor.Post("/admin/accounts/new", new { DisplayName = "新人", UserName = "N-ADMIN" })).ErrorOf("UserName"));
        var sheet = await visitor.Post("/admin/accounts/new", new { DisplayName = "新人", UserName = "newcomer" });
        var link = new Uri(sheet.Html!.QuerySelector(".a4-link b")!.TextContent).AbsolutePath;
        var hers = house.Visitor();
        Assert.Contains("至少 10 个字符", (await hers.Post(link, new { Password = "short", Repeat = "short" })).ErrorOf("Password"));
        Assert.StartsWith("/sign-in", (await hers.Post(link, new { Password = NewPassword, Repeat = NewPassword })).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Get(link)).Status);
        Assert.Equal("/", (await hers.Post("/sign-in", new { UserName = "newcomer", Password = NewPassword })).Location);
        Assert.Contains("印了重设密码的单子", (await hers.Get("/me")).Text);
    }

    [Fact]
    public async Task A_stopped_account_is_out_at_once_and_everywhere()
    {
        await house.Person("s-admin", administrator: true);
        var gone = await house.Person("s-gone", "exec");
        var (visitor, hers) = (await house.SignedIn("s-admin"), await house.SignedIn("s-gone"));
        var token = (await hers.Post("/me/tokens", new { Label = "程序" })).Html!.QuerySelector("code.big-code")!.TextContent;
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post($"/admin/accounts/{gone.Id}?handler=Disable", page: $"/admin/accounts/{gone.Id}")).Status);
        Assert.StartsWith("/sign-in", (await hers.Get("/me")).Location);
        var program = house.Visitor();
        program.Raw.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Get("/api/who")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await house.Visitor().Post("/sign-in", new { UserName = "s-gone", Password = AccessHouse.GoodPassword })).Status);
        var verbs = await house.Do(s => s.GetRequiredService<AppDb>().Set<EventRow>().Where(e => e.Entry == gone.Id).Select(e => e.Verb).ToListAsync());
        Assert.Contains("disabled", verbs);
        Assert.Contains("all-revoked", verbs);
    }

    [Fact]
    public async Task One_does_not_stop_oneself()
    {
        var self = await house.Person("o-admin", administrator: true);
        var visitor = await house.SignedIn("o-admin");
        var answer = await visitor.Post($"/admin/accounts/{self.Id}?handler=Disable", page: $"/admin/accounts/{self.Id}");
        Assert.Contains(AccessProblems.Oneself.Text, answer.Text);
    }

    [Fact]
    public async Task Large_type_stays_with_the_browser_before_and_after_signing_in()
    {
        await house.Person("large1");
        var visitor = house.Visitor();
        Assert.Equal("/sign-in", (await visitor.Post("/large", new { on = true, returnUrl = "/sign-in" }, "/sign-in")).Location);
        Assert.Equal("large", (await visitor.Get("/sign-in")).Html!.DocumentElement.ClassName);
        await visitor.Post("/sign-in", new { UserName = "large1", Password = AccessHouse.GoodPassword });
        Assert.Equal("large", (await visitor.Get("/me")).Html!.DocumentElement.ClassName);
        Assert.Equal("/", (await visitor.Post("/large", new { on = false, returnUrl = "//evil" }, "/me")).Location);
        Assert.NotEqual("large", (await visitor.Get("/me")).Html!.DocumentElement.ClassName);
    }

    [Fact]
    public async Task The_command_line_makes_lists_and_stops()
    {
        await house.Person("c-admin", administrator: true);
        async Task<(int Code, string Text)> Run(Func<UserCommands, TextWriter, Task<int>> command)
        {
            using var output = new StringWriter();
            return (await house.Do(s => command(s.GetRequiredService<UserCommands>(), output)), output.ToString());
        }
        Assert.Equal(1, (await Run((c, o) => c.Add("x", "", false, false, o))).Code);
        var added = await Run((c, o) => c.Add("cli-user", "命令行", false, true, o));
        Assert.Contains("/i/", added.Text);
        Assert.Equal(1, (await Run((c, o) => c.Password("cli-user", "1234567890", o))).Code);
        Assert.Equal(0, (await Run((c, o) => c.Password("cli-user", NewPassword, o))).Code);
        Assert.True((await house.Account("cli-user")).MustChangePassword);
        Assert.Equal(1, (await Run((c, o) => c.Invite("cli-user", o))).Code);
        Assert.Equal(0, (await Run((c, o) => c.Disable("CLI-USER", o))).Code);
        Assert.Contains("已停用", (await Run((c, o) => c.List(o))).Text);
        Assert.Equal(1, (await Run((c, o) => c.Revoke("nobody", false, o))).Code);
    }

    [Fact]
    public async Task No_table_of_access_has_a_number_made_by_the_database_or_a_person_in_clear()
    {
        await house.Do(s =>
        {
            var model = s.GetRequiredService<AppDb>().Model;
            var mine = model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("HalfSky.Platform.Access", StringComparison.Ordinal)).ToList();
            Assert.Equal(["account", "api_token", "bound_device", "invitation", "sign_in_session"], mine.Select(e => e.GetTableName()).Order());
            Assert.DoesNotContain(model.GetEntityTypes(), e => e.ClrType.Namespace!.StartsWith("Microsoft", StringComparison.Ordinal));
            Assert.All(mine.SelectMany(e => e.GetProperties()), p =>
            {
                Assert.Equal(Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never, p.ValueGenerated);
                Assert.DoesNotContain(p.GetColumnName(), new[] { "email", "phone_number" });
                Assert.NotEqual(typeof(DateTimeOffset), p.GetProviderClrType() ?? p.GetValueConverter()?.ProviderClrType ?? p.ClrType);
            });
            return Task.CompletedTask;
        });
    }
}
