using HalfSky.Kernel;

namespace HalfSky.Platform.Access;

/// <summary>
/// Scope 范围: which part of the organisation tree somebody sees. Made only by <see cref="CurrentUser"/> and, with a stated reason,
/// for jobs. Every query takes one; the default sees nothing (D13).
/// </summary>
public readonly record struct Scope
{
    private readonly Branch[]? branches;

    private Scope(Branch[] branches) => this.branches = branches;

    /// <summary>The organisations seen, each with all below it; none overlaps another.</summary>
    public IReadOnlyList<Branch> Branches => branches ?? [];

    /// <summary>Sees nothing.</summary>
    public static Scope None => default;

    /// <summary>Sees what the given organisations and all below them own; those within another are dropped.</summary>
    public static Scope Of(IEnumerable<Branch> branches)
    {
        var all = branches.Distinct().OrderBy(b => b.Depth).ToList();
        return new([.. all.Where((b, i) => !all.Take(i).Any(outer => outer.Contains(b)))]);
    }

    /// <summary>Sees the whole root. For jobs, start-up and the command line, which say why.</summary>
    /// <param name="reason">Why no person's scope applies; kept so that a reader of the code sees it.</param>
    public static Scope Whole(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        return new([Branch.Root]);
    }

    /// <summary>True when the organisation is seen.</summary>
    public bool Contains(long org) => Branches.Any(b => b.Contains(org));

    /// <summary>True when nothing is seen.</summary>
    public bool IsEmpty => Branches.Count == 0;
}
