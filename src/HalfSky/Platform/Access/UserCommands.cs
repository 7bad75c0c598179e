using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access;

/// <summary>The command line's <c>user …</c>: for whoever has the machine itself, so no right is asked for. Each method answers an exit code.</summary>
public sealed class UserCommands(Session session, AccountDeeds deeds, Invitations invitations, Clock clock)
{
    private const int Done = 0, Refused = 1;

    /// <summary><c>user list</c>.</summary>
    public async Task<int> List(TextWriter output, CancellationToken ct = default)
    {
        var all = await session.Db.Set<Account>().AsNoTracking().OrderBy(a => a.NormalizedUserName).ThenBy(a => a.CreatedAt).ToListAsync(ct);
        if (all.Count == 0) await output.WriteLineAsync("还没有账号。先启动 halfsky serve，用窗口里的安装码建第一个管理员。");
        foreach (var a in all)
        {
            var marks = new[] { a.IsAdministrator ? "管理员" : null, a.HasCode ? "验证码" : a.RequiresCode ? "待设验证码" : null, a.Disabled ? "已停用" : null, a.IsLocked(clock.Now) ? "锁定中" : null };
            await output.WriteLineAsync($"{a.Id}  {a.CalledName,-20}  {a.DisplayName}  {string.Join(' ', marks.OfType<string>())}".TrimEnd());
        }
        return Done;
    }

    /// <summary><c>user add NAME --display 姓名 [--administrator] [--code]</c>: prints the one-time link where she chooses her password.</summary>
    public Task<int> Add(string userName, string displayName, bool administrator, bool requiresCode, TextWriter output, CancellationToken ct = default) =>
        Try(output, async () =>
        {
            var account = await deeds.Make(new(userName, displayName, administrator, requiresCode), ct);
            await PrintLink(await invitations.Unasked(account.Id, InvitationKind.Password, ct), output);
        });

    /// <summary>
    /// <c>user password NAME</c>: prints a one-time link; with a password from standard input sets it, to be changed at first use.
    /// </summary>
    public Task<int> Password(string userName, string? password, TextWriter output, CancellationToken ct = default) => Try(output, async () =>
    {
        var account = await Find(userName, ct);
        if (password is null)
        {
            await PrintLink(await invitations.Unasked(account.Id, InvitationKind.Password, ct), output);
            return;
        }
        if (Passwords.Check(password, account.UserName, account.DisplayName) is { } problem) throw new Refusal(problem);
        await deeds.GivePassword(account.Id, password, ct);
        await output.WriteLineAsync($"{account.DisplayName} 的密码已设好，第一次登录要先改掉。");
    });

    /// <summary><c>user disable NAME</c>.</summary>
    public Task<int> Disable(string userName, TextWriter output, CancellationToken ct = default) => Try(output, async () =>
    {
        var account = await Find(userName, ct);
        await deeds.Disable(account.Id, ct);
        await output.WriteLineAsync($"{account.DisplayName} 已停用，登录、手机和令牌都已收回。");
    });

    /// <summary><c>user enable NAME</c>.</summary>
    public Task<int> Enable(string userName, TextWriter output, CancellationToken ct = default) => Try(output, async () =>
    {
        var account = await Find(userName, ct);
        await deeds.Enable(account.Id, ct);
        await output.WriteLineAsync($"{account.DisplayName} 已恢复。");
    });

    /// <summary><c>user revoke NAME [--code]</c>: ends sessions, phones, tokens, links; with the option also the authenticator app.</summary>
    public Task<int> Revoke(string userName, bool codeToo, TextWriter output, CancellationToken ct = default) => Try(output, async () =>
    {
        var account = await Find(userName, ct);
        await deeds.EndAll(account.Id, null, true, ct);
        if (codeToo) await deeds.ForgetCode(account.Id, ct);
        await output.WriteLineAsync($"{account.DisplayName} 的登录、手机和令牌都已收回。");
    });

    /// <summary><c>user invite NAME</c>: prints the link that binds a phone.</summary>
    public Task<int> Invite(string userName, TextWriter output, CancellationToken ct = default) => Try(output, async () =>
    {
        var account = await Find(userName, ct);
        if (account.IsBarredFromPhones) throw new Refusal(AccessProblems.InvitationCode);
        await PrintLink(await invitations.Unasked(account.Id, InvitationKind.Phone, ct), output);
    });

    private async Task<Account> Find(string name, CancellationToken ct)
    {
        var all = session.Db.Set<Account>().AsNoTracking();
        return (Guid.TryParse(name, CultureInfo.InvariantCulture, out var id)
                ? await all.FirstOrDefaultAsync(a => a.Id == id, ct)
                : await all.FirstOrDefaultAsync(a => a.NormalizedUserName == Account.Normalize(name), ct))
            ?? throw new Refusal(AccessProblems.NoSuchUser);
    }

    private static async Task PrintLink(PrintedInvitation printed, TextWriter output)
    {
        var what = printed.Kind is InvitationKind.Phone ? "绑定手机" : "设密码";
        await output.WriteLineAsync($"请{printed.Name}在 7 天内打开这个链接{what}，只能用一次：");
        await output.WriteLineAsync($"<网址>{printed.Path}");
    }

    private static async Task<int> Try(TextWriter output, Func<Task> work)
    {
        try
        {
            await work();
            return Done;
        }
        catch (Refusal refusal)
        {
            foreach (var problem in refusal.Problems) await output.WriteLineAsync(problem.Text);
            return Refused;
        }
    }
}
