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
        if (register.MatchKey.Count == 0 || (register.JudgesMore && onePerson is null))
        {
            for (var i = 0; i < wanted.Count; i++) verdicts[i] = await Add(wanted[i].Id, wanted[i].Input, ct);
            return verdicts;
        }
        var judged = new List<(int At, Entry Entry)>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wanted.Count; i++)
        {
            var (entry, problems) = await recording.Judged(register, wanted[i].Id, wanted[i].Input with { Confirmed = true }, reference, ct);
            if (problems.Count > 0) verdicts[i] = Verdict.Refused(problems);
            else if (onePerson?.Read(entry) is SealedText number && !numbers.Add(Convert.ToHexString(number.Hash)))
            {
                await Put(judged, wanted, verdicts, ct);
                verdicts[i] = await Add(wanted[i].Id, wanted[i].Input, ct);
            }
            else judged.Add((i, entry));
        }
        await Put(judged, wanted, verdicts, ct);
        return verdicts;
    }

    private async Task Put(List<(int At, Entry Entry)> judged, IReadOnlyList<(Guid Id, Input Input)> wanted, Verdict[] verdicts, CancellationToken ct)
    {
        var first = register.MatchKey[0];
        var standing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var values in judged.Select(j => first.Read(j.Entry)).Where(v => !Recording.IsEmpty(first, v) && v is not SealedText).Distinct().Chunk(200))
            await foreach (var row in new Query(recording.Session, register.Shape, recording.User.Scope(register.Permission("read"))).Where(new Filter.In(first.Key, [.. values.Select(v => v!)]))
                .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)))).Along(first.Key).Stream([.. register.MatchKey.Select(f => f.Key)], [], ct)) standing.Add(KeyOf(row));
        foreach (var (at, entry) in judged)
        {
            var key = register.MatchKey.Select(f => f.Read(entry)).ToArray();
            var whole = !register.MatchKey.Zip(key).Any(k => Recording.IsEmpty(k.First, k.Second));
            var isDouble = whole && !standing.Add(KeyOf(key)) && !wanted[at].Input.Confirmed;
            verdicts[at] = isDouble ? Verdict.Refused(EntryProblems.Double(register)) : await Write(wanted[at].Id, wanted[at].Input, entry, ct);
        }
        judged.Clear();
    }

    private static string KeyOf(object?[] values) => string.Join('\u001f', values.Select(v => v is SealedText s ? Convert.ToHexString(s.Hash) : Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<Verdict> Add(Guid id, Input input, CancellationToken ct)
    {
        var (entry, problems) = await recording.Judged(register, id, input, reference, ct);
        return problems.Count > 0 ? Verdict.Refused(problems) : await Write(id, input, entry, ct);
    }

    private async Task<Verdict> Write(Guid id, Input input, Entry entry, CancellationToken ct)
    {
        Recording.Hand(register, entry, input, reference);
        entry.Version = 1;
        await rows.Add(entry, ct);
        await events.Add(EventRow.Make(recording.Vault, recording.Clock, recording.User.Account, register.Key, id, entry.Org, entry.Place, "recorded", 1, Recording.Payload(register, entry), recording.Fingerprint(register, id, input)), ct);
        var pointed = register.Fields.Where(f => f.Type is FieldType.LookUp).Select(f => (f, f.Read(entry))).Where(p => p.Item2 is Guid g && g != Guid.Empty).ToList();
        var names = pointed.Count == 0 ? [] : await recording.Names.Of(reference, pointed, Scope.Whole("names go into search as they are"), ct);
        await search.Add(register, entry, SearchIndex.GramsOf(register, entry, [.. names.Values]), ct);
        if (reference.Concerns(register)) await new DutyBook(recording.Session, reference, recording.Clock).React(register, null, entry, ct);
        return new(Outcome.Accepted, entry, []);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        await search.DisposeAsync();
        await events.DisposeAsync();
    }
}
