using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Access.Pages.Door;

/// <summary>First run 首次使用: the first administrator and the root of the organisation.</summary>
[AllowAnonymous, SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class FirstRunPage(FirstRun firstRun, Session session, SignIn signIn, Passwords passwords, Clock clock) : AccessPage
{
    /// <summary>The code on the console.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Name of the root organisation.</summary>
    [BindProperty]
    public string? OrgName { get; set; }

    /// <summary>Name of the root place.</summary>
    [BindProperty]
    public string? PlaceName { get; set; }

    /// <summary>Code of the root place.</summary>
    [BindProperty]
    public string? PlaceCode { get; set; }

    /// <summary>The administrator's name.</summary>
    [BindProperty]
    public string? DisplayName { get; set; }

    /// <summary>The administrator's user name.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>The administrator's password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The same once more.</summary>
    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>Shows the form, while there is no account.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await firstRun.IsOpen(HttpContext.RequestServices, ct) ? Page() : NotFound();

    /// <summary>Makes the administrator and the root.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var services = HttpContext.RequestServices;
        if (!await firstRun.IsOpen(services, ct)) return NotFound();
        if (!firstRun.Fits(Code)) return Refused(AccessProblems.SetUpCode);
        try
        {
            await services.GetRequiredService<AccountDeeds>().CheckNames(UserName, DisplayName, ct);
        }
        catch (Refusal refusal)
        {
            return Refused([.. Missing(), .. refusal.Problems, .. WrongPassword()]);
        }
        if (Missing().Concat(WrongPassword()).ToList() is { Count: > 0 } wrong) return Refused(wrong);
        try
        {
            await session.Write(async c =>
            {
                var account = new Account(DisplayName!, UserName, clock.Now) { IsAdministrator = true };
                account.SetPassword(passwords.Hash(account, Password!), clock.Now);
                await firstRun.Plant(new(account, OrgName!.Trim(), PlaceName!.Trim(), Trimmed(PlaceCode)), services, c);
                signIn.Begin(HttpContext, account, SignInKind.Password, null);
            }, ct);
        }
        catch (Refusal refusal)
        {
            AccessCookies.Forget(HttpContext, AccessCookies.Session);
            return Refused(refusal.Problems);
        }
        return Redirect("/admin/recovery");
    }

    private IEnumerable<Problem> Missing()
    {
        if (string.IsNullOrWhiteSpace(OrgName)) yield return new("first-run.org", "请填妇联名称。", "OrgName");
        if (string.IsNullOrWhiteSpace(PlaceName)) yield return new("first-run.place", "请填地方名称。", "PlaceName");
        if (Trimmed(PlaceCode) is { } code && (code.Length is < 2 or > 12 || !code.All(char.IsAsciiDigit)))
            yield return new("first-run.place-code", "区划代码是 2 到 12 位数字；不知道就空着。", "PlaceCode");
    }

    private IEnumerable<Problem> WrongPassword()
    {
        if (Passwords.Check(Password, UserName, DisplayName) is { } problem) yield return problem;
        else if (Password != Repeat) yield return AccessProblems.PasswordRepeat;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
