using HalfSky.Platform.Access;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>Titles of entries by id, in batches: what a look-up shows.</summary>
public sealed class Names(Session session, ReferenceSource source)
{
    /// <summary>
    /// Titles of the entries. Names outside <paramref name="seen"/> are masked (D11: masking is for strangers).
    /// </summary>
    public async Task<Dictionary<Guid, string>> Of(Register register, IEnumerable<Guid> ids, Scope seen, CancellationToken ct = default)
    {
        var wanted = ids.Where(i => i != Guid.Empty).Distinct().ToList();
        var found = new Dictionary<Guid, string>();
        if (register.TitleField is not { } title) return found;
        foreach (var chunk in wanted.Chunk(200))
        {
            var rows = new List<(Guid Id, object? Title, long Org)>();
            // The whole root: a look-up may point outside the reader's scope, and then shows a masked name instead of nothing.
            var query = new Query(session, register.Shape, Scope.Whole("names of look-ups, masked outside the reader's scope")).Where(new Filter.In("id", [.. chunk.Cast<object>()]));
            await foreach (var row in query.Stream(["id", title.Key, "org"], [], ct)) rows.Add(((Guid)row[0]!, row[1], (long)row[2]!));
            if (title.Type is FieldType.LookUp)
            {
                var reference = await source.Take(session, ct);
                var inner = await Of(reference.Register(title.Target!)!, rows.Select(r => r.Title).OfType<Guid>(), seen, ct);
                foreach (var r in rows) found[r.Id] = r.Title is Guid g ? inner.GetValueOrDefault(g, "") : "";
                continue;
            }
            foreach (var r in rows)
                found[r.Id] = r.Title as string is not { } name ? "" : seen.Contains(r.Org) ? name : Kernel.NameMask.Of(name);
        }
        return found;
    }

    /// <summary>Titles of everything the rows' look-up fields point at.</summary>
    public async Task<Dictionary<Guid, string>> Of(Reference reference, IEnumerable<(Field Field, object? Value)> values, Scope seen, CancellationToken ct = default)
    {
        var all = new Dictionary<Guid, string>();
        foreach (var group in values.Where(v => v.Field.Type is FieldType.LookUp && v.Value is Guid).GroupBy(v => v.Field.Target!))
        {
            if (reference.Register(group.Key) is not { } target) continue;
            foreach (var (id, name) in await Of(target, group.Select(v => (Guid)v.Value!), seen, ct)) all[id] = name;
        }
        return all;
    }
}
