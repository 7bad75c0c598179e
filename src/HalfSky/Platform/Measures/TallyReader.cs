using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>
/// Reads many figures of one place and period at once: from the tally where it holds them, else one by one from the entries. The answer
/// is the same; only the time is not.
/// </summary>
public sealed class TallyReader(Session session, Reference reference, DateOnly today)
{
    private readonly Evaluator evaluator = new(session, reference, today);
    private readonly HashSet<string> ready = TallyBook.ReadyIn(reference);

    /// <summary>The figures, in the order asked for.</summary>
    public async Task<IReadOnlyList<Reading>> Read(IReadOnlyList<Measure> measures, Ask ask, Func<Measure, Scope> scope, CancellationToken ct = default)
    {
        var parts = measures.Concat(measures.Where(m => m.Kind is MeasureKind.Ratio).SelectMany(m => new[] { m.Part, m.Whole }.Where(k => k != Measure.AllVillages).Select(k => reference.Measure(k!)!))).Distinct().ToList();
        var kept = parts.Where(m => scope(m).Contains(Branch.Root.Value) && Holds(m, ask)).Select(m => TallyPlan.Of(m)!).ToList();
        var found = await Sum(kept, ask, ct);
        // A ratio is made of figures read once, whether they are lines of the board or not.
        foreach (var measure in parts.Where(m => m.Kind is not MeasureKind.Ratio && !found.ContainsKey(m))) found[measure] = await evaluator.Read(measure, ask with { By = null }, scope(measure), ct);
        return [.. measures.Select(m => m.Kind is not MeasureKind.Ratio ? found[m]
            : evaluator.Share(m, ask, found[reference.Measure(m.Part!)!], m.Whole == Measure.AllVillages ? null : found[reference.Measure(m.Whole!)!]))];
    }

    /// <summary>Value of each month of the year up to the period's end, for those figures the tally holds.</summary>
    public async Task<IReadOnlyDictionary<Measure, IReadOnlyList<long?>>> Months(IReadOnlyList<Measure> measures, Ask ask, Func<Measure, Scope> scope, CancellationToken ct = default)
    {
        var months = Period.Year(ask.Period.Last.Year).Months().ToList();
        var kept = measures.Where(m => scope(m).Contains(Branch.Root.Value) && Holds(m, ask with { Period = months[0] })).Select(m => TallyPlan.Of(m)!).ToList();
        if (kept.Count == 0) return new Dictionary<Measure, IReadOnlyList<long?>>();
        // Entries of all villages add up; villages are counted one by one.
        var cells = await Cells(kept.FindAll(p => p.Measure.Count is not Aggregate.Villages), months, ask, byPlace: false, ct);
        var spread = await Cells(kept.FindAll(p => p.Measure.Count is Aggregate.Villages), months, ask, byPlace: true, ct);
        return kept.ToDictionary(p => p.Measure, p =>
        {
            var mine = (cells.GetValueOrDefault(p.Name) ?? spread.GetValueOrDefault(p.Name) ?? []).GroupBy(c => Now(c.Place))
                .Select(v => v.GroupBy(c => c.Month).ToDictionary(g => g.Key, g => g.Sum(c => c.Working))).ToList();
            var held = mine.ConvertAll(c => p.IsStock ? c.GetValueOrDefault(0) : 0);
            return (IReadOnlyList<long?>)[.. months.Select(m =>
            {
                if (m.From > today) return (long?)null;
                for (var i = 0; i < mine.Count; i++) held[i] = mine[i].GetValueOrDefault(TallySum.Month(m.From)) + (p.IsStock ? held[i] : 0);
                return p.Measure.Count is Aggregate.Villages ? held.Count(h => h > 0) : held.Sum();
            })];
        });
    }

    /// <summary>Cells of the months of a year by measure; month 0 is what a stock held before.</summary>
    private async Task<Dictionary<string, List<(long Month, long Place, long Working)>>> Cells(List<TallyPlan> plans, List<Period> months, Ask ask, bool byPlace, CancellationToken ct)
    {
        var cells = new Dictionary<string, List<(long, long, long)>>(StringComparer.Ordinal);
        if (plans.Count == 0) return cells;
        var (first, last) = (TallySum.Month(months[0].From), TallySum.Month(months[^1].From));
        var w = new SqlWriter(session.Dialect).Add("SELECT measure, CASE WHEN period < ").Value((long)first).Add(" THEN 0 ELSE period END, ").Add(byPlace ? "place" : "0").Add(", CAST(SUM(working) AS BIGINT) FROM ");
        Cells(w, plans, ask, (plan, _) => [(plan.IsStock ? 100_000 : first, last)]);
        // What lies above the villages is in none of them.
        if (byPlace) w.Add(" WHERE place % ").Value(Branch.Width(2)).Add(" <> 0");
        w.Add(" GROUP BY 1, 2, 3");
        await foreach (var row in Rows(w, 4, ct))
        {
            if (!cells.TryGetValue((string)row[0], out var list)) cells[(string)row[0]] = list = [];
            list.Add(((long)row[1], (long)row[2], (long)row[3]));
        }
        return cells;
    }

    /// <summary>Does the tally hold this figure?</summary>
    public bool Holds(Measure measure, Ask ask)
    {
        if (TallyPlan.Of(measure) is not { } plan || !ready.Contains(plan.Name) || ask.Where is not null || ask.Published) return false;
        // A place with merged villages counts what lies elsewhere now; a grid is finer than a cell.
        if (ask.Place.Depth > 3 || reference.Covered(ask.Place).Count > 1 || reference.MovedOut(ask.Place).Count > 0) return false;
        return plan.IsStock || Whole(plan, ask.Period) is not null;
    }

    /// <summary>The numbers of the months, or the one period of which different things are known; null when the days cut a month.</summary>
    private (int First, int Last)? Whole(TallyPlan plan, Period period)
    {
        var running = period.To == today.AddDays(1) && !plan.Measure.Register[plan.Measure.Span.Keys[0]].FutureAllowed;
        var whole = period.To.Day == 1 ? period : running ? new Period(period.From, Period.MonthOf(today).To) : period;
        if (whole.From.Day != 1 || whole.To.Day != 1) return null;
        if (!plan.IsDistinct) return whole.Kind == "year" || (running && whole.From == Period.YearOf(today).From) ? (whole.From.Year, whole.From.Year) : (TallySum.Month(whole.From), TallySum.Month(whole.Last));
        var standard = new[] { Period.MonthOf(period.From), Period.QuarterOf(period.From), Period.YearOf(period.From) }
            .FirstOrDefault(p => p.From == period.From && (p == whole || (running && p.Contains(today))));
        return standard.Kind switch
        {
            _ when standard == default => null,
            "month" => (TallySum.Month(period.From), TallySum.Month(period.From)),
            "quarter" => (period.From.Year * 10 + (period.From.Month + 2) / 3, period.From.Year * 10 + (period.From.Month + 2) / 3),
            _ => (period.From.Year, period.From.Year),
        };
    }

    private async Task<Dictionary<Measure, Reading>> Sum(List<TallyPlan> plans, Ask ask, CancellationToken ct)
    {
        var readings = new Dictionary<Measure, Reading>();
        if (plans.Count == 0) return readings;
        var w = new SqlWriter(session.Dialect).Add("SELECT measure, level, place, CAST(SUM(rows) AS BIGINT), CAST(SUM(working) AS BIGINT), CAST(SUM(verified) AS BIGINT) FROM ");
        Cells(w, plans, ask, (plan, once) => Days(plan, ask, once), both: true);
        w.Add(" GROUP BY measure, level, place");
        var cells = new Dictionary<string, List<(long Level, long Place, long Rows, long Working, long Verified)>>(StringComparer.Ordinal);
        await foreach (var row in Rows(w, 6, ct))
        {
            if (!cells.TryGetValue((string)row[0], out var list)) cells[(string)row[0]] = list = [];
            list.Add(((long)row[1], (long)row[2], (long)row[3], (long)row[4], (long)row[5]));
        }
        var villages = reference.Places.AtDepth(ask.Place, 3).Count(n => !n.Ended);
        foreach (var plan in plans)
        {
            var mine = cells.GetValueOrDefault(plan.Name) ?? [];
            var here = mine.Where(c => c.Level == 0 && c.Place % Branch.Width(2) != 0).GroupBy(c => Now(c.Place))
                .Select(v => (Rows: v.Sum(c => c.Rows), Working: v.Sum(c => c.Working), Verified: v.Sum(c => c.Verified))).ToList();
            var spoken = here.Count(v => v.Rows > 0);
            var (working, verified) = plan.Measure.Count is Aggregate.Villages ? (here.Count(v => v.Working > 0), here.Count(v => v.Verified > 0))
                : (mine.Where(c => plan.IsDistinct == (c.Level != 0)).Sum(c => c.Working), mine.Where(c => plan.IsDistinct == (c.Level != 0)).Sum(c => c.Verified));
            var recorded = villages == 0 ? (working > 0 ? 1 : 0) : spoken;
            readings[plan.Measure] = new(plan.Measure, ask, working, working - verified, working > 0 ? Math.Max(recorded, 1) : recorded, Math.Max(villages, 1), []);
        }
        return readings;
    }

    /// <summary>The village a place counts under now.</summary>
    private long Now(long place) => reference.Successors.FirstOrDefault(s => s.Old.Contains(place)) is { New: { Value: > 0 } next } ? next.AtDepth(Math.Min(3, next.Depth)).Value : place;

    /// <summary>
    /// The cells of the measures: those that add up lie within the place, those counted once at the place itself. One index range each, put
    /// one behind the other: with “or” the database would first gather and sort the row numbers.
    /// </summary>
    private void Cells(SqlWriter w, List<TallyPlan> plans, Ask ask, Func<TallyPlan, bool, IEnumerable<(long First, long Last)>> periods, bool both = false)
    {
        var alike = plans.GroupBy(p => (p.IsStock, p.IsDistinct, Days: p.IsStock ? null : Whole(p, ask.Period)));
        var ranges = from g in alike
                     from once in g.Key.IsDistinct && both ? new[] { false, true } : [g.Key.IsDistinct]
                     from days in periods(g.First(), once)
                     where days.First <= days.Last
                     select (Plans: g, Once: once, Days: days);
        w.Add("(").Join(ranges, " UNION ALL ", one =>
        {
            w.Add("SELECT measure, level, period, place, rows, working, verified FROM tally WHERE measure IN (").Join(one.Plans, ", ", p => w.Value(p.Name))
                .Add(") AND level = ").Value(one.Once ? ask.Place.Depth : 0L).Add(" AND period >= ").Value(one.Days.First).Add(" AND period <= ").Value(one.Days.Last);
            if (one.Once) w.Add(" AND place = ").Value(ask.Place.Value);
            else w.Add(" AND place >= ").Value(ask.Place.Low).Add(" AND place < ").Value(ask.Place.High);
        }).Add(") cells");
    }

    private IEnumerable<(long First, long Last)> Days(TallyPlan plan, Ask ask, bool once)
    {
        if (!plan.IsStock)
        {
            var (first, last) = Whole(plan, ask.Period)!.Value;
            // By the quarter only different things are kept; what adds up stands under its months.
            return [!once && first is > 9999 and < 100_000 ? (TallySum.Month(ask.Period.From), TallySum.Month(ask.Period.Last)) : (first, last)];
        }
        // Whole years, then whole quarters of the year, months of the quarter, days of the month.
        var day = evaluator.DayOf(ask.Period);
        var quarter = (day.Month - 1) / 3;
        return [(1000, day.Year - 1), (day.Year * 10 + 1, day.Year * 10 + quarter), (day.Year * 100 + quarter * 3 + 1, TallySum.Month(day) - 1), (TallySum.Month(day) * 100 + 1, TallySum.Day(day))];
    }

    private async IAsyncEnumerable<object[]> Rows(SqlWriter w, int width, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = await session.Command(w, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object[width];
            for (var i = 0; i < width; i++) row[i] = reader.GetValue(i) is string text ? text : Convert.ToInt64(reader.GetValue(i), CultureInfo.InvariantCulture);
            yield return row;
        }
    }
}
