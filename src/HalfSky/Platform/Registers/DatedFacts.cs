using HalfSky.Platform.Access;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>Facts that hold between two days, one at a time for the same thing: a split by them must not count anybody twice.</summary>
internal static class DatedFacts
{
    /// <summary>True when another counting fact about the same thing shares a day with [from, to).</summary>
    public static async Task<bool> Overlap(Register register, Entry entry, string key, object about, DateOnly from, DateOnly? to, Recording recording, CancellationToken ct, Filter? within = null)
    {
        var others = new Query(recording.Session, register.Shape, Scope.Whole("one fact at a time, whoever asks"))
            .Where(new Filter.Is(key, about)).Where(EntryStates.Count);
        if (within is not null) others = others.Where(within);
        if (to is { } end) others = others.Where(new Filter.Range(register.Held!.Value.From.Key, null, end));
        await foreach (var row in others.Stream(["id", register.Held!.Value.To.Key], [], ct))
            if ((Guid)row[0]! != entry.Id && (row[1] is not DateOnly until || until > from)) return true;
        return false;
    }
}
