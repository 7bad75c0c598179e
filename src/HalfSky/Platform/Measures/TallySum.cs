using HalfSky.Kernel;

namespace HalfSky.Platform.Measures;

/// <summary>Changes of cells, added up before they are written.</summary>
internal sealed class TallySum
{
    private readonly Dictionary<(string Measure, int Level, int Period, long Place), (long Rows, long Working, long Verified)> cells = [];

    /// <summary>What is not zero, in the order of its key, so that two writers take cells in the same order.</summary>
    public IEnumerable<TallyCell> Cells => cells.Where(c => c.Value is not (0, 0, 0))
        .OrderBy(c => c.Key.Measure, StringComparer.Ordinal).ThenBy(c => c.Key.Level).ThenBy(c => c.Key.Period).ThenBy(c => c.Key.Place)
        .Select(c => new TallyCell
        {
            Measure = c.Key.Measure, Level = c.Key.Level, Period = c.Key.Period, Place = c.Key.Place,
            Rows = c.Value.Rows, Working = c.Value.Working, Verified = c.Value.Verified,
        });

    /// <summary>Number of a month.</summary>
    public static int Month(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>Number of a day.</summary>
    public static int Day(DateOnly day) => Month(day) * 100 + day.Day;

    /// <summary>Adds to a cell.</summary>
    public void Add(string measure, int level, int period, long place, long rows, long working, long verified)
    {
        var key = (measure, level, period, place);
        var (r, w, v) = cells.GetValueOrDefault(key);
        cells[key] = (r + rows, w + working, v + verified);
    }

    /// <summary>Adds what an entry gives where figures add up.</summary>
    /// <param name="plan">The measure.</param>
    /// <param name="piece">What the entry gives.</param>
    /// <param name="sign">1 or −1.</param>
    public void Village(TallyPlan plan, TallyPlan.Piece piece, int sign)
    {
        var place = Cut(piece.Place, 3) ?? piece.Place;
        var (value, verified) = (sign * piece.Value, piece.Verified ? sign * piece.Value : 0);
        if (!plan.IsStock)
        {
            foreach (var period in new[] { Month(piece.From), piece.From.Year }) Add(plan.Name, 0, period, place, sign, value, verified);
            return;
        }
        Step(plan.Name, 0, piece.From, place, sign, value, verified);
        if (piece.To is { } to) Step(plan.Name, 0, to, place, -sign, -value, -verified);
    }

    /// <summary>Adds what entries about one thing come to, counted once on each level.</summary>
    public void Once(TallyPlan plan, IReadOnlyList<TallyPlan.Piece> pieces, int sign)
    {
        if (pieces.Count == 0) return;
        for (var level = 1; level <= 3; level++)
        {
            foreach (var here in pieces.Select(p => (Place: Cut(p.Place, level), Piece: p)).Where(p => p.Place is not null).GroupBy(p => p.Place!.Value, p => p.Piece))
            {
                if (plan.IsStock) Union(plan, level, here, sign);
                else Presence(plan, level, here, sign);
            }
        }
    }

    private void Presence(TallyPlan plan, int level, IGrouping<long, TallyPlan.Piece> here, int sign)
    {
        var seen = new Dictionary<int, bool>();
        foreach (var piece in here)
            foreach (var period in Periods(piece.From))
                seen[period] = piece.Verified || seen.GetValueOrDefault(period);
        foreach (var (period, verified) in seen) Add(plan.Name, level, period, here.Key, 0, sign, verified ? sign : 0);
    }

    private void Union(TallyPlan plan, int level, IGrouping<long, TallyPlan.Piece> here, int sign)
    {
        foreach (var (from, to) in Merged(here)) Span(from, to, working: true);
        foreach (var (from, to) in Merged(here.Where(p => p.Verified))) Span(from, to, working: false);

        void Span(DateOnly from, DateOnly? to, bool working)
        {
            var (w, v) = working ? (sign, 0) : (0, sign);
            Step(plan.Name, level, from, here.Key, 0, w, v);
            if (to is { } end) Step(plan.Name, level, end, here.Key, 0, -w, -v);
        }
    }

    /// <summary>The days covered by any of the pieces, as spans that neither touch nor overlap.</summary>
    private static IEnumerable<(DateOnly From, DateOnly? To)> Merged(IEnumerable<TallyPlan.Piece> pieces)
    {
        (DateOnly From, DateOnly? To)? open = null;
        foreach (var piece in pieces.OrderBy(p => p.From))
        {
            if (open is { } one && (one.To is null || piece.From <= one.To))
            {
                open = (one.From, one.To is null || piece.To is null ? null : piece.To > one.To ? piece.To : one.To);
                continue;
            }
            if (open is { } done) yield return done;
            open = (piece.From, piece.To);
        }
        if (open is { } last) yield return last;
    }

    private void Step(string measure, int level, DateOnly day, long place, long rows, long working, long verified)
    {
        foreach (var period in Periods(day).Append(Day(day))) Add(measure, level, period, place, rows, working, verified);
    }

    private static int[] Periods(DateOnly day) => [day.Year, day.Year * 10 + (day.Month + 2) / 3, Month(day)];

    /// <summary>The place's ancestor at a level; null when it lies above it.</summary>
    internal static long? Cut(long place, int level) => new Branch(place) is { } branch && branch.Depth >= level ? branch.AtDepth(level).Value : null;
}
