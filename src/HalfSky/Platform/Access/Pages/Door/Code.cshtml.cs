using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HalfSky.Platform.Access.Pages.Door;

/// <summary>The one-time code 验证码 after the password.</summary>
[AllowAnonymous, SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class CodePage(SignIn signIn) : AccessPage
{
    /// <summary>Where she wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Code as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Shows the form, or begins again.</summary>
    public IActionResult OnGet() => signIn.IsHalfway(HttpContext) ? Page() : RedirectToPage("SignIn", new { ReturnUrl });

    /// <summary>Judges the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await signIn.WithCode(HttpContext, Code, ct) switch
    {
        true => Redirect(LocalUrl.OrHome(ReturnUrl)),
        false => Refused(AccessProblems.WrongCode),
        null => Refused(AccessProblems.TooLate),
    };
}
