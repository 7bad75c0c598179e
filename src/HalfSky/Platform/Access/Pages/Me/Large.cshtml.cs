using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Switches large type 大字 on or off, also before signing in.</summary>
[AllowAnonymous]
public sealed class LargePage(Session session, CurrentUser user) : AccessPage
{
    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Switches.</summary>
    public async Task<IActionResult> OnPostAsync(bool on, string? returnUrl, CancellationToken ct)
    {
        if (user.IsSignedIn)
            await session.Write(async c => (await session.Db.Set<Account>().FirstAsync(a => a.Id == user.Account, c)).LargeText = on, ct);
        LargeText.Remember(HttpContext, on);
        return Redirect(LocalUrl.OrHome(returnUrl));
    }
}
