using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HalfSky.Platform.Access.Pages.Door;

/// <summary>Sign-in 登录 with user name and password.</summary>
[AllowAnonymous, SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class SignInPage(SignIn signIn, CurrentUser user) : AccessPage
{
    /// <summary>Where she wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>User name as typed.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>Password as typed; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>She was signed out for idleness.</summary>
    public bool Expired { get; private set; }

    /// <summary>She has just chosen a password.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Chosen { get; set; }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet()
    {
        if (user.IsSignedIn) return Redirect(LocalUrl.OrHome(ReturnUrl));
        Expired = AccessCookies.Read(HttpContext, AccessCookies.Session) is not null;
        return Page();
    }

    /// <summary>Judges name and password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await signIn.WithPassword(HttpContext, UserName, Password, ct) switch
        {
            SignInAnswer.SignedIn => Redirect(LocalUrl.OrHome(ReturnUrl)),
            SignInAnswer.NeedsCode => RedirectToPage("Code", new { ReturnUrl = LocalUrl.OrHome(ReturnUrl) }),
            _ => Refused(AccessProblems.WrongPassword),
        };
}
