using System.Linq.Expressions;
using System.Reflection;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>A shipped register over an entity. Its constructor reads like the county's form: top to bottom, labels in Chinese.</summary>
public abstract class Register<T> : Register
    where T : Entry, new()
{
    private string section = "";

    /// <summary>Names the register and declares the common fields.</summary>
    /// <param name="key">Key in addresses, permissions and the API.</param>
    /// <param name="label">Chinese noun.</param>
    /// <param name="dateLabel">What the entry's day is called here.</param>
    /// <param name="noteLabel">What its free text is called here.</param>
    protected Register(string key, string label, string dateLabel = "日期", string noteLabel = "备注")
        : base(key, label, Naming.Snake(typeof(T).Name))
    {
        Title = label + "台账";
        RecordLabel = "记" + label;
        Common(e => e.Date, dateLabel, FieldType.Date).Required().Listed().Default("today");
        Common(e => e.Place, "地点", FieldType.Place).Listed();
        Common(e => e.Org, "组织", FieldType.Organization);
        Common(e => e.Note, noteLabel, FieldType.LongText).Max(2000).Searched();
        Common(e => e.Programmes, "品牌项目", FieldType.Kinds).Of(new KindList("programme", "品牌项目", [], Extensible: false));
    }

    /// <inheritdoc/>
    public override Entry New() => new T();

    /// <inheritdoc/>
    public override Task Complete(Entry entry, Recording recording, CancellationToken ct) => Complete((T)entry, recording, ct);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Problem>> Judge(Entry entry, Entry? before, Recording recording, CancellationToken ct) =>
        Judge((T)entry, (T?)before, recording, ct);

    /// <inheritdoc/>
    internal override bool JudgesMore => ((Func<T, T?, Recording, CancellationToken, Task<IReadOnlyList<Problem>>>)Judge).Method.DeclaringType != typeof(Register<T>);

    /// <inheritdoc/>
    internal override bool HasConsequences => ((Func<T, T?, Recording, CancellationToken, Task>)Written).Method.DeclaringType != typeof(Register<T>);

    /// <inheritdoc/>
    public override Task Written(Entry entry, Entry? before, Recording recording, CancellationToken ct) => Written((T)entry, (T?)before, recording, ct);

    /// <summary>What else follows from a written entry, within its transaction.</summary>
    protected virtual Task Written(T entry, T? before, Recording recording, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Fills what can be known.</summary>
    protected virtual Task Complete(T entry, Recording recording, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Rules that need the database.</summary>
    protected virtual Task<IReadOnlyList<Problem>> Judge(T entry, T? before, Recording recording, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Problem>>([]);

    /// <summary>Fields declared from here on stand in this section of the form.</summary>
    protected void Section(string title)
    {
        section = title;
        AddSection(title);
    }

    /// <summary>Places a common field (date, place, organisation, note) into the current section.</summary>
    protected FieldDeclaration Here<TValue>(Expression<Func<T, TValue>> of)
    {
        var field = this[Naming.Camel(PropertyOf(of).Name)];
        field.Section = section;
        field.Position = Fields.Count(f => f.Section == section);
        return new(field, Add);
    }

    /// <summary>One line of text.</summary>
    protected FieldDeclaration Text(Expression<Func<T, string?>> of, string label) => Declare(of, label, FieldType.Text);

    /// <summary>Several lines of text.</summary>
    protected FieldDeclaration LongText(Expression<Func<T, string?>> of, string label) => Declare(of, label, FieldType.LongText).Max(2000);

    /// <summary>A text sealed for the purpose.</summary>
    protected FieldDeclaration Sealed(Expression<Func<T, SealedText?>> of, string label, SealPurpose purpose, FieldType type = FieldType.Text) =>
        Declare(of, label, type).Sealed(purpose);

    /// <summary>One kind of a list of its own.</summary>
    protected FieldDeclaration Kind(Expression<Func<T, string?>> of, string label, params (string Code, string Label)[] kinds) =>
        Listed(of, label, FieldType.Kind, kinds);

    /// <summary>Several kinds of a list of its own.</summary>
    protected FieldDeclaration Kinds(Expression<Func<T, string?>> of, string label, params (string Code, string Label)[] kinds) =>
        Listed(of, label, FieldType.Kinds, kinds);

    /// <summary>A day.</summary>
    protected FieldDeclaration Day<TValue>(Expression<Func<T, TValue>> of, string label) => Declare(of, label, FieldType.Date);

    /// <summary>A whole number.</summary>
    protected FieldDeclaration Number<TValue>(Expression<Func<T, TValue>> of, string label) => Declare(of, label, FieldType.Number);

    /// <summary>An amount of money in fen.</summary>
    protected FieldDeclaration Amount<TValue>(Expression<Func<T, TValue>> of, string label) => Declare(of, label, FieldType.Money);

    /// <summary>Yes or no.</summary>
    protected FieldDeclaration Flag<TValue>(Expression<Func<T, TValue>> of, string label) => Declare(of, label, FieldType.Flag);

    /// <summary>An entry of another register.</summary>
    protected FieldDeclaration LookUp<TValue>(Expression<Func<T, TValue>> of, string label, string register) =>
        Declare(of, label, FieldType.LookUp).Target(register);

    /// <summary>
    /// Entries are parts of an entry of another register and have no life of their own: organisation, place, day and state follow
    /// the whole, and so do permissions. They stand on the whole's page, not in the navigation.
    /// </summary>
    /// <param name="of">The look-up to the whole.</param>
    /// <param name="label">Chinese label.</param>
    /// <param name="register">Key of the whole's register.</param>
    /// <param name="ownDay">The part has a day of its own.</param>
    /// <param name="ownPlace">The part has a place and an organisation of its own.</param>
    protected FieldDeclaration PartOf(Expression<Func<T, Guid>> of, string label, string register, bool ownDay = false, bool ownPlace = false)
    {
        var declaration = LookUp(of, label, register).Required().Listed();
        (Whole, OwnDay, OwnPlace, InNavigation) = (declaration.Field, ownDay, ownPlace, false);
        if (!ownDay) DeriveCommon("date");
        if (!ownPlace)
        {
            DeriveCommon("place");
            DeriveCommon("org");
        }
        DeriveCommon("programmes");
        return declaration;
    }

    /// <summary>A field of the whole, kept on the part so that its figures can be split by it.</summary>
    protected FieldDeclaration Copied<TValue>(Expression<Func<T, TValue>> of, string label, string from, FieldType type = FieldType.Kind)
    {
        var declaration = Declare(of, label, type).Derived();
        declaration.Field.CopiedFrom = from;
        // The kind list is the whole's own; its key is made of register and field.
        if (type is FieldType.Kind or FieldType.Kinds) declaration.Of(Whole!.Target + "." + from);
        return declaration;
    }

    /// <summary>Entries say what a measure is to reach in a place and period.</summary>
    protected void SetsTargets<TValue>(Expression<Func<T, string?>> measure, Expression<Func<T, string?>> conditions, Expression<Func<T, string?>> period,
        Expression<Func<T, TValue>> value, Expression<Func<T, string?>> direction) =>
        Targets = new(FieldOf(measure), FieldOf(conditions), FieldOf(period), FieldOf(value), FieldOf(direction));

    /// <summary>Entries say which place belongs to which group, from when to when; every figure can be split by it.</summary>
    protected void GroupsPlaces<TPlace, TFrom, TTo>(Expression<Func<T, TPlace>> place, Expression<Func<T, TFrom>> from, Expression<Func<T, TTo>> to) =>
        Groups = new(Whole!, FieldOf(place), FieldOf(from), FieldOf(to));

    /// <summary>Entries name days of the year beside those shipped; one of the same name replaces it.</summary>
    protected void ListsDays<TOff>(Expression<Func<T, string?>> name, Expression<Func<T, string?>> rule, Expression<Func<T, string?>> action, Expression<Func<T, long?>> ahead,
        (Expression<Func<T, string?>> Festival, Expression<Func<T, string?>> Levels, Expression<Func<T, TOff>> Off) more, IReadOnlyList<Occasion> shipped) =>
        Days = new(FieldOf(name), FieldOf(rule), FieldOf(action), FieldOf(ahead), FieldOf(more.Festival), FieldOf(more.Levels), FieldOf(more.Off), shipped);

    /// <summary>Counting entries of this register are offered as kinds of the list, by their titles.</summary>
    protected void ListsKinds(string list) => ListedKinds = list;

    private void DeriveCommon(string key)
    {
        var field = this[key];
        (field.Derived, field.Required, field.Default, field.Listed) = (true, false, null, false);
        if (key == "programmes") field.CopiedFrom = key;
    }

    /// <summary>A place.</summary>
    protected FieldDeclaration PlaceOf<TValue>(Expression<Func<T, TValue>> of, string label) => Declare(of, label, FieldType.Place);

    /// <summary>An organisation.</summary>
    protected FieldDeclaration OrganizationOf<TValue>(Expression<Func<T, TValue>> of, string label) => Declare(of, label, FieldType.Organization);

    /// <summary>The field that names an entry.</summary>
    protected void TitledBy<TValue>(Expression<Func<T, TValue>> of) => TitleField = FieldOf(of);

    /// <summary>Each entry has a file; links to the entry lead there.</summary>
    protected void FiledAt(string address, string label, string icon = "notebook") => AddEntryPage(FilePage = new(address, label, icon));

    /// <summary>Each entry has this page too.</summary>
    protected void AlsoAt(string address, string label, string icon, string act = "read") => AddEntryPage(new(address, label, icon, act));

    /// <summary>The register is also shown as this.</summary>
    protected void ListedAt(string address, string label, string icon) => AddListPage(new(address, label, icon));

    /// <summary>The entry is a state of affairs between two days.</summary>
    protected void HeldBetween<TFrom, TTo>(Expression<Func<T, TFrom>> from, Expression<Func<T, TTo>> to) => Held = (FieldOf(from), FieldOf(to));

    /// <summary>Entries of this register give their person rights by their role.</summary>
    protected void GivesRights<TPerson, TRole, TFrom, TTo, TSeat>(
        Expression<Func<T, TPerson>> person, Expression<Func<T, TRole>> role, Expression<Func<T, TFrom>> from, Expression<Func<T, TTo>> to, Expression<Func<T, TSeat>> seat) =>
        Rights = new(FieldOf(person), FieldOf(role), FieldOf(from), FieldOf(to), FieldOf(seat));

    /// <summary>Entries of this register say that the holder of a post is away; duties wait for her.</summary>
    protected void MarksLeave<TPost, TFrom, TTo>(Expression<Func<T, TPost>> post, Expression<Func<T, TFrom>> from, Expression<Func<T, TTo>> to) =>
        Leave = new(FieldOf(post), FieldOf(from), FieldOf(to));

    /// <summary>Entries of this register name days off; nothing is due on them.</summary>
    protected void MarksRest<TFirst, TLast>(Expression<Func<T, TFirst>> first, Expression<Func<T, TLast>> last) => Rest = new(FieldOf(first), FieldOf(last));

    /// <summary>The same values in these fields mean the same thing; recording it again asks first.</summary>
    protected void MatchedBy(params Expression<Func<T, object?>>[] of) => MatchKey = [.. of.Select(FieldOf)];

    /// <summary>A flow measure: what happened in a period.</summary>
    protected MeasureDeclaration Flow(string key, string label, Unit unit) =>
        Measured(new(key, label, unit, this, MeasureKind.Flow, new([this["date"].Key], null)));

    /// <summary>A flow counted by another day than the entry's own.</summary>
    protected MeasureDeclaration FlowOn<TValue>(Expression<Func<T, TValue>> on, string key, string label, Unit unit) =>
        Measured(new(key, label, unit, this, MeasureKind.Flow, new([FieldOf(on).Key], null)));

    /// <summary>A stock measure: what holds at a period's end.</summary>
    protected MeasureDeclaration Stock(string key, string label, Unit unit)
    {
        var (from, to) = Held ?? throw new InvalidOperationException($"{Key}: a stock needs HeldBetween");
        return Measured(new(key, label, unit, this, MeasureKind.Stock, new([from.Key, to.Key], to.Key)));
    }

    /// <summary>A ratio of two measures, in percent.</summary>
    protected void Ratio(string key, string label, string part, string whole) =>
        Add(new Measure(key, label, Unit.Percent, this, MeasureKind.Ratio, new([], null)) { Part = part, Whole = whole });

    /// <summary>Share of the place's villages in which entries of the part lie, in percent.</summary>
    /// <param name="key">Key.</param>
    /// <param name="label">Chinese name.</param>
    /// <param name="part">Key of a measure that counts villages.</param>
    protected void Coverage(string key, string label, string part) => Ratio(key, label, part, Measure.AllVillages);

    /// <summary>A duty each entry of this register makes.</summary>
    protected void Duty(DutyRule rule) => Add(rule);

    /// <summary>Names a field for a measure or a duty.</summary>
    protected Field FieldOf<TValue>(Expression<Func<T, TValue>> of) => this[Naming.Camel(PropertyOf(of).Name)];

    internal override void MapEntity(ModelBuilder builder)
    {
        builder.Entity<T>(e =>
        {
            e.ToTable(Table);
            e.HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.State).HasConversion<string>();
            e.Property(x => x.Reason);
            var names = Fields.ToDictionary(f => f.Key, f => f.Property!, StringComparer.Ordinal);
            foreach (var index in Indexes)
            {
                var properties = index.Keys.Select(k => names.GetValueOrDefault(k) ?? char.ToUpperInvariant(k[0]) + k[1..]).ToArray();
                e.HasIndex(properties, index.Name);
            }
        });
    }

    private MeasureDeclaration Measured(Measure measure)
    {
        Add(measure);
        return new(measure);
    }

    private FieldDeclaration Listed(Expression<Func<T, string?>> of, string label, FieldType type, (string Code, string Label)[] kinds)
    {
        var declaration = Declare(of, label, type);
        return kinds.Length == 0 ? declaration
            : declaration.Of(new KindList(Key + "." + declaration.Field.Key, label, [.. kinds.Select(k => new Registers.Kind(k.Code, k.Label))]));
    }

    private FieldDeclaration Common<TValue>(Expression<Func<T, TValue>> of, string label, FieldType type)
    {
        var declaration = Declare(of, label, type);
        declaration.Field.Common = true;
        return declaration;
    }

    private FieldDeclaration Declare<TValue>(Expression<Func<T, TValue>> of, string label, FieldType type)
    {
        var property = PropertyOf(of);
        var field = new Field
        {
            Key = Naming.Camel(property.Name),
            Label = label,
            Type = type,
            Property = property.Name,
            Read = Reader(property),
            Write = Writer(property),
            Section = section,
        };
        field.Position = Fields.Count(f => f.Section == section);
        Add(field);
        return new(field, Add);
    }

    // Delegates, not compiled expressions: hundreds of these cost 300 ms at every start.
    private static Func<Entry, object?> Reader(PropertyInfo property) => Accessor<Func<Entry, object?>>(nameof(ReaderOf), property);

    private static Action<Entry, object?> Writer(PropertyInfo property) => Accessor<Action<Entry, object?>>(nameof(WriterOf), property);

    private static Func<Entry, object?> ReaderOf<TValue>(PropertyInfo property)
    {
        var get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();
        return entry => get((T)entry);
    }

    /// <summary>An empty value in a non-nullable property is its default: a new form has no day yet, a draft no name.</summary>
    private static Action<Entry, object?> WriterOf<TValue>(PropertyInfo property)
    {
        var set = property.SetMethod!.CreateDelegate<Action<T, TValue>>();
        var named = typeof(TValue) == typeof(string) && new NullabilityInfoContext().Create(property).WriteState is NullabilityState.NotNull;
        var empty = named ? (TValue)(object)"" : default!;
        return (entry, value) => set((T)entry, value is null ? empty : (TValue)value);
    }

    private static TDelegate Accessor<TDelegate>(string maker, PropertyInfo property) =>
        (TDelegate)typeof(Register<T>).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(property.PropertyType).Invoke(null, [property])!;

    private static PropertyInfo PropertyOf<TValue>(Expression<Func<T, TValue>> of) =>
        (of.Body is UnaryExpression { Operand: MemberExpression boxed } ? boxed : (MemberExpression)of.Body).Member as PropertyInfo
        ?? throw new ArgumentException(of.ToString());
}
