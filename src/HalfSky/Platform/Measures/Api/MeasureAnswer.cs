using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures.Api;

/// <summary>One row of a split with its words.</summary>
/// <param name="Keys">Values of the dimensions as conditions take them; null where the entry has none.</param>
/// <param name="Labels">The same for people.</param>
/// <param name="Value">The figure; null when a ratio has no whole.</param>
/// <param name="Slice">The row as read.</param>
public sealed record AnswerRow(IReadOnlyList<string?> Keys, IReadOnlyList<string> Labels, long? Value, Slice Slice);

/// <summary>A reading with the words of its split, for the API and the command line.</summary>
/// <param name="Reading">The figure.</param>
/// <param name="Splits">The dimensions.</param>
/// <param name="Rows">The split in the order of its keys.</param>
/// <param name="Overlap">By how much the rows exceed the whole; absent where they add up or cannot be added.</param>
public sealed record MeasureAnswer(Reading Reading, IReadOnlyList<Split> Splits, IReadOnlyList<AnswerRow> Rows, long? Overlap)
{
    /// <summary>Reads the figure and words its split.</summary>
    public static async Task<MeasureAnswer> Read(Evaluator evaluator, Measure measure, Ask ask, Scope scope, Names names, Reference reference, CancellationToken ct)
    {
        var reading = await evaluator.Read(measure, ask, scope, ct);
        var offered = Split.Of(measure, reference);
        var splits = (ask.By ?? []).Select(b => offered.First(s => s.Key == b)).ToList();
        var pointed = splits.SelectMany((split, i) => split.Field is { Type: FieldType.LookUp } field
            ? reading.Slices.Select(s => (field, (object?)(Guid.TryParse(s.Keys[i], out var id) ? id : null))) : []);
        var titles = await names.Of(reference, pointed, scope, ct);
        var rows = reading.Slices.OrderBy(s => string.Join('\u0001', s.Keys.Select(k => k ?? "\uffff")), StringComparer.Ordinal)
            .Select(s => new AnswerRow(s.Keys, [.. s.Keys.Select((k, i) => splits[i].NameOf(k, reference, titles))], s.Whole is { } whole ? Share(s.Value, whole) : s.Value, s)).ToList();
        var overlaps = measure.Kind is not MeasureKind.Ratio && (!measure.Additive || splits.Exists(s => s.Field?.Type is FieldType.Kinds || s.Dated is not null || s.Key == Split.Group));
        return new(reading, splits, rows, overlaps && splits.Count > 0 ? reading.Overlap : null);
    }

    private static long? Share(long part, long whole) => whole == 0 ? null : Figure.Share(new(part, Unit.Things), new(whole, Unit.Things))?.Amount;
}
