using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>How a figure stands in time.</summary>
public enum MeasureKind
{
    /// <summary>流量: what happened in a period.</summary>
    Flow,

    /// <summary>存量: what holds at the period's end.</summary>
    Stock,

    /// <summary>比率: one measure over another.</summary>
    Ratio,
}

/// <summary>The days a measure reads: one for a flow, from and to for a stock.</summary>
/// <param name="Keys">Field keys.</param>
/// <param name="To">Key of the end, for a stock.</param>
public sealed record Span(IReadOnlyList<string> Keys, string? To)
{
    /// <inheritdoc/>
    public bool Equals(Span? other) => other is not null && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc/>
    public override int GetHashCode() => Keys.Aggregate(0, HashCode.Combine);
}

/// <summary>“…and reached by an entry of the other register within the period”, for coverage.</summary>
/// <param name="Register">Key of the other register.</param>
/// <param name="OtherKey">Its field that points at the same thing.</param>
/// <param name="Key">Our field that points at it.</param>
public sealed record ReachedBy(string Register, string OtherKey, string Key);

/// <summary>
/// A dimension that changes over time: the fact that held on the entry's day, for a flow, or on the day asked, for a stock (D16).
/// </summary>
/// <param name="Key">Name on the wire.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Register">Register of the dated fact; its entries hold between two days.</param>
/// <param name="OtherKey">Its field that points at the same thing.</param>
/// <param name="OwnKey">The measured register's field that points at it.</param>
/// <param name="Field">Its field that is split by.</param>
public sealed record DatedSplit(string Key, string Label, string Register, string OtherKey, string OwnKey, string Field);

/// <summary>A measure 口径: one declared, versioned definition of a figure. Its condition is the same for the number and for what stands behind it.</summary>
public sealed class Measure(string key, string label, Unit unit, Register register, MeasureKind kind, Span span)
{
    /// <summary>Key, “visit.times”.</summary>
    public string Key { get; } = key;

    /// <summary>Chinese name.</summary>
    public string Label { get; } = label;

    /// <summary>What is counted in; units never mix.</summary>
    public Unit Unit { get; } = unit;

    /// <summary>The register that owns the figure.</summary>
    public Register Register { get; } = register;

    /// <summary>Flow, stock or ratio.</summary>
    public MeasureKind Kind { get; } = kind;

    /// <summary>The days read.</summary>
    public Span Span { get; } = span;

    /// <summary>What is counted.</summary>
    public Aggregate Count { get; internal set; } = new Aggregate.Rows();

    /// <summary>Declared condition beside state, period and place.</summary>
    public Filter Where { get; internal set; } = Filter.None;

    /// <summary>The condition in words, for the 口径.</summary>
    public string? WhereText { get; internal set; }

    /// <summary>What else summaries call it, with blanks between: “受众 参与”.</summary>
    public string Also { get; internal set; } = "";

    /// <summary>Keys of the fields its condition is on.</summary>
    internal IEnumerable<string> Fixed => KeysOf(Where);

    /// <summary>Fields it can be split by, besides organisation, place and month.</summary>
    public IReadOnlyList<string> Dimensions { get; internal set; } = [];

    /// <summary>Only what an entry of another register reached in the period.</summary>
    public ReachedBy? Reached { get; internal set; }

    /// <summary>Stands for the number of villages of the place asked for, as the whole of a coverage.</summary>
    public const string AllVillages = "*villages";

    /// <summary>Dated facts it can be split by (D16).</summary>
    public IReadOnlyList<DatedSplit> Dated { get; internal set; } = [];

    /// <summary>Numerator of a ratio.</summary>
    public string? Part { get; init; }

    /// <summary>Denominator of a ratio.</summary>
    public string? Whole { get; init; }

    /// <summary>Version of the definition.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>First day the version is valid.</summary>
    public DateOnly ValidFrom { get; internal set; } = new(2026, 1, 1);

    /// <summary>The key of the thing counted once; null when every entry counts.</summary>
    public string? DistinctKey => Count is Aggregate.Distinct d ? d.Key : null;

    /// <summary>Parts add up to the whole (D15): entries and sums do, distinct things and ratios do not.</summary>
    public bool Additive => Kind is not MeasureKind.Ratio && Count is Aggregate.Rows or Aggregate.Sum;

    /// <summary>Columns it reads beside its days and the place; for the covering index.</summary>
    internal IEnumerable<string> Columns
    {
        get
        {
            var counted = Count switch { Aggregate.Distinct d => [d.Key], Aggregate.Sum s => [s.Key], Aggregate.Max m => [m.Key], _ => Array.Empty<string>() };
            return counted.Concat(Dimensions).Concat(KeysOf(Where)).Concat(Reached is { } r ? [r.Key] : []).Concat(Dated.Select(d => d.OwnKey)).Distinct();
        }
    }

    /// <summary>Does the covering index hold all that the condition asks of an entry, without a look at another register?</summary>
    internal bool Covers(Filter filter) => !LooksElsewhere(filter) && KeysOf(filter).Except(Columns).Except(Span.Keys).All(k => k == "state");

    private static bool LooksElsewhere(Filter filter) => filter switch
    {
        Filter.Exists or Filter.Among or Filter.Held => true,
        Filter.All f => f.Parts.Any(LooksElsewhere),
        Filter.Any f => f.Parts.Any(LooksElsewhere),
        Filter.Not f => LooksElsewhere(f.Part),
        _ => false,
    };

    private static IEnumerable<string> KeysOf(Filter filter) => filter switch
    {
        Filter.Is f => [f.Key],
        Filter.In f => [f.Key],
        Filter.Has f => [f.Key],
        Filter.Range f => [f.Key],
        Filter.Younger f => [f.Key],
        Filter.All f => f.Parts.SelectMany(KeysOf),
        Filter.Any f => f.Parts.SelectMany(KeysOf),
        Filter.Not f => KeysOf(f.Part),
        _ => [],
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Key} {Label} {Unit.Label}";
}
