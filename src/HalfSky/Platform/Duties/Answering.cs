using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Duties;

/// <summary>Does somebody answer for a person or household: does a record that makes duties name one of her posts today?</summary>
public static class Answering
{
    /// <summary>True when she answers for one of them.</summary>
    public static async Task<bool> For(IReadOnlyList<Guid> about, CurrentUser user, Session session, Reference reference, DateOnly today, CancellationToken ct)
    {
        var posts = user.Seats.Select(p => (object)p).ToList();
        if (posts.Count == 0 || about.Count == 0) return false;
        // Posts and areas say who answers, not for whom: only what names a person or household of its own does.
        foreach (var (register, owner) in reference.Duties.Where(d => d.Rule.Owner is { } o && o != "id").Select(d => (d.Register, d.Rule.Owner!)).Distinct())
        {
            var pointing = register.Fields.Where(f => f is { Type: FieldType.LookUp } && f.Key != owner).Select(f => f.Key).ToList();
            if (pointing.Count == 0 || register.Held is null) continue;
            var (from, to) = register.Held!.Value;
            var hers = new Query(session, register.Shape, Scope.Whole("her own duties, wherever the record stands"))
                .Where(new Filter.In(owner, posts)).Where(new Filter.HeldOn(from.Key, to.Key, today))
                .Where(EntryStates.Count);
            await foreach (var row in hers.Stream(pointing, [], ct))
                if (row.OfType<Guid>().Any(about.Contains)) return true;
        }
        return false;
    }
}
