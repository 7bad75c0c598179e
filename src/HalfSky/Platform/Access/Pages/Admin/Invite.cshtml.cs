using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Data;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HalfSky.Platform.Access.Pages.Admin;

/// <summary>Prints QR invitations 邀请执委 for people with posts in one's organisations, one or all of them at once.</summary>
[Needs(AccessPermissions.Invite), SealedPage]
public sealed class InvitePage(AccountRights rights, Invitations invitations, AppDb db, Clock clock, IOptions<AccessOptions> options) : AccessPage
{
    /// <summary>Words sought.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Show also who has a bound phone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Who was chosen; preset from the account page.</summary>
    [BindProperty(SupportsGet = true)]
    public IReadOnlyList<Guid> People { get; set; } = [];

    /// <summary>Rows shown.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>How many are not shown because they need nothing.</summary>
    public int Hidden { get; private set; }

    /// <summary>The sheets, after printing.</summary>
    public IReadOnlyList<PrintedInvitation> Printed { get; private set; } = [];

    /// <summary>Where the links lead.</summary>
    public string Address => SiteAddress.Of(HttpContext, options.Value);

    /// <summary>One person.</summary>
    /// <param name="Holder">Person and post.</param>
    /// <param name="Bound">Has a bound phone.</param>
    /// <param name="Waiting">Has an unused sheet.</param>
    /// <param name="Why">Why she cannot be invited; absent when she can.</param>
    public sealed record Row(PostHolder Holder, bool Bound, bool Waiting, string? Why);

    /// <summary>Shows who can be invited.</summary>
    public Task OnGetAsync(CancellationToken ct) => Find(ct);

    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnPostAsync(bool everyone, CancellationToken ct)
    {
        await Find(ct);
        var chosen = Rows.Where(r => r.Why is null && (everyone || People.Contains(r.Holder.Person))).Select(r => r.Holder).ToList();
        if (chosen.Count == 0) return Refused(AccessProblems.NobodyChosen);
        try
        {
            Printed = await invitations.ForPhones(chosen, ct);
            return Page();
        }
        catch (Refusal refusal)
        {
            return Refused(refusal.Problems);
        }
    }

    private async Task Find(CancellationToken ct)
    {
        var holders = await rights.Invitable(string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(), ct);
        var accounts = (await db.Set<Account>().AsNoTracking().Where(a => a.PersonId != null).ToListAsync(ct)).ToLookup(a => a.PersonId!.Value);
        var bound = (await db.Set<BoundPhone>().Where(p => p.RevokedAt == null && p.LockedAt == null && p.ExpiresAt > clock.Now).Select(p => p.Account).ToListAsync(ct)).ToHashSet();
        var waiting = (await db.Set<Invitation>().Where(i => i.Kind == InvitationKind.Phone && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > clock.Now)
            .Select(i => i.Account).ToListAsync(ct)).ToHashSet();
        var rows = holders.DistinctBy(h => h.Person).Select(h =>
        {
            var account = accounts[h.Person].FirstOrDefault();
            return new Row(h, account is not null && bound.Contains(account.Id), account is not null && waiting.Contains(account.Id), Why(account));
        }).ToList();
        Rows = All ? rows : [.. rows.Where(r => !r.Bound || People.Contains(r.Holder.Person))];
        Hidden = rows.Count - Rows.Count;
    }

    private static string? Why(Account? account) =>
        account is null ? null : account.Disabled ? "账号已停用" : account.IsBarredFromPhones ? "用密码和验证码登录" : null;
}
