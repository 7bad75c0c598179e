using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>What was done to an entry after it was recorded.</summary>
/// <param name="Verb">Word of the log: verified, returned, withdrawn, edited.</param>
/// <param name="Actor">Account that did it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Do">The act itself.</param>
public sealed record Deed(string Verb, Guid Actor, DateTime At, Action<Entry> Do);

/// <summary>One entry to be loaded.</summary>
/// <param name="Register">Its register.</param>
/// <param name="Entry">The entry, handed in or kept as a draft; not to be touched any more by who gave it.</param>
/// <param name="Titles">Names of what it points at, for search: known to the caller, so they are not looked up.</param>
/// <param name="Deeds">What was done to it since, in order.</param>
public sealed record Load(Register Register, Entry Entry, IReadOnlyList<string> Titles, IReadOnlyList<Deed>? Deeds = null);

/// <summary>
/// Writes many entries: demo, bench, import. The same rows as <see cref="Recording"/> makes (entry, events with payload and digest,
/// search document) by prepared commands, in transactions of a chunk each. While a chunk is written the next is made ready.
/// Duties are rolled afterwards, once for all; rules that ask the database are the caller's.
/// </summary>
/// <param name="session">Session written to.</param>
/// <param name="vault">Makes the digests.</param>
/// <param name="scope">Where the loader may write.</param>
/// <param name="chunk">Entries of one transaction; more than 500 only where nobody else writes (D2).</param>
/// <param name="seal">Number and link the events at once instead of leaving them to the sealer; only where nobody else writes.</param>
/// <param name="clock">The present.</param>
public sealed class Loading(Session session, Vault vault, Scope scope, Clock clock, int chunk = 500, bool seal = false)
{
    private readonly HashSet<Register> loaded = [];
    private List<Load> waiting = [];
    private Task<List<Ready>>? ready;

    /// <summary>Entries written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Takes an entry; writes a chunk when one is full.</summary>
    /// <exception cref="Refusal">A required field is empty, or the entry's own rules say no: the chunk with it is not written.</exception>
    public async Task Add(Load load, CancellationToken ct = default)
    {
        waiting.Add(load);
        if (waiting.Count >= chunk) await Turn(ct);
    }

    /// <summary>Writes what is left, and counts the figures of what was loaded.</summary>
    public async Task Finish(CancellationToken ct = default)
    {
        await Turn(ct);
        await Turn(ct);
        await session.Write(c => new TallyBook(session).Trust(loaded, c), ct);
        loaded.Clear();
    }

    private async Task Turn(CancellationToken ct)
    {
        var (loads, before) = (waiting, ready);
        waiting = [];
        ready = loads.Count == 0 ? null : Task.Run(() => loads.AsParallel().AsOrdered().WithCancellation(ct).Select(Prepare).ToList(), ct);
        if (before is not null) await Write(await before, ct);
    }

    private Ready Prepare(Load load)
    {
        var (register, entry) = (load.Register, load.Entry);
        var problems = register.Fields.Where(f => f is { Required: true, Derived: false } && Recording.IsEmpty(f, f.Read(entry))).Select(EntryProblems.Missing)
            .Concat(register.Check(entry, clock.Today)).ToList();
        if (problems.Count > 0 && entry.State is not EntryState.Draft) throw new Refusal(problems);
        entry.Version = 1;
        var events = new List<EventRow> { Event(load, entry.State is EntryState.Draft ? "drafted" : "recorded", entry.RecordedBy, entry.RecordedAt) };
        foreach (var deed in load.Deeds ?? [])
        {
            deed.Do(entry);
            entry.Version++;
            events.Add(Event(load, deed.Verb, deed.Actor, deed.At));
        }
        return new(register, entry, events, entry.State is EntryState.Withdrawn ? null : SearchIndex.GramsOf(register, entry, load.Titles));
    }

    private EventRow Event(Load load, string verb, Guid actor, DateTime at) => EventRow.Make(vault, new Clock(new Moment(at)), actor,
        load.Register.Key, load.Entry.Id, load.Entry.Org, load.Entry.Place, verb, load.Entry.Version, Recording.Payload(load.Register, load.Entry));

    private async Task Write(List<Ready> entries, CancellationToken ct)
    {
        await session.Write(async c =>
        {
            var store = new Store(session);
            await using var search = new SearchIndex(session).Load();
            await using var events = new RowLoader<EventRow>(session);
            var head = seal ? await Head(c) : null;
            var fresh = entries.Select(e => e.Register).Distinct().Except(loaded).ToList();
            if (fresh.Count > 0) await TallyBook.Distrust(session, fresh, c);
            loaded.UnionWith(fresh);
            foreach (var run in entries.GroupBy(e => e.Register))
            {
                await using var rows = await store.Load(run.Key, scope, c);
                foreach (var one in run)
                {
                    await rows.Add(one.Entry, c);
                    if (one.Grams is not null) await search.Add(one.Register, one.Entry, one.Grams, c);
                }
            }
            foreach (var row in entries.SelectMany(e => e.Events))
            {
                if (head is not null) (row.Seq, row.Link) = (head.Seq + 1, row.LinkAfter(vault, head.Link, head.Seq + 1));
                await events.Add(row, c);
                if (head is not null) (head.Seq, head.Link) = (row.Seq!.Value, row.Link!);
            }
            if (entries.Exists(e => e.Register.IsOrganizationTree || e.Register.ListedKinds is not null || e.Register.Groups is not null)) await ReferenceSource.Touch(session, c);
        }, ct);
        Written += entries.Count;
    }

    private async Task<EventHead> Head(CancellationToken ct)
    {
        var head = await session.Db.Set<EventHead>().SingleOrDefaultAsync(ct);
        if (head is null) session.Db.Add(head = new EventHead());
        return head;
    }

    private sealed record Ready(Register Register, Entry Entry, List<EventRow> Events, string? Grams);

    private sealed class Moment(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
    }
}
