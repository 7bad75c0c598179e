namespace HalfSky.Platform.Access;

/// <summary>A role 角色: what holders of a post may do, as permission patterns (“visit.read”, “*.read”).</summary>
/// <param name="Key">Code, equal to the code in the post's kind list.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Grants">Patterns; a star stands for a whole part.</param>
/// <param name="Leads">Answers for what is due of her organisation and of nobody in particular.</param>
public sealed record Role(string Key, string Label, IReadOnlyList<string> Grants, bool Leads = false);

/// <summary>The few shipped roles. Fine-grained own permission sets are left out on purpose.</summary>
public sealed class Roles(IEnumerable<Role> roles)
{
    /// <summary>Role of an account that looks after the installation.</summary>
    public const string Administrator = "administrator";

    private readonly Dictionary<string, Role> all = roles.ToDictionary(r => r.Key, StringComparer.Ordinal);

    /// <summary>All roles in declared order.</summary>
    public IReadOnlyCollection<Role> All => all.Values;

    /// <summary>Does the role grant the permission?</summary>
    public bool Grants(string role, string permission) =>
        all.TryGetValue(role, out var found) && found.Grants.Any(p => Matches(p, permission));

    /// <summary>Does the role lead its organisation?</summary>
    public bool Leads(string role) => all.TryGetValue(role, out var found) && found.Leads;

    private static bool Matches(string pattern, string permission)
    {
        var dot = pattern.LastIndexOf('.');
        var cut = permission.LastIndexOf('.');
        return (pattern[..dot] == "*" || pattern[..dot] == permission[..cut])
            && (pattern[(dot + 1)..] == "*" || pattern[(dot + 1)..] == permission[(cut + 1)..]);
    }
}
