using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Platform.Access;

namespace HalfSky.Platform.Registers.Api;

/// <summary>Entries on the wire: values by field key, and the names of what they point at.</summary>
internal sealed class EntryJson(Names names, Reference reference, CurrentUser user)
{
    /// <summary>One entry with the names it needs.</summary>
    public async Task<JsonObject> Whole(Register register, Entry entry, CancellationToken ct)
    {
        var body = Of(register, entry);
        body["register"] = register.Key;
        body["names"] = await NamesOf(register, [entry], ct);
        return body;
    }

    /// <summary>A page of entries; the names stand once for all of them.</summary>
    public async Task<JsonObject> Page(Register register, IReadOnlyList<object?[]> rows, long total, int page, int size, CancellationToken ct)
    {
        var entries = rows.Select(r => EntryColumns.Make(register, r)).ToList();
        return new()
        {
            ["register"] = register.Key,
            ["total"] = total,
            ["page"] = page,
            ["size"] = size,
            ["entries"] = new JsonArray([.. entries.Select(e => Of(register, e))]),
            ["names"] = await NamesOf(register, entries, ct),
        };
    }

    private static JsonObject Of(Register register, Entry entry)
    {
        var values = new JsonObject();
        foreach (var field in register.Fields) values[field.Key] = FieldValue.ToJson(field, field.Read(entry));
        return new()
        {
            ["id"] = entry.Id.ToString(),
            ["version"] = entry.Version,
            ["state"] = entry.State.ToString().ToLowerInvariant(),
            ["reason"] = entry.Reason,
            ["recordedAt"] = entry.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["values"] = values,
        };
    }

    private async Task<JsonObject> NamesOf(Register register, IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in register.Fields.Where(f => f.Type is FieldType.Place or FieldType.Organization))
        {
            var tree = field.Type is FieldType.Place ? reference.Places : reference.Organizations;
            foreach (var number in entries.Select(field.Read).OfType<long>().Where(n => n != 0))
                // One number may be a village and the federation in it; the place's name tells both where.
                if (field.Type is FieldType.Place) all[Text(number)] = tree.NameOf(number);
                else all.TryAdd(Text(number), tree.NameOf(number));
        }
        var pointed = register.Fields.Where(f => f.Type is FieldType.LookUp).SelectMany(f => entries.Select(e => (f, f.Read(e))));
        foreach (var (id, name) in await names.Of(reference, pointed, user.Scope(register.Permission("read")), ct)) all[id.ToString()] = name;
        return new(all.Select(n => KeyValuePair.Create<string, JsonNode?>(n.Key, n.Value)));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
