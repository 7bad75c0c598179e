using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
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

    /// <summary>Judges an entry and writes it.</summary>
    public async Task<Verdict> Add(Guid id, Input input, CancellationToken ct)
    {
        var (entry, problems) = await recording.Judged(register, id, input, reference, ct);
        if (problems.Count > 0) return Verdict.Refused(problems);
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
