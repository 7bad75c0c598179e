using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Figures of a form: of one place, or of every village or township below it. Empty where nothing was recorded: that is not zero (D17).</summary>
internal sealed class FormFigures(Session session, Reference reference, DateOnly today, ExportReach reach)
{
    private readonly Evaluator evaluator = new(session, reference, today);

    /// <summary>The figure of a place.</summary>
    public async Task<object?> Of(string fills, Branch place, Period days, CancellationToken ct)
    {
        if (Read(fills, place, days) is not ({ } measure, { } query)) return null;
        var reading = (await new ManyFigures(session, reference, today).Read([(measure, query)], Counts, ct))[0];
        return reading.IsSilent ? null : Shown(measure, reading.Value);
    }

    /// <summary>The figures of the places asked for.</summary>
    public async Task<IReadOnlyDictionary<long, object?>> By(string fills, BlockOf rows, Branch place, Period days, CancellationToken ct)
    {
        var found = new Dictionary<long, object?>();
        if (Read(fills, place, days) is not ({ } measure, { } query)) return found;
        var (split, depth) = rows is BlockOf.Townships ? ("township", 2) : ("village", 3);
        // Where something was recorded a figure left out is nought; elsewhere it is unknown. A share of nothing is no share.
        if (measure.Kind is not MeasureKind.Ratio)
            foreach (var village in await evaluator.Recorded(measure, query.Ask, Counts, ct)) found[new Branch(village).AtDepth(depth).Value] = Shown(measure, 0);
        var reading = await evaluator.Read(measure, query.Ask with { By = [split] }, Counts(measure.Register), ct);
        foreach (var slice in reading.Slices)
            if (long.TryParse(slice.Keys[0], CultureInfo.InvariantCulture, out var at))
                found[at] = slice.Whole is { } whole ? (whole == 0 ? null : new Share(slice.Value / (decimal)whole)) : Shown(measure, slice.Value);
        return found;
    }

    /// <summary>The measure a binding names and what it asks; none when the measure is gone or is not hers.</summary>
    private (Measure?, AskQuery?) Read(string fills, Branch place, Period days)
    {
        var (key, where) = fills[FillWords.OfMeasure.Length..].Split('?', 2) is [var k, var w] ? (k, w) : (fills[FillWords.OfMeasure.Length..], "");
        return reference.Measure(key) is { } measure && !Counts(measure.Register).IsEmpty
            ? (measure, AskQuery.Read(QueryHelpers.ParseQuery(where), measure, reference, place, days, today)) : (null, null);
    }

    private Access.Scope Counts(Register register) => reach.Of(register.Permission("measure"));

    private static object? Shown(Measure measure, long? value)
    {
        if (value is not { } amount) return null;
        if (measure.Kind is MeasureKind.Ratio) return new Share(amount / 10_000m);
        var scale = 1m;
        for (var i = 0; i < measure.Unit.Digits; i++) scale *= 10;
        return amount / scale;
    }
}
