using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>What a measure means: for the first registers written down by hand a second time, for all others read from the declaration without any SQL.</summary>
/// <param name="Key">Key of the measure.</param>
/// <param name="Register">Register whose entries count.</param>
/// <param name="Day">Day of a flow; null for a stock.</param>
/// <param name="Where">Condition.</param>
/// <param name="Distinct">Counts different values of it.</param>
/// <param name="Sum">Adds it up.</param>
/// <param name="Reached">Only with a visit of the same subject in the period.</param>
/// <param name="By">Dimensions; a star marks several codes.</param>
public sealed record Meaning(string Key, string Register, string? Day, Func<Fact, DateOnly, bool>? Where, string? Distinct, string? Sum, bool Reached, params string[] By)
{
    /// <summary>Those written by hand: the shipped declaration is not looked at, so the reading of declarations is held to them.</summary>
    public static readonly IReadOnlyList<Meaning> ByHand =
    [
        new("visit.times", "visit", "date", null, null, null, false, "kind", "mode", "situation", "*needs"),
        new("visit.people", "visit", "date", null, "person", null, false, "kind", "mode"),
        new("visit.households", "visit", "date", null, "household", null, false, "kind", "mode"),
        new("care.people", "care", null, null, "subject", null, false, "*categories", "level"),
        new("care.visited", "care", null, null, "subject", null, true, "*categories", "level"),
        new("organization.count", "organization", null, null, null, null, false, "kind", "level"),
        new("post.holders", "post", null, null, "person", null, false, "role"),
        new("post.execs", "post", null, (f, _) => f.Text("role") is "exec" or "chair" or "vice" or "part-time-vice", "person", null, false, "role"),
        new("person.count", "person", null, null, null, null, false, "sex", "employment"),
        new("person.women-children", "person", null, (f, day) => f.Text("sex") == "female" || f.Day("birth") > day.AddYears(-18), null, null, false, "sex"),
        new("household.count", "household", null, (f, _) => f.Text("kind") == "residence", null, null, false, "*marks"),
        new("member.people", "member", null, null, "person", null, false, "relation"),
        new("own-station.times", "own-station", "date", null, null, null, false, "kind", "*for"),
        new("own-station.people", "own-station", "date", null, null, "people", false, "kind"),
        new("own-station.hosts", "own-station", "date", null, "host", null, false, "kind"),
    ];

    /// <summary>A ratio by hand: part and whole.</summary>
    public static readonly IReadOnlyList<(string Key, string Part, string Whole)> Ratios = [("care.coverage", "care.visited", "care.people")];

    /// <summary>The greatest value of it.</summary>
    public string? Max { get; init; }

    /// <summary>Counts the villages.</summary>
    public bool Villages { get; init; }

    /// <summary>First day of a stock.</summary>
    public string From { get; init; } = "from";

    /// <summary>The day a stock ended.</summary>
    public string To { get; init; } = "to";

    /// <summary>Who must have been reached, by what.</summary>
    public ReachedBy Through { get; init; } = new("visit", "subject", "subject");

    /// <summary>Dated facts it is split by.</summary>
    public IReadOnlyList<DatedSplit> Dated { get; init; } = [];

    public bool IsStock => Day is null;

    

    /// <summary>Reads a declaration.</summary>
    public static Meaning Of(Measure measure, FoldedLog log, Reference reference) => new(measure.Key, measure.Register.Key,
        measure.Kind is MeasureKind.Flow ? measure.Span.Keys[0] : null, (f, day) => log.Holds(measure.Where, f, day) == true,
        (measure.Count as Aggregate.Distinct)?.Key, (measure.Count as Aggregate.Sum)?.Key, measure.Reached is not null,
        [.. Split.Of(measure, reference).Select(s => s.Key)])
    {
        Max = (measure.Count as Aggregate.Max)?.Key,
        Villages = measure.Count is Aggregate.Villages,
        From = measure.Span.Keys[0],
        To = measure.Span.To ?? "to",
        Through = measure.Reached ?? new("visit", "subject", "subject"),
        Dated = measure.Dated,
    };

    /// <summary>Name, with how it was come by.</summary>
    public override string ToString() => Key;
}
