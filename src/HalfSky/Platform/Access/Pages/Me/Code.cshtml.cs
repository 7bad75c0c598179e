using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Sets up the authenticator app 一次性验证码.</summary>
[SignedIn(BeforeDuties = true), SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class CodeSetUpPage(CurrentUserSource source, Session session, UserManager<Account> identity, SignIn signIn, AccessLog log) : AccessPage
{
    private const int RecoveryCodes = 10;
    private const string Issuer = "HalfSky";
    private string? key;

    /// <summary>Code as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Password as typed, before a change.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Her account.</summary>
    public Account Account { get; private set; } = source.Account!;

    /// <summary>Recovery codes, shown once.</summary>
    public IReadOnlyList<string> NewRecoveryCodes { get; private set; } = [];

    /// <summary>How many she has left.</summary>
    public int CodesLeft => (Account.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>What the app scans.</summary>
    public string Link => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(Account.UserName ?? "")}?secret={key}&issuer={Issuer}&digits=6";

    /// <summary>The same to be typed.</summary>
    public string Typed => string.Join(' ', (key ?? "").Chunk(4).Select(c => new string(c)));

    /// <summary>Shows the picture, or that all is set.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Offer(ct);

    /// <summary>Switches it on once the app's code is right.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Account.PasswordHash is null || Account.HasCode || source.Session is null) return NotFound();
        var codes = await session.Write(async c =>
        {
            var row = await Row(c);
            if (row.HasCode || row.CodeSecret is null || !await signIn.CodeFits(row, Code)) return null;
            row.TwoFactorEnabled = true;
            row.EndSessions();
            await KeepThisSession(row, c);
            log.Add("code-set", row.Id);
            return await Renewed(row);
        }, ct);
        if (codes is null)
        {
            await Offer(ct);
            return Refused(AccessProblems.WrongCode);
        }
        NewRecoveryCodes = codes;
        return Page();
    }

    /// <summary>Gives ten new recovery codes.</summary>
    public Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => Change(async (row, _) =>
    {
        log.Add("recovery-codes", row.Id);
        NewRecoveryCodes = await Renewed(row);
    }, ct);

    /// <summary>Switches it off.</summary>
    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => Change((row, _) =>
    {
        if (row.RequiresCode) throw new Refusal(AccessProblems.NotFound);
        row.ForgetCode();
        log.Add("code-removed", row.Id);
        return Task.CompletedTask;
    }, ct);

    private async Task<IActionResult> Change(Func<Account, CancellationToken, Task> change, CancellationToken ct)
    {
        if (!Account.HasCode || source.Session is null) return NotFound();
        var fits = HttpContext.RequestServices.GetRequiredService<Passwords>().Fits(Account, Password);
        var clock = HttpContext.RequestServices.GetRequiredService<Clock>();
        var done = await session.Write(async c =>
        {
            var row = await Row(c);
            if (row.IsLocked(clock.Now)) return false;
            if (!fits) row.Fail(clock.Now);
            else await change(row, c);
            return fits;
        }, ct);
        if (!done) return Refused(AccessProblems.PasswordOld.At("Password"));
        if (NewRecoveryCodes.Count > 0) return Page();
        Toast = "验证码已关。";
        return RedirectToPage();
    }

    // The secret is made when the page is first seen and stays until it is confirmed, so that a reload does not void a scanned one.
    private async Task Offer(CancellationToken ct)
    {
        if (Account.PasswordHash is null || Account.HasCode) return;
        await session.Write(async c =>
        {
            var row = await Row(c);
            if (row.CodeSecret is null) await identity.ResetAuthenticatorKeyAsync(row);
            key = await identity.GetAuthenticatorKeyAsync(row);
        }, ct);
    }

    private async Task<IReadOnlyList<string>> Renewed(Account row) =>
        [.. (await identity.GenerateNewTwoFactorRecoveryCodesAsync(row, RecoveryCodes))!];

    private async Task KeepThisSession(Account row, CancellationToken ct) =>
        (await session.Db.Set<SignInSession>().FirstAsync(s => s.Id == source.Session!.Id, ct)).Stamp = row.SecurityStamp!;

    private Task<Account> Row(CancellationToken ct) => session.Db.Set<Account>().FirstAsync(a => a.Id == Account.Id, ct);
}
