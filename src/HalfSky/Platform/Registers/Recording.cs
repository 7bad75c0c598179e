using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>
/// Records entries: the one way in for form, API, phone and import. One transaction writes the entry, its event row, its search
/// document and what its duties become.
/// </summary>
public sealed class Recording(Session session, ReferenceSource source, CurrentUser user, Clock clock, Vault vault)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The session written to.</summary>
    public Session Session => session;

    /// <summary>Who records.</summary>
    public CurrentUser User => user;

    /// <summary>The clock.</summary>
    public Clock Clock => clock;

    /// <summary>Seals values.</summary>
    public Vault Vault => vault;

    /// <summary>Names of what look-ups point at.</summary>
    public Names Names { get; } = new(session, source);

    /// <summary>The present reference facts.</summary>
    public Task<Reference> Reference(CancellationToken ct) => source.Take(session, ct);

    /// <summary>Records a new entry.</summary>
    public Task<Verdict> Create(string register, Guid id, Input input, CancellationToken ct = default) =>
        session.Write(c => CreateInside(register, id, input, c), ct);

    /// <summary>What recording a new entry would answer, with the entry as it would be; nothing is written.</summary>
    public async Task<Verdict> Judged(string key, Guid id, Input input, CancellationToken ct = default)
    {
        var reference = await source.Take(session, ct);
        if (reference.Register(key) is not { } register || !user.May(register.Permission("record"))) return Verdict.NotFound;
        var (entry, problems) = await Judged(register, id, input, reference, ct);
        return problems.Count > 0 ? Verdict.Refused(problems) : new(Outcome.Accepted, entry, []);
    }

    /// <summary>Changes an entry that still has the version read.</summary>
    public Task<Verdict> Change(string register, Guid id, int version, Input input, CancellationToken ct = default) =>
        session.Write(c => ChangeInside(register, id, version, input, c), ct);

    /// <summary>Verifies a submitted entry. Parts cannot be verified or returned by themselves: they follow their whole.</summary>
    public Task<Verdict> Verify(string register, Guid id, CancellationToken ct = default) =>
        Act(register, id, "verify", "verified", e => e.Verify(), ct);

    /// <summary>Returns an entry with a reason; its duty opens again.</summary>
    public Task<Verdict> Return(string register, Guid id, string reason, CancellationToken ct = default) =>
        Act(register, id, "verify", "returned", e => e.Return(reason), ct);

    /// <summary>Withdraws an entry with a reason.</summary>
    public Task<Verdict> Withdraw(string register, Guid id, string reason, CancellationToken ct = default) =>
        Act(register, id, "record", "withdrawn", e => e.Withdraw(reason), ct);

    /// <summary>Withdraws an entry that still has the version read.</summary>
    public Task<Verdict> Withdraw(string register, Guid id, int version, string reason, CancellationToken ct = default) =>
        Act(register, id, "record", "withdrawn", e =>
        {
            if (e.Version != version) throw new Refusal(EntryProblems.Changed);
            e.Withdraw(reason);
        }, ct);

    /// <summary>Reads an entry within a scope; null when it is not there or not seen.</summary>
    public async Task<Entry?> Find(Register register, Guid id, Scope scope, CancellationToken ct = default)
    {
        var query = new Query(session, register.Shape, scope).Where(new Filter.Is("id", id));
        await foreach (var row in query.Stream([.. register.Shape.Columns.Select(c => c.Key)], [], ct)) return EntryColumns.Make(register, row);
        return null;
    }

    /// <summary>
    /// Writes an entry made by code (a verb of a module, first run, the demo) with the same event, search and duties as a recorded one.
    /// </summary>
    public async Task Write(Register register, Entry? before, Entry after, string verb, byte[]? request, CancellationToken ct)
    {
        var whole = Scope.Whole("the writer has checked the entry's organisation against the recorder's scope");
        var store = new Store(session);
        var tally = new TallyBook(session);
        var gave = await tally.Of(register, before, ct);
        if (before is null)
        {
            after.Version = 1;
            await store.Insert(register, whole, after, ct);
        }
        else
        {
            var read = after.Version++;
            if (!await store.Update(register, whole, after, read, ct)) throw new Refusal(EntryProblems.Changed);
        }
        await tally.Change(register, after.Id, gave, await tally.Of(register, after, ct), ct);
        session.Db.Add(EventRow.Make(vault, clock, user.Account, register.Key, after.Id, after.Org, after.Place, verb, after.Version, Payload(register, after), request));
        var reference = await source.Take(session, ct);
        var names = await Names.Of(reference, register.Fields.Select(f => (f, f.Read(after))), whole, ct);
        await new SearchIndex(session).Put(register, after, names.Values, before?.Date, ct);
        await new DutyBook(session, reference, clock).React(register, before, after, ct);
        if (ReferenceSource.Holds(register, reference)) await ReferenceSource.Touch(session, ct);
        if (before is not null)
            foreach (var parts in reference.PartsOf(register)) await FollowOn(parts, register, after, ct);
        await register.Written(after, before, this, ct);
    }

    /// <summary>Parts follow their whole; one taken back by itself stays taken back.</summary>
    private async Task FollowOn(Register parts, Register wholes, Entry whole, CancellationToken ct)
    {
        var whose = Scope.Whole("parts follow their whole, whoever changes it");
        var query = new Query(session, parts.Shape, whose)
            .Where(new Filter.Is(parts.Whole!.Key, whole.Id)).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in query.Stream(["id"], [], ct))
        {
            // Read one by one: what follows from one part (a longer list raises the number on the whole) may have taken the next along already.
            if (await Find(parts, (Guid)row[0]!, whose, ct) is not { } before) continue;
            var part = Copy(parts, before);
            parts.Follow(part, wholes, whole);
            if (Payload(parts, before) != Payload(parts, part)) await Write(parts, before, part, "followed", null, ct);
        }
    }

    /// <summary>The whole of a part as far as she sees it; null when it is not there or not hers.</summary>
    private async Task<Entry?> WholeOf(Register register, Entry part, Reference reference, CancellationToken ct) =>
        register.Whole is { } field && field.Read(part) is Guid id && reference.Register(field.Target!) is { } wholes
            ? await Find(wholes, id, user.Scope(wholes.Permission("record")), ct) : null;

    /// <summary>The entry's values as the event keeps them.</summary>
    public static string Payload(Register register, Entry entry)
    {
        var values = new JsonObject { ["state"] = entry.State.ToString() };
        if (entry.Reason is not null) values["reason"] = entry.Reason;
        foreach (var field in register.Fields)
            if (FieldValue.ToEvent(field, field.Read(entry)) is { } value) values[field.Key] = value;
        return values.ToJsonString(Compact);
    }

    private async Task<Verdict> CreateInside(string key, Guid id, Input input, CancellationToken ct)
    {
        var reference = await source.Take(session, ct);
        if (reference.Register(key) is not { } register || !user.May(register.Permission("record"))) return Verdict.NotFound;
        if (register is DefinedRegister { Closed: true }) return Verdict.Refused(new Problem("register.closed", "这本台账已停用，不能再记。"));
        if (!Uuid.IsAcceptable(id)) return Verdict.Refused(EntryProblems.BadId);
        var request = Fingerprint(register, id, input);
        var first = await session.Db.Set<EventRow>().AsNoTracking().Where(e => e.Entry == id && e.EntryVersion == 1)
            // A file attached before the first change bears the same version.
            .OrderBy(e => e.At).ThenBy(e => e.Id).FirstOrDefaultAsync(ct);
        if (first is not null)
        {
            if (first.Actor != user.Account || first.Request is null || !first.Request.AsSpan().SequenceEqual(request))
                return new(Outcome.Conflict, null, [EntryProblems.Taken]);
            return new(Outcome.Repeated, await Find(register, id, user.Scope(register.Permission("read")), ct), []);
        }
        var (entry, problems) = await Judged(register, id, input, reference, ct);
        if (problems.Count > 0) return Verdict.Refused(problems);
        if (register.Whole is null) Hand(register, entry, input, reference);
        await Write(register, null, entry, entry.State is EntryState.Draft ? "drafted" : "recorded", request, ct);
        return new(Outcome.Accepted, entry, []);
    }

    /// <summary>A new entry with its presets and what was typed, and what is wrong with it.</summary>
    internal async Task<(Entry Entry, IReadOnlyList<Problem> Problems)> Judged(Register register, Guid id, Input input, Reference reference, CancellationToken ct)
    {
        var entry = register.New();
        entry.Id = id;
        entry.RecordedBy = user.Account;
        entry.RecordedAt = clock.Now;
        foreach (var field in register.Fields.Where(f => f.Default is not null && !input.Values.ContainsKey(f.Key)))
            Take(register, field, field.Default == "today" ? clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : field.Default, reference, entry);
        return (entry, await Judge(register, entry, null, input, reference, ct));
    }

    private async Task<Verdict> ChangeInside(string key, Guid id, int version, Input input, CancellationToken ct)
    {
        var reference = await source.Take(session, ct);
        if (reference.Register(key) is not { } register) return Verdict.NotFound;
        if (await Find(register, id, user.Scope(register.Permission("record")), ct) is not { } entry) return Verdict.NotFound;
        if (entry.Version != version) return new(Outcome.Conflict, entry, [EntryProblems.Changed]);
        if (entry.State is EntryState.Withdrawn) return Verdict.Refused(EntryProblems.Withdrawn);
        if (register.KeptElsewhere(entry) is { } elsewhere) return Verdict.Refused(elsewhere);
        var before = Copy(register, entry);
        var problems = await Judge(register, entry, before, input, reference, ct);
        if (input.Draft && entry.State is not (EntryState.Draft or EntryState.Returned)) problems = [EntryProblems.AlreadySubmitted, .. problems];
        if (problems.Count > 0) return Verdict.Refused(problems);
        if (register.Whole is null) Hand(register, entry, input, reference);
        await Write(register, before, entry, "edited", Fingerprint(register, id, input), ct);
        return new(Outcome.Accepted, entry, []);
    }

    internal static void Hand(Register register, Entry entry, Input input, Reference reference)
    {
        if (input.Draft) entry.KeepAsDraft();
        else entry.Submit(reference.Reviewed(register));
    }

    private Task<Verdict> Act(string key, Guid id, string permission, string verb, Action<Entry> act, CancellationToken ct) => session.Write(async c =>
    {
        var reference = await source.Take(session, c);
        if (reference.Register(key) is not { } register) return Verdict.NotFound;
        if (await Find(register, id, user.Scope(register.Permission(permission)), c) is not { } entry) return Verdict.NotFound;
        if (register.KeptElsewhere(entry) is { } elsewhere) return Verdict.Refused(elsewhere);
        if (permission == "verify" && register.Whole is { } part) return Verdict.Refused(EntryProblems.FollowsWhole(part));
        var before = Copy(register, entry);
        try
        {
            act(entry);
        }
        catch (Refusal refusal)
        {
            return new Verdict(refusal.Problems.Contains(EntryProblems.Changed) ? Outcome.Conflict : Outcome.Refused, before, refusal.Problems);
        }
        if (entry.State == before.State && entry.Reason == before.Reason) return new(Outcome.Repeated, entry, []);
        await Write(register, before, entry, verb, null, c);
        return new Verdict(Outcome.Accepted, entry, []);
    }, ct);

    /// <summary>Takes the typed values, fills what is known, judges; returns what is wrong.</summary>
    private async Task<IReadOnlyList<Problem>> Judge(Register register, Entry entry, Entry? before, Input input, Reference reference, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var unknown in input.Values.Keys.Where(k => register.Find(k) is null))
            problems.Add(new("field.unknown", $"这本台账没有“{unknown}”这一项。", unknown));
        foreach (var field in register.Fields.Where(f => input.Values.ContainsKey(f.Key)))
        {
            var typed = input.Values[field.Key];
            if (field.Derived || (field.Sealed is not null && before is not null && (string.IsNullOrEmpty(typed) || typed == "***"))) continue;
            if (Take(register, field, typed, reference, entry) is { } problem) problems.Add(problem);
        }
        var scope = user.Scope(register.Permission("record"));
        if (entry.Org == 0 && scope.Branches.Count > 0)
            entry.Org = (user.Home is { } home && scope.Contains(home.Value) ? home : scope.Branches[0]).Value;
        problems.AddRange(await LookUps(register, entry, before, reference, ct));
        if (problems.Count == 0 && register.Whole is { } part)
        {
            if (await WholeOf(register, entry, reference, ct) is { State: not EntryState.Withdrawn } whole) register.Follow(entry, reference.Register(part.Target!)!, whole);
            else problems.Add(new("part.whole", $"请先选{part.Label}；撤销了的或不归您记的，不能再加。", part.Key));
        }
        if (problems.Count == 0) problems.AddRange(await Complete(register, entry, ct));
        if (entry.Place == 0) entry.Place = reference.Organizations.Find(entry.Org) is { Place: > 0 } own ? own.Place : Branch.Root.Value;
        // A part has no draft of its own: with its whole it would count as it stands.
        if (!input.Draft || register.Whole is not null)
        {
            problems.AddRange(register.Fields.Where(f => f is { Required: true, Derived: false } && IsEmpty(f, f.Read(entry)) && problems.All(p => p.Field != f.Key))
                .Select(EntryProblems.Missing));
        }
        if (!scope.Contains(entry.Org)) problems.Add(EntryProblems.NotYourOrganization);
        if (problems.Count > 0) return problems;
        problems.AddRange(register.Check(entry, clock.Today));
        problems.AddRange(await register.Judge(entry, before, this, ct));
        if (problems.Count == 0 && before is null && !input.Confirmed && await Double(register, entry, ct) is { } doubt) problems.Add(doubt);
        return problems;
    }

    private async Task<IReadOnlyList<Problem>> Complete(Register register, Entry entry, CancellationToken ct)
    {
        try
        {
            await register.Complete(entry, this, ct);
            return [];
        }
        catch (Refusal refusal)
        {
            return refusal.Problems;
        }
    }

    private Problem? Take(Register register, Field field, string? typed, Reference reference, Entry entry)
    {
        if (!FieldValue.TryParse(field, typed, reference, clock.Today, out var value, out var problem)) return new("field." + field.Type.ToString().ToLowerInvariant(), problem, field.Key);
        if (value is string plain && field.Sealed is { } purpose) value = vault.Seal(purpose, register.Key + "." + field.Key, plain);
        field.Write(entry, value);
        return null;
    }

    /// <summary>Each thing pointed at must exist and be seen; what is not hers is told as not there.</summary>
    private async Task<IReadOnlyList<Problem>> LookUps(Register register, Entry entry, Entry? before, Reference reference, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var field in register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false }))
        {
            if (field.Read(entry) is not Guid id || id == Guid.Empty || (before is not null && Equals(field.Read(before), id))) continue;
            var target = reference.Register(field.Target!);
            if (target is null || !await new Query(session, target.Shape, user.Scope(target.Permission("read"))).Where(new Filter.Is("id", id)).Any(ct))
                problems.Add(new("field.lookup", $"没有找到这个{field.Label}，请重新输姓名或首字母再点选。", field.Key));
        }
        return problems;
    }

    private async Task<Problem?> Double(Register register, Entry entry, CancellationToken ct)
    {
        if (register.MatchKey.Count == 0) return null;
        var values = register.MatchKey.Select(f => (f, Value: f.Read(entry))).ToList();
        if (values.Any(v => IsEmpty(v.f, v.Value))) return null;
        var query = values.Aggregate(new Query(session, register.Shape, user.Scope(register.Permission("read"))),
            (q, v) => q.Where(new Filter.Is(v.f.Key, v.Value is SealedText s ? s.Hash.ToArray() : v.Value)))
            .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        return await query.Any(ct)
            ? EntryProblems.Double(register)
            : null;
    }

    internal static bool IsEmpty(Field field, object? value) => value switch
    {
        null => true,
        // No place and no organisation bears the number 0.
        0L => field.Type is FieldType.Place or FieldType.Organization,
        string s => s.Length == 0,
        DateOnly d => d == default,
        Guid g => g == Guid.Empty,
        _ => false,
    };

    private static Entry Copy(Register register, Entry entry) =>
        EntryColumns.Make(register, [.. register.Shape.Columns.Select(c => EntryColumns.Read(register, entry, c))]);

    /// <summary>Fingerprint of a request (D3): keyed, so that the log tells nothing of a sealed value.</summary>
    internal byte[] Fingerprint(Register register, Guid id, Input input)
    {
        var text = new StringBuilder(register.Key).Append('\n').Append(id).Append('\n').Append(input.Draft);
        foreach (var (key, value) in input.Values.OrderBy(v => v.Key, StringComparer.Ordinal)) text.Append('\n').Append(key).Append('=').Append(value);
        return vault.Mac("request", Encoding.UTF8.GetBytes(text.ToString()))[..16];
    }
}
