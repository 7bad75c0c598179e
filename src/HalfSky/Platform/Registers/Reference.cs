using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Own;
using HalfSky.Platform.Places;

namespace HalfSky.Platform.Registers;

/// <summary>A node of the organisation or place tree as screens and queries use it.</summary>
/// <param name="Number">Interval number.</param>
/// <param name="Name">Name now.</param>
/// <param name="Code">12-digit code, places only.</param>
/// <param name="Entry">The organisation's entry, organisations only.</param>
/// <param name="Ended">It no longer exists.</param>
/// <param name="Place">Where the organisation is, organisations only; the two trees number differently.</param>
public sealed record Node(Branch Number, string Name, string Code = "", Guid Entry = default, bool Ended = false, long Place = 0);

/// <summary>A tree of nodes in order of their numbers.</summary>
public sealed class Tree(IEnumerable<Node> nodes)
{
    private readonly SortedDictionary<long, Node> all = new(nodes.ToDictionary(n => n.Number.Value));
    private Dictionary<string, Node>? codes;

    /// <summary>All nodes, a parent before its children.</summary>
    public IReadOnlyCollection<Node> All => all.Values;

    /// <summary>The node of a number, or null.</summary>
    public Node? Find(long number) => all.GetValueOrDefault(number);

    /// <summary>The node of a code, or null.</summary>
    public Node? Coded(string code) => (codes ??= all.Values.Where(n => n.Code.Length > 0).DistinctBy(n => n.Code).ToDictionary(n => n.Code, StringComparer.Ordinal)).GetValueOrDefault(code);

    /// <summary>Name of a number; a number nobody knows is shown as such.</summary>
    public string NameOf(long number) => all.TryGetValue(number, out var n) ? n.Name : number == 0 ? "" : "（" + number.ToString(CultureInfo.InvariantCulture) + "）";

    /// <summary>Name of the village a number lies in; of the place itself above the village.</summary>
    public string VillageOf(long number) => number == 0 ? "" : NameOf(new Branch(number) is { Depth: > 3 } below ? below.AtDepth(3).Value : number);

    /// <summary>“青禾镇 · 槐荫村”: names from the second level down.</summary>
    public string PathOf(long number) => !Branch.TryParse(number.ToString(CultureInfo.InvariantCulture), null, out var branch) ? ""
        : string.Join(" · ", branch.PathFromRoot().Skip(branch.Depth > 1 ? 1 : 0).Select(b => NameOf(b.Value)));

    /// <summary>Children of a node.</summary>
    public IEnumerable<Node> Below(Branch number) => all.Values.Where(n => n.Number.Parent == number);

    /// <summary>The node and all below it at a depth.</summary>
    public IEnumerable<Node> AtDepth(Branch number, int depth) => all.Values.Where(n => n.Number.Depth == depth && number.Contains(n.Number));
}

/// <summary>
/// Reference facts at one moment: places, organisations, kinds, registers shipped and defined, measures, settings. Immutable; a
/// request takes it once (<see cref="ReferenceSource"/>).
/// </summary>
public sealed class Reference
{
    private readonly Dictionary<string, Register> registers;
    private readonly Dictionary<string, Measure> measures;
    private readonly Dictionary<string, KindList> kinds;
    private readonly Dictionary<string, RuleHistory> duties;
    private readonly HashSet<string> concerned;
    private readonly Dictionary<string, string> settings;
    private readonly ILookup<string, Register> parts;

    internal Reference(Catalog catalog, long stamp, Tree places, Tree organizations, IReadOnlyList<Successor> successors,
        IReadOnlyList<DefinedRegister> defined, IReadOnlyList<KindItem> own, Dictionary<string, string> settings,
        Dictionary<string, IReadOnlyList<Kind>> listed, IReadOnlyList<PlaceGroup> groups, IReadOnlyList<MeasureDefinition> ownMeasures, IReadOnlyList<RuleChange> rules, IReadOnlyList<Occasion> occasions)
    {
        Catalog = catalog;
        Stamp = stamp;
        Places = places;
        Organizations = organizations;
        Successors = successors;
        Groups = groups;
        Registers = [.. catalog.Registers, .. defined];
        registers = Registers.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var added = own.ToLookup(i => i.List);
        kinds = Registers.SelectMany(r => r.KindLists).DistinctBy(k => k.Key).ToDictionary(k => k.Key,
            k => With(listed.TryGetValue(k.Key, out var items) ? k with { Items = items } : k, added[k.Key]), StringComparer.Ordinal);
        parts = Registers.Where(r => r.Whole is not null).ToLookup(r => r.Whole!.Target!, StringComparer.Ordinal);
        this.settings = settings;
        OwnMeasures = ownMeasures;
        Measures = [.. Registers.SelectMany(r => r.Measures), .. ownMeasures.Where(d => !d.Closed).Select(d => d.Make(Register, KindsOf)).OfType<Measure>()];
        measures = Measures.ToDictionary(m => m.Key, StringComparer.Ordinal);
        Duties = RuleChange.Histories(catalog, Occasions = occasions, rules, Register);
        duties = Duties.ToDictionary(d => d.Key, StringComparer.Ordinal);
        concerned = [.. Duties.SelectMany(d => d.Acts.Select(a => a.Register).Append(d.Register.Key))];
    }

    /// <summary>The shipped vocabulary.</summary>
    public Catalog Catalog { get; }

    /// <summary>Rises when any of these facts changes.</summary>
    public long Stamp { get; }

    /// <summary>Geography.</summary>
    public Tree Places { get; }

    /// <summary>Organisations.</summary>
    public Tree Organizations { get; }

    /// <summary>Places that count under another now.</summary>
    public IReadOnlyList<Successor> Successors { get; }

    /// <summary>Groups of places 片区.</summary>
    public IReadOnlyList<PlaceGroup> Groups { get; }

    /// <summary>Shipped and defined registers.</summary>
    public IReadOnlyList<Register> Registers { get; }

    /// <summary>The county's own measures, each in the version in effect.</summary>
    public IReadOnlyList<MeasureDefinition> OwnMeasures { get; }

    /// <summary>Shipped and defined measures.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Kind lists with the county's own kinds.</summary>
    public IReadOnlyCollection<KindList> Kinds => kinds.Values;

    /// <summary>A register, or null.</summary>
    public Register? Register(string key) => registers.GetValueOrDefault(key);

    /// <summary>The registers whose entries are parts of that register's.</summary>
    public IEnumerable<Register> PartsOf(Register whole) => parts[whole.Key];

    /// <summary>Days of the year, shipped and the county's own.</summary>
    public IReadOnlyList<Occasion> Occasions { get; }

    /// <summary>Rules that make duties, shipped and the county's own, with their versions.</summary>
    public IReadOnlyList<RuleHistory> Duties { get; }

    /// <summary>A duty rule, or null.</summary>
    public RuleHistory? Duty(string key) => duties.GetValueOrDefault(key);

    /// <summary>Can an entry of the register make or do a duty?</summary>
    public bool Concerns(Register register) => concerned.Contains(register.Key) || register.Leave is not null || register.Rest is not null;

    /// <summary>A measure, or null.</summary>
    public Measure? Measure(string key) => measures.GetValueOrDefault(key);

    /// <summary>The kind list of a field; empty when it has none.</summary>
    public KindList KindsOf(Field field) => field.KindList is { } key && kinds.TryGetValue(key, out var list) ? list : new("", field.Label, []);

    /// <summary>A setting, or null.</summary>
    public string? Setting(string key) => settings.GetValueOrDefault(key);

    /// <summary>The county's number, or the one shipped.</summary>
    public int Limit(Limit limit) => int.TryParse(Setting(limit.Key), CultureInfo.InvariantCulture, out var own) ? own : limit.Standard;

    /// <summary>Do entries of the register wait for review?</summary>
    public bool Reviewed(Register register) => register.Whole is { Target: { } whole } && Register(whole) is { } owner ? Reviewed(owner) : Setting("review." + register.Key) is { } s ? s == "all" : register.Reviewed;

    /// <summary>The branches a place covers for queries: itself and every place that counts under it now.</summary>
    public IReadOnlyList<Branch> Covered(Branch place) =>
        [place, .. Successors.Where(s => place.Contains(s.New) && !place.Contains(s.Old)).Select(s => s.Old)];

    /// <summary>Branches within a place that count elsewhere now; none when the place asked for is such a one itself, which shows its own past.</summary>
    public IReadOnlyList<Branch> MovedOut(Branch place) =>
        [.. Successors.Where(s => place.Contains(s.Old) && !place.Contains(s.New) && s.Old != place).Select(s => s.Old)];

    /// <summary>The numbers that count under a place now: what it covers without what moved out.</summary>
    public IReadOnlyList<(long Low, long High)> Counted(Branch place)
    {
        var ranges = Covered(place).Select(b => (b.Low, b.High)).ToList();
        foreach (var gone in MovedOut(place))
            ranges = [.. ranges.SelectMany(r => gone.High <= r.Low || gone.Low >= r.High ? [r] : new[] { (r.Low, High: gone.Low), (Low: gone.High, r.High) }).Where(r => r.Low < r.High)];
        return ranges;
    }

    /// <summary>A place by its number or 12-digit code; null when there is none.</summary>
    public Node? Place(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Places.Coded(text) ?? (long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? Places.Find(number) : null);

    /// <summary>
    /// The title of its entries is a person's name: the people the posts are held by, whatever is titled by one of them, and what the
    /// program itself names after one (“王芳家”).
    /// </summary>
    public bool NamesPeople(Register? of)
    {
        var people = Catalog.Posts.Rights!.Person.Target;
        for (var hops = 0; of is not null && hops < 5; hops++)
        {
            if (of.Key == people) return true;
            if (of.TitleField is { Type: FieldType.LookUp, Target: { } target }) of = Register(target);
            else return of.TitleField is { Derived: true } && of.Fields.Any(f => f is { Type: FieldType.LookUp } && f.Target == people);
        }
        return false;
    }

    private static KindList With(KindList list, IEnumerable<KindItem> own)
    {
        var items = own.ToList();
        if (items.Count == 0) return list;
        var hidden = items.Where(i => i.Hidden).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var shipped = list.Items.Select(i => i with { Hidden = hidden.Contains(i.Code) });
        var codes = list.Items.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        return list with { Items = [.. shipped, .. items.Where(i => !codes.Contains(i.Code)).OrderBy(i => i.Position).Select(i => new Kind(i.Code, i.Label, true, i.Hidden))] };
    }
}

/// <summary>Gives each request the present <see cref="Reference"/>; reads it anew when its stamp in the database moved, also when another process moved it.</summary>
public sealed class ReferenceSource(Catalog catalog, Clock clock)
{
    private const string StampKey = "stamp";
    private volatile Reference? present;
    private DateOnly read;

    /// <summary>The reference facts as the session sees them; asked of the database once a request and once a write.</summary>
    public async Task<Reference> Take(Session session, CancellationToken ct = default)
    {
        if (session.Facts is { } taken) return taken;
        var stamp = await Stamp(session, ct);
        // A new day may bring a version of a measure into effect.
        if (present is { } known && known.Stamp == stamp && read == clock.Today) return session.Facts = known;
        var fresh = await Read(session, stamp, ct);
        if (!session.IsWriting) (present, read) = (fresh, clock.Today);
        return session.Facts = fresh;
    }

    /// <summary>Says that reference facts changed; call within the write that changes them.</summary>
    public static async Task Touch(Session session, CancellationToken ct)
    {
        var row = await session.Db.Set<Setting>().FindAsync([StampKey], ct);
        if (row is null) session.Db.Add(row = new Setting { Key = StampKey, Value = "0" });
        row.Value = (long.Parse(row.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        await session.Db.SaveChangesAsync(ct);
        session.Facts = null;
    }

    /// <summary>Do reference facts come from entries of this register?</summary>
    public static bool Holds(Register register, Reference reference) => register.IsOrganizationTree || register.ListedKinds is not null || register.Groups is not null || register.Days is not null
        || reference.PartsOf(register).Any(p => p.Groups is not null);

    private static async Task<long> Stamp(Session session, CancellationToken ct)
    {
        await session.Open(ct);
        await using var command = session.Command("SELECT value FROM setting WHERE key = 'stamp'");
        return await command.ExecuteScalarAsync(ct) is string value ? long.Parse(value, CultureInfo.InvariantCulture) : 0;
    }

    private async Task<Reference> Read(Session session, long stamp, CancellationToken ct)
    {
        catalog.Bind(session.Db.Model);
        var places = await RowReader.All<Place>(session, ct);
        var successions = (await RowReader.All<Succession>(session, ct)).OrderBy(s => s.From).ToList();
        var definitions = (await RowReader.All<RegisterDefinition>(session, ct)).OrderBy(d => d.DefinedAt).ToList();
        var kinds = await RowReader.All<KindItem>(session, ct);
        var settings = (await RowReader.All<Setting>(session, ct)).ToDictionary(s => s.Key, s => s.Value);
        var organizations = new List<Node>();
        var register = catalog.Organizations;
        var title = register.TitleField!.Key;
        await foreach (var row in new Query(session, register.Shape, Scope.Whole("the organisation tree itself")).Stream(["id", "org", title, "state", "place"], [], ct))
        {
            if ((string)row[3]! is nameof(EntryState.Withdrawn) or nameof(EntryState.Draft)) continue;
            organizations.Add(new(new((long)row[1]!), (string)row[2]!, Entry: (Guid)row[0]!, Place: (long)row[4]!));
        }
        var listed = new Dictionary<string, IReadOnlyList<Kind>>(StringComparer.Ordinal);
        foreach (var source in catalog.Registers.Where(r => r.ListedKinds is not null)) listed[source.ListedKinds!] = await Listed(session, source, ct);
        return new(catalog, stamp, new(places.Select(p => new Node(new(p.Number), p.Name, p.Code, Ended: p.To is not null))), new(organizations),
            Resolve(successions), [.. definitions.Select(d => new DefinedRegister(d.Read(), d.Closed))], kinds, settings, listed, await GroupsOf(session, ct),
            await OwnMeasures(session, ct), await RowReader.All<RuleChange>(session, ct), await Registers.Occasions.Read(session, catalog, ct));
    }

    /// <summary>The newest version of each; a version that begins later waits for its day only while an older one is in effect.</summary>
    private async Task<IReadOnlyList<MeasureDefinition>> OwnMeasures(Session session, CancellationToken ct)
    {
        var today = clock.Today;
        return [.. (await RowReader.All<MeasureDefinition>(session, ct)).GroupBy(d => d.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Where(d => d.ValidFrom <= today).DefaultIfEmpty(g.MinBy(d => d.Version)!).MaxBy(d => d.Version)!)];
    }

    private async Task<IReadOnlyList<PlaceGroup>> GroupsOf(Session session, CancellationToken ct)
    {
        if (catalog.Registers.FirstOrDefault(r => r.Groups is not null) is not { Groups: { } of } members) return [];
        var source = catalog[of.Group.Target!];
        var names = new Dictionary<Guid, string>();
        var everybody = Scope.Whole("groups of places are known to everybody");
        var counting = EntryStates.Count;
        await foreach (var row in new Query(session, source.Shape, everybody).Where(counting).Stream(["id", source.TitleField!.Key], [new("date"), new("id")], ct))
            names[(Guid)row[0]!] = (string?)row[1] ?? "";
        var all = new List<(Guid Group, PlaceGroup.Member Member)>();
        await foreach (var row in new Query(session, members.Shape, everybody).Where(counting).Stream([of.Group.Key, of.Place.Key, of.From.Key, of.To.Key], [], ct))
            if (names.ContainsKey((Guid)row[0]!)) all.Add(((Guid)row[0]!, new(new((long)row[1]!), (DateOnly)row[2]!, row[3] as DateOnly?)));
        return [.. names.Select(n => new PlaceGroup(n.Key, n.Value, [.. all.Where(a => a.Group == n.Key).Select(a => a.Member)]))];
    }

    /// <summary>Entries as kinds: the identifier is the code, so that renaming one changes no entry that bears it.</summary>
    private static async Task<IReadOnlyList<Kind>> Listed(Session session, Register source, CancellationToken ct)
    {
        var items = new List<Kind>();
        await foreach (var row in new Query(session, source.Shape, Scope.Whole("kinds are known to everybody")).Stream(["id", source.TitleField!.Key, "state"], [new("date"), new("id")], ct))
            items.Add(new(((Guid)row[0]!).ToString("N"), (string?)row[1] ?? "", Hidden: (string)row[2]! is not (nameof(EntryState.Submitted) or nameof(EntryState.Verified))));
        return items;
    }

    /// <summary>A chain of successions is followed to its end.</summary>
    private static List<Successor> Resolve(List<Succession> successions)
    {
        var next = successions.GroupBy(s => s.Old).ToDictionary(g => g.Key, g => g.Last().New);
        return [.. next.Keys.Select(old =>
        {
            var end = next[old];
            for (var i = 0; i < next.Count && next.TryGetValue(end, out var further); i++) end = further;
            return new Successor(new(old), new(end));
        })];
    }
}
