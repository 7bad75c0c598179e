using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>What is asked of a measure.</summary>
/// <param name="Place">Place and all below it.</param>
/// <param name="Period">Days.</param>
/// <param name="By">Dimensions of the split: month, quarter, year, township, village, grid or a declared field.</param>
/// <param name="Where">Further conditions over declared dimensions.</param>
/// <param name="Published">Count verified entries only (D14).</param>
public sealed record Ask(Branch Place, Period Period, IReadOnlyList<string>? By = null, Filter? Where = null, bool Published = false);

/// <summary>One row of a split.</summary>
public sealed record Slice(IReadOnlyList<string?> Keys, long Value, long Pending, long? Whole = null);

/// <summary>A figure with what must be said beside it.</summary>
/// <param name="Measure">The definition.</param>
/// <param name="Ask">What was asked.</param>
/// <param name="Value">The figure in the unit's base (fen, basis points); null when a ratio has no whole.</param>
/// <param name="Pending">其中待核.</param>
/// <param name="Recorded">Villages that recorded anything.</param>
/// <param name="Villages">Villages there are.</param>
/// <param name="Slices">The split asked for.</param>
/// <param name="Part">Numerator of a ratio.</param>
/// <param name="Whole">Denominator of a ratio.</param>
public sealed record Reading(
    Measure Measure, Ask Ask, long? Value, long Pending, int Recorded, int Villages, IReadOnlyList<Slice> Slices, long? Part = null, long? Whole = null)
{
    /// <summary>By how much the parts exceed the whole, for what does not add up (D15).</summary>
    public long Overlap => Slices.Sum(s => s.Value) - (Value ?? 0);

    /// <summary>Nothing was recorded, which is not zero (D17).</summary>
    public bool IsSilent => Recorded == 0;

    /// <summary>The figure with its unit.</summary>
    public Figure? Figure => Value is { } v ? new(v, Measure.Unit) : null;
}

/// <summary>Reads measures: number, split, trend and what stands behind, all from one condition.</summary>
public sealed class Evaluator(Session session, Reference reference, DateOnly today)
{
    private static readonly object[] Verified = [nameof(EntryState.Verified)];

    /// <summary>The figure.</summary>
    public async Task<Reading> Read(Measure measure, Ask ask, Scope scope, CancellationToken ct = default)
    {
        if (measure.Kind is MeasureKind.Ratio) return await ReadRatio(measure, ask, scope, ct);
        var query = Behind(measure, ask, scope);
        var pendingToo = Aggregates(measure);
        // One pass tells who recorded anything and, where villages add up or the greatest counts, the whole as well.
        var byVillage = await query.Group([PlaceDimension(By.Village)], [new Aggregate.Rows(), .. pendingToo], ct);
        long Whole(int at) => measure.Count is Aggregate.Max ? byVillage.Select(r => r.Values[at]).DefaultIfEmpty().Max() : byVillage.Sum(r => r.Values[at]);
        long[] total = measure.Count is Aggregate.Rows or Aggregate.Sum or Aggregate.Max ? [Whole(1), Whole(2)] : [.. (await query.Group([], pendingToo, ct))[0].Values];
        var dimensions = (ask.By ?? []).Select(b => Dimension(measure, b, DayOf(ask.Period))).ToList();
        var slices = dimensions.Count == 0 ? []
            : (await query.Group(dimensions, pendingToo, ct)).Select(r => new Slice(r.Keys, r.Values[0], r.Values[0] - r.Values[1])).Where(s => s.Value != 0).ToList();
        var recorded = byVillage.Count(r => r.Values[0] > 0 && long.Parse(r.Keys[0]!, System.Globalization.CultureInfo.InvariantCulture) % Branch.Width(2) != 0);
        return Told(measure, ask, total[0], total[1], recorded, slices);
    }

    /// <summary>A figure with what must be said beside it, from what was counted.</summary>
    internal Reading Told(Measure measure, Ask ask, long working, long verified, int recorded, IReadOnlyList<Slice> slices)
    {
        var villages = reference.Places.AtDepth(ask.Place, 3).Count(n => !n.Ended);
        if (villages == 0) recorded = 0;
        return new(measure, ask, working, working - verified, working > 0 ? Math.Max(recorded, 1) : recorded, Math.Max(villages, 1), slices);
    }

    /// <summary>The days just before, as far as the period has come: of a running month those of the month before up to the same day.</summary>
    public Period Before(Period period)
    {
        if (!period.Contains(today) || period.Last == today) return period.Previous;
        var before = period.Previous;
        var last = before.From.AddDays(today.DayNumber - period.From.DayNumber);
        return last >= before.Last ? before : Period.Between(before.From, last);
    }

    /// <summary>The same days a year before, as far as the period has come; 29 February has the 28th for its pair.</summary>
    public Period YearBefore(Period period) => (period.Contains(today) ? Period.Between(period.From, today) : period).SamePeriodLastYear();

    /// <summary>Value at each month of the period: a flow by the month it happened, a stock at each month's end, a ratio from its parts.</summary>
    public async Task<IReadOnlyList<(Period Month, long? Value)>> Trend(Measure measure, Ask ask, Scope scope, CancellationToken ct = default)
    {
        var months = ask.Period.Months().ToList();
        if (measure.Kind is MeasureKind.Flow)
        {
            var byMonth = (await Behind(measure, ask, scope).Group([Dimension(measure, "month", default)], [Counted(measure)], ct)).ToDictionary(r => r.Keys[0]!, r => r.Values[0]);
            return [.. months.Select(m => (m, m.From > today ? null : (long?)byMonth.GetValueOrDefault(Period.MonthOf(m.From).Key)))];
        }
        var values = new List<(Period, long?)>();
        if (measure.Kind is MeasureKind.Stock && measure.Reached is null)
        {
            var past = months.Where(m => m.From <= today).ToList();
            var aggregates = past.Select(m => (Aggregate)new Aggregate.When(Counted(measure), Held(measure, m) & Dated(measure.Where, m) & Dated(ask.Where, m))).ToList();
            // One pass: the days stand in the aggregates, not in the condition.
            var row = aggregates.Count == 0 ? null : (await new Query(session, measure.Register.Shape, scope).Where(There(ask)).Where(Own(measure, ask, dated: false)).Group([], aggregates, ct))[0];
            return [.. months.Select((m, i) => (m, i < past.Count ? (long?)row!.Values[i] : null))];
        }
        foreach (var m in months) values.Add((m, m.From > today ? null : (await Read(measure, ask with { Period = m, By = null }, scope, ct)).Value));
        return values;
    }

    /// <summary>The entries behind the figure; for a distinct measure one for each thing counted, its newest, so that there are as many as the figure says.</summary>
    public Task<Page<object?[]>> Entries(Measure measure, Ask ask, Scope scope, IReadOnlyList<string> columns, int skip, int take, CancellationToken ct = default)
    {
        if (measure.Kind is MeasureKind.Ratio) measure = reference.Measure(measure.Part!)!;
        var query = Behind(measure, ask, scope);
        return measure.DistinctKey is { } key ? query.NewestOfEach(key, columns, "date", skip, take, ct)
            : measure.Count is Aggregate.Villages ? query.NewestOfEach(PlaceDimension(By.Village), columns, "date", skip, take, ct)
            : query.List(columns, [new("date", true), new("id", true)], skip, take, ct);
    }

    /// <summary>
    /// Villages in which anything was recorded that the measure could have counted, its own condition left aside: there a missing figure is
    /// zero, elsewhere it is unknown (D17). Of a coverage it is who does the covering that must have recorded.
    /// </summary>
    public async Task<IReadOnlySet<long>> Recorded(Measure measure, Ask ask, Func<Register, Scope> scope, CancellationToken ct = default)
    {
        if (measure.Kind is MeasureKind.Ratio) measure = reference.Measure(measure.Part!)!;
        var register = measure.Reached is { } reached ? reference.Register(reached.Register)! : measure.Register;
        var when = measure.Reached is not null ? new Filter.Range("date", ask.Period.From, ask.Period.To)
            : When(measure, ask.Period);
        var rows = await new Query(session, register.Shape, scope(register)).Where(There(ask)).Where(when).Group([PlaceDimension(By.Village)], [new Aggregate.Rows()], ct);
        return rows.Where(r => r.Values[0] > 0).Select(r => long.Parse(r.Keys[0]!, System.Globalization.CultureInfo.InvariantCulture)).Where(v => new Branch(v).Depth == 3).ToHashSet();
    }

    /// <summary>The query all of them share.</summary>
    public Query Behind(Measure measure, Ask ask, Scope scope) => Around(measure, ask, scope).Where(Own(measure, ask));

    /// <summary>What counts at the place in those days, whatever the measure's own condition.</summary>
    internal Query Around(Measure measure, Ask ask, Scope scope) => new Query(session, measure.Register.Shape, scope).Where(There(ask)).Where(When(measure, ask.Period));

    /// <summary>A dimension by its name on the wire.</summary>
    /// <exception cref="Refusal">The measure has no such dimension.</exception>
    public Dimension Dimension(Measure measure, string name, DateOnly day)
    {
        switch (name)
        {
            case "township": return PlaceDimension(By.Township);
            case "village" or "place": return PlaceDimension(By.Village);
            case "grid": return PlaceDimension(By.Grid);
            case "org": return new("org");
            case "month" or "quarter" or "year" when measure.Kind is MeasureKind.Flow:
                return new(measure.Span.Keys[0], Enum.Parse<By>(name, ignoreCase: true));
        }
        if (name == Split.Group) return new("place", By.Group, Groups: GroupsOn(measure, day));
        if (Split.Declared(measure, reference).FirstOrDefault(s => s.Key == name) is not { Field: { } field } split)
            throw new Refusal(new Problem("measure.dimension", $"“{measure.Label}”不能按“{name}”分。可以按：{string.Join("、", Split.Of(measure, reference).Select(s => s.Key))}。", "by"));
        var fact = split.Dated is { } dated ? FactOf(measure, dated, reference) with { Day = day } : null;
        return field.Type is FieldType.Kinds ? new(field.Key, By.Code, [.. reference.KindsOf(field).Items.Select(i => i.Code)], Fact: fact) : new(field.Key, Fact: fact);
    }

    /// <summary>The dated fact behind a dimension: of the entry's day for a flow, of the day asked for a stock.</summary>
    internal static HeldFact FactOf(Measure measure, DatedSplit dated, Reference reference)
    {
        var other = reference.Register(dated.Register)!;
        var (from, to) = other.Held ?? throw new InvalidOperationException($"{other.Key} holds nothing between two days");
        return new(other.Shape, dated.OtherKey, dated.OwnKey, from.Key, to.Key, measure.Kind is MeasureKind.Stock ? null : measure.Span.Keys[0], default, EntryStates.Counting);
    }

    /// <summary>Who belongs to which group: on the entry's day for a flow, on the day asked for a stock.</summary>
    private GroupFact GroupsOn(Measure measure, DateOnly day)
    {
        var flow = measure.Kind is MeasureKind.Flow;
        return new([.. reference.Groups.SelectMany(g => g.Members.Where(m => flow || (m.From <= day && (m.To is null || m.To > day)))
            .SelectMany(m => reference.Counted(m.Place).Select(r => (g.Id.ToString(), r.Low, r.High, m.From, m.To))))], flow ? measure.Span.Keys[0] : null);
    }

    private async Task<Reading> ReadRatio(Measure measure, Ask ask, Scope scope, CancellationToken ct)
    {
        var part = await Read(reference.Measure(measure.Part!)!, ask, scope, ct);
        return Share(measure, ask, part, measure.Whole == Measure.AllVillages ? null : await Read(reference.Measure(measure.Whole!)!, ask, scope, ct));
    }

    /// <summary>A ratio from its parts; without a whole it is the share of villages.</summary>
    internal Reading Share(Measure measure, Ask ask, Reading part, Reading? whole)
    {
        if (whole is null) return OfVillages(measure, ask, part);
        long? Share(long p, long w) => w == 0 ? null : (long)Math.Round(p * 10_000m / w, MidpointRounding.AwayFromZero);
        var slices = whole.Slices.Select(w =>
        {
            var p = part.Slices.FirstOrDefault(s => s.Keys.SequenceEqual(w.Keys))?.Value ?? 0;
            return new Slice(w.Keys, p, 0, w.Value);
        }).ToList();
        return new(measure, ask, Share(part.Value ?? 0, whole.Value ?? 0), part.Pending, whole.Recorded, whole.Villages, slices, part.Value, whole.Value);
    }

    /// <summary>Share of villages: the whole is known from the places themselves.</summary>
    private Reading OfVillages(Measure measure, Ask ask, Reading part)
    {
        long Villages(Branch place) => reference.Places.AtDepth(place, 3).Count(n => !n.Ended);
        var places = ask.By is ["township" or "village"];
        var whole = Villages(ask.Place);
        var slices = part.Slices.Select(s => new Slice(s.Keys, s.Value, s.Pending, places && Branch.TryParse(s.Keys[0], null, out var at) ? Villages(at) : whole)).ToList();
        long? share = whole == 0 ? null : (long)Math.Round((part.Value ?? 0) * 10_000m / whole, MidpointRounding.AwayFromZero);
        return new(measure, ask, share, part.Pending, part.Recorded, part.Villages, slices, part.Value, whole);
    }

    /// <summary>What hangs on the day, as of a month's: who is a child in December may have been none in January.</summary>
    private Filter Dated(Filter? filter, Period month) => filter is { IsDated: true } ? filter.On(DayOf(month)) : Filter.None;

    /// <summary>Declared condition, further conditions, reach; without what hangs on the day when each month asks for it by itself.</summary>
    internal Filter Own(Measure measure, Ask ask, bool dated = true)
    {
        Filter Said(Filter filter) => dated || !filter.IsDated ? filter.On(DayOf(ask.Period)) : Filter.None;
        var filter = Said(measure.Where);
        if (ask.Where is not null) filter &= Said(ask.Where);
        if (measure.Reached is { } reached)
        {
            var other = reference.Register(reached.Register)!;
            var within = new Filter.Range("date", ask.Period.From, ask.Period.To) & new Filter.In("state", ask.Published ? Verified : EntryStates.Counting);
            filter &= ask.Place.Depth == 1 ? new Filter.Among(other.Shape, reached.OtherKey, reached.Key, within) : new Filter.Exists(other.Shape, reached.OtherKey, reached.Key, within);
        }
        return filter;
    }

    /// <summary>What counts at the place.</summary>
    private Filter There(Ask ask)
    {
        var filter = new Filter.Within("place", reference.Covered(ask.Place)) & new Filter.In("state", ask.Published ? Verified : EntryStates.Counting);
        return reference.MovedOut(ask.Place) is { Count: > 0 } gone ? filter & new Filter.Not(new Filter.Within("place", gone)) : filter;
    }

    /// <summary>The days of a flow.</summary>
    private Filter When(Measure measure, Period period) => measure.Kind is MeasureKind.Stock ? Held(measure, period) : new Filter.Range(measure.Span.Keys[0], period.From, period.To);

    /// <summary>A stock is read at the period's last day, or today while the period runs.</summary>
    private Filter Held(Measure measure, Period period) => new Filter.HeldOn(measure.Span.Keys[0], measure.Span.To!, DayOf(period));

    internal DateOnly DayOf(Period period) => period.Last > today && period.From <= today ? today : period.Last;

    private Dimension PlaceDimension(By by) => new("place", by, Moved: reference.Successors);

    private IReadOnlyList<Aggregate> Aggregates(Measure measure) =>
        [Counted(measure), new Aggregate.When(Counted(measure), new Filter.In("state", Verified))];

    /// <summary>What is counted, villages under the names they bear now.</summary>
    private Aggregate Counted(Measure measure) => measure.Count is Aggregate.Villages ? new Aggregate.Villages(reference.Successors) : measure.Count;
}
