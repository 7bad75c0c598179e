using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures.Api;

/// <summary>One row of a split with its words.</summary>
/// <param name="Keys">Values of the dimensions as filters take them; null where the entry has none.</param>
/// <param name="Labels">The same for people.</param>
/// <param name="Value">The figure; null when a ratio has no whole, or the month has not begun.</param>
/// <param name="Pending">其中待核.</param>
/// <param name="Part">Numerator of a ratio.</param>
/// <param name="Whole">Denominator of a ratio.</param>
public sealed record AnswerRow(IReadOnlyList<string?> Keys, IReadOnlyList<string> Labels, long? Value, long Pending, long? Part = null, long? Whole = null);

/// <summary>A reading with the words of its split, for the API and the command line.</summary>
/// <param name="Reading">The figure.</param>
/// <param name="Rows">The split in the order of its keys.</param>
/// <param name="Overlap">By how much the rows exceed the whole; absent where they add up or cannot be added.</param>
public sealed record MeasureAnswer(Reading Reading, IReadOnlyList<AnswerRow> Rows, long? Overlap)
{
    private const string None = "（未填）";

    /// <summary>Reads the figure and words its split.</summary>
    public static async Task<MeasureAnswer> Read(Evaluator evaluator, Measure measure, Ask ask, Scope scope, Names names, Reference reference, CancellationToken ct)
    {
        // A stock by month is read at each month's end, not grouped: one person is in care in many months.
        if (measure.Kind is MeasureKind.Stock && ask.By is ["month"])
        {
            var trend = await evaluator.Trend(measure, ask with { By = null }, scope, ct);
            var figure = await evaluator.Read(measure, ask with { By = null }, scope, ct);
            return new(figure with { Ask = ask }, [.. trend.Select(t => new AnswerRow([t.Month.Key], [t.Month.Label], t.Value, 0))], null);
        }
        var reading = await evaluator.Read(measure, ask, scope, ct);
        var by = ask.By ?? [];
        var labels = new List<IReadOnlyDictionary<string, string>>();
        for (var i = 0; i < by.Count; i++)
            labels.Add(await Labels(by[i], [.. reading.Slices.Select(s => s.Keys[i]).OfType<string>().Distinct()], measure, scope, names, reference, ct));
        var rows = reading.Slices.OrderBy(s => string.Join('\u0001', s.Keys.Select(k => k ?? "\uffff")), StringComparer.Ordinal)
            .Select(s => new AnswerRow(s.Keys, [.. s.Keys.Select((k, i) => k is null ? None : labels[i].GetValueOrDefault(k, k))],
                s.Whole is { } whole ? Share(s.Value, whole) : s.Value, s.Pending, s.Whole is null ? null : s.Value, s.Whole)).ToList();
        var overlaps = measure.Kind is not MeasureKind.Ratio && by.Count > 0 && (!measure.Additive || by.Any(b => measure.Register.Find(b)?.Type is FieldType.Kinds));
        return new(reading, rows, overlaps ? reading.Overlap : null);
    }

    private static async Task<IReadOnlyDictionary<string, string>> Labels(
        string dimension, IReadOnlyList<string> keys, Measure measure, Scope scope, Names names, Reference reference, CancellationToken ct)
    {
        switch (dimension)
        {
            case "month" or "quarter" or "year": return keys.ToDictionary(k => k, k => Period.TryParse(k, null, out var period) ? period.Label : k);
            case "township" or "village" or "grid" or "place": return keys.ToDictionary(k => k, k => reference.Places.NameOf(Number(k)));
            case "org": return keys.ToDictionary(k => k, k => reference.Organizations.NameOf(Number(k)));
        }
        var register = measure.Kind is MeasureKind.Ratio ? reference.Measure(measure.Part!)!.Register : measure.Register;
        var field = register[dimension];
        if (field.Type is FieldType.LookUp && reference.Register(field.Target!) is { } target)
            return (await names.Of(target, keys.Select(Guid.Parse), scope, ct)).ToDictionary(n => n.Key.ToString(), n => n.Value);
        return field.Type switch
        {
            FieldType.Kind or FieldType.Kinds => keys.ToDictionary(k => k, k => reference.KindsOf(field).LabelOf(k)),
            FieldType.Flag => keys.ToDictionary(k => k, k => k == "true" ? "是" : "否"),
            FieldType.Place => keys.ToDictionary(k => k, k => reference.Places.NameOf(Number(k))),
            FieldType.Organization => keys.ToDictionary(k => k, k => reference.Organizations.NameOf(Number(k))),
            _ => keys.ToDictionary(k => k),
        };
    }

    private static long? Share(long part, long whole) => whole == 0 ? null : Figure.Share(new(part, Unit.Things), new(whole, Unit.Things))?.Amount;

    private static long Number(string key) => long.Parse(key, CultureInfo.InvariantCulture);
}
