using HalfSky.Kernel;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Changes one's password 改密码.</summary>
[SignedIn(BeforeDuties = true), SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class PasswordPage(CurrentUserSource source, Session session, Passwords passwords, AccountDeeds deeds, Clock clock) : AccessPage
{
    /// <summary>Present password as typed.</summary>
    [BindProperty]
    public string? Old { get; set; }

    /// <summary>New password as typed.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The same once more.</summary>
    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>She may do nothing else before.</summary>
    public bool Owed => source.Account!.MustChangePassword;

    /// <summary>She has a password at all.</summary>
    public bool HasPassword => source.Account!.PasswordHash is not null;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = source.Account!;
        if (!HasPassword || source.Session is null) return NotFound();
        // An unattended browser must not be a way to try passwords out.
        var fits = passwords.Fits(account, Old);
        var allowed = await session.Write(async c =>
        {
            var row = await session.Db.Set<Account>().FirstAsync(a => a.Id == account.Id, c);
            if (row.IsLocked(clock.Now)) return false;
            if (!fits) row.Fail(clock.Now);
            return fits;
        }, ct);
        if (!allowed) return Refused(AccessProblems.PasswordOld);
        if (Passwords.Check(Password, Repeat, account) is { } problem) return Refused(problem);
        if (Password == Old) return Refused(AccessProblems.PasswordSame);
        await deeds.ChoosePassword(account.Id, Password!, source.Session.Id, ct);
        Toast = "密码改好了，别处登录着的都已退出。";
        return Redirect("/me");
    }
}
