using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;

namespace HalfSky.Platform.Access;

/// <summary>The posts a person holds on a day. Supplied by the module that keeps posts.</summary>
public delegate Task<IReadOnlyList<HeldPost>> PostsOf(Guid person, DateOnly today, CancellationToken ct);

/// <summary>Somebody holding a post, as the invitation list and account pages show her.</summary>
/// <param name="Person">Person record.</param>
/// <param name="Name">Full name.</param>
/// <param name="Org">Where the post is held.</param>
/// <param name="OrgName">Name of that organisation.</param>
/// <param name="Post">What she is there, in Chinese.</param>
public sealed record PostHolder(Guid Person, string Name, Branch Org, string OrgName, string Post);

/// <summary>
/// Who holds posts today within a scope, ordered by organisation: all, one person's, or those whose name or organisation contains the
/// words (pinyin too). Supplied by the module that keeps posts.
/// </summary>
public delegate Task<IReadOnlyList<PostHolder>> PostHolders(Scope scope, Guid? person, string? words, CancellationToken ct);

/// <summary>Fills and holds the <see cref="CurrentUser"/> of one request, job or command.</summary>
public sealed class CurrentUserSource(PostsOf postsOf, Roles roles, Clock clock)
{
    /// <summary>Who asks; nobody until somebody was recognised.</summary>
    public CurrentUser Current { get; private set; } = CurrentUser.Nobody;

    /// <summary>Her account row, read without tracking.</summary>
    public Account? Account { get; private set; }

    /// <summary>Her session; absent for tokens, jobs and commands.</summary>
    public SignInSession? Session { get; private set; }

    /// <summary>Makes the account the current user, with the posts held today. Jobs call it too: rights are re-read when they run.</summary>
    public async Task<CurrentUser> Become(Account account, SignInSession? session, CancellationToken ct)
    {
        var posts = account.PersonId is { } person ? await postsOf(person, clock.Today, ct) : [];
        (Account, Session) = (account, session);
        return Current = new CurrentUser(account.Id, account.DisplayName, account.PersonId, account.IsAdministrator, posts, roles);
    }

    /// <summary>The command line acts for whoever holds the machine: everything of the organisation, written down under the account given.</summary>
    /// <param name="account">Account that stands in the log.</param>
    /// <param name="name">Its name.</param>
    /// <param name="organization">The highest organisation.</param>
    public CurrentUser Act(Guid account, string name, Branch organization) =>
        Current = new CurrentUser(account, name, null, administrator: true, [new HeldPost(Guid.Empty, organization, "machine", [])], new Roles([new Role("machine", "命令行", ["*.*"])]));
}
