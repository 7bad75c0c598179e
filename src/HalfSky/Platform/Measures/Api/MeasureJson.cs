using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures.Api;

/// <summary>Measures on the wire; the command line prints the same.</summary>
public static class MeasureJson
{
    /// <summary>The definition.</summary>
    public static JsonObject Definition(Measure measure, Reference reference) => new()
    {
        ["key"] = measure.Key,
        ["label"] = measure.Label,
        ["unit"] = measure.Unit.Label,
        ["unitKind"] = measure.Unit.Kind,
        ["digits"] = measure.Unit.Digits,
        ["kind"] = measure.Kind.ToString().ToLowerInvariant(),
        ["register"] = measure.Register.Key,
        ["additive"] = measure.Additive,
        ["dimensions"] = new JsonArray([.. Split.Of(measure, reference).Select(d => (JsonNode)d.Key)]),
        ["part"] = measure.Part,
        ["whole"] = measure.Whole,
        ["version"] = measure.Version,
        ["validFrom"] = measure.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The definition with its sentences.</summary>
    public static JsonObject Whole(Measure measure, Reference reference)
    {
        var body = Definition(measure, reference);
        body["definition"] = new JsonArray([.. Wording.Of(measure, reference).Select(s => new JsonObject { ["head"] = s.Head, ["text"] = s.Text })]);
        return body;
    }

    /// <summary>Adds the figure: value, what must be said beside it, and the split.</summary>
    public static void Add(JsonObject body, MeasureAnswer answer, Reference reference)
    {
        var (measure, reading) = (answer.Reading.Measure, answer.Reading);
        var ask = reading.Ask;
        body["place"] = new JsonObject
        {
            ["number"] = ask.Place.Value, ["code"] = reference.Places.Find(ask.Place.Value)?.Code, ["name"] = reference.Places.NameOf(ask.Place.Value),
        };
        body["period"] = new JsonObject { ["key"] = ask.Period.Key, ["label"] = ask.Period.Label, ["from"] = Day(ask.Period.From), ["to"] = Day(ask.Period.Last) };
        body["published"] = ask.Published;
        body["value"] = reading.Value;
        body["text"] = reading.Figure?.ToString();
        body["pending"] = reading.Pending;
        body["recorded"] = reading.Recorded;
        body["villages"] = reading.Villages;
        body["silent"] = reading.IsSilent;
        if (measure.Kind is MeasureKind.Ratio) (body["numerator"], body["denominator"]) = (reading.Part, reading.Whole);
        if (answer.Splits.Count == 0) return;
        body["by"] = new JsonArray([.. answer.Splits.Select(s => (JsonNode)s.Key)]);
        body["rows"] = new JsonArray([.. answer.Rows.Select(r => Row(r, answer.Splits, measure))]);
        if (answer.Overlap is { } overlap) body["overlap"] = overlap;
    }

    private static JsonObject Row(AnswerRow row, IReadOnlyList<Split> splits, Measure measure)
    {
        var body = new JsonObject
        {
            // As a condition takes them, so that a row's keys open what stands behind it.
            ["keys"] = new JsonObject(splits.Select((s, i) => KeyValuePair.Create<string, JsonNode?>(s.Key, Split.Condition(row.Keys[i])))),
            ["labels"] = new JsonObject(splits.Select((s, i) => KeyValuePair.Create<string, JsonNode?>(s.Key, row.Labels[i]))),
            ["value"] = row.Value,
            ["text"] = row.Value is { } value ? new Figure(value, measure.Unit).ToString() : null,
        };
        if (row.Slice.Whole is { } whole) (body["numerator"], body["denominator"]) = (row.Slice.Value, whole);
        else body["pending"] = row.Slice.Pending;
        return body;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
