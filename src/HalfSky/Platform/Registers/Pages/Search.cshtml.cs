using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Search;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>A found entry.</summary>
public sealed record Found(Register Register, Guid Id, string Title, string Sub, DateOnly Date, EntryState State);

/// <summary>Searches all registers she may read, by words, pinyin or initials, newest first.</summary>
[SignedIn]
public sealed class SearchPage(Desk desk, Names names) : AppPage(desk)
{
    private const int Size = 30, Most = 1000;

    /// <summary>Words.</summary>
    public string Q { get; private set; } = "";

    /// <summary>Page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many, at most a thousand.</summary>
    public long Total { get; private set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Found> Results { get; private set; } = [];

    /// <summary>More pages follow.</summary>
    public bool More => Total > Number * Size;

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, int p, CancellationToken ct)
    {
        await Take(ct);
        Q = q?.Trim() ?? "";
        if (Q.Length > 60) Q = Q[..60];
        Number = Math.Clamp(p, 1, Most / Size);
        var readable = Reference.Registers.Where(r => Desk.User.May(r.Permission("read"))).ToList();
        // Scopes differ by register only between roles; the narrower check is made on reading the rows.
        var scope = Scope.Of(readable.SelectMany(r => Desk.Sees(r).Branches));
        if (SearchIndex.Query(Q, scope, [.. readable.Select(r => r.Key)]) is not { } query) return Page();
        var index = new SearchIndex(Desk.Session);
        var hits = await index.Find(query, (Number - 1) * Size, Size, ct);
        Total = await index.Count(query, Most, ct);
        var found = new Dictionary<Guid, Found>();
        foreach (var group in hits.GroupBy(h => h.Register))
        {
            var register = Reference.Register(group.Key)!;
            var shown = register.Fields.Where(f => f is { Listed: true, Derived: false, Sealed: null } && f.Key is not ("date" or "place") && f != register.TitleField).Take(3).ToList();
            var columns = new List<string> { "id", "date", "place", "state" };
            if (register.TitleField is { } t) columns.Add(t.Key);
            columns.AddRange(shown.Select(f => f.Key));
            columns.Add("note");
            var rows = new List<object?[]>();
            await foreach (var row in new Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(new Filter.In("id", [.. group.Select(h => (object)h.Entry)])).Stream(columns, [], ct)) rows.Add(row);
            var fields = (register.TitleField is { } title ? new[] { title } : []).Concat(shown).ToList();
            var titles = await names.Of(Reference, rows.SelectMany(r => fields.Select((f, i) => (f, r[4 + i]))), Desk.Sees(register), ct);
            foreach (var r in rows)
            {
                var texts = fields.Select((f, i) => FieldValue.Show(f, r[4 + i], Reference, titles)).ToList();
                var note = r[^1] as string;
                found[(Guid)r[0]!] = new(register, (Guid)r[0]!, texts.FirstOrDefault(x => x.Length > 0) ?? register.Label,
                    string.Join(" · ", new[] { Reference.Places.PathOf((long)r[2]!) }.Concat(texts.Skip(1)).Append(note is { Length: > 40 } ? note[..40] + "…" : note ?? "").Where(x => x.Length > 0)),
                    (DateOnly)r[1]!, Enum.Parse<EntryState>((string)r[3]!));
            }
        }
        Results = [.. hits.Select(h => found.GetValueOrDefault(h.Entry)).OfType<Found>()];
        return Page();
    }
}
