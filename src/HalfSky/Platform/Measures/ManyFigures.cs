using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>
/// Reads the many figures of a document in few passes: those without conditions from the tally where it holds them, those of the same register,
/// days and place together, whatever their conditions, the rest one by one. The values are those of the <see cref="Evaluator"/>.
/// </summary>
public sealed class ManyFigures(Session session, Reference reference, DateOnly today)
{
    /// <summary>Figures of one pass: a statement has so many columns and parameters only.</summary>
    private const int Most = 100;

    private static readonly Filter Verified = new Filter.In("state", [nameof(EntryState.Verified)]);

    private readonly Evaluator evaluator = new(session, reference, today);
    private readonly TallyReader tally = new(session, reference, today);

    /// <summary>The figures, in the order asked for.</summary>
    /// <param name="asked">Measures, each with its question; a split in it is left aside.</param>
    /// <param name="scope">What may be counted of a register.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Reading>> Read(IReadOnlyList<(Measure Measure, AskQuery Query)> asked, Func<Register, Scope> scope, CancellationToken ct = default)
    {
        var questions = asked.Select(a => (a.Measure, Ask: a.Query.Ask with { By = null })).ToList();
        var found = new Dictionary<(Measure, Ask), Reading>();
        var open = questions.SelectMany(q => PartsOf(q.Measure).Select(m => (Measure: m, q.Ask))).Distinct().ToList();
        foreach (var alike in open.Where(q => tally.Holds(q.Measure, q.Ask) && scope(q.Measure.Register).Contains(Branch.Root.Value)).GroupBy(q => q.Ask).ToList())
        {
            foreach (var reading in await tally.Read([.. alike.Select(q => q.Measure)], alike.Key, m => scope(m.Register), ct)) found[(reading.Measure, alike.Key)] = reading;
        }
        foreach (var alike in open.Where(q => !found.ContainsKey(q)).GroupBy(KeyOf).SelectMany(g => g.Chunk(Most)).ToList())
        {
            var counted = scope(alike[0].Measure.Register);
            var readings = KeyOf(alike[0]).Apart is null ? await Pass(alike, counted, ct) : [await evaluator.Read(alike[0].Measure, alike[0].Ask, counted, ct)];
            foreach (var (question, reading) in alike.Zip(readings)) found[question] = reading;
        }
        return [.. questions.Select(q => q.Measure.Kind is not MeasureKind.Ratio ? found[q]
            : evaluator.Share(q.Measure, q.Ask, found[(reference.Measure(q.Measure.Part!)!, q.Ask)], q.Measure.Whole == Measure.AllVillages ? null : found[(reference.Measure(q.Measure.Whole!)!, q.Ask)]))];
    }

    /// <summary>A ratio is made of two figures, or of one and the number of villages.</summary>
    private IEnumerable<Measure> PartsOf(Measure measure) => measure.Kind is not MeasureKind.Ratio ? [measure]
        : new[] { measure.Part!, measure.Whole! }.Where(k => k != Measure.AllVillages).Select(k => reference.Measure(k)!);

    /// <summary>Figures with the same key come from one pass; what the covering index does not answer goes by itself.</summary>
    private (Register, Branch, Period, bool, MeasureKind, string, (Measure, Ask)? Apart) KeyOf((Measure Measure, Ask Ask) q) =>
        (q.Measure.Register, q.Ask.Place, q.Ask.Period, q.Ask.Published, q.Measure.Kind, q.Measure.Span.Keys[0], q.Measure.Covers(evaluator.Own(q.Measure, q.Ask)) ? null : q);

    /// <summary>
    /// Figures of one register, place and days in one pass along the covering index, place by place and state by state: what one asks for and
    /// another does not stands in the aggregates. Different things are counted once in a second pass, since they do not add up.
    /// </summary>
    private async Task<IReadOnlyList<Reading>> Pass(IReadOnlyList<(Measure Measure, Ask Ask)> alike, Scope scope, CancellationToken ct)
    {
        var conditions = alike.Select(q => evaluator.Own(q.Measure, q.Ask)).ToList();
        var query = evaluator.Around(alike[0].Measure, alike[0].Ask, scope).Along("place");
        var aggregates = new List<Aggregate>();
        int Add(Aggregate counted, Filter condition)
        {
            aggregates.Add(new Aggregate.When(counted, condition));
            return aggregates.Count - 1;
        }
        var columns = alike.Select((q, i) => (Rows: Add(new Aggregate.Rows(), conditions[i]), Value: q.Measure.Count is Aggregate.Sum or Aggregate.Max ? Add(q.Measure.Count, conditions[i]) : aggregates.Count - 1)).ToList();
        var parts = (await query.Group([new("place"), new("state")], aggregates, ct)).Select(r => (Place: long.Parse(r.Keys[0]!, CultureInfo.InvariantCulture), IsVerified: r.Keys[1] == nameof(EntryState.Verified), r.Values)).ToList();
        aggregates.Clear();
        var things = alike.Select((q, i) => q.Measure.DistinctKey is null ? default : (Working: Add(q.Measure.Count, conditions[i]), Verified: Add(q.Measure.Count, conditions[i] & Verified))).ToList();
        var once = aggregates.Count == 0 ? [] : (await query.Group([], aggregates, ct))[0].Values;
        return [.. alike.Select((q, i) =>
        {
            var told = parts.FindAll(p => p.Values[columns[i].Rows] > 0);
            long Whole(IEnumerable<(long Place, bool IsVerified, IReadOnlyList<long> Values)> of) => q.Measure.Count switch
            {
                Aggregate.Max => of.Select(p => p.Values[columns[i].Value]).DefaultIfEmpty().Max(),
                Aggregate.Villages => of.Where(p => IsVillage(p.Place)).Select(p => VillageOf(p.Place)).Distinct().Count(),
                _ => of.Sum(p => p.Values[columns[i].Value]),
            };
            var (working, verified) = q.Measure.DistinctKey is null ? (Whole(told), Whole(told.Where(p => p.IsVerified))) : (once[things[i].Working], once[things[i].Verified]);
            return evaluator.Told(q.Measure, q.Ask, working, verified, told.Select(p => VillageOf(p.Place)).Where(IsVillage).Distinct().Count(), []);
        })];
    }

    /// <summary>The village a place counts under now.</summary>
    private long VillageOf(long place) => reference.Successors.FirstOrDefault(s => s.Old.Contains(new Branch(place))) is { New: { Value: > 0 } next }
        ? next.AtDepth(Math.Min(3, next.Depth)).Value : place - place % Branch.Width(3);

    /// <summary>What lies above the villages is in none of them.</summary>
    private static bool IsVillage(long place) => place % Branch.Width(2) != 0;
}
