using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Measures;

namespace HalfSky.Platform.Registers;

/// <summary>An index the declaration asks for.</summary>
public sealed record IndexOf(string Name, IReadOnlyList<string> Keys, bool Unique = false);

/// <summary>Which fields of a post register give rights (D6). All who held one seat after another share its duties (D18).</summary>
public sealed record GivesRights(Field Person, Field Role, Field From, Field To, Field Seat);

/// <summary>Which fields of a register say that the holder of a post is away.</summary>
public sealed record MarksLeave(Field Post, Field From, Field To);

/// <summary>Which fields of a register name days off, the last included.</summary>
public sealed record MarksRest(Field First, Field Last);

/// <summary>Which fields of a register say what a measure is to reach: its key, conditions, period key, value in hundredths, at least or at most.</summary>
public sealed record SetsTargets(Field Measure, Field Conditions, Field Period, Field Value, Field Direction);

/// <summary>Which fields of a register say that a place belongs to a group of places.</summary>
public sealed record GroupsPlaces(Field Group, Field Place, Field From, Field To);

/// <summary>Which fields of a register name days of the year, and the days shipped.</summary>
public sealed record ListsDays(Field Name, Field Rule, Field Action, Field Ahead, Field Festival, Field Levels, Field Off, IReadOnlyList<Occasion> Shipped);

/// <summary>
/// A register 台账: a kind of entry, declared once. List, form, details, search, export, API, measures and snapshot follow from it.
/// Shipped registers derive from <see cref="Register{T}"/>; a county's own are <see cref="DefinedRegister"/>.
/// </summary>
public abstract class Register
{
    private readonly List<string> sections = [];
    private readonly List<Field> fields = [];
    private readonly List<Measure> measures = [];
    private readonly List<KindList> kinds = [];
    private readonly List<DutyRule> duties = [];
    private readonly List<OwnPage> entryPages = [];
    private readonly List<OwnPage> listPages = [];
    private Shape? shape;

    /// <summary>Names the register.</summary>
    /// <param name="key">Key in addresses, permissions and the API.</param>
    /// <param name="label">Chinese noun, “走访”.</param>
    /// <param name="table">Table name.</param>
    protected Register(string key, string label, string table) => (Key, Label, Table) = (key, label, table);

    /// <summary>Key in addresses, permissions and the API.</summary>
    public string Key { get; }

    /// <summary>Chinese noun.</summary>
    public string Label { get; }

    /// <summary>Chinese title of the ledger.</summary>
    public string Title { get; protected init; } = "";

    /// <summary>Verb of recording, “记走访”.</summary>
    public string RecordLabel { get; protected init; } = "";

    /// <summary>One line under the title.</summary>
    public string About { get; protected init; } = "";

    /// <summary>What else summaries call it, with blanks between: “慰问 看望”.</summary>
    public string Also { get; protected init; } = "";

    /// <summary>Table name.</summary>
    public string Table { get; }

    /// <summary>Icon of the navigation.</summary>
    public string Icon { get; protected init; } = "notebook";

    /// <summary>Group of the navigation.</summary>
    public Room Room { get; protected init; } = Room.Work;

    /// <summary>Entries wait for review unless the county says otherwise; most are verified on submit (D14).</summary>
    public bool Reviewed { get; protected init; }

    /// <summary>Shown in the navigation.</summary>
    public bool InNavigation { get; private protected set; } = true;

    /// <summary>Sections of the form, in declared order.</summary>
    public IReadOnlyList<string> Sections => sections;

    /// <summary>Declared fields, common ones first.</summary>
    public IReadOnlyList<Field> Fields => fields;

    /// <summary>Declared measures.</summary>
    public IReadOnlyList<Measure> Measures => measures;

    /// <summary>Shipped kind lists of its fields.</summary>
    public IReadOnlyList<KindList> KindLists => kinds;

    /// <summary>Duties whose subject is an entry of this register.</summary>
    public IReadOnlyList<DutyRule> Duties => duties;

    /// <summary>The page that gathers everything about an entry (一人一档); links to the entry lead there. Null where its details are all there is.</summary>
    public OwnPage? FilePage { get; private protected set; }

    /// <summary>Pages of its own each entry has, the file first.</summary>
    public IReadOnlyList<OwnPage> EntryPages => entryPages;

    /// <summary>Pages of its own the register has beside its list.</summary>
    public IReadOnlyList<OwnPage> ListPages => listPages;

    /// <summary>Where a link to an entry leads: its file, or its details.</summary>
    public string AddressOf(Guid entry) => FilePage?.Of(entry) ?? $"/r/{Key}/{entry}";

    /// <summary>The field that names an entry for people: a text, or a look-up whose title stands for it.</summary>
    public Field? TitleField { get; private protected set; }

    /// <summary>From and to of a state of affairs (stock); null for what merely happens.</summary>
    public (Field From, Field To)? Held { get; private protected set; }

    /// <summary>Set on the register of posts.</summary>
    public GivesRights? Rights { get; private protected set; }

    /// <summary>Set on the register of leave.</summary>
    public MarksLeave? Leave { get; private protected set; }

    /// <summary>Set on the register of holidays.</summary>
    public MarksRest? Rest { get; private protected set; }

    /// <summary>Set on the register of targets.</summary>
    public SetsTargets? Targets { get; private protected set; }

    /// <summary>Set on the register of days of the year.</summary>
    public ListsDays? Days { get; private protected set; }

    /// <summary>Set on the register that says which places belong to which group.</summary>
    public GroupsPlaces? Groups { get; private protected set; }

    /// <summary>The entries are the nodes of the organisation tree; its title names them.</summary>
    public bool IsOrganizationTree { get; protected init; }

    /// <summary>The look-up that says which entry this is a part of; null for entries with a life of their own.</summary>
    public Field? Whole { get; private protected set; }

    /// <summary>A part that keeps its own day (the sessions of a course).</summary>
    public bool OwnDay { get; private protected set; }

    /// <summary>A part that keeps its own place and organisation (the bodies that took part).</summary>
    public bool OwnPlace { get; private protected set; }

    /// <summary>The kind list its entries stand in as kinds (programmes); null as a rule.</summary>
    public string? ListedKinds { get; private protected set; }

    /// <summary>Fields that together say “the same thing recorded already” (match key).</summary>
    public IReadOnlyList<Field> MatchKey { get; private protected set; } = [];

    /// <summary>Columns as the builder knows them.</summary>
    public Shape Shape => shape ?? throw new InvalidOperationException($"register {Key} is not bound to the model");

    /// <summary>A field by its key.</summary>
    public Field this[string key] => fields.Find(f => f.Key == key) ?? throw new KeyNotFoundException($"{Key} declares no field {key}");

    /// <summary>A field by its key, or null.</summary>
    public Field? Find(string key) => fields.Find(f => f.Key == key);

    /// <summary>A new, empty entry.</summary>
    public abstract Entry New();

    /// <summary>Fills what can be known (place, household, number) before the rules are judged.</summary>
    public virtual Task Complete(Entry entry, Recording recording, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Rules that need the database; what is wrong, throwing nothing.</summary>
    public virtual Task<IReadOnlyList<Problem>> Judge(Entry entry, Entry? before, Recording recording, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Problem>>([]);

    /// <summary>Permission for an act: read, record, verify, export, unseal.</summary>
    /// <remarks>What may be done with a part is what may be done with its whole.</remarks>
    public virtual string Permission(string act) => (Whole?.Target ?? Key) + "." + act;

    /// <summary>Why nobody changes, verifies, returns or withdraws the entry by itself: another entry keeps it. Null as a rule.</summary>
    public virtual Problem? KeptElsewhere(Entry entry) => null;

    /// <summary>The entry's own rules, and that what holds between two days ends after it began.</summary>
    public IEnumerable<Problem> Check(Entry entry, DateOnly today) => Held is { } held && held.From.Read(entry) is DateOnly from && held.To.Read(entry) is DateOnly to && to <= from
        ? entry.Check(today).Append(new(Key + ".span", $"{held.To.Label}要晚于{held.From.Label}。", held.To.Key))
        : entry.Check(today);

    /// <summary>What else follows from a written entry, within its transaction; called also when a part follows its whole.</summary>
    public virtual Task Written(Entry entry, Entry? before, Recording recording, CancellationToken ct) => Task.CompletedTask;

    /// <summary>It has rules of its own that ask the database: of many entries each must stand before the next is judged.</summary>
    internal virtual bool JudgesMore => false;

    /// <summary>Something follows from its entries beyond search and duties; many cannot be written at a stroke.</summary>
    internal virtual bool HasConsequences => false;

    /// <summary>Makes a part follow its whole: organisation, place, day, state and what is copied.</summary>
    public void Follow(Entry part, Register wholes, Entry whole)
    {
        if (!OwnPlace) (part.Org, part.Place) = (whole.Org, whole.Place);
        if (!OwnDay) part.Date = whole.Date;
        foreach (var field in fields.Where(f => f.CopiedFrom is not null)) field.Write(part, wholes[field.CopiedFrom!].Read(whole));
        part.Restore(whole.State, whole.Reason);
    }

    /// <summary>Indexes of lists, look-ups and measures.</summary>
    public IEnumerable<IndexOf> Indexes
    {
        get
        {
            yield return Index("date", "date", "org", "state", "place", "id");
            yield return Index("org", "org", "date", "state", "id");
            // Every new entry is held against those that are the same.
            if (MatchKey.Count > 0) yield return Index("match", MatchKey.Select(f => f.Key));
            foreach (var f in fields.Where(f => f.Type is FieldType.LookUp || f.Sealed is Sealing.SealPurpose.IdentityNumber)) yield return Index(f.Key, f.Key);
            foreach (var day in measures.Where(m => m.Kind is MeasureKind.Flow).Select(m => m.Span.Keys[0]).Distinct().Where(k => k != "date")) yield return Index(day, day, "org", "state", "place", "id");
            // A stock's days begin with the day a flow may be counted by; one index serves both.
            foreach (var group in measures.Where(m => m.Kind is not MeasureKind.Ratio).GroupBy(m => m.Span.Keys[0]))
            {
                var days = group.Select(m => m.Span.Keys).MaxBy(k => k.Count)!;
                var more = group.SelectMany(m => m.Columns).Append("state").Append("org").Distinct().Except(days).Except(["place"]).Order(StringComparer.Ordinal);
                yield return Index("measure_" + days[0], ["place", .. days, .. more]);
            }
        }
    }

    /// <summary>Adds the entity to EF's model; nothing for defined registers.</summary>
    internal virtual void MapEntity(Microsoft.EntityFrameworkCore.ModelBuilder builder) { }

    /// <summary>Binds columns to the table; typed registers bring EF's names.</summary>
    internal void Bind(Func<Field, string> columnOf)
    {
        foreach (var field in fields) field.Column = columnOf(field);
        shape = new(Table, EntryColumns.System.Concat(fields.Select(f => new Column(f.Key, f.Column, f.Clr, f)))) { Register = Key };
    }

    private protected void AddSection(string title) => sections.Add(title);

    private protected void Add(Field field) => fields.Add(field);

    private protected void Add(Measure measure) => measures.Add(measure);

    private protected void Add(KindList list) => kinds.Add(list);

    private protected void Add(DutyRule rule) => duties.Add(rule);

    private protected void AddEntryPage(OwnPage page) => entryPages.Add(page);

    private protected void AddListPage(OwnPage page) => listPages.Add(page);

    private IndexOf Index(string name, params IEnumerable<string> keys) => new(Naming.Snake($"ix_{Table}_{name.Replace('-', '_')}"), [.. keys]);

    /// <inheritdoc/>
    public override string ToString() => $"{Key} {Label}";
}
