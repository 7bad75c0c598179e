using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>The parts of a notice or collection, one for each organisation it went to: made when it is sent, read by the sender and by whom it was sent to.</summary>
internal static class Parts
{
    /// <summary>Makes a part for an organisation; all of a sending in the caller's transaction.</summary>
    public static async Task<T> Send<T>(this Recording recording, Register parts, Register wholes, Entry whole, long org, CancellationToken ct, Action<T>? begin = null)
        where T : Entry
    {
        var part = (T)parts.New();
        (part.Id, part.RecordedBy, part.RecordedAt) = (Uuid.New(recording.Clock.Now), recording.User.Account, recording.Clock.Now);
        part.Org = org;
        part.Place = (await recording.Reference(ct)).Organizations.Find(org) is { Place: > 0 } node ? node.Place : whole.Place;
        parts.Whole!.Write(part, whole.Id);
        parts.Follow(part, wholes, whole);
        begin?.Invoke(part);
        await recording.Write(parts, null, part, "recorded", null, ct);
        return part;
    }

    /// <summary>Parts of a whole within a scope, in order of their organisations.</summary>
    public static async Task<List<T>> PartsIn<T>(this Recording recording, Register parts, Guid whole, Scope scope, CancellationToken ct)
        where T : Entry
    {
        var found = new List<T>();
        var asked = new Query(recording.Session, parts.Shape, scope).Where(new Filter.Is(parts.Whole!.Key, whole)).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in asked.Stream([.. parts.Shape.Columns.Select(c => c.Key)], [new("org"), new("id")], ct)) found.Add((T)EntryColumns.Make(parts, row));
        return found;
    }

    /// <summary>Changes a part by one of its own verbs, with its event, in one transaction; what the verb refuses changes nothing.</summary>
    public static Task Act<T>(this Recording recording, Register parts, Guid part, Scope scope, string verb, Func<T, CancellationToken, Task> act, CancellationToken ct)
        where T : Entry => recording.Session.Write(async c =>
        {
            if (await recording.Find(parts, part, scope, c) is not T entry) throw new Refusal(EntryProblems.NotFound);
            var before = await recording.Find(parts, part, scope, c);
            await act(entry, c);
            if (Recording.Payload(parts, before!) != Recording.Payload(parts, entry)) await recording.Write(parts, before, entry, verb, null, c);
        }, ct);
}
