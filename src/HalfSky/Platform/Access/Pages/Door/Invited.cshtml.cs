using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HalfSky.Platform.Access.Pages.Door;

/// <summary>
/// The other side of a printed invitation: binds the phone, or sets a password. Opening it changes nothing, because messengers open
/// every link once to show a preview.
/// </summary>
[AllowAnonymous, SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class InvitedPage(Invitations invitations, PhoneDoor door, AccountDeeds deeds) : AccessPage
{
    private Account? account;

    /// <summary>PIN as typed.</summary>
    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>Password as typed.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Either once more.</summary>
    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>The invitation; absent when it is over.</summary>
    public Invitation? Paper { get; private set; }

    /// <summary>Masked: anybody may hold the sheet.</summary>
    public string Name => NameMask.Of(account?.DisplayName ?? "");

    /// <summary>For the browser's password store.</summary>
    public string? UserName => account?.UserName;

    /// <summary>Shows what it is for.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        await Find(code, ct);
        return Paper is null ? Over() : Page();
    }

    /// <summary>Uses it.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        await Find(code, ct);
        if (Paper is null) return Over();
        try
        {
            if (Paper.Kind is InvitationKind.Phone)
            {
                if (Phones.Pin.Check(Pin) is { } obvious) return Refused(obvious);
                if (Pin != Repeat) return Refused(AccessProblems.PinRepeat);
                await door.Bind(HttpContext, Paper.Id, Pin!, ct);
                return Redirect("/");
            }
            if (Passwords.Check(Password, Repeat, account!) is { } problem) return Refused(problem);
            await deeds.ChoosePasswordBy(Paper.Id, Password!, ct);
            return RedirectToPage("SignIn", new { Chosen = true });
        }
        catch (Refusal refusal)
        {
            Paper = null;
            return Refused(refusal.Problems);
        }
    }

    private IActionResult Over()
    {
        Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task Find(string code, CancellationToken ct)
    {
        if (await invitations.Find(code, ct) is var (paper, whose)) (Paper, account) = (paper, whose);
    }
}
