using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Search;

namespace HalfSky.Platform.Registers;

/// <summary>
/// Records many new entries of one register within a running write, each judged as it stands then, by prepared commands. Figures kept beside
/// the register are not kept along: who loads many counts them once at the end (<see cref="Measures.TallyBook"/>).
/// </summary>
internal sealed class ManyEntries : IAsyncDisposable
{
    private readonly Recording recording;
    private readonly Register register;
    private readonly Reference reference;
    private readonly Store.Loader rows;
    private readonly SearchIndex.Loader search;
    private readonly RowLoader<EventRow> events;

    private ManyEntries(Recording recording, Register register, Reference reference, Store.Loader rows)
    {
        (this.recording, this.register, this.reference, this.rows) = (recording, register, reference, rows);
        search = new SearchIndex(recording.Session).Load();
        events = new(recording.Session);
    }

    /// <summary>Can entries of the register be written so? Not where something else follows from each.</summary>
    public static bool May(Register register, Reference reference) => !register.HasConsequences && register.Whole is null && !ReferenceSource.Holds(register, reference);

    /// <summary>Prepares the commands within the running write.</summary>
    public static async Task<ManyEntries> Begin(Recording recording, Register register, CancellationToken ct)
    {
        var scope = recording.User.Scope(register.Permission("record"));
        return new(recording, register, await recording.Reference(ct), await new Store(recording.Session).Load(register, scope, ct));
    }

    /// <summary>
    /// Judges entries and writes those that are right, in order. Those that are the same as one that stands are looked up for all at once;
    /// where the register's own rules ask the database, an entry stands before the next is judged, but people, who are told apart by number.
    /// </summary>
    public async Task<IReadOnlyList<Verdict>> Add(IReadOnlyList<(Guid Id, Input Input)> wanted, CancellationToken ct)
    {
        var verdicts = new Verdict[wanted.Count];
        var onePerson = register.Fields.FirstOrDefault(f => f.Type is FieldType.IdCard);
        var oneByOne = register.MatchKey.Count == 0 || (register.JudgesMore && onePerson is null);
        var judged = new List<(int At, Entry Entry)>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wanted.Count; i++)
        {
            var twice = false;
            var (entry, problems) = await recording.Judged(register, wanted[i].Id, wanted[i].Input with { Confirmed = oneByOne ? wanted[i].Input.Confirmed : true }, reference, ct);
            if (problems.Count == 0 && !oneByOne && (twice = onePerson?.Read(entry) is SealedText number && !numbers.Add(Convert.ToHexString(number.Hash))))
            {
                await Put(judged, wanted, verdicts, ct);
                (entry, problems) = await recording.Judged(register, wanted[i].Id, wanted[i].Input, reference, ct);
            }
            if (problems.Count > 0) verdicts[i] = Verdict.Refused(problems);
            else if (oneByOne || twice) await Write([(i, entry)], wanted, verdicts, ct);
            else judged.Add((i, entry));
        }
        await Put(judged, wanted, verdicts, ct);
        return verdicts;
    }

    private async Task Put(List<(int At, Entry Entry)> judged, IReadOnlyList<(Guid Id, Input Input)> wanted, Verdict[] verdicts, CancellationToken ct)
    {
        if (judged.Count == 0) return;
        var first = register.MatchKey[0];
        var standing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var values in judged.Select(j => first.Read(j.Entry)).Where(v => !Recording.IsEmpty(first, v) && v is not SealedText).Distinct().Chunk(1000))
            await foreach (var row in new Query(recording.Session, register.Shape, recording.User.Scope(register.Permission("read"))).Where(new Filter.In(first.Key, [.. values.Select(v => v!)]))
                .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)))).Along(first.Key).Stream([.. register.MatchKey.Select(f => f.Key)], [], ct)) standing.Add(KeyOf(row));
        var right = new List<(int At, Entry Entry)>(judged.Count);
        foreach (var (at, entry) in judged)
        {
            var key = register.MatchKey.Select(f => f.Read(entry)).ToArray();
            var whole = !register.MatchKey.Zip(key).Any(k => Recording.IsEmpty(k.First, k.Second));
            if (whole && !standing.Add(KeyOf(key)) && !wanted[at].Input.Confirmed) verdicts[at] = Verdict.Refused(EntryProblems.Double(register));
            else right.Add((at, entry));
        }
        await Write(right, wanted, verdicts, ct);
        judged.Clear();
    }

    private static string KeyOf(object?[] values) => string.Join('\u001f', values.Select(v => v is SealedText s ? Convert.ToHexString(s.Hash) : Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture)));

    private async Task Write(IReadOnlyList<(int At, Entry Entry)> right, IReadOnlyList<(Guid Id, Input Input)> wanted, Verdict[] verdicts, CancellationToken ct)
    {
        foreach (var (at, entry) in right)
        {
            Recording.Hand(register, entry, wanted[at].Input, reference);
            entry.Version = 1;
        }
        var lookUps = register.Fields.Where(f => f.Type is FieldType.LookUp).ToList();
        var names = lookUps.Count == 0 ? [] : await recording.Names.Of(reference, right.SelectMany(r => lookUps.Select(f => (f, f.Read(r.Entry)))), Scope.Whole("names go into search as they are"), ct);
        // While the rows go in, the other processors make what is written of them next.
        var making = Task.Run(() => right.AsParallel().AsOrdered().Select(r => (Event: EventOf(r.Entry, wanted[r.At].Input),
            Grams: SearchIndex.GramsOf(register, r.Entry, lookUps.Select(f => f.Read(r.Entry)).OfType<Guid>().Distinct().Where(names.ContainsKey).Select(g => names[g])))).ToList(), ct);
        try
        {
            foreach (var (_, entry) in right) await rows.Add(entry, ct);
        }
        finally
        {
            // It reads the entries: nobody else gets them before it is done.
            await ((Task)making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        var made = await making;
        foreach (var m in made) await events.Add(m.Event, ct);
        foreach (var (m, r) in made.Zip(right)) await search.Add(register, r.Entry, m.Grams, ct);
        foreach (var (at, entry) in right)
        {
            if (reference.Concerns(register)) await new DutyBook(recording.Session, reference, recording.Clock).React(register, null, entry, ct);
            verdicts[at] = new(Outcome.Accepted, entry, []);
        }
    }

    private EventRow EventOf(Entry entry, Input input) =>
        EventRow.Make(recording.Vault, recording.Clock, recording.User.Account, register.Key, entry.Id, entry.Org, entry.Place, "recorded", 1, Recording.Payload(register, entry), recording.Fingerprint(register, entry.Id, input));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        await search.DisposeAsync();
        await events.DisposeAsync();
    }
}
