using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures;

/// <summary>
/// Keeps the tally: with every write, what an entry gave before is taken off and what it gives now is added. Whether a measure's
/// condition holds is asked of the database by the condition the figure itself uses, so both can only err together.
/// </summary>
public sealed class TallyBook(Session session)
{
    /// <summary>Setting that names the tallies that are whole.</summary>
    internal const string Ready = "tally";

    private static readonly Scope Everything = Scope.Whole("figures are kept for every organisation; who may read them is asked when they are read");

    /// <summary>What an entry gives as it stands in the database now.</summary>
    internal async Task<IReadOnlyDictionary<TallyPlan, TallyPlan.Piece>> Of(Register register, Entry? entry, CancellationToken ct)
    {
        var plans = PlansOf(register);
        if (entry is not { Counts: true } || plans.Count == 0) return new Dictionary<TallyPlan, TallyPlan.Piece>();
        var asked = plans.Where(p => p.Condition is Filter.All { Parts.Count: > 0 }).ToList();
        var holds = asked.Count == 0 ? [] : (await new Query(session, register.Shape, Everything).Where(new Filter.Is("id", entry.Id))
            .Group([], [.. asked.Select(p => new Aggregate.When(new Aggregate.Rows(), p.Condition))], ct))[0].Values;
        var pieces = new Dictionary<TallyPlan, TallyPlan.Piece>();
        foreach (var plan in plans)
        {
            if (asked.IndexOf(plan) is >= 0 and var at && holds[at] == 0) continue;
            if (plan.PieceOf(key => EntryColumns.Read(register, entry, register.Shape[key]), entry.Place, entry.State is EntryState.Verified) is { } piece) pieces[plan] = piece;
        }
        return pieces;
    }

    /// <summary>Writes what a changed entry changes.</summary>
    internal async Task Change(Register register, Guid id, IReadOnlyDictionary<TallyPlan, TallyPlan.Piece> before, IReadOnlyDictionary<TallyPlan, TallyPlan.Piece> after, CancellationToken ct)
    {
        var sum = new TallySum();
        foreach (var plan in before.Keys.Union(after.Keys))
        {
            var (was, now) = (before.GetValueOrDefault(plan), after.GetValueOrDefault(plan));
            if (was == now) continue;
            if (was is not null) sum.Village(plan, was, -1);
            if (now is not null) sum.Village(plan, now, 1);
            foreach (var subject in new[] { was?.Subject, now?.Subject }.OfType<object>().Distinct())
            {
                var others = await Others(plan, id, subject, was, now, ct);
                sum.Once(plan, With(others, was, subject), -1);
                sum.Once(plan, With(others, now, subject), 1);
            }
        }
        await Write(sum, ct);
    }

    /// <summary>Makes the tallies of registers anew from their entries; after a load, a new definition, an upgrade.</summary>
    public async Task Fill(IEnumerable<Register> registers, CancellationToken ct = default)
    {
        foreach (var plan in registers.SelectMany(PlansOf))
        {
            await Forget(plan.Name, ct);
            var sum = new TallySum();
            if (plan.IsStock) await FillStock(plan, sum, ct);
            else await FillFlow(plan, sum, ct);
            await using var rows = new RowLoader<TallyCell>(session);
            foreach (var cell in sum.Cells) await rows.Add(cell, ct);
        }
    }

    /// <summary>Fills what is missing or was defined otherwise when it was filled, and says that it is whole.</summary>
    /// <returns>How many measures were counted.</returns>
    public static Task<int> CatchUp(Session session, ReferenceSource source, CancellationToken ct = default) => session.Write(async c =>
    {
        var reference = await source.Take(session, c);
        var ready = ReadyIn(reference);
        var all = reference.Registers.SelectMany(PlansOf).ToList();
        var missing = all.Where(p => !ready.Contains(p.Name)).ToList();
        if (missing.Count == 0 && ready.Count == all.Count) return 0;
        var book = new TallyBook(session);
        foreach (var gone in ready.Except(all.Select(p => p.Name))) await book.Forget(gone, c);
        await book.Fill(missing.Select(p => p.Measure.Register).Distinct(), c);
        await Say(session, _ => all.Select(p => p.Name), c);
        return missing.Count;
    }, ct);

    /// <summary>Counts every figure anew from its entries.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> Recount(Session session, ReferenceSource source, CancellationToken ct = default)
    {
        await session.Write(async c => await Distrust(session, (await source.Take(session, c)).Registers, c), ct);
        return await CatchUp(session, source, ct);
    }

    /// <summary>Says that the tallies of these registers are not whole: they are being loaded. Within a write.</summary>
    internal static Task Distrust(Session session, IEnumerable<Register> registers, CancellationToken ct)
    {
        var doubtful = registers.SelectMany(PlansOf).Select(p => p.Name).ToHashSet();
        return Say(session, ready => ready.Except(doubtful), ct);
    }

    /// <summary>Counts registers anew that were loaded, and says that their tallies are whole. Within a write.</summary>
    internal async Task Trust(IReadOnlyCollection<Register> registers, CancellationToken ct)
    {
        await Fill(registers, ct);
        await Say(session, ready => ready.Union(registers.SelectMany(PlansOf).Select(p => p.Name)), ct);
    }

    /// <summary>Names of the tallies that are whole.</summary>
    internal static HashSet<string> ReadyIn(Reference reference) => Names(reference.Setting(Ready));

    internal static List<TallyPlan> PlansOf(Register register) => [.. register.Measures.Select(TallyPlan.Of).OfType<TallyPlan>()];

    private static async Task Say(Session session, Func<IReadOnlySet<string>, IEnumerable<string>> change, CancellationToken ct)
    {
        var row = await session.Db.Set<Setting>().FindAsync([Ready], ct);
        var said = string.Join(' ', change(Names(row?.Value)).Order(StringComparer.Ordinal));
        if (said == (row?.Value ?? "")) return;
        if (row is null) session.Db.Add(row = new Setting { Key = Ready });
        row.Value = said;
        await ReferenceSource.Touch(session, ct);
    }

    private static HashSet<string> Names(string? said) => [.. (said ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private async Task Forget(string name, CancellationToken ct) =>
        await session.Db.Set<TallyCell>().Where(c => c.Measure == name).ExecuteDeleteAsync(ct);

    private static List<TallyPlan.Piece> With(List<TallyPlan.Piece> others, TallyPlan.Piece? piece, object subject) =>
        piece is not null && Equals(piece.Subject, subject) ? [.. others, piece] : others;

    /// <summary>What other entries give about the same thing, in the years that matter.</summary>
    private async Task<List<TallyPlan.Piece>> Others(TallyPlan plan, Guid id, object subject, TallyPlan.Piece? was, TallyPlan.Piece? now, CancellationToken ct)
    {
        var filter = new Filter.Is(plan.Measure.DistinctKey!, subject) & EntryStates.Count & plan.Condition & new Filter.Not(new Filter.Is("id", id));
        if (!plan.IsStock)
        {
            var years = new[] { was, now }.OfType<TallyPlan.Piece>().Select(p => p.From.Year).ToList();
            filter &= new Filter.Range(plan.Measure.Span.Keys[0], new DateOnly(years.Min(), 1, 1), new DateOnly(years.Max() + 1, 1, 1));
        }
        return await Pieces(plan, filter, ct);
    }

    private async Task<List<TallyPlan.Piece>> Pieces(TallyPlan plan, Filter filter, CancellationToken ct)
    {
        var keys = plan.Keys;
        var (place, state) = (keys.IndexOf("place"), keys.IndexOf("state"));
        var pieces = new List<TallyPlan.Piece>();
        await foreach (var row in new Query(session, plan.Measure.Register.Shape, Everything).Where(filter).Stream(keys, [], ct))
            if (plan.PieceOf(key => row[keys.IndexOf(key)], (long)row[place]!, (string)row[state]! == nameof(EntryState.Verified)) is { } piece) pieces.Add(piece);
        return pieces;
    }

    private async Task FillFlow(TallyPlan plan, TallySum sum, CancellationToken ct)
    {
        var day = plan.Measure.Span.Keys[0];
        var verified = new Filter.In("state", [nameof(EntryState.Verified)]);
        var query = new Query(session, plan.Measure.Register.Shape, Everything).Where(EntryStates.Count & plan.Condition);
        Aggregate value = plan.Measure.Count is Aggregate.Sum ? plan.Measure.Count : new Aggregate.Rows();
        Aggregate rows = new Aggregate.Rows();
        if (plan.IsDistinct)
        {
            foreach (var (level, by) in new[] { (1, By.Value), (2, By.Township), (3, By.Village) })
                foreach (var time in new[] { By.Month, By.Quarter, By.Year })
                    foreach (var row in await query.Group(level == 1 ? [new(day, time)] : [new(day, time), new("place", by)], [plan.Measure.Count, new Aggregate.When(plan.Measure.Count, verified)], ct))
                        if (row.Keys[0] is { } when && (level == 1 ? Branch.Root.Value : Number(row.Keys[1])) is { } place && TallySum.Cut(place, level) == place)
                            sum.Add(plan.Name, level, Period(when), place, 0, row.Values[0], row.Values[1]);
        }
        foreach (var row in await query.Group([new(day, By.Month), new("place", By.Village)], [rows, value, new Aggregate.When(value, verified)], ct))
            foreach (var period in row.Keys[0] is { } month ? [Period(month), Period(month) / 100] : Array.Empty<int>())
                sum.Add(plan.Name, 0, period, Number(row.Keys[1])!.Value, row.Values[0], row.Values[1], row.Values[2]);
    }

    private async Task FillStock(TallyPlan plan, TallySum sum, CancellationToken ct)
    {
        var pieces = await Pieces(plan, EntryStates.Count & plan.Condition, ct);
        foreach (var piece in pieces) sum.Village(plan, piece, 1);
        if (!plan.IsDistinct) return;
        foreach (var one in pieces.Where(p => p.Subject is not null).GroupBy(p => p.Subject)) sum.Once(plan, [.. one], 1);
    }

    private async Task Write(TallySum sum, CancellationToken ct)
    {
        var slot = session.Dialect.WriteGate is null ? Random.Shared.Next(16) : 0;
        foreach (var chunk in sum.Cells.Chunk(100))
        {
            var w = new SqlWriter(session.Dialect).Add("INSERT INTO tally (measure, level, period, place, slot, rows, working, verified) VALUES ");
            w.Join(chunk, ", ", c => w.Add("(").Value(c.Measure).Add(", ").Value((long)c.Level).Add(", ").Value((long)c.Period).Add(", ").Value(c.Place).Add(", ").Value((long)slot)
                .Add(", ").Value(c.Rows).Add(", ").Value(c.Working).Add(", ").Value(c.Verified).Add(")"));
            w.Add(" ON CONFLICT (measure, level, period, place, slot) DO UPDATE SET rows = tally.rows + excluded.rows, working = tally.working + excluded.working, verified = tally.verified + excluded.verified");
            await using var command = await session.Command(w, ct);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static int Period(string key) => int.Parse(key.Replace("-", "", StringComparison.Ordinal).Replace("Q", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static long? Number(string? key) => key is null ? null : long.Parse(key, CultureInfo.InvariantCulture);
}
