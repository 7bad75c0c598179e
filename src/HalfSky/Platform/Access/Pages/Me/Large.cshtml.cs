using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Switches large type 大字 on or off, also before signing in and without script.</summary>
[AllowAnonymous]
public sealed class LargePage : AccessPage
{
    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Switches.</summary>
    public IActionResult OnPost(bool on, string? returnUrl)
    {
        LargeText.Remember(HttpContext, on);
        return Redirect(LocalUrl.OrHome(returnUrl));
    }
}
