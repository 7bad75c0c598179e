using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HalfSky.Platform.Access.Pages.Admin;

/// <summary>One account: posts, sessions, phones, and what can be done to it.</summary>
[Needs(AccessPermissions.Accounts, AccessPermissions.Invite), SealedPage]
public sealed class OneAccountPage(AccountRights rights, AccountDeeds deeds, AppDb db, CurrentUser user, Clock clock) : AccessPage
{
    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>Her posts with names.</summary>
    public IReadOnlyList<PostHolder> Posts { get; private set; } = [];

    /// <summary>Sessions that still hold.</summary>
    public IReadOnlyList<SignInSession> Open { get; private set; } = [];

    /// <summary>Phones not taken back.</summary>
    public IReadOnlyList<BoundPhone> Phones { get; private set; } = [];

    /// <summary>The sheet with the one-time link, after a reset.</summary>
    public PrintedInvitation? Printed { get; private set; }

    /// <summary>She may do something to this account.</summary>
    public bool MayChange { get; private set; }

    /// <summary>She may reset passwords and stop it, not only invite.</summary>
    public bool MayManage => MayChange && user.May(AccessPermissions.Accounts);

    /// <summary>Resting after wrong answers.</summary>
    public bool Locked => Account.IsLocked(clock.Now);

    /// <summary>Where the link leads.</summary>
    public string Address => SiteAddress.Of(HttpContext, HttpContext.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value);

    /// <summary>Wall time.</summary>
    public string At(DateTime utc) => clock.WallTimeOf(utc).ToString("M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Before every handler: outside her organisations there is no such account, and who reaches further is not hers to change.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (!Guid.TryParse(RouteData.Values["id"]?.ToString(), out var id) || await rights.Find(id, ct) is not { } account)
        {
            context.Result = NotFound();
            return;
        }
        Account = account;
        MayChange = await rights.Outranks(account, ct);
        var manages = context.HandlerMethod?.Name is "Password" or "Code" or "Require" or "Disable" or "Enable";
        var changes = context.HandlerMethod?.HttpMethod is not "Get";
        if (changes && (!MayChange || (manages && !MayManage))) context.Result = NotFound();
        else await next();
    }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Account.PersonId is { } person) Posts = await rights.PostsWithNames(person, ct);
        var rows = await db.Set<SignInSession>().AsNoTracking()
            .Where(s => s.Account == Account.Id && s.RevokedAt == null && s.Stamp == Account.SecurityStamp && s.ExpiresAt > clock.Now)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
        Open = [.. rows.Where(s => s.IsLive(clock.Now))];
        Phones = await db.Set<BoundPhone>().AsNoTracking()
            .Where(p => p.Account == Account.Id && p.RevokedAt == null && p.ExpiresAt > clock.Now).OrderByDescending(p => p.LastUsedAt).ToListAsync(ct);
    }

    /// <summary>Prints a one-time link for a new password.</summary>
    public Task<IActionResult> OnPostPasswordAsync(CancellationToken ct) => Do(async () =>
        Printed = await HttpContext.RequestServices.GetRequiredService<Invitations>().ForPassword(Account.Id, ct), ct);

    /// <summary>Takes the authenticator app away.</summary>
    public Task<IActionResult> OnPostCodeAsync(CancellationToken ct) => Do(() => deeds.ForgetCode(Account.Id, ct), ct);

    /// <summary>Asks for codes from now on, or no longer.</summary>
    public Task<IActionResult> OnPostRequireAsync(bool required, CancellationToken ct) => Do(() => deeds.RequireCode(Account.Id, required, ct), ct);

    /// <summary>Ends sessions, phones, tokens and links.</summary>
    public Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) => Do(() => deeds.EndAll(Account.Id, null, phonesToo: true, ct), ct);

    /// <summary>Takes one phone back.</summary>
    public async Task<IActionResult> OnPostPhoneAsync([FromForm(Name = "id")] Guid phone, CancellationToken ct) =>
        await db.Set<BoundPhone>().AnyAsync(p => p.Id == phone && p.Account == Account.Id, ct)
            ? await Do(() => HttpContext.RequestServices.GetRequiredService<PhoneDoor>().Revoke(phone, ct), ct)
            : NotFound();

    /// <summary>Stops the account.</summary>
    public Task<IActionResult> OnPostDisableAsync(CancellationToken ct) => Do(() => deeds.Disable(Account.Id, ct), ct);

    /// <summary>Lets it in again.</summary>
    public Task<IActionResult> OnPostEnableAsync(CancellationToken ct) => Do(() => deeds.Enable(Account.Id, ct), ct);

    private async Task<IActionResult> Do(Func<Task> deed, CancellationToken ct)
    {
        try
        {
            await deed();
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(ct);
            return Refused(refusal.Problems);
        }
        if (Printed is not null) return Page();
        Toast = "办好了。";
        return RedirectToPage(new { id = Account.Id });
    }
}
