using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access;

/// <summary>An account wanted.</summary>
/// <param name="UserName">Name typed at sign-in.</param>
/// <param name="DisplayName">Name shown.</param>
/// <param name="Administrator">Looks after the installation.</param>
/// <param name="RequiresCode">One-time code asked for.</param>
/// <param name="Person">Person record, if any.</param>
public sealed record NewAccount(string? UserName, string? DisplayName, bool Administrator, bool RequiresCode, Guid? Person = null);

/// <summary>What is done to accounts from more than one place: the pages, the command line.</summary>
public sealed class AccountDeeds(Session session, Passwords passwords, AccessLog log, CurrentUserSource source, Clock clock)
{
    /// <summary>Makes an account with a user name; its password is chosen over a one-time link, so that nobody else ever knew it.</summary>
    /// <exception cref="Refusal">Name missing or taken, or the person has a user name already.</exception>
    public Task<Account> Make(NewAccount wanted, CancellationToken ct) => session.Write(async c =>
    {
        await CheckNames(wanted.UserName, wanted.DisplayName, c);
        // Who was invited by phone before has an account; it gets the user name.
        var account = wanted.Person is null ? null : await Accounts.FirstOrDefaultAsync(a => a.PersonId == wanted.Person, c);
        if (account?.UserName is not null) throw new Refusal(AccessProblems.PersonHasAccount);
        if (account is null) session.Db.Add(account = new Account(wanted.DisplayName!, null, clock.Now) { PersonId = wanted.Person });
        account.Call(wanted.UserName!);
        (account.IsAdministrator, account.RequiresCode) = (wanted.Administrator, wanted.RequiresCode);
        log.Add("made", account.Id, new { account.UserName, wanted.Administrator });
        return account;
    }, ct);

    /// <summary>User name and name of a new account.</summary>
    /// <exception cref="Refusal">Name missing or taken.</exception>
    public async Task CheckNames(string? userName, string? displayName, CancellationToken ct)
    {
        var problems = new List<Problem>();
        var name = userName?.Trim() ?? "";
        if (name.Length is < 2 or > 40 || !name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-')) problems.Add(AccessProblems.UserNameMissing);
        else if (await Accounts.AnyAsync(a => a.NormalizedUserName == Account.Normalize(name), ct)) problems.Add(AccessProblems.UserNameTaken);
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Length > 60) problems.Add(AccessProblems.DisplayNameMissing);
        if (problems.Count > 0) throw new Refusal(problems);
    }

    /// <summary>Sets a password she chose herself; every other session ends, the given one goes on.</summary>
    public Task ChoosePassword(Guid id, string password, Guid? keep, CancellationToken ct) => SetPassword(id, password, false, keep, ct);

    /// <summary>Sets a password somebody else chose: she must change it first of all.</summary>
    public Task GivePassword(Guid id, string password, CancellationToken ct) => SetPassword(id, password, true, null, ct);

    /// <summary>Chooses a password with a printed link, which is used up.</summary>
    /// <exception cref="Refusal">The link is over.</exception>
    public async Task ChoosePasswordBy(Guid invitation, string password, CancellationToken ct)
    {
        await session.Write(async c =>
        {
            var paper = await session.Db.Set<Invitation>().FirstAsync(i => i.Id == invitation, c);
            if (!paper.IsLive(clock.Now) || paper.Kind is not InvitationKind.Password) throw new Refusal(AccessProblems.InvitationOver);
            paper.Use(clock.Now);
            await SetPassword(paper.Account, password, false, null, c);
        }, ct);
    }

    /// <summary>Ends one session.</summary>
    public Task EndSession(Guid id, CancellationToken ct) => session.Write(async c =>
    {
        var ended = await session.Db.Set<SignInSession>().FirstAsync(s => s.Id == id, c);
        ended.Revoke(clock.Now);
        log.Add("session-ended", ended.Account, new { session = id });
    }, ct);

    /// <summary>Ends all sessions but one; with phones and tokens as well when the account itself is in doubt.</summary>
    public Task EndAll(Guid id, Guid? keep, bool phonesToo, CancellationToken ct) => session.Write(async c =>
    {
        foreach (var open in await session.Db.Set<SignInSession>().Where(s => s.Account == id && s.RevokedAt == null && s.Id != keep).ToListAsync(c))
            open.Revoke(clock.Now);
        if (phonesToo)
        {
            foreach (var phone in await session.Db.Set<BoundPhone>().Where(p => p.Account == id && p.RevokedAt == null).ToListAsync(c)) phone.Revoke(clock.Now);
            foreach (var token in await session.Db.Set<ApiToken>().Where(t => t.Account == id && t.RevokedAt == null).ToListAsync(c)) token.Revoke(clock.Now);
            foreach (var paper in await session.Db.Set<Invitation>().Where(i => i.Account == id && i.UsedAt == null && i.RevokedAt == null).ToListAsync(c)) paper.Revoke(clock.Now);
        }
        log.Add(phonesToo ? "all-revoked" : "sessions-ended", id);
    }, ct);

    /// <summary>Stops an account.</summary>
    /// <exception cref="Refusal">It is one's own, or the last administrator's.</exception>
    public Task Disable(Guid id, CancellationToken ct) => session.Write(async c =>
    {
        var account = await Accounts.FirstAsync(a => a.Id == id, c);
        if (id == source.Current.Account) throw new Refusal(AccessProblems.Oneself);
        if (account.IsAdministrator && !await Accounts.AnyAsync(a => a.IsAdministrator && !a.Disabled && a.Id != id, c))
            throw new Refusal(AccessProblems.LastAdministrator);
        account.Disable();
        await EndAll(id, null, true, c);
        log.Add("disabled", id);
    }, ct);

    /// <summary>Lets an account in again; phones must be bound anew.</summary>
    public Task Enable(Guid id, CancellationToken ct) => session.Write(async c =>
    {
        (await Accounts.FirstAsync(a => a.Id == id, c)).Enable();
        log.Add("enabled", id);
    }, ct);

    /// <summary>Takes the authenticator app away (lost telephone); she sets it up anew at the next sign-in if she needs one.</summary>
    public Task ForgetCode(Guid id, CancellationToken ct) => session.Write(async c =>
    {
        var account = await Accounts.FirstAsync(a => a.Id == id, c);
        account.ForgetCode();
        account.EndSessions();
        log.Add("code-removed", id);
    }, ct);

    /// <summary>Whether one-time codes are asked for.</summary>
    public Task RequireCode(Guid id, bool required, CancellationToken ct) => session.Write(async c =>
    {
        (await Accounts.FirstAsync(a => a.Id == id, c)).RequiresCode = required;
        log.Add("code-required", id, new { required });
    }, ct);

    private DbSet<Account> Accounts => session.Db.Set<Account>();

    private Task SetPassword(Guid id, string password, bool mustChange, Guid? keep, CancellationToken ct) => session.Write(async c =>
    {
        var account = await Accounts.FirstAsync(a => a.Id == id, c);
        account.SetPassword(passwords.Hash(account, password), clock.Now);
        account.MustChangePassword = mustChange;
        // The changed stamp has ended them all; the one she is using gets the new stamp.
        if (keep is not null) (await session.Db.Set<SignInSession>().FirstAsync(s => s.Id == keep, c)).Stamp = account.SecurityStamp!;
        log.Add("password-set", id);
    }, ct);
}
