using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>
/// Reads the many figures of a document in few passes: those without conditions from the tally, those of one measure that differ only in the
/// kinds asked for (“季走访”, “回访”) from one split, the rest one by one. The values are those of the <see cref="Evaluator"/>.
/// </summary>
public sealed class ManyFigures(Session session, Reference reference, DateOnly today)
{
    private readonly Evaluator evaluator = new(session, reference, today);
    private readonly TallyReader tally = new(session, reference, today);

    /// <summary>The figures, in the order asked for.</summary>
    /// <param name="asked">Measures, each with its question; a split in it is left aside.</param>
    /// <param name="scope">What may be counted of a register.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Reading>> Read(IReadOnlyList<(Measure Measure, AskQuery Query)> asked, Func<Register, Scope> scope, CancellationToken ct = default)
    {
        var readings = new Reading[asked.Count];
        foreach (var alike in Enumerable.Range(0, asked.Count).GroupBy(i => KeyOf(asked[i].Measure, asked[i].Query)))
        {
            var (measure, ask) = (alike.Key.Measure, asked[alike.First()].Query.Ask with { By = null, Where = null });
            if (alike.Key.Fields is "")
            {
                var measures = alike.Select(i => asked[i].Measure).Distinct().ToList();
                var read = await tally.Read(measures, ask, m => scope(m.Register), ct);
                foreach (var i in alike) readings[i] = read[measures.IndexOf(asked[i].Measure)];
            }
            else if (measure is not null && alike.Key.Fields is { } fields && alike.Skip(1).Any())
            {
                var whole = await evaluator.Read(measure, ask with { By = fields.Split(' ') }, scope(measure.Register), ct);
                foreach (var i in alike) readings[i] = Part(whole, Codes(measure, asked[i].Query)!, asked[i].Query.Ask);
            }
            else
            {
                foreach (var i in alike) readings[i] = await evaluator.Read(asked[i].Measure, asked[i].Query.Ask with { By = null }, scope(asked[i].Measure.Register), ct);
            }
        }
        return readings;
    }

    /// <summary>Figures with the same key come from one pass: all without conditions, or those of a measure with conditions on the same fields.</summary>
    private (Branch Place, Period Days, bool Published, Measure? Measure, string? Fields) KeyOf(Measure measure, AskQuery query)
    {
        var ask = query.Ask;
        if (ask.Where is null && !ask.Published) return (ask.Place, ask.Period, false, null, "");
        var fields = Codes(measure, query) is { } codes ? string.Join(' ', codes.Select(c => c.Field)) : null;
        return (ask.Place, ask.Period, ask.Published, measure, fields is "" ? null : fields);
    }

    /// <summary>The one kind each condition asks for, by field; null where a condition is of another sort and must be asked by itself.</summary>
    private List<(string Field, string Code)>? Codes(Measure measure, AskQuery query)
    {
        var codes = new List<(string Field, string Code)>();
        var several = 0;
        foreach (var (name, value) in query.Conditions.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            if (Split.Declared(measure, reference).FirstOrDefault(s => s.Key == name) is not { Dated: null, Field: { } field } || value == AskQuery.Empty) return null;
            if (field.Type is FieldType.Kinds) several++;
            if (field.Type is FieldType.Flag) codes.Add((name, value));
            else if (field.Type is FieldType.Kind or FieldType.Kinds && reference.KindsOf(field).CodeOf(value) is { } code) codes.Add((name, code));
            else return null;
        }
        // An entry of several kinds stands in several rows; of two such fields the rows multiply.
        return several > 1 ? null : codes;
    }

    private static Reading Part(Reading whole, List<(string Field, string Code)> codes, Ask ask)
    {
        var slice = whole.Slices.FirstOrDefault(s => s.Keys.SequenceEqual(codes.Select(c => (string?)c.Code)));
        long? value = whole.Measure.Kind is not MeasureKind.Ratio ? slice?.Value ?? 0
            : slice?.Whole is > 0 and var all ? (long)Math.Round(slice.Value * 10_000m / all, MidpointRounding.AwayFromZero) : null;
        return new(whole.Measure, ask, value, slice?.Pending ?? 0, slice is null ? 0 : 1, whole.Villages, []);
    }
}
