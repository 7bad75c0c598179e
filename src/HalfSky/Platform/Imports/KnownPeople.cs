using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Imports;

/// <summary>What a row tells of somebody.</summary>
/// <param name="Name">Her name.</param>
/// <param name="Place">Her village, 0 when not told.</param>
/// <param name="Birth">Her day of birth, when told.</param>
/// <param name="IdNumber">Her identity number, when told.</param>
internal sealed record ToldPerson(string Name, long Place, DateOnly? Birth, string? IdNumber);

/// <summary>Finds the people rows speak of: by identity number, then by name, village and birth. All names of a piece are looked up at once.</summary>
internal sealed class KnownPeople(Desk desk, Vault vault, Register people)
{
    private const int MostNames = 200;
    private readonly Field card = people.Fields.First(f => f.Type is FieldType.IdCard);
    private readonly Dictionary<string, List<Somebody>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<long, bool> empty = [];

    /// <summary>Looks up who is not known yet.</summary>
    public async Task Gather(IReadOnlyCollection<ToldPerson> told, CancellationToken ct)
    {
        var names = told.Select(t => (Name: NamedThings.Folded(t.Name), Said: t.Name)).Where(n => n.Name.Length > 0 && !byName.ContainsKey(n.Name)).Distinct().ToList();
        // All ways one name is written in one chunk: what is found is added once.
        foreach (var chunk in names.GroupBy(n => n.Name).Chunk(MostNames))
        {
            foreach (var name in chunk) byName[name.Key] = [];
            var query = Seen().Where(new Filter.In(people.TitleField!.Key, [.. chunk.SelectMany(n => n.Select(s => s.Said).Append(n.Key)).Distinct().Cast<object>()]));
            await foreach (var row in query.Stream(["id", people.TitleField!.Key, "place", "birth", "birthYearOnly", card.Key, "to"], [], ct))
                byName.GetValueOrDefault(NamedThings.Folded((string)row[1]!))?.Add(new((Guid)row[0]!, (long)row[2]!, row[3] as DateOnly?, row[4] is true, (row[5] as SealedText)?.Hash.ToArray(), row[6] is DateOnly to && to <= desk.Today));
        }
        var numbers = told.Select(t => t.IdNumber).OfType<string>().Where(n => !byNumber.ContainsKey(n)).Distinct().ToDictionary(n => Convert.ToHexString(HashOf(n)), n => n);
        foreach (var chunk in numbers.Chunk(MostNames))
        {
            foreach (var (_, number) in chunk) byNumber[number] = Guid.Empty;
            await foreach (var row in Seen().Where(new Filter.Any([.. chunk.Select(c => new Filter.Is(card.Key, Convert.FromHexString(c.Key)))])).Stream(["id", card.Key], [], ct))
                byNumber[numbers[Convert.ToHexString(((SealedText)row[1]!).Hash)]] = (Guid)row[0]!;
        }
    }

    /// <summary>Those a row may mean: one, several, or nobody.</summary>
    public IReadOnlyList<Guid> Of(ToldPerson told)
    {
        if (told.IdNumber is { } number && byNumber.GetValueOrDefault(number) is var hers && hers != Guid.Empty) return [hers];
        var found = byName.GetValueOrDefault(NamedThings.Folded(told.Name), []).AsEnumerable();
        // Whoever has another identity number is somebody else of that name.
        if (told.IdNumber is { } told18) found = found.Where(p => p.NumberHash is null || p.NumberHash.AsSpan().SequenceEqual(HashOf(told18)));
        if (told.Birth is { } birth) found = found.Where(p => p.Birth is not { } b || Same(b, p.YearOnly, birth));
        if (told.Place != 0) found = found.Where(p => new Branch(Village(told.Place)).Contains(p.Place) || new Branch(Village(p.Place)).Contains(told.Place));
        var left = found.ToList();
        return [.. (left.Exists(p => !p.Gone) ? left.Where(p => !p.Gone) : left).Select(p => p.Id)];
    }

    /// <summary>All of that name.</summary>
    public IReadOnlyList<Guid> Namesakes(string name) => byName.TryGetValue(NamedThings.Folded(name), out var all) ? all.ConvertAll(p => p.Id) : [];

    /// <summary>Nobody of the village has a file yet: last year's ledger is the first that is known of her.</summary>
    public async Task<bool> NobodyIn(long place, CancellationToken ct)
    {
        var village = Village(place);
        if (!empty.TryGetValue(village, out var none)) empty[village] = none = !await Seen().Where(new Filter.Within("place", [new Branch(village)])).Any(ct);
        return none;
    }

    /// <summary>出生年月 is told to the month, an age to the year: the first of them stands for all of it.</summary>
    private static bool Same(DateOnly known, bool yearOnly, DateOnly told) => known == told
        || (known.Year == told.Year && (yearOnly || told is { Month: 1, Day: 1 } || (told.Day == 1 && told.Month == known.Month)));

    private byte[] HashOf(string number) => vault.HashOf(card.Sealed!.Value, people.Key + "." + card.Key, number);

    private static long Village(long place) => new Branch(place) is { Depth: > 3 } below ? below.AtDepth(3).Value : place;

    private Query Seen() => new Query(desk.Session, people.Shape, desk.Sees(people)).Where(new Filter.Not(new Filter.In("state", [nameof(EntryState.Withdrawn), nameof(EntryState.Draft)])));

    private sealed record Somebody(Guid Id, long Place, DateOnly? Birth, bool YearOnly, byte[]? NumberHash, bool Gone);
}
