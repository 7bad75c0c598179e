using HalfSky.Platform.Data;
using HalfSky.Platform.Search;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>A line of a look-up's list.</summary>
public sealed record Suggestion(Guid Id, string Title, string Sub);

/// <summary>What a look-up offers for typed words: by name, pinyin or initials, within the reader's scope.</summary>
internal static class Suggestions
{
    public static async Task<IReadOnlyList<Suggestion>> Find(Register register, string words, Desk desk, int most, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var scope = desk.Sees(register);
        if (SearchIndex.Query(words, scope, register.Key) is not { } search) return [];
        var ids = (await new SearchIndex(desk.Session).Find(search, 0, most * 3, ct)).Select(f => (object)f.Entry).ToList();
        if (ids.Count == 0) return [];
        var title = register.TitleField!;
        var extra = register.Fields.Where(f => f is { Common: false, Derived: false, Listed: true, Sealed: null } && f != title && f.Type is not FieldType.LookUp).Take(2).ToList();
        var columns = new[] { "id", title.Key, "place", "org" }.Concat(extra.Select(f => f.Key)).ToList();
        var query = new Query(desk.Session, register.Shape, scope).Where(new Filter.In("id", ids))
            .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        if (register.Held is { } held) query = query.Where(new Filter.Any([new Filter.Is(held.To.Key, null), new Filter.Range(held.To.Key, desk.Today, null)]));
        var rows = new List<object?[]>();
        await foreach (var row in query.Stream(columns, [], ct)) rows.Add(row);
        var names = title.Type is FieldType.LookUp
            ? await new Names(desk.Session, desk.Source).Of(reference.Register(title.Target!)!, rows.Select(r => r[1]).OfType<Guid>(), scope, ct) : [];
        return [.. rows.Select(r => new Suggestion((Guid)r[0]!, r[1] is Guid g ? names.GetValueOrDefault(g, "") : r[1] as string ?? "",
            string.Join(" · ", new[] { reference.Places.PathOf((long)r[2]!) }.Concat(extra.Select((f, i) => FieldValue.Show(f, r[4 + i], reference))).Where(t => t.Length > 0))))
            .Where(s => s.Title.Length > 0).OrderBy(s => s.Title, StringComparer.Ordinal).Take(most)];
    }
}
