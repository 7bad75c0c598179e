using System.CommandLine;
using HalfSky.Platform.Access;

namespace HalfSky.Host;

internal static partial class Commands
{
    private static Command User() => new("user", "账号")
    {
        Subcommands =
        {
            Account("list", "列出账号", null, (users, parsed, _, ct) => users.List(Out(parsed), ct)),
            AddUser(),
            PasswordOf(),
            Account("disable", "停用账号，登录、手机、令牌都收回", Name(), (users, parsed, name, ct) => users.Disable(name, Out(parsed), ct)),
            Account("enable", "恢复账号", Name(), (users, parsed, name, ct) => users.Enable(name, Out(parsed), ct)),
            RevokeOf(),
            Account("invite", "打印绑定手机的链接", Name(), (users, parsed, name, ct) => users.Invite(name, Out(parsed), ct)),
        },
    };

    private static Command AddUser()
    {
        var display = new Option<string>("--display") { Description = "姓名", Required = true };
        var administrator = new Option<bool>("--administrator") { Description = "管理员" };
        var code = new Option<bool>("--require-code") { Description = "登录要一次性验证码" };
        var command = Account("add", "新建账号，打印设密码的链接", Name(), (users, parsed, name, ct) =>
            users.Add(name, parsed.GetValue(display)!, parsed.GetValue(administrator), parsed.GetValue(code), Out(parsed), ct));
        command.Options.Add(display);
        command.Options.Add(administrator);
        command.Options.Add(code);
        return command;
    }

    private static Command PasswordOf()
    {
        var input = new Option<bool>("--stdin") { Description = "从标准输入读密码，第一次登录要改；不写则打印设密码的链接" };
        var command = Account("password", "重设密码", Name(), async (users, parsed, name, ct) =>
            await users.Password(name, parsed.GetValue(input) ? await Console.In.ReadLineAsync(ct) ?? "" : null, Out(parsed), ct));
        command.Options.Add(input);
        return command;
    }

    private static Command RevokeOf()
    {
        var code = new Option<bool>("--code") { Description = "验证器也收回" };
        var command = Account("revoke", "收回登录、手机和令牌", Name(), (users, parsed, name, ct) => users.Revoke(name, parsed.GetValue(code), Out(parsed), ct));
        command.Options.Add(code);
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "用户名，或账号编号" };

    private static Command Account(string verb, string text, Argument<string>? name, Func<UserCommands, ParseResult, string, CancellationToken, Task<int>> act)
    {
        var command = new Command(verb, text);
        if (name is not null) command.Arguments.Add(name);
        command.SetAction(async (parsed, ct) =>
        {
            await using var place = await Open(parsed, ct);
            return await act(place.Of<UserCommands>(), parsed, name is null ? "" : parsed.GetValue(name)!, ct);
        });
        return command;
    }
}
