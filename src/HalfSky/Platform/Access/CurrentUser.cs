using HalfSky.Kernel;

namespace HalfSky.Platform.Access;

/// <summary>One held post 任职, as rights need it.</summary>
/// <param name="Id">The post entry.</param>
/// <param name="Org">Organisation it is held in.</param>
/// <param name="Role">Role code.</param>
/// <param name="Line">The posts of its seat, hers and those of whom she follows: what they left undone is hers (D18).</param>
public sealed record HeldPost(Guid Id, Branch Org, string Role, IReadOnlyList<Guid> Line);

/// <summary>Who asks: the signed-in account with the posts held today. Rights come from posts alone (D6).</summary>
public sealed class CurrentUser
{
    private readonly Roles? roles;

    /// <summary>Nobody is signed in.</summary>
    public static CurrentUser Nobody { get; } = new();

    private CurrentUser() { }

    /// <summary>Made once a request from the session, the token or the command line.</summary>
    public CurrentUser(Guid account, string name, Guid? person, bool administrator, IReadOnlyList<HeldPost> posts, Roles roles) =>
        (Account, Name, Person, IsAdministrator, Posts, this.roles) = (account, name, person, administrator, posts, roles);

    /// <summary>Account id; empty when nobody is signed in.</summary>
    public Guid Account { get; }

    /// <summary>Name shown on screen.</summary>
    public string Name { get; } = "";

    /// <summary>The person record of the account, if any.</summary>
    public Guid? Person { get; }

    /// <summary>Looks after accounts, kinds and settings; sees no entry by that alone.</summary>
    public bool IsAdministrator { get; }

    /// <summary>Posts held today.</summary>
    public IReadOnlyList<HeldPost> Posts { get; } = [];

    /// <summary>Her posts and those of whom she follows: what names one of them is hers.</summary>
    public IReadOnlyList<Guid> Seats => [.. Posts.SelectMany(p => p.Line)];

    /// <summary>Organisations she leads.</summary>
    public IReadOnlyList<Branch> Leads => roles is null ? [] : [.. Posts.Where(p => roles.Leads(p.Role)).Select(p => p.Org).Distinct()];

    /// <summary>True when somebody is signed in.</summary>
    public bool IsSignedIn => Account != Guid.Empty;

    /// <summary>Where she may do this: the organisations whose post grants the permission, and all below them.</summary>
    public Scope Scope(string permission) => roles is null
        ? Access.Scope.None
        : Access.Scope.Of(Posts.Where(p => roles.Grants(p.Role, permission)).Select(p => p.Org)
            .Concat(IsAdministrator && roles.Grants(Roles.Administrator, permission) ? [Branch.Root] : []));

    /// <summary>May she do this anywhere?</summary>
    public bool May(string permission) => !Scope(permission).IsEmpty;

    /// <summary>The organisation she works in first: the highest of her posts.</summary>
    public Branch? Home => Posts.Count > 0 ? Posts.MinBy(p => p.Org.Depth)!.Org : IsAdministrator ? Branch.Root : null;
}
