using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>What an organisation got for an item.</summary>
/// <param name="Points">In tenths; null where nothing is known or given yet.</param>
/// <param name="Figure">The figure behind it, for items computed.</param>
/// <param name="Address">Where the figure or the score opens.</param>
public sealed record ScoreCell(long? Points, string Figure, string? Address);

/// <summary>An organisation with its points.</summary>
/// <param name="Organization">The organisation.</param>
/// <param name="Cells">By item, in their order.</param>
public sealed record ScoreRow(Node Organization, IReadOnlyList<ScoreCell> Cells)
{
    /// <summary>Sum of what is known, in tenths.</summary>
    public long Total => Cells.Sum(c => c.Points ?? 0);

    /// <summary>Every item is known.</summary>
    public bool IsComplete => Cells.All(c => c.Points is not null);
}

/// <summary>
/// The scores of a year by organisation, in the fixed order of their numbers: organisations, never people, and no ranking. Items of a measure are
/// computed when shown; nothing of them is typed or kept.
/// </summary>
/// <param name="Rubric">The scheme.</param>
/// <param name="Items">Its items.</param>
/// <param name="Rows">Organisations just below the one that assesses.</param>
public sealed record AssessmentTable(Rubric Rubric, IReadOnlyList<RubricItem> Items, IReadOnlyList<ScoreRow> Rows)
{
    /// <summary>Points as written, “7.5”.</summary>
    public static string Written(long tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Reads it; null when it is not there or not hers.</summary>
    public static async Task<AssessmentTable?> Read(Desk desk, Recording recording, Guid id, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var register = reference.Register("rubric")!;
        if (await recording.Find(register, id, desk.Sees(register), ct) is not Rubric rubric) return null;
        var items = (await Plans.Pages.Parts.Of<RubricItem>(desk, reference.Register("rubric-item")!, new Filter.Is("rubric", id) & EntryStates.Count, ct)).OrderBy(i => i.Position ?? long.MaxValue).ThenBy(i => i.Id).ToList();
        var scores = (await Plans.Pages.Parts.Of<AssessmentScore>(desk, reference.Register("assessment-score")!, new Filter.Is("rubric", id) & EntryStates.Count, ct)).GroupBy(s => (s.Item, s.Org)).ToDictionary(g => g.Key, g => g.First());
        var organizations = reference.LowerThan(rubric.Org);
        var columns = new List<Dictionary<long, ScoreCell>>();
        foreach (var item in items)
        {
            columns.Add(item.Kind == RubricItem.ByMeasure ? await Computed(desk, reference, rubric, item, organizations, ct)
                : organizations.ToDictionary(o => o.Number.Value, o => scores.GetValueOrDefault((item.Id, o.Number.Value)) is { } score ? new ScoreCell(score.Points, "", $"/r/assessment-score/{score.Id}") : new ScoreCell(null, "", null)));
        }
        return new(rubric, items, [.. organizations.Select(o => new ScoreRow(o, [.. columns.Select(c => c[o.Number.Value])]))]);
    }

    /// <summary>One question for all organisations: the measure split by their places.</summary>
    private static async Task<Dictionary<long, ScoreCell>> Computed(Desk desk, Reference reference, Rubric rubric, RubricItem item, IReadOnlyList<Node> organizations, CancellationToken ct)
    {
        if (item.Measure is null || reference.Measure(item.Measure) is not { } measure || desk.Counts(measure.Register).IsEmpty || organizations.Count == 0)
            return organizations.ToDictionary(o => o.Number.Value, _ => new ScoreCell(null, "", null));
        var (year, upper) = (Period.Year((int)rubric.Year), new Branch(organizations[0].Place).Parent ?? Branch.Root);
        var split = new Branch(organizations[0].Place).Depth switch { 2 => "township", 3 => "village", _ => "grid" };
        var query = AskQuery.Read(QueryHelpers.ParseQuery(item.Conditions), measure, reference, upper, year, desk.Today);
        var ask = query.Ask with { By = [split] };
        var evaluator = await desk.Evaluator(ct);
        var slices = (await evaluator.Read(measure, ask, desk.Counts(measure.Register), ct)).Slices.Where(s => s.Keys[0] is not null).ToDictionary(s => s.Keys[0]!);
        var recorded = (await evaluator.Recorded(measure, ask with { By = null }, desk.Counts, ct)).ToList();
        return organizations.ToDictionary(o => o.Number.Value, o =>
        {
            var place = new Branch(o.Place);
            var slice = slices.GetValueOrDefault(o.Place.ToString(CultureInfo.InvariantCulture));
            // Empty is not zero (D17).
            var known = slice is not null || recorded.Exists(v => place.Contains(v));
            long? amount = !known ? null : measure.Kind is not MeasureKind.Ratio ? slice?.Value ?? 0
                : slice?.Whole is > 0 and var whole ? (long)Math.Round(slice.Value * 10_000m / whole, MidpointRounding.AwayFromZero) : null;
            return new ScoreCell(item.Earned(amount is { } a ? Targets.Hundredths(a, measure.Unit) : null), amount is { } shown ? new Figure(shown, measure.Unit).ToString() : "—", $"/measures/{measure.Key}{query.At(place)}");
        });
    }
}
