using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>An entry as the log says it stands.</summary>
public sealed record Fact(Guid Id, string Register, JsonObject Values)
{
    public string State { get; } = (string)Values["state"]!;
    public long Place { get; } = (long)Values["place"]!;
    public long Org { get; } = (long)Values["org"]!;

    public string? Text(string key) => Values[key]?.ToString();

    public DateOnly? Day(string key) => Text(key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd") : null;

    public long Number(string key) => Values[key] is { } node ? (long)node : 0;

    public IEnumerable<string> Codes(string key) => Values[key] is JsonArray list ? list.Select(c => c!.ToString()) : [];
}

/// <summary>What a measure means, written down by hand a second time: the shipped declaration is not looked at.</summary>
/// <param name="Key">Key of the measure.</param>
/// <param name="Register">Register whose entries count.</param>
/// <param name="Day">Day of a flow; null for a stock.</param>
/// <param name="Where">Condition.</param>
/// <param name="Distinct">Counts different values of it.</param>
/// <param name="Sum">Adds it up.</param>
/// <param name="Reached">Only with a visit of the same subject in the period.</param>
/// <param name="By">Dimensions; a star marks several codes.</param>
public sealed record Meaning(string Key, string Register, string? Day, Func<Fact, DateOnly, bool>? Where, string? Distinct, string? Sum, bool Reached, params string[] By)
{
    /// <summary>All of them, by hand.</summary>
    public static readonly IReadOnlyList<Meaning> All =
    [
        new("visit.times", "visit", "date", null, null, null, false, "kind", "mode", "situation", "*needs"),
        new("visit.people", "visit", "date", null, "person", null, false, "kind", "mode"),
        new("visit.households", "visit", "date", null, "household", null, false, "kind", "mode"),
        new("care.people", "care", null, null, "subject", null, false, "*categories", "level"),
        new("care.visited", "care", null, null, "subject", null, true, "*categories", "level"),
        new("organization.count", "organization", null, null, null, null, false, "kind", "level"),
        new("post.holders", "post", null, null, "person", null, false, "role"),
        new("post.execs", "post", null, (f, _) => f.Text("role") is "exec" or "chair" or "vice" or "part-time-vice", "person", null, false, "role"),
        new("person.count", "person", null, null, null, null, false, "sex", "employment"),
        new("person.women-children", "person", null, (f, day) => f.Text("sex") == "female" || f.Day("birth") > day.AddYears(-18), null, null, false, "sex"),
        new("household.count", "household", null, (f, _) => f.Text("kind") == "residence", null, null, false, "*marks"),
        new("member.people", "member", null, null, "person", null, false, "relation"),
        new("own-station.times", "own-station", "date", null, null, null, false, "kind", "*for"),
        new("own-station.people", "own-station", "date", null, null, "people", false, "kind"),
        new("own-station.hosts", "own-station", "date", null, "host", null, false, "kind"),
    ];

    /// <summary>Ratios: part and whole.</summary>
    public static readonly IReadOnlyList<(string Key, string Part, string Whole)> Ratios = [("care.coverage", "care.visited", "care.people")];

    public bool IsStock => Day is null;
}

/// <summary>The event log folded in plain C#: the last payload of each entry. No SQL but the reading of the rows.</summary>
public sealed class FoldedLog(IReadOnlyList<Fact> facts, IReadOnlyList<(Branch Old, Branch New)> moved, DateOnly today)
{
    private static readonly string[] Working = ["Submitted", "Verified"];

    public static async Task<FoldedLog> Read(Session session, IReadOnlyList<(Branch Old, Branch New)> moved, DateOnly today)
    {
        var rows = await session.Db.Set<EventRow>().AsNoTracking().Where(e => e.EntryVersion > 0)
            .Select(e => new { e.Entry, e.Register, e.EntryVersion, e.Payload }).ToListAsync();
        // Readings and attachments stand in the log too; what an entry is stands where its state does.
        return new([.. rows.Where(e => e.Payload?.StartsWith("{\"state\"", StringComparison.Ordinal) == true).GroupBy(e => e.Entry).Select(g => g.MaxBy(e => e.EntryVersion)!).Select(e => new Fact(e.Entry, e.Register, JsonNode.Parse(e.Payload!)!.AsObject()))], moved, today);
    }

    /// <summary>All entries.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>The entries that count.</summary>
    public List<Fact> Behind(Meaning m, Branch place, Period period, bool published, Branch scope)
    {
        bool Counts(Fact f) => published ? f.State == "Verified" : Working.Contains(f.State);
        var day = period.Last > today && period.From <= today ? today : period.Last;
        var reached = m.Reached
            ? facts.Where(f => f.Register == "visit" && Counts(f) && period.Contains(f.Day("date")!.Value)).Select(f => f.Text("subject")).ToHashSet()
            : null;
        return [.. facts.Where(f => f.Register == m.Register && Counts(f) && scope.Contains(f.Org) && Inside(f.Place, place)
            && (m.Where is null || m.Where(f, day))
            && (m.IsStock ? f.Day("from") <= day && (f.Day("to") is not { } to || day < to) : period.Contains(f.Day(m.Day!)!.Value))
            && (reached is null || (f.Text("subject") is { } s && reached.Contains(s))))];
    }

    /// <summary>The figure over entries.</summary>
    public static long Value(Meaning m, IEnumerable<Fact> behind) => m.Sum is not null ? behind.Sum(f => f.Number(m.Sum))
        : m.Distinct is not null ? behind.Select(f => f.Text(m.Distinct)).Where(v => v is not null).Distinct().Count() : behind.LongCount();

    /// <summary>Rows of a split; zero rows left out.</summary>
    public Dictionary<string, long> Split(Meaning m, List<Fact> behind, string by)
    {
        IEnumerable<string> Keys(Fact f) => by switch
        {
            "township" => [Cut(f.Place, 2)],
            "village" => [Cut(f.Place, 3)],
            "grid" => [Cut(f.Place, 4)],
            "month" => [$"{f.Day(m.Day!):yyyy-MM}"],
            "quarter" => [$"{f.Day(m.Day!)!.Value.Year}Q{(f.Day(m.Day!)!.Value.Month + 2) / 3}"],
            "year" => [$"{f.Day(m.Day!):yyyy}"],
            "org" => [f.Org.ToString()],
            ['*', .. var key] => f.Codes(key),
            _ => [f.Text(by) ?? "∅"],
        };
        return behind.SelectMany(f => Keys(f).Select(k => (k, f))).GroupBy(p => p.k, p => p.f)
            .Select(g => (g.Key, Value: Value(m, g))).Where(p => p.Value != 0).ToDictionary(p => p.Key, p => p.Value);
    }

    /// <summary>Villages that recorded anything.</summary>
    public int Recorded(List<Fact> behind) => behind.Select(f => long.Parse(Cut(f.Place, 3))).Where(n => n % 1_000_000_000 != 0).Distinct().Count();

    private bool Inside(long place, Branch asked)
    {
        // Who asks for a place that was merged away sees its own past; everybody else sees it under the one that took it in.
        if (moved.Any(m => m.Old == asked)) return asked.Contains(place);
        return asked.Contains(Now(place));
    }

    private long Now(long place) => moved.FirstOrDefault(m => m.Old.Contains(place)) is { New.Value: > 0 } m ? m.New.Value : place;

    private string Cut(long place, int depth)
    {
        var now = new Branch(Now(place));
        return (now.Value == place ? place - place % Branch.Width(depth) : now.AtDepth(Math.Min(depth, now.Depth)).Value).ToString();
    }
}
