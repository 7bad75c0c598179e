using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Phones;

/// <summary>An invitation as printed; the only place where its code is ever seen.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="OrgName">Her organisation.</param>
/// <param name="Post">What she is there.</param>
/// <param name="Code">The code.</param>
/// <param name="Until">Good until, UTC.</param>
/// <param name="Kind">What it is for.</param>
public sealed record PrintedInvitation(string Name, string? OrgName, string? Post, string Code, DateTime Until, InvitationKind Kind)
{
    /// <summary>The short path to open.</summary>
    public string Path => "/i/" + Code;
}

/// <summary>Making and reading invitations.</summary>
public sealed class Invitations(Session session, AccountRights rights, AccessLog log, CurrentUserSource source, Clock clock)
{
    /// <summary>Invites people with posts to bind a phone, making an account for who has none. All or none.</summary>
    /// <exception cref="Refusal">One of them may not be invited by the current user.</exception>
    public Task<IReadOnlyList<PrintedInvitation>> ForPhones(IReadOnlyList<PostHolder> holders, CancellationToken ct) =>
        session.Write<IReadOnlyList<PrintedInvitation>>(async c =>
        {
            var people = holders.Select(h => (Guid?)h.Person).ToHashSet();
            var known = await session.Db.Set<Account>().Where(a => people.Contains(a.PersonId)).ToListAsync(c);
            var sheets = new List<PrintedInvitation>();
            // Who holds two posts gets one sheet.
            foreach (var holder in holders.DistinctBy(h => h.Person))
            {
                var account = known.Find(a => a.PersonId == holder.Person);
                if (account is null)
                {
                    account = new Account(holder.Name, null, clock.Now) { PersonId = holder.Person };
                    session.Db.Add(account);
                    log.Add("made", account.Id, new { phone = true });
                }
                if (account.IsBarredFromPhones) throw new Refusal(AccessProblems.InvitationCode);
                await rights.MustOutrank(account, c);
                sheets.Add(await Print(account, InvitationKind.Phone, holder.OrgName, holder.Post, c));
            }
            return sheets;
        }, ct);

    /// <summary>Prints a one-time link for choosing a password.</summary>
    /// <exception cref="Refusal">The current user may not do this to that account.</exception>
    public Task<PrintedInvitation> ForPassword(Guid id, CancellationToken ct) => session.Write(async c =>
    {
        var account = await session.Db.Set<Account>().FirstAsync(a => a.Id == id, c);
        await rights.MustOutrank(account, c);
        return await Print(account, InvitationKind.Password, null, null, c);
    }, ct);

    /// <summary>Prints without asking for rights: the command line, which has the whole database in its hands anyway.</summary>
    internal Task<PrintedInvitation> Unasked(Guid id, InvitationKind kind, CancellationToken ct) => session.Write(async c =>
        await Print(await session.Db.Set<Account>().FirstAsync(a => a.Id == id, c), kind, null, null, c), ct);

    /// <summary>The invitation with that code, if it can still be used, with its account.</summary>
    public async Task<(Invitation Paper, Account Account)?> Find(string? code, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Tidy(code ?? ""));
        var paper = await session.Db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.CodeHash == hash, ct);
        if (paper is null || !paper.IsLive(clock.Now)) return null;
        var account = await session.Db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == paper.Account, ct);
        return account.Disabled ? null : (paper, account);
    }

    private async Task<PrintedInvitation> Print(Account account, InvitationKind kind, string? orgName, string? post, CancellationToken ct)
    {
        if (account.Disabled) throw new Refusal(AccessProblems.AccountDisabled);
        // The newest sheet is the good one; a forgotten one in a drawer opens nothing.
        foreach (var old in await session.Db.Set<Invitation>()
            .Where(i => i.Account == account.Id && i.Kind == kind && i.UsedAt == null && i.RevokedAt == null).ToListAsync(ct))
            old.Revoke(clock.Now);
        var code = Secret.Code(Invitation.CodeLength);
        var paper = new Invitation
        {
            Kind = kind, Account = account.Id, CodeHash = Secret.Hash(code), OrgName = orgName,
            MadeBy = source.Current.IsSignedIn ? source.Current.Account : null, CreatedAt = clock.Now, ExpiresAt = clock.Now + SignInTimes.Invited,
        };
        session.Db.Add(paper);
        log.Add(kind is InvitationKind.Phone ? "invited" : "password-link", account.Id, new { invitation = paper.Id });
        return new PrintedInvitation(account.DisplayName, orgName, post, code, paper.ExpiresAt, kind);
    }
}
