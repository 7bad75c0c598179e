using HalfSky.Kernel;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using HalfSky.Tests.Platform.Measures;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>A figure as it was on the day it was published.</summary>
internal sealed record Kept(Publication In, ReportedFigure Figure, int Step);

/// <summary>What came up while comparing.</summary>
internal sealed class Tally
{
    public int Compared { get; set; }

    public int Different { get; set; }

    public Dictionary<(Cause Cause, int Sign), int> Causes { get; } = [];
}

/// <summary>A published figure held against the list kept on its day, against the folded log of now, and against what the life did to each entry.</summary>
internal sealed record Comparison(Desk Desk, Reference Reference, FoldedLog Log, PublishedLife Life, Kept Kept, string What)
{
    public async Task Hold(ThenAndNow stored, Tally told)
    {
        var (figure, measure) = (stored.Figure, stored.Measure!);
        Assert.True(stored.IsWhole, What);
        Assert.Equal((Kept.Figure.Value, Kept.Figure.Entries, Convert.ToHexString(Kept.Figure.List), Convert.ToHexString(Kept.Figure.Hash)), (figure.Value, figure.Entries, Convert.ToHexString(figure.List), Convert.ToHexString(figure.Hash)));
        var difference = await Difference.Read(Desk, figure, measure, default);
        var frozen = FrozenList.Unpack(Kept.Figure.List);
        Assert.Equal(frozen.Part, difference.List.Part);
        Assert.Equal(frozen.Whole, difference.List.Whole);
        Assert.True(ValueOf(measure, frozen, figure.Whole) == figure.Value, $"{What}: the list of the day gives {ValueOf(measure, frozen, figure.Whole)}, reported were {figure.Value}");

        var (ask, scope) = (Reporting.AskAgain(figure, measure, Reference), figure.CountedOver());
        var present = await Reporting.ListOf(new Evaluator(Desk.Session, Reference, figure.Through), Reference, measure, ask, scope, default);
        var now = difference.Now!.Value;
        Assert.True(stored.Now == (now ?? 0), $"{What}: the publication says {stored.Now} now, its figure {now}");
        Assert.True(ValueOf(measure, present, difference.Now.Whole) == now, $"{What}: the entries of now give {ValueOf(measure, present, difference.Now.Whole)}, the figure says {now}");

        var parts = measure.Kind is not MeasureKind.Ratio ? [(measure, frozen.Part, present.Part)]
            : new[] { (Reference.Measure(measure.Part!)!, frozen.Part, present.Part) }.Concat(measure.Whole == Measure.AllVillages ? [] : [(Reference.Measure(measure.Whole!)!, frozen.Whole, present.Whole)]).ToArray();
        var at = 0;
        foreach (var (part, then, after) in parts)
        {
            Same(part, ask, after, scope);
            var moved = Moved(then, after);
            Explained(part, then, after, [.. difference.Changes.Skip(at).Take(moved)], told);
            at += moved;
        }
        Assert.True(at == difference.Changes.Count, $"{What}: {difference.Changes.Count} changes for {at} entries");
        if (measure.Additive) Assert.True(now - figure.Value == difference.Changes.Sum(c => c.Amount) && now == figure.Value + difference.In - difference.Out, $"{What}: {figure.Value} then, {now} now, the changes make {difference.Changes.Sum(c => c.Amount)}");
        told.Compared++;
        if (now != figure.Value) told.Different++;
    }

    /// <summary>The entries of now are those the log folds to.</summary>
    private void Same(Measure measure, Ask ask, IReadOnlyList<FrozenRow> rows, Scope scope)
    {
        var meaning = Meaning.Of(measure, Log, Reference);
        var behind = Log.Behind(meaning, ask.Place, ask.Period, published: true, Assert.Single(scope.Branches)).Where(f => ask.Where is null || Log.Holds(ask.Where, f, ask.Period.Last) == true);
        Assert.True(behind.Select(f => f.Id).ToHashSet().SetEquals(rows.Select(r => r.Id)), $"{What}: behind {measure.Key} stand other entries than in the log");
    }

    private static int Moved(IReadOnlyList<FrozenRow> then, IReadOnlyList<FrozenRow> now)
    {
        var before = then.ToDictionary(r => r.Id);
        return now.Count(r => !before.TryGetValue(r.Id, out var b) || (b.Amount, b.Key) != (r.Amount, r.Key)) + then.Count(r => now.All(n => n.Id != r.Id));
    }

    /// <summary>Then and the changes give now, entry by entry, and each change has the reason of what was done to that entry.</summary>
    private void Explained(Measure measure, IReadOnlyList<FrozenRow> then, IReadOnlyList<FrozenRow> now, IReadOnlyList<Change> changes, Tally told)
    {
        var known = then.ToDictionary(r => r.Id, r => r.Amount);
        foreach (var change in changes)
        {
            Assert.Equal(measure.Register.Key, change.Register.Key);
            var before = known.Remove(change.Entry, out var amount);
            Assert.True(before == change.Sign <= 0 && (change.Sign >= 0 || amount == -change.Amount), $"{What}: {change}");
            if (change.Sign >= 0) known[change.Entry] = amount + change.Amount;
            var expected = Expected(measure, change);
            Assert.True(expected == change.Cause, $"{What}: {change.Sign} for {change.Cause}, done were {string.Join(' ', Life.Since(change.Entry, Kept.Step))}: {expected}");
            told.Causes[(change.Cause, change.Sign)] = told.Causes.GetValueOrDefault((change.Cause, change.Sign)) + 1;
        }
        Assert.True(known.Count == now.Count && now.All(r => known.TryGetValue(r.Id, out var amount) && amount == r.Amount), $"{What}: then and the changes do not give now");
    }

    private Cause Expected(Measure measure, Change change)
    {
        var done = Life.Since(change.Entry, Kept.Step);
        if (done.Count == 0)
        {
            var place = Log.Of(measure.Register.Key).Single(f => f.Id == change.Entry).Place;
            var merged = Life.HasMoved(place, Kept.Step);
            Assert.True(merged || measure.Reached is not null || Kept.Figure.Conditions.Contains("careCategory", StringComparison.Ordinal), $"{What}: nothing was done to {change.Entry}, nor was its village merged");
            return merged ? Cause.Recounted : Cause.Related;
        }
        return change.Sign switch
        {
            1 => done.Contains("recorded") ? Cause.RecordedLater : done.Contains("edited") ? Cause.Corrected : Assert.Single(done.Distinct()) == "verified" ? Cause.VerifiedLater : throw new InvalidOperationException(string.Join(' ', done)),
            0 => done.Contains("edited") ? Cause.Corrected : Cause.Recounted,
            _ => done[^1] switch { "withdrawn" => Cause.Withdrawn, "returned" => Cause.Returned, _ => Cause.Corrected },
        };
    }

    /// <summary>The figure of a list of entries.</summary>
    private long? ValueOf(Measure measure, FrozenList list, long? whole)
    {
        if (measure.Kind is not MeasureKind.Ratio) return ValueOf(measure, list.Part);
        var all = measure.Whole == Measure.AllVillages ? whole ?? 0 : ValueOf(Reference.Measure(measure.Whole!)!, list.Whole);
        return all == 0 ? null : (long)Math.Round(ValueOf(Reference.Measure(measure.Part!)!, list.Part) * 10_000m / all, MidpointRounding.AwayFromZero);
    }

    private static long ValueOf(Measure measure, IReadOnlyList<FrozenRow> rows) => measure.Count switch
    {
        Aggregate.Rows or Aggregate.Sum => rows.Sum(r => r.Amount),
        Aggregate.Max => rows.Select(r => r.Amount).DefaultIfEmpty(0).Max(),
        _ => rows.Select(r => r.Key).Where(k => k.Length > 0).Distinct().Count(),
    };
}
