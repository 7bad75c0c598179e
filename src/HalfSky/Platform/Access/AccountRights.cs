using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access;

/// <summary>
/// Who may look after whose account. Whoever prints an invitation could use it herself, so nobody does that for an account that
/// reaches further than her own permission does.
/// </summary>
public sealed class AccountRights(AppDb db, CurrentUserSource source, PostHolders holders, PostsOf postsOf, Clock clock)
{
    /// <summary>Where the current user looks after accounts at all.</summary>
    public Scope Scope => Access.Scope.Of([
        .. source.Current.Scope(AccessPermissions.Accounts).Branches, .. source.Current.Scope(AccessPermissions.Invite).Branches]);

    /// <summary>The account, if she may see it: its person holds a post in her scope, or hers is the whole installation.</summary>
    public async Task<Account?> Find(Guid id, CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);
        if (account is null || Scope.Contains(Branch.Root.Value)) return account;
        return account.PersonId is { } person && (await postsOf(person, clock.Today, ct)).Any(p => Scope.Contains(p.Org.Value)) ? account : null;
    }

    /// <summary>May she reset, invite, stop this account?</summary>
    public async Task<bool> Outranks(Account account, CancellationToken ct)
    {
        if (source.Current.Scope(AccessPermissions.Accounts).Contains(Branch.Root.Value)) return true;
        if (account.IsAdministrator || account.PersonId is not { } person) return false;
        var posts = await postsOf(person, clock.Today, ct);
        return posts.Count > 0 && posts.All(p => Scope.Contains(p.Org.Value));
    }

    /// <summary>Refuses unless she may.</summary>
    /// <exception cref="Refusal">The account has rights elsewhere, or none of hers.</exception>
    public async Task MustOutrank(Account account, CancellationToken ct)
    {
        if (!await Outranks(account, ct)) throw new Refusal(AccessProblems.InvitationHigher);
    }

    /// <summary>People with posts in her scope.</summary>
    public Task<IReadOnlyList<PostHolder>> People(string? words, CancellationToken ct) => holders(Scope, null, words, ct);

    /// <summary>People she may invite to bind a phone.</summary>
    public Task<IReadOnlyList<PostHolder>> Invitable(string? words, CancellationToken ct) =>
        holders(source.Current.Scope(AccessPermissions.Invite), null, words, ct);

    /// <summary>Posts of one person within her scope; empty when there is none.</summary>
    public Task<IReadOnlyList<PostHolder>> InScope(Guid person, CancellationToken ct) =>
        holders(source.Current.Scope(AccessPermissions.Accounts), person, null, ct);

    /// <summary>Posts of one person, with the names of the organisations; her own page and that of her account show them.</summary>
    public Task<IReadOnlyList<PostHolder>> PostsWithNames(Guid person, CancellationToken ct) =>
        holders(Access.Scope.Whole("posts of one account, shown to herself or who looks after it"), person, null, ct);
}
