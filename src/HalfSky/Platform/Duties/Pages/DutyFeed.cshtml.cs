using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>The feed itself, asked by calendars that cannot sign in: the key in its address is all they have, and it shows counts and days alone.</summary>
[AllowAnonymous, SealedPage]
public sealed class DutyFeedPage(IServiceScopeFactory scopes, Vault vault, Clock clock) : PageModel
{
    private const int Ahead = 120, Most = 2000;

    /// <summary>Writes it; a wrong key and an account that is closed answer as what never existed.</summary>
    public async Task<IActionResult> OnGetAsync(Guid account, string key, CancellationToken ct)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(Feed.KeyOf(vault, account)))) return NotFound();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var session = services.GetRequiredService<Session>();
        if (await session.Db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == account && !a.Disabled, ct) is not { } owner) return NotFound();
        await services.GetRequiredService<CurrentUserSource>().Become(owner, null, ct);
        var reference = await services.GetRequiredService<ReferenceSource>().Take(session, ct);
        var until = clock.Today.AddDays(Ahead);
        var days = await (await services.GetRequiredService<DutyLines>().Hers(reference, ct)).Where(d => d.State == DutyState.Open && d.Due <= until)
            .GroupBy(d => new { d.Rule, d.Due }).Select(g => new { g.Key.Rule, g.Key.Due, Count = g.Count() }).OrderBy(g => g.Due).ThenBy(g => g.Rule).Take(Most).ToListAsync(ct);
        return Content(Feed.Write(days.Select(d => (d.Rule, reference.Duty(d.Rule)?.Rule.Label ?? "待办", d.Due, d.Count)), clock.Now, Request.Host.Host), "text/calendar; charset=utf-8", Encoding.UTF8);
    }
}
