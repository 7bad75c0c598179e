using System.Text.Json;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>An entry as the log says it stands.</summary>
public sealed class Fact
{
    private readonly Dictionary<string, object?> values = [];

    public Fact(Guid id, Register register, JsonObject payload)
    {
        (Id, Of) = (id, register);
        values["id"] = id;
        values["state"] = State = (string)payload["state"]!;
        foreach (var (key, node) in payload)
            if (register.Find(key) is { Sealed: null } field && node is not null) values[key] = Read(field, node);
        (Place, Org) = ((long)values["place"]!, (long)values["org"]!);
    }

    public Guid Id { get; }
    public Register Of { get; }
    public string Register => Of.Key;
    public string State { get; }
    public long Place { get; }
    public long Org { get; }

    /// <summary>It counts in the working figures.</summary>
    public bool Counts => State is "Submitted" or "Verified";

    public object? Value(string key) => values.GetValueOrDefault(key);

    public string? Text(string key) => Value(key) switch
    {
        null => null,
        bool b => b ? "true" : "false",
        DateOnly d => d.ToString("yyyy-MM-dd"),
        var v => v.ToString(),
    };

    public DateOnly? Day(string key) => Value(key) as DateOnly?;

    public long Number(string key) => Value(key) as long? ?? 0;

    public IReadOnlyList<string> Codes(string key) => Value(key) as string[] ?? [];

    private static object Read(Field field, JsonNode node) => field.Type switch
    {
        FieldType.Date => DateOnly.ParseExact((string)node!, "yyyy-MM-dd"),
        FieldType.Number => (long)((decimal)node * (field.Digits switch { 0 => 1, 1 => 10, _ => 100 })),
        FieldType.Money or FieldType.Place or FieldType.Organization => (long)node,
        FieldType.Flag => (bool)node,
        FieldType.LookUp => Guid.Parse((string)node!),
        FieldType.Kinds => ((JsonArray)node).Select(c => (string)c!).ToArray(),
        _ => node.ToString(),
    };
}

/// <summary>The event log folded in plain C#: the last payload of each entry. No SQL but the reading of the rows.</summary>
public sealed class FoldedLog
{
    private readonly ILookup<string, Fact> facts;
    private readonly IReadOnlyList<(Branch Old, Branch New)> moved;
    private readonly DateOnly today;
    private readonly Dictionary<(string Register, string Key), ILookup<object, Fact>> pointing = [];
    private readonly List<(Guid Group, Branch Covers, DateOnly From, DateOnly? To)> members;

    private FoldedLog(IEnumerable<Fact> all, IReadOnlyList<(Branch Old, Branch New)> moved, DateOnly today)
    {
        (facts, this.moved, this.today) = (all.ToLookup(f => f.Register), moved, today);
        var groups = facts["group"].Where(f => f.Counts).Select(f => f.Id).ToHashSet();
        members = [.. facts["group-member"].Where(f => f.Counts).Select(f => (Group: (Guid)f.Value("group")!, new Branch(f.Number("covers")), f.Day("from")!.Value, f.Day("to")))
            .Where(m => groups.Contains(m.Group))];
    }

    public static async Task<FoldedLog> Read(Session session, Reference reference, IReadOnlyList<(Branch Old, Branch New)> moved, DateOnly today)
    {
        var rows = await session.Db.Set<EventRow>().AsNoTracking().Where(e => e.EntryVersion > 0)
            .Select(e => new { e.Entry, e.Register, e.EntryVersion, e.Payload }).ToListAsync();
        // Readings and attachments stand in the log too; what an entry is stands where its state does.
        return new(rows.Where(e => e.Payload?.StartsWith("{\"state\"", StringComparison.Ordinal) == true).GroupBy(e => e.Entry).Select(g => g.MaxBy(e => e.EntryVersion)!)
            .Select(e => new Fact(e.Entry, reference.Register(e.Register)!, JsonNode.Parse(e.Payload!)!.AsObject())), moved, today);
    }

    /// <summary>Entries of a register.</summary>
    public IEnumerable<Fact> Of(string register) => facts[register];

    /// <summary>The day a stock is read.</summary>
    public DateOnly DayOf(Period period) => period.Last > today && period.From <= today ? today : period.Last;

    /// <summary>The entries that count.</summary>
    public List<Fact> Behind(Meaning m, Branch place, Period period, bool published, Branch scope)
    {
        bool Counts(Fact f) => published ? f.State == "Verified" : f.Counts;
        var day = DayOf(period);
        var reached = m.Reached
            ? facts[m.Through.Register].Where(f => Counts(f) && period.Contains(f.Day("date")!.Value)).Select(f => f.Value(m.Through.OtherKey)).OfType<object>().ToHashSet()
            : null;
        return [.. facts[m.Register].Where(f => Counts(f) && scope.Contains(f.Org) && Inside(f.Place, place)
            && (m.IsStock ? f.Day(m.From) <= day && (f.Day(m.To) is not { } to || day < to) : f.Day(m.Day!) is { } on && period.Contains(on))
            && (m.Where is null || m.Where(f, day))
            && (reached is null || (f.Value(m.Through.Key) is { } s && reached.Contains(s))))];
    }

    /// <summary>The figure over entries.</summary>
    public long Value(Meaning m, IEnumerable<Fact> behind) => m.Sum is not null ? behind.Sum(f => f.Number(m.Sum))
        : m.Max is not null ? behind.Select(f => f.Number(m.Max)).DefaultIfEmpty(0).Max()
        : m.Villages ? behind.Where(f => f.Place % Branch.Width(2) != 0).Select(f => Cut(f.Place, 3)).Distinct().Count()
        : m.Distinct is not null ? behind.Select(f => f.Value(m.Distinct)).Where(v => v is not null).Distinct().Count() : behind.LongCount();

    /// <summary>Rows of a split; zero rows left out. An entry stands in several rows when several things are true of it, and in each once.</summary>
    public Dictionary<string, long> Split(Meaning m, List<Fact> behind, string by, Period period)
    {
        DateOnly On(Fact f) => m.IsStock ? DayOf(period) : f.Day(m.Day!)!.Value;
        IEnumerable<string> Keys(Fact f) => by switch
        {
            "township" => [Cut(f.Place, 2)],
            "village" => [Cut(f.Place, 3)],
            "grid" => [Cut(f.Place, 4)],
            "month" => [$"{f.Day(m.Day!):yyyy-MM}"],
            "quarter" => [$"{f.Day(m.Day!)!.Value.Year}Q{(f.Day(m.Day!)!.Value.Month + 2) / 3}"],
            "year" => [$"{f.Day(m.Day!):yyyy}"],
            "org" => [f.Org.ToString()],
            "group" => members.Where(g => Inside(f.Place, g.Covers) && g.From <= On(f) && (g.To is not { } to || On(f) < to)).Select(g => g.Group.ToString()).Distinct(),
            _ when m.Dated.FirstOrDefault(d => d.Key == by) is { } dated => Held(dated.Register, dated.OtherKey, f.Value(dated.OwnKey), On(f)).SelectMany(h => RowsOf(h, dated.Field)).DefaultIfEmpty("∅").Distinct(),
            _ when f.Of[by].Type is FieldType.Kinds => f.Codes(by),
            _ => RowsOf(f, by).DefaultIfEmpty("∅"),
        };
        return behind.SelectMany(f => Keys(f).Select(k => (k, f))).GroupBy(p => p.k, p => p.f)
            .Select(g => (g.Key, Value: Value(m, g))).Where(p => p.Value != 0).ToDictionary(p => p.Key, p => p.Value);
    }

    /// <summary>
    /// Whether a condition holds, in plain C#. Null when what it asks about is not filled in: whose birth day nobody knows is neither
    /// under eighteen nor over.
    /// </summary>
    public bool? Holds(Filter filter, Fact f, DateOnly day)
    {
        bool? About(string key, Func<object, bool> holds) => f.Value(key) is { } v ? holds(v) : null;
        return filter switch
        {
            Filter.Is { Value: null } x => f.Value(x.Key) is null,
            Filter.Is x => About(x.Key, v => v.Equals(x.Value)),
            Filter.In x => About(x.Key, x.Values.Contains),
            Filter.Has x => About(x.Key, v => ((string[])v).Contains(x.Code)),
            Filter.Range x => About(x.Key, v => (x.From is null || ((IComparable)v).CompareTo(x.From) >= 0) && (x.To is null || ((IComparable)v).CompareTo(x.To) < 0)),
            Filter.Younger x => About(x.Key, v => (DateOnly)v > day.AddYears(-x.Years)),
            Filter.HeldOn x => f.Day(x.From) <= x.Day && (f.Day(x.To) is not { } to || x.Day < to),
            Filter.Member x => x.From <= day && (x.To is not { } to || day < to),
            Filter.Within x => x.Branches.Any(b => b.Contains(f.Place)),
            Filter.Exists x => facts[x.Other.Register!].Any(o => f.Value(x.Key) is { } v && v.Equals(o.Value(x.OtherKey)) && Holds(x.Inner, o, day) == true),
            Filter.Held x => Held(x.Fact.Other.Register!, x.Fact.OtherKey, f.Value(x.Fact.Key), x.Fact.DayKey is { } on ? f.Day(on) ?? default : day).Any(o => Holds(x.Inner, o, day) == true),
            Filter.All x => x.Parts.Aggregate((bool?)true, (all, p) => all & Holds(p, f, day)),
            Filter.Any x => x.Parts.Aggregate((bool?)false, (any, p) => any | Holds(p, f, day)),
            Filter.Not x => !Holds(x.Part, f, day),
            _ => throw new NotSupportedException(filter.ToString()),
        };
    }

    /// <summary>The counting facts about a thing that held on the day.</summary>
    private IEnumerable<Fact> Held(string register, string key, object? about, DateOnly day)
    {
        if (about is null) return [];
        if (!pointing.TryGetValue((register, key), out var index)) pointing[(register, key)] = index = facts[register].Where(f => f.Counts && f.Value(key) is not null).ToLookup(f => f.Value(key)!);
        return index[about].Where(f => f.Of.Held is { } held && f.Day(held.From.Key) <= day && (f.Day(held.To.Key) is not { } to || day < to));
    }

    private static IEnumerable<string> RowsOf(Fact f, string field) => f.Of[field].Type is FieldType.Kinds ? f.Codes(field) : f.Text(field) is { } one ? [one] : [];

    private bool Inside(long place, Branch asked)
    {
        // Who asks for a place that was merged away, or for one below it, sees its own past; everybody else sees it under the one that took it in.
        if (moved.Any(m => m.Old.Contains(asked))) return asked.Contains(place);
        return asked.Contains(Now(place));
    }

    private long Now(long place) => moved.FirstOrDefault(m => m.Old.Contains(place)) is { New.Value: > 0 } m ? m.New.Value : place;

    private string Cut(long place, int depth)
    {
        var now = new Branch(Now(place));
        return (now.Value == place ? place - place % Branch.Width(depth) : now.AtDepth(Math.Min(depth, now.Depth)).Value).ToString();
    }
}
