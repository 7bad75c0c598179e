using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Where one is signed in 在哪里登录着, and which phones are bound.</summary>
[SignedIn]
public sealed class SessionsPage(CurrentUserSource source, AppDb db, AccountDeeds deeds, PhoneDoor door, Clock clock) : AccessPage
{
    /// <summary>Sessions that still hold.</summary>
    public IReadOnlyList<SignInSession> Open { get; private set; } = [];

    /// <summary>Phones not taken back.</summary>
    public IReadOnlyList<BoundPhone> Phones { get; private set; } = [];

    /// <summary>The session of this browser.</summary>
    public Guid? Current => source.Session?.Id;

    /// <summary>Wall time.</summary>
    public string At(DateTime utc) => clock.WallTimeOf(utc).ToString("M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var (account, stamp) = (source.Account!.Id, source.Account.SecurityStamp);
        var rows = await db.Set<SignInSession>().AsNoTracking()
            .Where(s => s.Account == account && s.RevokedAt == null && s.Stamp == stamp && s.ExpiresAt > clock.Now)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
        Open = [.. rows.Where(s => s.IsLive(clock.Now))];
        Phones = await db.Set<BoundPhone>().AsNoTracking()
            .Where(p => p.Account == account && p.RevokedAt == null && p.ExpiresAt > clock.Now).OrderByDescending(p => p.LastUsedAt).ToListAsync(ct);
    }

    /// <summary>Ends one of hers.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        if (!await db.Set<SignInSession>().AnyAsync(s => s.Id == id && s.Account == source.Account!.Id, ct)) return NotFound();
        await deeds.EndSession(id, ct);
        Toast = "已经退出它。";
        return RedirectToPage();
    }

    /// <summary>Ends all but this one.</summary>
    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await deeds.EndAll(source.Account!.Id, Current, phonesToo: false, ct);
        Toast = "其他地方都退出了。";
        return RedirectToPage();
    }

    /// <summary>Takes one of her phones back.</summary>
    public async Task<IActionResult> OnPostPhoneAsync(Guid id, CancellationToken ct)
    {
        if (!await db.Set<BoundPhone>().AnyAsync(p => p.Id == id && p.Account == source.Account!.Id, ct)) return NotFound();
        await door.Revoke(id, ct);
        Toast = "已取消绑定。那部手机打不开了。";
        return RedirectToPage();
    }
}
