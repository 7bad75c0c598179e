using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Door;

/// <summary>Opens a bound phone by its PIN.</summary>
[AllowAnonymous, SealedPage, EnableRateLimiting(DoorLimits.Door)]
public sealed class PinPage(PhoneDoor door, AppDb db, CurrentUser user, Clock clock) : AccessPage
{
    /// <summary>Where she wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>PIN as typed.</summary>
    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>The phone's owner, masked: others may hold the phone.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Only a new invitation helps.</summary>
    public bool Locked { get; private set; }

    /// <summary>Why it is locked.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Shows the keypad.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (user.IsSignedIn) return Redirect(LocalUrl.OrHome(ReturnUrl));
        return await door.Here(HttpContext, ct) is { } phone ? await Show(phone, ct) : RedirectToPage("SignIn", new { ReturnUrl });
    }

    /// <summary>Judges the PIN.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await door.Here(HttpContext, ct) is not { } before) return RedirectToPage("SignIn", new { ReturnUrl });
        if (!Phones.Pin.IsShaped(Pin) && before.IsLive(clock.Now))
        {
            await Show(before, ct);
            return Refused(AccessProblems.PinShape);
        }
        var (opened, phone) = await door.Open(HttpContext, Pin ?? "", ct);
        if (opened) return Redirect(LocalUrl.OrHome(ReturnUrl));
        await Show(phone!, ct);
        return Refused(new Problem("pin.wrong", $"密码不对，还可以试 {phone!.TriesLeft} 次。", "Pin"));
    }

    private async Task<IActionResult> Show(BoundPhone phone, CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == phone.Account, ct);
        Name = NameMask.Of(account.DisplayName);
        Locked = !phone.IsLive(clock.Now) || account.Disabled || account.IsBarredFromPhones;
        Why = phone.LockedAt is not null ? "密码连错 5 次，为了安全锁住了。"
            : phone.RevokedAt is not null ? "这部手机的绑定已经取消。"
            : account.Disabled ? "这个账号停用了。"
            : account.IsBarredFromPhones ? "这个账号改用密码和验证码登录了。" : "绑定满 90 天了。";
        return Page();
    }
}
