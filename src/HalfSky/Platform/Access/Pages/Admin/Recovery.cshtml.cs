using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Access.Pages.Admin;

/// <summary>The recovery sheet 恢复单, shown once and printed. A new one voids the old.</summary>
[Needs(AccessPermissions.Recovery), SealedPage]
public sealed class RecoveryPage(Vault vault, Session session, AccessLog log, CurrentUser user, Clock clock) : AccessPage
{
    /// <summary>The code, only in the answer to the button.</summary>
    public string? Code { get; private set; }

    /// <summary>One was made before.</summary>
    public bool HasCode => vault.HasRecoveryCode;

    /// <summary>Printed on the sheet.</summary>
    public string Today => clock.Today.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Offers to make one.</summary>
    public void OnGet()
    {
    }

    /// <summary>Makes one and shows it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await session.Write(_ =>
        {
            log.Add("recovery-sheet", user.Account);
            return Task.CompletedTask;
        }, ct);
        Code = vault.CreateRecoveryCode();
        return Page();
    }
}
