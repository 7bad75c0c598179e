using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Platform.Measures;

/// <summary>
/// What an address asks of a measure: <c>place</c> (12-digit code or number), <c>period</c> (“2026Q4”) or <c>from</c> and <c>to</c>
/// (both days included), <c>by</c> (dimensions with commas), <c>published</c>, and a condition for each dimension of the measure by its name
/// (<c>village=…</c>, <c>kind=monthly</c>, <c>state=Submitted</c>). Pages and the API read it alike, so a figure's link opens the same figure.
/// </summary>
public sealed class AskQuery
{
    /// <summary>The value that stands for “nothing filled in” in a condition.</summary>
    public const string Empty = "-";

    /// <summary>Value of <c>period</c> that says <c>from</c> and <c>to</c> hold.</summary>
    public const string Custom = "custom";

    private static readonly string[] PlaceNames = ["township", "village", "grid"];
    private static readonly string[] TimeNames = ["month", "quarter", "year"];

    private readonly List<Problem> problems = [];
    private readonly List<(string Name, string Value)> conditions = [];
    private Filter where = Filter.None;
    private Branch within;

    private AskQuery() { }

    /// <summary>The place and all below it, before conditions on township, village or grid narrow it.</summary>
    public Branch Place { get; private set; }

    /// <summary>The days, before conditions on month, quarter or year narrow them.</summary>
    public Period Period { get; private set; }

    /// <summary>The days asked for.</summary>
    public Period Narrowed { get; private set; }

    /// <summary>Dimensions of the split.</summary>
    public IReadOnlyList<string> By { get; private set; } = [];

    /// <summary>Count verified entries only.</summary>
    public bool Published { get; private set; }

    /// <summary>Conditions as written, in the order of the address.</summary>
    public IReadOnlyList<(string Name, string Value)> Conditions => conditions;

    /// <summary>What cannot be read, each with its parameter.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The question for the <see cref="Evaluator"/>.</summary>
    public Ask Ask => new(within, Narrowed, By, where is Filter.All { Parts.Count: 0 } ? null : where, Published);

    /// <summary>Reads an address. What cannot be read becomes a problem and its default; nothing is thrown.</summary>
    /// <param name="query">Parameters; the last value of a name counts.</param>
    /// <param name="measure">The measure its conditions belong to; null reads place and period alone.</param>
    /// <param name="reference">Reference facts.</param>
    /// <param name="home">Place when none is given.</param>
    /// <param name="standard">Period when none is given.</param>
    /// <param name="today">Today.</param>
    public static AskQuery Read(
        IEnumerable<KeyValuePair<string, StringValues>> query, Measure? measure, Reference reference, Branch home, Period standard, DateOnly today)
    {
        var given = query.Select(q => (q.Key, Value: (q.Value.LastOrDefault() ?? "").Trim())).Where(q => q.Value.Length > 0).ToList();
        string? Last(string name) => given.LastOrDefault(g => g.Key == name).Value;
        var read = new AskQuery { Place = home, Published = Last("published") is "1" or "true" };
        if (Last("place") is { } place)
        {
            if (reference.Place(place) is { } node) read.Place = node.Number;
            else read.problems.Add(new("ask.place", "没有这个地点。请填 12 位区划代码或地点编号。", "place"));
        }
        read.within = read.Place;
        read.Period = read.Narrowed = read.Days(Last("period"), Last("from"), Last("to"), standard, today);
        if (measure is null) return read;
        read.By = read.Splits(Last("by"), measure, reference);
        foreach (var (name, value) in given) read.Take(name, value, measure, reference);
        return read;
    }

    /// <summary>The same question with one condition more; it replaces one of the same name.</summary>
    public string With(string name, string value) => Address([.. conditions.Where(c => c.Name != name), (name, value)]);

    /// <summary>The same question of another place.</summary>
    public string At(Branch place) => Address(place, [.. conditions.Where(c => !PlaceNames.Contains(c.Name))]);

    /// <summary>The question without a condition.</summary>
    public string Without(string name) => Address([.. conditions.Where(c => c.Name != name)]);

    /// <summary>“?place=…&amp;period=…” and the conditions: what every figure's link carries.</summary>
    public override string ToString() => Address(conditions);

    /// <summary>“?place=…&amp;period=…” of a place and period.</summary>
    public static string Address(Branch place, Period period) => $"?place={place}&period={period.Key}";

    private string Address(IReadOnlyList<(string Name, string Value)> with) => Address(Place, with);

    private string Address(Branch place, IReadOnlyList<(string Name, string Value)> with) =>
        Address(place, Period) + (Published ? "&published=1" : "")
        + string.Concat(with.Select(c => $"&{c.Name}={Uri.EscapeDataString(c.Value)}"));

    private Period Days(string? key, string? from, string? to, Period standard, DateOnly today)
    {
        if (key is not null and not Custom)
        {
            if (Period.TryParse(key, null, out var period)) return period;
            problems.Add(new("ask.period", "时段看不懂，请写成 2026、2026Q1、2026-03 或 2026-01-01..2026-11-22。", "period"));
            return standard;
        }
        if (from is null && to is null) return standard;
        var last = Day(to, "to", today) ?? today;
        var first = Day(from, "from", today) ?? new DateOnly(last.Year, 1, 1);
        if (first <= last) return Period.Between(first, last);
        problems.Add(new("ask.order", "开始的日期晚于结束的日期，请调一下。", "from"));
        return standard;
    }

    private DateOnly? Day(string? text, string name, DateOnly today)
    {
        if (text is null) return null;
        if (ChineseDates.TryParse(text, today, out var day, out var problem)) return day;
        problems.Add(new("ask." + name, problem, name));
        return null;
    }

    private List<string> Splits(string? by, Measure measure, Reference reference)
    {
        var names = (by ?? "").Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var offered = Split.Of(measure, reference);
        foreach (var wrong in names.Where(n => offered.All(s => s.Key != n)))
        {
            problems.Add(new("measure.dimension", $"“{measure.Label}”不能按“{wrong}”分。可以按：{string.Join("、", offered.Select(s => s.Key))}。", "by"));
        }
        return names.FindAll(n => offered.Any(s => s.Key == n));
    }

    private void Take(string name, string value, Measure measure, Reference reference)
    {
        var taken = PlaceNames.Contains(name) ? OfPlace(name, value, reference)
            : TimeNames.Contains(name) ? OfTime(name, value)
            : name == "state" ? OfState(value)
            : name == Split.Group ? OfGroup(value, measure, reference)
            : Split.Declared(measure, reference).FirstOrDefault(s => s.Key == name) is { Field: { } field } split ? OfFact(split, OfField(field, value, reference), measure, reference)
            : null;
        if (taken is null) return;
        where &= taken;
        conditions.RemoveAll(c => c.Name == name);
        conditions.Add((name, value));
    }

    private Filter? OfPlace(string name, string value, Reference reference)
    {
        if (reference.Place(value) is not { } node)
        {
            problems.Add(new("ask.place", "没有这个地点。请填 12 位区划代码或地点编号。", name));
            return null;
        }
        var depth = name switch { "township" => 2, "village" => 3, _ => 4 };
        if (node.Number.Depth >= depth && within.Contains(node.Number))
        {
            within = node.Number;
            return Filter.None;
        }
        if (node.Number.Depth >= depth) return new Filter.Within("place", reference.Covered(node.Number));
        // A row of a split that stands for the place above itself, “镇本级”: what was recorded there and not below.
        var here = new Filter.Is("place", node.Number.Value);
        var moved = reference.Successors.Where(s => s.New == node.Number).Select(s => s.Old).ToList();
        return moved.Count == 0 ? here : new Filter.Any([here, new Filter.Within("place", moved)]);
    }

    private Filter? OfTime(string name, string value)
    {
        if (!Period.TryParse(value, null, out var part) || part.Kind != name)
        {
            problems.Add(new("ask.period", "时段看不懂，请写成 2026、2026Q1 或 2026-03。", name));
            return null;
        }
        var (from, to) = (part.From > Narrowed.From ? part.From : Narrowed.From, part.To < Narrowed.To ? part.To : Narrowed.To);
        if (from >= to) return Nothing;
        Narrowed = new(from, to);
        return Filter.None;
    }

    private Filter? OfState(string value)
    {
        if (Enum.TryParse<EntryState>(value, ignoreCase: true, out var state) && state is EntryState.Submitted or EntryState.Verified)
            return new Filter.In("state", [state.ToString()]);
        problems.Add(new("ask.state", "数字里只有待核（Submitted）和已核（Verified）两种。", "state"));
        return null;
    }

    private static Filter? OfFact(Split split, Filter? inner, Measure measure, Reference reference)
    {
        if (inner is null || split.Dated is not { } dated) return inner;
        if (measure.Kind is MeasureKind.Ratio) measure = reference.Measure(measure.Part!)!;
        var fact = Evaluator.FactOf(measure, dated, reference);
        return inner is Filter.Is { Value: null } ? new Filter.Not(new Filter.Held(fact, Filter.None)) : new Filter.Held(fact, inner);
    }

    private Filter? OfGroup(string value, Measure measure, Reference reference)
    {
        if ((Guid.TryParse(value, out var id) ? reference.Groups.FirstOrDefault(g => g.Id == id) : reference.Groups.FirstOrDefault(g => g.Name == value)) is not { } group)
        {
            problems.Add(new("ask.group", "没有这个片区，请从列表里选。", Split.Group));
            return null;
        }
        if (measure.Kind is MeasureKind.Ratio) measure = reference.Measure(measure.Part!)!;
        var flow = measure.Kind is MeasureKind.Flow;
        return new Filter.Any([.. group.Members.Select(m => new Filter.Within("place", reference.Covered(m.Place))
            & (reference.MovedOut(m.Place) is { Count: > 0 } gone ? new Filter.Not(new Filter.Within("place", gone)) : Filter.None)
            & (flow ? new Filter.Range(measure.Span.Keys[0], m.From, m.To) : new Filter.Member(m.From, m.To)))]);
    }

    private Filter? OfField(Field field, string value, Reference reference)
    {
        if (value == Empty) return new Filter.Is(field.Key, null);
        switch (field.Type)
        {
            // Several kinds count where one of them does, as “留守、流动” is one figure of two kinds.
            case FieldType.Kind or FieldType.Kinds when value.Split(',') is { Length: > 1 } several:
                var each = several.Distinct().Select(v => OfField(field, v, reference)).ToList();
                return each.Contains(null) ? null : new Filter.Any([.. each.OfType<Filter>()]);
            case FieldType.Kind or FieldType.Kinds when reference.KindsOf(field).CodeOf(value) is { } code:
                return field.Type is FieldType.Kind ? new Filter.Is(field.Key, code) : new Filter.Has(field.Key, code);
            case FieldType.LookUp when Guid.TryParse(value, out var id):
                return new Filter.Is(field.Key, id);
            case FieldType.Flag when value is "true" or "false":
                return new Filter.Is(field.Key, value == "true");
            case FieldType.Number or FieldType.Money or FieldType.Place or FieldType.Organization when long.TryParse(value, CultureInfo.InvariantCulture, out var number):
                return new Filter.Is(field.Key, number);
            case FieldType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day):
                return new Filter.Is(field.Key, day);
            case FieldType.Text or FieldType.LongText:
                return new Filter.Is(field.Key, value);
            default:
                problems.Add(new("ask.condition", $"{field.Label}没有“{value}”这一项。", field.Key));
                return null;
        }
    }

    private static Filter Nothing { get; } = new Filter.Any([]);
}
