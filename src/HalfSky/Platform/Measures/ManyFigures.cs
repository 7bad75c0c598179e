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
            foreach (var (question, reading) in alike.Zip(await evaluator.Together(alike, scope(alike[0].Measure.Register), ct))) found[question] = reading;
        }
        return [.. questions.Select(q => q.Measure.Kind is not MeasureKind.Ratio ? found[q]
            : evaluator.Share(q.Measure, q.Ask, found[(reference.Measure(q.Measure.Part!)!, q.Ask)], q.Measure.Whole == Measure.AllVillages ? null : found[(reference.Measure(q.Measure.Whole!)!, q.Ask)]))];
    }

    /// <summary>A ratio is made of two figures, or of one and the number of villages.</summary>
    private IEnumerable<Measure> PartsOf(Measure measure) => measure.Kind is not MeasureKind.Ratio ? [measure]
        : new[] { measure.Part!, measure.Whole! }.Where(k => k != Measure.AllVillages).Select(k => reference.Measure(k)!);

    /// <summary>Figures with the same key come from one pass; what looks into another register for each row goes by itself, where its rows are told apart but once.</summary>
    private (Register, Branch, Period, bool, MeasureKind, string, (Measure, Ask)?) KeyOf((Measure Measure, Ask Ask) q) =>
        (q.Measure.Register, q.Ask.Place, q.Ask.Period, q.Ask.Published, q.Measure.Kind, q.Measure.Span.Keys[0], LooksElsewhere(evaluator.Own(q.Measure, q.Ask)) ? q : null);

    private static bool LooksElsewhere(Filter filter) => filter switch
    {
        Filter.Exists or Filter.Among or Filter.Held => true,
        Filter.All f => f.Parts.Any(LooksElsewhere),
        Filter.Any f => f.Parts.Any(LooksElsewhere),
        Filter.Not f => LooksElsewhere(f.Part),
        _ => false,
    };
}
