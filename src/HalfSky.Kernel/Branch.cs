using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HalfSky.Kernel;

/// <summary>
/// The immutable number of a node in the organisation tree or in the place tree. A node owns the numbers from
/// <see cref="Low"/> up to <see cref="High"/>, so “everything below her township” is one range in an index.
/// </summary>
/// <remarks>
/// Five levels of three digits each: 1·000·000·000·000 the root (a county as a rule), then township, village, grid or
/// group, leaf; up to 999 children each, numbered from 1. A number is given once and never again, also after a merger.
/// </remarks>
public readonly record struct Branch : IComparable<Branch>, IParsable<Branch>
{
    private const long RootValue = 1_000_000_000_000;

    /// <summary>The deepest level, a leaf.</summary>
    public const int MaxDepth = 5;

    /// <summary>Takes a number as stored.</summary>
    /// <param name="value">From 1,000,000,000,000 up to, not including, twice that, no level left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number belongs to no node.</exception>
    public Branch(long value) => Value = IsBranch(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "No node of the tree can have this number.");

    /// <summary>The number as stored: a bigint, the same as <see cref="Low"/>. Zero only in <c>default</c>, which is no node.</summary>
    public long Value { get; }

    /// <summary>The one root of a database.</summary>
    public static Branch Root { get; } = new(RootValue);

    /// <summary>The level: 1 root, 2 township, 3 village, 4 grid or group, 5 leaf.</summary>
    public int Depth => DepthOf(Value);

    /// <summary>The smallest number at or below this node: its own.</summary>
    public long Low => Value;

    /// <summary>The first number past this node's, exclusive: the upper end of the range [Low, High).</summary>
    public long High => Value + Width(Depth);

    /// <summary>
    /// The last possible node at or below this one, inclusive; always a branch itself, so that a stored column can be
    /// compared with <c>x &gt;= branch &amp;&amp; x &lt;= branch.Last</c>.
    /// </summary>
    public Branch Last => new(High - 1);

    /// <summary>The node above; absent for the root.</summary>
    public Branch? Parent => Depth == 1 ? null : AtDepth(Depth - 1);

    /// <summary>Which child of its parent this is, 1 to 999; 1 for the root.</summary>
    public int Ordinal => (int)(Value / Width(Depth) % 1000);

    /// <summary>How many numbers a node of a level owns: 10^12, 10^9, 10^6, 10^3, 1.</summary>
    /// <param name="depth">1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such level.</exception>
    public static long Width(int depth) => depth switch
    {
        1 => 1_000_000_000_000,
        2 => 1_000_000_000,
        3 => 1_000_000,
        4 => 1_000,
        5 => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(depth), depth, "The tree has levels 1 to 5."),
    };

    /// <summary>The child with a number.</summary>
    /// <param name="ordinal">1 to 999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 999.</exception>
    /// <exception cref="InvalidOperationException">A leaf has no children.</exception>
    public Branch Child(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ordinal, 999);
        return Depth == MaxDepth
            ? throw new InvalidOperationException("A leaf of the tree has no children.")
            : new(Value + ordinal * Width(Depth + 1));
    }

    /// <summary>Whether a node is this one or lies below it.</summary>
    /// <param name="other">The node asked about.</param>
    public bool Contains(Branch other) => Contains(other.Value);

    /// <summary>Whether a stored number lies at or below this node.</summary>
    /// <param name="value">A number as stored.</param>
    public bool Contains(long value) => value >= Low && value < High;

    /// <summary>The node itself or the one above it at a level: a grid's village, for rolling up.</summary>
    /// <param name="depth">1 up to <see cref="Depth"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is below this node, or none.</exception>
    public Branch AtDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, Depth);
        return new(Value - Value % Width(depth));
    }

    /// <summary>The nodes from the root down to this one, both included.</summary>
    public IEnumerable<Branch> PathFromRoot()
    {
        for (var depth = 1; depth <= Depth; depth++)
            yield return AtDepth(depth);
    }

    /// <summary>Orders a parent directly before its descendants.</summary>
    /// <param name="other">The other node.</param>
    public int CompareTo(Branch other) => Value.CompareTo(other.Value);

    /// <summary>The number in plain digits, “1003012000000”; what <see cref="Parse(string)"/> reads.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads plain digits.</summary>
    /// <param name="text">Thirteen digits.</param>
    /// <exception cref="FormatException">Not the number of a node.</exception>
    public static Branch Parse(string text) => Parse(text, null);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">Thirteen digits.</param>
    /// <param name="provider">Not used.</param>
    public static Branch Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var branch) ? branch : throw new FormatException("Not the number of a node of the tree.");

    /// <summary>Reads plain digits; false if they are not the number of a node.</summary>
    /// <param name="s">Thirteen digits.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The node.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Branch result)
    {
        var ok = long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && IsBranch(value);
        result = ok ? new(value) : default;
        return ok;
    }

    /// <summary>By number.</summary>
    public static bool operator <(Branch left, Branch right) => left.Value < right.Value;

    /// <summary>By number.</summary>
    public static bool operator >(Branch left, Branch right) => left.Value > right.Value;

    /// <summary>By number.</summary>
    public static bool operator <=(Branch left, Branch right) => left.Value <= right.Value;

    /// <summary>By number.</summary>
    public static bool operator >=(Branch left, Branch right) => left.Value >= right.Value;

    private static bool IsBranch(long value)
    {
        if (value is < RootValue or >= 2 * RootValue)
            return false;
        // No level may be skipped: a zero group is followed by zero groups only.
        var depth = DepthOf(value);
        for (var level = 2; level < depth; level++)
        {
            if (value / Width(level) % 1000 == 0)
                return false;
        }

        return true;
    }

    private static int DepthOf(long value)
    {
        for (var depth = 1; depth < MaxDepth; depth++)
        {
            if (value % Width(depth) == 0)
                return depth;
        }

        return MaxDepth;
    }
}
