using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Phones;

/// <summary>Binding a phone by an invitation, and opening it by its PIN.</summary>
public sealed class PhoneDoor(Session session, SignIn signIn, Passwords passwords, AccessLog log, Clock clock)
{
    /// <summary>The bound phone of this browser, live or not; absent when it was never bound.</summary>
    public async Task<BoundPhone?> Here(HttpContext http, CancellationToken ct)
    {
        if (AccessCookies.Read(http, AccessCookies.Phone) is not { } secret) return null;
        var hash = Secret.Hash(secret);
        return await session.Db.Set<BoundPhone>().AsNoTracking().FirstOrDefaultAsync(p => p.SecretHash == hash, ct);
    }

    /// <summary>Binds this browser to the invited account and signs it in.</summary>
    /// <exception cref="Refusal">The invitation is used up, over or taken back.</exception>
    public async Task Bind(HttpContext http, Guid invitation, string pin, CancellationToken ct)
    {
        var secret = Secret.New();
        var pinHash = passwords.HashPin(secret, pin);
        await session.Write(async c =>
        {
            var paper = await session.Db.Set<Invitation>().FirstAsync(i => i.Id == invitation, c);
            var account = await session.Db.Set<Account>().FirstAsync(a => a.Id == paper.Account, c);
            if (!paper.IsLive(clock.Now) || paper.Kind is not InvitationKind.Phone || account.Disabled || account.IsBarredFromPhones)
                throw new Refusal(AccessProblems.InvitationOver);
            paper.Use(clock.Now);
            var phone = new BoundPhone
            {
                Account = account.Id, SecretHash = Secret.Hash(secret), PinHash = pinHash, Device = Browser.Name(http),
                BoundAt = clock.Now, LastUsedAt = clock.Now, ExpiresAt = clock.Now + SignInTimes.Bound,
            };
            session.Db.Add(phone);
            log.Add("phone-bound", account.Id, new { phone = phone.Id, phone.Device });
            signIn.Begin(http, account, SignInKind.Device, phone.Id);
        }, ct);
        AccessCookies.Write(http, AccessCookies.Phone, secret, SignInTimes.Bound);
    }

    /// <summary>Opens the phone by its PIN.</summary>
    /// <returns>The phone as it stands afterwards; absent when it is not bound.</returns>
    public async Task<(bool Opened, BoundPhone? Phone)> Open(HttpContext http, string pin, CancellationToken ct)
    {
        if (AccessCookies.Read(http, AccessCookies.Phone) is not { } secret || await Here(http, ct) is not { } seen) return (false, null);
        var fits = passwords.PinFits(seen.PinHash, secret, pin);
        return await session.Write(async c =>
        {
            // Read again: guesses sent side by side are judged one after the other.
            var phone = await session.Db.Set<BoundPhone>().FirstAsync(p => p.Id == seen.Id, c);
            var account = await session.Db.Set<Account>().FirstAsync(a => a.Id == phone.Account, c);
            if (!phone.IsLive(clock.Now) || account.Disabled || account.IsBarredFromPhones) return (false, phone);
            if (!fits)
            {
                phone.Fail(clock.Now);
                if (phone.LockedAt is not null) log.Add("phone-locked", account.Id, new { phone = phone.Id });
                return (false, (BoundPhone?)phone);
            }
            phone.Open(clock.Now);
            signIn.Begin(http, account, SignInKind.Device, phone.Id);
            return (true, phone);
        }, ct);
    }

    /// <summary>Takes a phone back and ends what it opened.</summary>
    public Task Revoke(Guid phone, CancellationToken ct) => session.Write(async c =>
    {
        var bound = await session.Db.Set<BoundPhone>().FirstAsync(p => p.Id == phone, c);
        bound.Revoke(clock.Now);
        foreach (var open in await session.Db.Set<SignInSession>().Where(s => s.Phone == phone && s.RevokedAt == null).ToListAsync(c))
            open.Revoke(clock.Now);
        log.Add("phone-revoked", bound.Account, new { phone });
    }, ct);
}
