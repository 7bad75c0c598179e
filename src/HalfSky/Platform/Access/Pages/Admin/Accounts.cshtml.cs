using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Admin;

/// <summary>Accounts 账号 of the people in one's organisations; all of them for who looks after the whole installation.</summary>
[Needs(AccessPermissions.Accounts, AccessPermissions.Invite)]
public sealed class AccountsPage(AppDb db, AccountRights rights, CurrentUser user, Clock clock) : AccessPage
{
    /// <summary>Most rows shown.</summary>
    public const int Most = 200;

    /// <summary>What can be shown.</summary>
    public static readonly (string Key, string Label)[] Filters =
        [("all", "全部"), ("active", "可用的"), ("phone", "用手机的"), ("never", "没登录过的"), ("admin", "管理员"), ("disabled", "已停用的")];

    /// <summary>Words sought.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Filter.</summary>
    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "all";

    /// <summary>How many she may see.</summary>
    public int Total { get; private set; }

    /// <summary>Rows shown.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>May make accounts with user names.</summary>
    public bool MayMake => user.May(AccessPermissions.Accounts);

    /// <summary>One account.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Posts">Her posts.</param>
    /// <param name="Locked">Resting after wrong answers.</param>
    /// <param name="LastSeen">Last sign-in, UTC.</param>
    public sealed record Row(Account Account, string Posts, bool Locked, DateTime? LastSeen);

    /// <summary>Wall time.</summary>
    public string At(DateTime utc) => clock.WallTimeOf(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();
        var posts = (await rights.People(null, ct)).ToLookup(h => h.Person);
        var all = await db.Set<Account>().AsNoTracking().ToListAsync(ct);
        var whole = rights.Scope.Contains(Branch.Root.Value);
        var mine = all.Where(a => whole || (a.PersonId is { } person && posts.Contains(person))).ToList();
        Total = mine.Count;
        var phones = Show == "phone"
            ? (await db.Set<BoundPhone>().Where(p => p.RevokedAt == null && p.ExpiresAt > clock.Now).Select(p => p.Account).ToListAsync(ct)).ToHashSet() : [];
        Rows = [.. mine
            .Select(a => new Row(a, PostsOf(posts, a), a.IsLocked(clock.Now), a.SignedInAt))
            .Where(r => Show switch
            {
                "active" => !r.Account.Disabled, "disabled" => r.Account.Disabled, "admin" => r.Account.IsAdministrator,
                "never" => r.LastSeen is null, "phone" => phones.Contains(r.Account.Id), _ => true,
            })
            .Where(r => Q is null || $"{r.Account.DisplayName} {r.Account.UserName} {r.Posts}".Contains(Q, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(r => r.LastSeen ?? DateTime.MinValue).ThenBy(r => r.Account.DisplayName, StringComparer.Ordinal).Take(Most)];
    }

    private static string PostsOf(ILookup<Guid, PostHolder> posts, Account account) =>
        account.PersonId is { } person ? string.Join("、", posts[person].Select(h => h.OrgName + h.Post)) : "";
}
