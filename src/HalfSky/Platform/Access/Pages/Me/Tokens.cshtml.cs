using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Personal tokens 接口令牌 for programs.</summary>
[SignedIn, SealedPage]
public sealed class TokensPage(CurrentUserSource source, Session session, AccessLog log, Clock clock) : AccessPage
{
    /// <summary>What it is for.</summary>
    [BindProperty]
    public string? Label { get; set; }

    /// <summary>How many days it holds.</summary>
    [BindProperty]
    public int Days { get; set; } = 90;

    /// <summary>The token just made, shown once.</summary>
    public string? Made { get; private set; }

    /// <summary>Tokens that still hold.</summary>
    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>Day on the wall.</summary>
    public string At(DateTime utc) => clock.DayOf(utc).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) =>
        Tokens = await session.Db.Set<ApiToken>().AsNoTracking()
            .Where(t => t.Account == source.Account!.Id && t.RevokedAt == null && t.ExpiresAt > clock.Now).OrderByDescending(t => t.CreatedAt).ToListAsync(ct);

    /// <summary>Makes one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Label))
        {
            await OnGetAsync(ct);
            return Refused(AccessProblems.TokenLabel);
        }
        var token = ApiToken.Prefix + Secret.New();
        await session.Write(_ =>
        {
            var row = new ApiToken
            {
                Account = source.Account!.Id, Label = Label.Trim()[..Math.Min(60, Label.Trim().Length)], SecretHash = Secret.Hash(token), CreatedAt = clock.Now,
                ExpiresAt = clock.Now + TimeSpan.FromDays(Math.Clamp(Days, 1, 365)),
            };
            session.Db.Add(row);
            log.Add("token-made", row.Account, new { token = row.Id, row.Label });
            return Task.CompletedTask;
        }, ct);
        (Made, Label) = (token, null);
        await OnGetAsync(ct);
        return Page();
    }

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var found = await session.Write(async c =>
        {
            var token = await session.Db.Set<ApiToken>().FirstOrDefaultAsync(t => t.Id == id && t.Account == source.Account!.Id, c);
            token?.Revoke(clock.Now);
            if (token is not null) log.Add("token-revoked", token.Account, new { token = id });
            return token is not null;
        }, ct);
        if (!found) return NotFound();
        Toast = "令牌已收回，马上失效。";
        return RedirectToPage();
    }
}
