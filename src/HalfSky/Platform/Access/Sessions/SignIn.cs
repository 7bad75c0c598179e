using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Sessions;

/// <summary>What comes after a password.</summary>
public enum SignInAnswer
{
    /// <summary>No, whatever the reason.</summary>
    Refused,

    /// <summary>The one-time code is still missing.</summary>
    NeedsCode,

    /// <summary>Signed in; the cookie is set.</summary>
    SignedIn,
}

/// <summary>Signing in with password and one-time code, and out again.</summary>
public sealed class SignIn(Session session, UserManager<Account> identity, Passwords passwords, IDataProtectionProvider protection, Clock clock)
{
    private readonly ITimeLimitedDataProtector halfway = protection.CreateProtector("HalfSky.Access.Halfway").ToTimeLimitedDataProtector();

    /// <summary>Judges user name and password.</summary>
    public async Task<SignInAnswer> WithPassword(HttpContext http, string? userName, string? password, CancellationToken ct)
    {
        var key = Account.Normalize(userName ?? "");
        var seen = key.Length == 0 ? null : await Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == key, ct);
        // The slow hash runs outside the transaction and in every case: neither the lock nor the clock tells who exists.
        var fits = passwords.Fits(seen, password);
        if (seen is null) return SignInAnswer.Refused;
        var answer = await session.Write(async c =>
        {
            var account = await Accounts.FirstAsync(a => a.Id == seen.Id, c);
            if (account.Disabled || account.IsLocked(clock.Now)) return SignInAnswer.Refused;
            // The password may have been changed since it was compared.
            if (!fits || account.PasswordHash != seen.PasswordHash)
            {
                account.Fail(clock.Now);
                return SignInAnswer.Refused;
            }
            // Failures are forgotten only after the code: else a known password would buy endless guesses at it.
            if (account.HasCode) return SignInAnswer.NeedsCode;
            account.Succeed();
            Begin(http, account, SignInKind.Password, null);
            return SignInAnswer.SignedIn;
        }, ct);
        if (answer is SignInAnswer.NeedsCode)
            AccessCookies.Write(http, AccessCookies.Halfway, halfway.Protect($"{seen.Id:N} {seen.SecurityStamp}", SignInTimes.Halfway), SignInTimes.Halfway);
        return answer;
    }

    /// <summary>Is somebody between password and code?</summary>
    public bool IsHalfway(HttpContext http) => Halfway(http) is not null;

    /// <summary>Judges the one-time code, or one of the recovery codes, after the password was right.</summary>
    /// <returns>Null when the step took too long and must begin again.</returns>
    public async Task<bool?> WithCode(HttpContext http, string? typed, CancellationToken ct)
    {
        if (Halfway(http) is not var (id, stamp)) return null;
        var answer = await session.Write<bool?>(async c =>
        {
            var account = await Accounts.FirstOrDefaultAsync(a => a.Id == id, c);
            if (account is null || account.SecurityStamp != stamp) return null;
            if (account.Disabled || account.IsLocked(clock.Now)) return false;
            if (!await CodeFits(account, typed))
            {
                account.Fail(clock.Now);
                return false;
            }
            account.Succeed();
            Begin(http, account, SignInKind.Password, null);
            return true;
        }, ct);
        if (answer is true) AccessCookies.Forget(http, AccessCookies.Halfway);
        return answer;
    }

    /// <summary>Is it a fresh code of her app, or one of her recovery codes? Either is good once.</summary>
    public async Task<bool> CodeFits(Account account, string? typed)
    {
        var code = Secret.Tidy(typed ?? "");
        if (code.Length != 6) return code.Length is > 6 and < 20 && (await identity.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
        var hash = Secret.Hash(code);
        if (account.LastCode == hash || !await identity.VerifyTwoFactorTokenAsync(account, identity.Options.Tokens.AuthenticatorTokenProvider, code))
            return false;
        account.LastCode = hash;
        return true;
    }

    /// <summary>Begins a session within the running transaction and sets its cookie.</summary>
    public void Begin(HttpContext http, Account account, SignInKind kind, Guid? phone)
    {
        var secret = Secret.New();
        account.SignedInAt = clock.Now;
        session.Db.Add(new SignInSession
        {
            Account = account.Id, SecretHash = Secret.Hash(secret), Stamp = account.SecurityStamp!, Kind = kind, Phone = phone,
            CreatedAt = clock.Now, LastSeenAt = clock.Now, Device = Browser.Name(http), Network = Browser.Network(http),
            ExpiresAt = clock.Now + (kind is SignInKind.Device ? SignInTimes.LongestOnPhone : SignInTimes.Longest),
        });
        AccessCookies.Write(http, AccessCookies.Session, secret);
    }

    /// <summary>Ends the session of this browser. A bound phone stays bound.</summary>
    public async Task SignOut(HttpContext http, SignInSession? current, CancellationToken ct)
    {
        if (current is not null)
            await session.Write(async c => (await session.Db.Set<SignInSession>().FirstAsync(s => s.Id == current.Id, c)).Revoke(clock.Now), ct);
        AccessCookies.Forget(http, AccessCookies.Session);
    }

    private DbSet<Account> Accounts => session.Db.Set<Account>();

    private (Guid Account, string Stamp)? Halfway(HttpContext http)
    {
        if (AccessCookies.Read(http, AccessCookies.Halfway) is not { } cookie) return null;
        try
        {
            var parts = halfway.Unprotect(cookie).Split(' ');
            return (Guid.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
