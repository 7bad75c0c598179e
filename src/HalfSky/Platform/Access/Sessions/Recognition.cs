using System.Security.Claims;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HalfSky.Platform.Access.Sessions;

/// <summary>Finds out who asks, from the session's cookie or, for the programming interface, from a token in the header.</summary>
internal sealed partial class Recognition(RequestDelegate next, ILogger<Recognition> log)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Every request asks one of these; compiled, EF need not take the expression apart each time.
    private readonly Func<AppDb, string, CancellationToken, Task<Browsing?>> browsing = EF.CompileAsyncQuery((AppDb db, string hash, CancellationToken _) =>
        (from s in db.Set<SignInSession>().AsNoTracking()
         join a in db.Set<Account>().AsNoTracking() on s.Account equals a.Id
         where s.SecretHash == hash
         select new Browsing(s, a)).FirstOrDefault());

    private readonly Func<AppDb, string, CancellationToken, Task<Calling?>> calling = EF.CompileAsyncQuery((AppDb db, string hash, CancellationToken _) =>
        (from t in db.Set<ApiToken>().AsNoTracking()
         join a in db.Set<Account>().AsNoTracking() on t.Account equals a.Id
         where t.SecretHash == hash
         select new Calling(t, a)).FirstOrDefault());

    public async Task InvokeAsync(HttpContext http)
    {
        // Pictures and scripts are the same for everybody; no need to read the database for them.
        if (http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            if (Bearer(http) is { } token) await ByToken(http, token);
            else if (AccessCookies.Read(http, AccessCookies.Session) is { } secret) await BySession(http, secret);
        }
        await next(http);
    }

    /// <summary>The token in the header. Only the programming interface takes one: pages are for people.</summary>
    public static string? Bearer(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return http.Request.Path.StartsWithSegments("/api") && header.StartsWith("Bearer " + ApiToken.Prefix, StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim() : null;
    }

    private async Task BySession(HttpContext http, string secret)
    {
        var (db, now) = Parts(http);
        var found = await browsing(db, Secret.Hash(secret), http.RequestAborted);
        if (found is null || found.Account.Disabled || found.Session.Stamp != found.Account.SecurityStamp || !found.Session.IsLive(now))
        {
            AccessCookies.Forget(http, AccessCookies.Session);
            return;
        }
        if (now - found.Session.LastSeenAt >= Minute)
            await Touch(http, c => db.Set<SignInSession>().Where(s => s.Id == found.Session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), c));
        await Become(http, found.Account, found.Session);
    }

    private async Task ByToken(HttpContext http, string token)
    {
        var (db, now) = Parts(http);
        var found = await calling(db, Secret.Hash(token), http.RequestAborted);
        if (found is null || found.Account.Disabled || !found.Token.IsLive(now)) return;
        if (found.Token.LastUsedAt is not { } last || now - last >= Minute)
            await Touch(http, c => db.Set<ApiToken>().Where(t => t.Id == found.Token.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), c));
        await Become(http, found.Account, null);
    }

    private static (AppDb Db, DateTime Now) Parts(HttpContext http) =>
        (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<Clock>().Now);

    private static async Task Become(HttpContext http, Account account, SignInSession? session)
    {
        await http.RequestServices.GetRequiredService<CurrentUserSource>().Become(account, session, http.RequestAborted);
        // Antiforgery binds its tokens to this identity.
        http.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString("N")), new(ClaimTypes.Name, account.DisplayName)], session is null ? "token" : "session"));
    }

    // Reading must go on when nothing can be written: the disk is full, an import holds the lock.
    private async Task Touch(HttpContext http, Func<CancellationToken, Task> write)
    {
        try
        {
            await http.RequestServices.GetRequiredService<Session>().Write(write, http.RequestAborted);
        }
        catch (Refusal refusal)
        {
            NotNoted(log, refusal.Problems[0].Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Time of last use not noted: {Code}")]
    private static partial void NotNoted(ILogger log, string code);

    private sealed record Browsing(SignInSession Session, Account Account);

    private sealed record Calling(ApiToken Token, Account Account);
}
