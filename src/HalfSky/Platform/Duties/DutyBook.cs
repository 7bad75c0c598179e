using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties;

/// <summary>
/// Keeps the duties: what is stored is brought in line with what <see cref="Reckoning"/> says of the facts, whenever an entry that matters changes
/// and soon after midnight. So each duty is there exactly once, and no order of events can leave it wrong.
/// </summary>
public sealed class DutyBook(Session session, Reference reference, Clock clock)
{
    private const string SinceKey = "duties.since", RolledKey = "duties.rolled", Format = "yyyy-MM-dd";
    private const int Longest = 400;
    private (DateOnly Since, DateOnly? Rolled)? kept;
    private readonly DutyFacts facts = new(session, reference, clock);

    /// <summary>
    /// Makes what became due up to today, also when days were slept through; what is asked for no more falls away. Repeating it changes nothing, and
    /// a clock set back makes nothing twice.
    /// </summary>
    /// <returns>How many were made.</returns>
    public async Task<int> Roll(CancellationToken ct = default)
    {
        var (since, rolled) = await Kept(ct);
        var today = clock.Today;
        var made = 0;
        foreach (var history in reference.Duties) made += await Roll(history, since, rolled, Later(rolled, today), ct);
        await session.Db.Set<Duty>().Where(d => d.State == DutyState.Open && d.Misses <= today).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DutyState.Missed), ct);
        await Keep(RolledKey, rolled is { } last && last > today ? last : today, ct);
        await session.Db.SaveChangesAsync(ct);
        session.Db.ChangeTracker.Clear();
        return made;
    }

    private async Task<int> Roll(RuleHistory history, DateOnly since, DateOnly? rolled, DateOnly horizon, CancellationToken ct)
    {
        var changed = rolled is null || history.Versions.Any(v => v.From > rolled && v.From <= horizon);
        var from = Beginning(history, since);
        var known = new HashSet<Guid>();
        if (!changed && (history.Rule.ByCalendar || history.Rule.Cycle is DutyCycle.Anniversary))
        {
            // What began earlier is kept in line by every change; only new cycles are looked at.
            var begun = history.Cycles(since, horizon).Where(c => c.Cycle.From > rolled).Select(c => c.Cycle.From).ToList();
            if (begun.Count == 0) return 0;
            from = begun.Min();
        }
        else if (!changed)
        {
            known = await session.Db.Set<Duty>().Where(d => d.Rule == history.Key).Select(d => d.Entry).ToHashSetAsync(ct);
        }
        var made = 0;
        foreach (var chunk in (await facts.Sources(history, null, since, ct)).Where(s => !known.Contains(s.Id)).Select(s => s.Since < from ? s with { Since = from } : s).Chunk(500))
        {
            made += await Settle(history, chunk, from, horizon, ct);
            session.Db.ChangeTracker.Clear();
        }
        return made;
    }

    /// <summary>Settles what a change of an entry means for duties.</summary>
    public async Task React(Register register, Entry? before, Entry after, CancellationToken ct)
    {
        // The event and the entry stand in this transaction already; duties are EF rows beside them.
        if (reference.Concerns(register)) await session.Db.SaveChangesAsync(ct);
        foreach (var history in reference.Duties.Where(h => h.Versions.Any(v => !v.Off)))
        {
            if (history.Register == register) await Settle(history, [after.Id], ct);
            foreach (var act in history.Acts.Where(a => a.Register == register.Key)) await Done(history, register, act, before, after, ct);
        }
        if (register.Leave is { } leave) await Moved(d => d.Responsible == leave.Post.Read(after) as Guid? || (before != null && d.Responsible == leave.Post.Read(before) as Guid?), ct);
        if (register.Rest is { } rest)
        {
            foreach (var entry in new[] { before, after }.OfType<Entry>())
            {
                var first = (DateOnly)rest.First.Read(entry)!;
                // What was moved past these days lies behind them, past a leave that followed too.
                var last = (rest.Last.Read(entry) as DateOnly? ?? first).AddDays(Longest);
                await Moved(d => d.Due >= first && d.Due <= last, ct);
            }
        }
    }

    /// <summary>Brings the duties of one rule in line after it was changed.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> Adopt(string rule, CancellationToken ct)
    {
        if (reference.Duty(rule) is not { } history) return 0;
        var (since, rolled) = await Kept(ct);
        return await Roll(history, since, null, Later(rolled, clock.Today), ct);
    }

    /// <summary>Settles the duties of the entries anew.</summary>
    public async Task Settle(RuleHistory history, IReadOnlyList<Guid> entries, CancellationToken ct)
    {
        var (since, rolled) = await Kept(ct);
        var horizon = Later(rolled, clock.Today);
        foreach (var chunk in entries.Distinct().Chunk(500))
        {
            var sources = await facts.Sources(history, chunk, since, ct);
            await Settle(history, sources, Beginning(history, since), horizon, ct, chunk.Except(sources.Select(s => s.Id)));
        }
    }

    /// <summary>An entry that does duties changed: those of what it is about, before and after, are settled anew.</summary>
    private async Task Done(RuleHistory history, Register register, DutyAct act, Entry? before, Entry after, CancellationToken ct)
    {
        if (register.Find(act.Field) is not { } field) return;
        var entries = new List<Guid>();
        // Most acts bear no festival: thirty days of the year are not asked of the database for each of them.
        foreach (var entry in new[] { before, after }.OfType<Entry>().Where(e => Only.Fits(register, e, act.Only)))
            foreach (var (subject, place) in await facts.About(history, field, entry, ct))
            {
                var about = session.Db.Set<Duty>().Where(d => d.Rule == history.Key);
                entries.AddRange(await (place != 0 ? about.Where(d => d.Place == place) : about.Where(d => d.Subject == subject)).Select(d => d.Entry).Distinct().ToListAsync(ct));
            }
        if (entries.Count > 0) await Settle(history, entries, ct);
    }

    /// <summary>Dates moved: duties are settled anew, done ones too, for they are judged by their date.</summary>
    private async Task Moved(System.Linq.Expressions.Expression<Func<Duty, bool>> which, CancellationToken ct)
    {
        var open = await session.Db.Set<Duty>().Where(d => d.State != DutyState.Lapsed).Where(which).Select(d => new { d.Rule, d.Entry }).Distinct().ToListAsync(ct);
        foreach (var rule in open.GroupBy(d => d.Rule))
            if (reference.Duty(rule.Key) is { } history) await Settle(history, [.. rule.Select(d => d.Entry)], ct);
    }

    /// <summary>Brings the stored duties of these entries in line, from the cycle of <paramref name="from"/> on.</summary>
    private async Task<int> Settle(RuleHistory history, IReadOnlyList<Origin> sources, DateOnly from, DateOnly horizon, CancellationToken ct, IEnumerable<Guid>? gone = null)
    {
        var calendar = history.Rule.ByCalendar;
        var ids = sources.Select(s => s.Id).Concat(gone ?? []).ToList();
        var there = (await session.Db.Set<Duty>().Where(d => d.Rule == history.Key && ids.Contains(d.Entry) && (d.From >= from || !calendar)).ToListAsync(ct)).ToDictionary(d => (d.Entry, d.Cycle));
        // One interval before the beginning is enough to know when somebody was last there.
        var acts = await facts.Acts(history, sources, First(history, sources, from), ct);
        var shifts = await facts.Shifts(sources, ct);
        var needed = await facts.Needed(history, sources, ct);
        var made = 0;
        foreach (var source in sources)
        {
            foreach (var reckoned in Reckoning.Of(history, source, [.. acts[source.Id]], horizon, shifts(source), needed.GetValueOrDefault(source.Place, 1)).Where(r => !calendar || r.From >= from))
            {
                if (there.Remove((source.Id, reckoned.Cycle), out var duty))
                {
                    Set(duty, reckoned, source, needed);
                    continue;
                }
                session.Db.Add(duty = new Duty { Id = Uuid.New(clock.Now), Rule = history.Key, Entry = source.Id, Cycle = reckoned.Cycle });
                Set(duty, reckoned, source, needed);
                made++;
            }
        }
        foreach (var duty in there.Values.Where(d => d.From <= horizon && d.State is not (DutyState.Lapsed or DutyState.Waived)))
            (duty.State, duty.DoneBy, duty.DoneOn) = (DutyState.Lapsed, null, null);
        await session.Db.SaveChangesAsync(ct);
        return made;
    }

    private void Set(Duty duty, Reckoned reckoned, Origin source, IReadOnlyDictionary<long, int> needed)
    {
        (duty.Org, duty.Place, duty.Subject, duty.Responsible) = (source.Org, source.Place, source.Subject, source.Owner);
        (duty.From, duty.Due, duty.Misses, duty.Escalates) = (reckoned.From, reckoned.Due, reckoned.Misses, reckoned.Due.AddDays(1 + reckoned.Rule.Escalate));
        (duty.Have, duty.Needed) = (reckoned.Have, reckoned.Rule.Each is null ? reckoned.Rule.Times : needed.GetValueOrDefault(source.Place));
        (duty.DoneBy, duty.DoneOn) = (reckoned.DoneBy, reckoned.DoneOn);
        if (duty.State is DutyState.Waived) return;
        duty.State = reckoned.DoneOn is not null ? DutyState.Done
            : !reckoned.Asked ? DutyState.Lapsed
            : reckoned.Misses <= clock.Today ? DutyState.Missed : DutyState.Open;
    }

    /// <summary>The first day of the cycle in which duties begin to be kept.</summary>
    private static DateOnly Beginning(RuleHistory history, DateOnly since) => history.Rule.ByCalendar ? history.Versions.Where(v => v.ByCalendar).Min(v => v.CycleOf(since).From) : since;

    private static DateOnly First(RuleHistory history, IReadOnlyList<Origin> sources, DateOnly since)
    {
        var begin = sources.Select(s => s.Since).DefaultIfEmpty(since).Min();
        if (history.Rule.ByCalendar) return history.Versions.Where(v => v.ByCalendar).Min(v => v.CycleOf(begin).From);
        // A date a year and more away may open long before.
        return begin.AddDays(-history.Versions.Max(v => v.Days) - 1) is var first && history.Rule.Cycle is DutyCycle.Once && sources.Select(s => s.On).OfType<DateOnly>().DefaultIfEmpty(first).Min().AddDays(-history.Rule.Days) is var opens && opens < first ? opens : first;
    }

    /// <summary>Since when duties are kept, written down with the first of them, and the last day that was rolled.</summary>
    private async Task<(DateOnly Since, DateOnly? Rolled)> Kept(CancellationToken ct)
    {
        if (kept is { } known) return known;
        var rows = await session.Db.Set<Setting>().AsNoTracking().Where(s => s.Key == SinceKey || s.Key == RolledKey).ToDictionaryAsync(s => s.Key, s => DateOnly.ParseExact(s.Value, Format), ct);
        if (!rows.ContainsKey(SinceKey)) await Keep(SinceKey, clock.Today, ct);
        kept = (rows.TryGetValue(SinceKey, out var since) ? since : clock.Today, rows.TryGetValue(RolledKey, out var rolled) ? rolled : null);
        return kept.Value;
    }

    private async Task Keep(string key, DateOnly day, CancellationToken ct)
    {
        var row = await session.Db.Set<Setting>().FindAsync([key], ct);
        if (row is null) session.Db.Add(row = new Setting { Key = key });
        row.Value = day.ToString(Format, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static DateOnly Later(DateOnly? a, DateOnly b) => a is { } x && x > b ? x : b;
}
