using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties;

/// <summary>
/// Keeps the duties: makes each exactly once, and settles it from the facts whenever an entry that matters changes. A duty's state is
/// always what the entries say, so returning an entry opens it again with its old date, and no order of events can leave it wrong.
/// </summary>
public sealed class DutyBook(Session session, Reference reference, Clock clock)
{
    private static readonly object[] Counting = [nameof(EntryState.Submitted), nameof(EntryState.Verified)];

    /// <summary>The cycle a day lies in.</summary>
    public static Period CycleOf(DutyRule rule, DateOnly day) => rule.Cycle is DutyCycle.Quarter ? Period.QuarterOf(day) : Period.MonthOf(day);

    /// <summary>Makes the duties of the present cycle that are not there yet. Repeating it changes nothing.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> Roll(CancellationToken ct = default)
    {
        var made = 0;
        foreach (var (register, rule) in reference.Catalog.Duties)
        {
            var cycle = CycleOf(rule, clock.Today);
            var known = await session.Db.Set<Duty>().Where(d => d.Rule == rule.Key && d.Cycle == cycle.Key).Select(d => d.Entry).ToHashSetAsync(ct);
            var (from, to) = register.Held!.Value;
            var held = new Query(session, register.Shape, Scope.Whole("duties are made for every organisation"))
                .Where(new Filter.In("state", Counting)).Where(new Filter.HeldOn(from.Key, to.Key, clock.Today));
            var missing = new List<Entry>();
            await foreach (var row in held.Stream([.. register.Shape.Columns.Select(c => c.Key)], [], ct))
            {
                var entry = EntryColumns.Make(register, row);
                if (!known.Contains(entry.Id)) missing.Add(entry);
            }
            foreach (var chunk in missing.Chunk(500))
            {
                var done = await DoneIn(rule, chunk.Select(e => Subject(register, rule, e)), cycle, ct);
                foreach (var entry in chunk) session.Db.Add(Make(register, rule, entry, cycle, done));
                await session.Db.SaveChangesAsync(ct);
                session.Db.ChangeTracker.Clear();
                made += chunk.Length;
            }
        }
        return made;
    }

    /// <summary>Settles what a change of an entry means for duties.</summary>
    public async Task React(Register register, Entry? before, Entry after, CancellationToken ct)
    {
        foreach (var (source, rule) in reference.Catalog.Duties)
        {
            if (source == register) await Follow(register, rule, after, ct);
            if (rule.ClosedBy == register.Key) await Settle(register, rule, before, after, ct);
        }
    }

    /// <summary>An entry duties come from changed: the duty is made, moved, lapsed or revived.</summary>
    private async Task Follow(Register register, DutyRule rule, Entry entry, CancellationToken ct)
    {
        // The event and the entry stand in this transaction already; duties are EF rows beside them.
        await session.Db.SaveChangesAsync(ct);
        var duties = await session.Db.Set<Duty>().Where(d => d.Entry == entry.Id && d.Rule == rule.Key).ToListAsync(ct);
        var cycle = CycleOf(rule, clock.Today);
        var holds = Holds(register, entry);
        if (holds && duties.TrueForAll(d => d.Cycle != cycle.Key))
        {
            var made = Make(register, rule, entry, cycle, await DoneIn(rule, [Subject(register, rule, entry)], cycle, ct));
            session.Db.Add(made);
        }
        foreach (var duty in duties)
        {
            duty.Org = entry.Org;
            duty.Place = entry.Place;
            duty.Subject = Subject(register, rule, entry);
            duty.Responsible = register[rule.ResponsibleKey].Read(entry) as Guid?;
            var (done, on) = (await DoneIn(rule, [duty.Subject], new(duty.From, duty.Due.AddDays(1)), ct)).GetValueOrDefault(duty.Subject);
            Set(duty, done, on, stillDue: holds || (entry.Counts && EndOf(register, entry) is { } end && end > duty.Due));
        }
    }

    /// <summary>An entry that closes duties changed: those of its subject and cycle, before and after, are settled anew.</summary>
    private async Task Settle(Register register, DutyRule rule, Entry? before, Entry after, CancellationToken ct)
    {
        await session.Db.SaveChangesAsync(ct);
        var field = register[rule.ClosedByKey];
        var touched = new[] { before, after }.OfType<Entry>()
            .Select(e => (Subject: field.Read(e) as Guid? ?? Guid.Empty, Cycle: CycleOf(rule, e.Date)))
            .Where(t => t.Subject != Guid.Empty).Distinct();
        foreach (var (subject, cycle) in touched)
        {
            var duties = await session.Db.Set<Duty>().Where(d => d.Subject == subject && d.Cycle == cycle.Key && d.Rule == rule.Key).ToListAsync(ct);
            if (duties.Count == 0) continue;
            var (done, on) = (await DoneIn(rule, [subject], cycle, ct)).GetValueOrDefault(subject);
            foreach (var duty in duties) Set(duty, done, on, stillDue: duty.State is not DutyState.Lapsed);
        }
    }

    private static void Set(Duty duty, Guid done, DateOnly on, bool stillDue)
    {
        (duty.State, duty.DoneBy, duty.DoneOn) = done != Guid.Empty ? (DutyState.Done, (Guid?)done, (DateOnly?)on)
            : (stillDue ? DutyState.Open : DutyState.Lapsed, null, null);
    }

    /// <summary>The first counting act for each subject in the cycle.</summary>
    private async Task<Dictionary<Guid, (Guid Entry, DateOnly On)>> DoneIn(DutyRule rule, IEnumerable<Guid> subjects, Period cycle, CancellationToken ct)
    {
        var found = new Dictionary<Guid, (Guid, DateOnly)>();
        var register = reference.Register(rule.ClosedBy)!;
        var query = new Query(session, register.Shape, Scope.Whole("whoever did it, it is done"))
            .Where(new Filter.In(rule.ClosedByKey, [.. subjects.Distinct().Cast<object>()]))
            .Where(new Filter.Range("date", cycle.From, cycle.To)).Where(new Filter.In("state", Counting));
        await foreach (var row in query.Stream([rule.ClosedByKey, "id", "date"], [new("date"), new("id")], ct))
            found.TryAdd((Guid)row[0]!, ((Guid)row[1]!, (DateOnly)row[2]!));
        return found;
    }

    private Duty Make(Register register, DutyRule rule, Entry entry, Period cycle, Dictionary<Guid, (Guid Entry, DateOnly On)> done)
    {
        var duty = new Duty
        {
            Id = Uuid.New(clock.Now),
            Rule = rule.Key,
            Entry = entry.Id,
            Subject = Subject(register, rule, entry),
            Cycle = cycle.Key,
            From = cycle.From,
            Due = cycle.Last,
            Org = entry.Org,
            Place = entry.Place,
            Responsible = register[rule.ResponsibleKey].Read(entry) as Guid?,
        };
        var (by, on) = done.GetValueOrDefault(duty.Subject);
        Set(duty, by, on, stillDue: true);
        return duty;
    }

    private bool Holds(Register register, Entry entry)
    {
        var (from, _) = register.Held!.Value;
        return entry.Counts && from.Read(entry) is DateOnly start && start <= clock.Today && (EndOf(register, entry) is not { } end || end > clock.Today);
    }

    private static DateOnly? EndOf(Register register, Entry entry) => register.Held!.Value.To.Read(entry) as DateOnly?;

    private static Guid Subject(Register register, DutyRule rule, Entry entry) => register[rule.SubjectKey].Read(entry) as Guid? ?? Guid.Empty;
}
