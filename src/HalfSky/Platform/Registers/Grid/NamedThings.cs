using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>Something a name in a cell may mean.</summary>
/// <param name="Value">Typed text of it: an identifier or a number.</param>
/// <param name="Title">Its name.</param>
/// <param name="Sub">What tells it from its namesakes: village, sex, year of birth.</param>
/// <param name="Place">Number of its place.</param>
public sealed record Choice(string Value, string Title, string Sub, long Place);

/// <summary>
/// What the names in cells mean: places and organisations by full or short name, entries of other registers by their title. Names are
/// gathered first and looked up at once, so that 500 rows cost as many questions as one. Only what the reader sees is found.
/// </summary>
public sealed class NamedThings(Desk desk, Reference reference, Branch home)
{
    private const int MostNames = 200;
    private static readonly string[] PlaceEndings = ["社区居委会", "村民委员会", "村委会", "居委会", "街道", "社区", "村", "镇", "乡", "居", "县"];
    private readonly Dictionary<(string Register, string Name), IReadOnlyList<Choice>> found = [];
    private ILookup<string, Node>? places;
    private ILookup<string, Node>? organizations;

    /// <summary>A name as it is compared: no blanks, one kind of dot.</summary>
    public static string Folded(string name)
    {
        var plain = CellText.Plain(name);
        return string.Concat(plain.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '•' or '‧' or '・' or '.' or '∙' ? '·' : c));
    }

    /// <summary>Looks the names up that are not known yet.</summary>
    public async Task Gather(Register target, IEnumerable<string> names, CancellationToken ct)
    {
        var written = names.Select(n => n.Trim()).Distinct().ToLookup(Folded, StringComparer.Ordinal);
        var wanted = written.Select(w => w.Key).Where(n => n.Length is > 0 and <= 60 && !found.ContainsKey((target.Key, n))).ToList();
        foreach (var chunk in wanted.Chunk(MostNames))
        {
            // A title that has blanks in it stands with them.
            var choices = await Titled(target, [.. chunk.Concat(chunk.SelectMany(n => written[n])).Distinct()], ct);
            foreach (var name in chunk) found[(target.Key, name)] = [.. choices[name].DistinctBy(c => c.Value)];
        }
    }

    /// <summary>What a name may mean, of the register a field points at; gathered before.</summary>
    public IReadOnlyList<Choice> Of(Register target, string name) => found.GetValueOrDefault((target.Key, Folded(name)), []);

    /// <summary>Places of that name, also without 村 or 社区; where several bear it, those where the reader works.</summary>
    public IReadOnlyList<Choice> Places(string name) => Narrowed(name, places ??= ByName(reference.Places, PlaceEndings), reference.Places, n => n.Number);

    /// <summary>Organisations of that name, also by the name of their village.</summary>
    public IReadOnlyList<Choice> Organizations(string name)
    {
        organizations ??= ByName(reference.Organizations, ["妇联", "妇女联合会", "妇委会"]);
        var mine = Narrowed(name, organizations, reference.Organizations, n => n.Place == 0 ? Branch.Root : new Branch(n.Place));
        return mine.Count > 0 ? mine : Places(name) is [var place] ? [.. At(long.Parse(place.Value, CultureInfo.InvariantCulture)).Select(n => Said(n, reference.Organizations, n.Place))] : [];
    }

    /// <summary>The organisation whose work is done in a place: that of the village itself before others there.</summary>
    public long OrganizationAt(long place, Access.Scope scope)
    {
        var number = new Branch(place);
        for (var at = number.Depth > 3 ? number.AtDepth(3) : number; ; at = at.Parent!.Value)
        {
            var here = At(at.Value).Where(n => scope.Contains(n.Number.Value)).ToList();
            if (here.Count > 0) return (here.Find(n => n.Name.EndsWith("妇联", StringComparison.Ordinal)) ?? here[0]).Number.Value;
            if (at.Parent is null) return 0;
        }
    }

    private IEnumerable<Node> At(long place) => reference.Organizations.All.Where(n => n.Place == place).OrderBy(n => n.Number.Depth).ThenBy(n => n.Number.Value);

    private static ILookup<string, Node> ByName(Tree tree, IReadOnlyList<string> endings) => tree.All.Where(n => !n.Ended)
        .SelectMany(n => Short(Folded(n.Name), endings).Select(name => (name, n))).ToLookup(x => x.name, x => x.n, StringComparer.Ordinal);

    private static IEnumerable<string> Short(string name, IReadOnlyList<string> endings)
    {
        yield return name;
        foreach (var ending in endings)
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal)) yield return name[..^ending.Length];
    }

    private IReadOnlyList<Choice> Narrowed(string name, ILookup<string, Node> byName, Tree tree, Func<Node, Branch> placeOf)
    {
        var folded = Folded(name);
        if (folded.Length == 0) return [];
        if (long.TryParse(folded, CultureInfo.InvariantCulture, out var number) && tree.Find(number) is { } told) return [Said(told, tree, placeOf(told).Value)];
        if (folded.Length == 12 && tree.Coded(folded) is { } coded) return [Said(coded, tree, placeOf(coded).Value)];
        // “上河村村委会” is what people write for 上河村, “上河” too.
        var all = Short(folded, PlaceEndings).Select(n => byName[n].ToList()).FirstOrDefault(n => n.Count > 0) ?? [];
        var exact = all.FindAll(n => Folded(n.Name) == folded);
        if (exact.Count > 0) all = exact;
        var hers = all.FindAll(n => home.Contains(placeOf(n)));
        if (hers.Count > 0) all = hers;
        return [.. all.Select(n => Said(n, tree, placeOf(n).Value))];
    }

    private static Choice Said(Node node, Tree tree, long place) => new(node.Number.Value.ToString(CultureInfo.InvariantCulture), node.Name, tree.PathOf(node.Number.Value), place);

    private async Task<ILookup<string, Choice>> Titled(Register target, IReadOnlyList<string> names, CancellationToken ct)
    {
        if (target.TitleField is not { } title || title.Sealed is not null) return Nothing;
        Dictionary<Guid, string> inner = [];
        Filter named;
        if (title.Type is FieldType.LookUp)
        {
            if (reference.Register(title.Target!) is not { } register) return Nothing;
            var whose = await Titled(register, names, ct);
            foreach (var group in whose)
                foreach (var choice in group) inner[Guid.Parse(choice.Value)] = group.Key;
            if (inner.Count == 0) return Nothing;
            named = new Filter.Any([.. inner.Keys.Chunk(MostNames).Select(c => new Filter.In(title.Key, [.. c.Cast<object>()]))]);
        }
        else
        {
            // A household is called by its head: “李长安” is “李长安家” too.
            named = new Filter.In(title.Key, [.. names.SelectMany(n => new object[] { n, n + "家" })]);
        }
        var extra = target.Fields.Where(f => f is { Common: false, Derived: false, Listed: true, Sealed: null } && f != title && f.Type is not FieldType.LookUp).Take(2).ToList();
        var query = new Query(desk.Session, target.Shape, desk.Sees(target)).Where(named)
            .Where(new Filter.Not(new Filter.In("state", [nameof(EntryState.Withdrawn), nameof(EntryState.Draft)])));
        var choices = new List<(string Name, Choice Choice, bool Over)>();
        await foreach (var row in query.Stream(["id", title.Key, "place", "org", target.Held?.To.Key ?? "id", .. extra.Select(f => f.Key)], [], ct))
        {
            var over = row[4] is DateOnly to && to < desk.Today;
            var name = row[1] is Guid id ? inner[id] : (string?)row[1] ?? "";
            var place = (long)row[2]!;
            var words = new[] { reference.Places.VillageOf(place), title.Type is FieldType.LookUp ? reference.Organizations.NameOf((long)row[3]!) : "" }
                .Concat(extra.Select((f, i) => row[5 + i] is DateOnly day ? $"{day.Year} 年" : FieldValue.Show(f, row[5 + i], reference)));
            var choice = new Choice(((Guid)row[0]!).ToString(), name, string.Join(" · ", words.Where(w => w.Length > 0).Distinct()), place);
            choices.Add((Folded(name), choice, over));
            if (row[1] is string && name.EndsWith('家')) choices.Add((Folded(name)[..^1], choice, over));
        }
        // Last year's ledger names who has left since: where nobody bears the name today, the one who did is meant.
        return choices.GroupBy(c => c.Name).SelectMany(g => g.Any(c => !c.Over) ? g.Where(c => !c.Over) : g.DistinctBy(c => c.Choice.Value).Count() == 1 ? g : []).ToLookup(c => c.Name, c => c.Choice, StringComparer.Ordinal);
    }

    private static ILookup<string, Choice> Nothing { get; } = Array.Empty<(string, Choice)>().ToLookup(c => c.Item1, c => c.Item2);
}
