using HalfSky.Platform.Access.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Signs out 退出.</summary>
[AllowAnonymous]
public sealed class SignOutPage(SignIn signIn, CurrentUserSource source) : AccessPage
{
    /// <summary>A link signs nobody out: another site could hold it.</summary>
    public IActionResult OnGet() => Redirect("/me");

    /// <summary>Ends this session.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var phone = source.Session?.Kind is SignInKind.Device;
        await signIn.SignOut(HttpContext, source.Session, ct);
        return Redirect(phone ? "/pin" : "/sign-in");
    }
}
