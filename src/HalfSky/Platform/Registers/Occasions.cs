using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;

namespace HalfSky.Platform.Registers;

/// <summary>A day of the year a federation prepares for 节点.</summary>
/// <param name="Name">“重阳节”.</param>
/// <param name="Rule">When, as <see cref="YearDay"/> reads it.</param>
/// <param name="Action">What is usually done.</param>
/// <param name="Ahead">So many days before it is told of.</param>
/// <param name="Festival">Kind of activity held for it.</param>
/// <param name="Levels">For whom: county, township, village; empty for all.</param>
/// <param name="Entry">The county's own entry; null for a day as shipped.</param>
public sealed record Occasion(string Name, string Rule, string Action, int Ahead = 7, string? Festival = null, string? Levels = null, Guid? Entry = null)
{
    /// <summary>Is it for organisations of this depth?</summary>
    public bool IsFor(int depth) => string.IsNullOrEmpty(Levels) || Codes.Split(Levels).Contains(depth switch { <= 1 => "county", 2 => "township", _ => "village" });

    /// <summary>Its days in a period; none while the rule cannot be read.</summary>
    public IEnumerable<DateOnly> Between(DateOnly from, DateOnly to) => YearDay.TryParse(Rule, out var day, out _) ? day!.Between(from, to) : [];
}

/// <summary>The days of the year: those shipped and the county's own, which everybody knows.</summary>
public static class Occasions
{
    /// <summary>Reads them. An own day replaces the shipped one of its name; one that is off is left out.</summary>
    public static async Task<IReadOnlyList<Occasion>> Read(Session session, Catalog catalog, CancellationToken ct = default)
    {
        if (catalog.Registers.FirstOrDefault(r => r.Days is not null) is not { Days: { } of } register) return [];
        var own = new Dictionary<string, (Occasion Occasion, bool Off)>(StringComparer.Ordinal);
        var query = new Query(session, register.Shape, Scope.Whole("the days of the year are known to everybody")).Where(EntryStates.Count);
        await foreach (var row in query.Stream(["id", of.Name.Key, of.Rule.Key, of.Action.Key, of.Ahead.Key, of.Festival.Key, of.Levels.Key, of.Off.Key], [new("date"), new("id")], ct))
        {
            own[(string)row[1]!] = (new((string)row[1]!, (string)row[2]!, row[3] as string ?? "", (int)(row[4] as long? ?? 0), row[5] as string, row[6] as string, (Guid)row[0]!), row[7] is true);
        }
        return [.. of.Shipped.Where(s => !own.ContainsKey(s.Name)), .. own.Values.Where(o => !o.Off).Select(o => o.Occasion)];
    }

    /// <summary>What the days ask for: the organisations of their levels hold something for them, villages as they like.</summary>
    public static IEnumerable<DutyRule> Rules(Catalog catalog, IReadOnlyList<Occasion> occasions)
    {
        // The festival is a kind other registers know too, activities first: an entry of theirs that bears it does it.
        if (catalog.Registers.FirstOrDefault(r => r.Days is not null)?.Days?.Festival.KindList is not { } festivals) yield break;
        var held = catalog.Registers.Where(r => r.Days is null && r.Whole is null).SelectMany(r => r.Fields.Where(f => f.KindList == festivals && !f.Derived).Select(f => (Register: r.Key, Field: f.Key)))
            .OrderBy(h => festivals.StartsWith(h.Register + ".", StringComparison.Ordinal) ? 0 : 1).ToList();
        foreach (var one in occasions.Where(o => o.Festival is not null && o.Ahead > 0).DistinctBy(o => o.Festival))
        {
            var levels = Codes.Split(one.Levels).DefaultIfEmpty("township").Intersect(["county", "township"]).ToList();
            if (levels.Count == 0) continue;
            yield return new("occasion." + one.Festival, one.Name, DutyCycle.Anniversary)
            {
                Only = "kind=federation&level=" + string.Join(',', levels), Subject = "org", Day = one.Rule, Days = one.Ahead, Acts = [.. held.Select(h => new DutyAct(h.Register, "org", $"{h.Field}={one.Festival}"))],
            };
        }
    }

    /// <summary>“后天是 11·25 国际消除对妇女暴力日”: the nearest day whose time to prepare has begun; null when there is none.</summary>
    public static string? Near(IEnumerable<Occasion> occasions, DateOnly today, int depth)
    {
        var near = occasions.Where(o => o.IsFor(depth)).SelectMany(o => o.Between(today, today.AddDays(o.Ahead + 1)).Select(d => (Day: d, o.Name))).OrderBy(n => n.Day).ToList();
        if (near.Count == 0) return null;
        var (day, ahead) = (near[0].Day, near[0].Day.DayNumber - today.DayNumber);
        return $"{ahead switch { 0 => "今天", 1 => "明天", 2 => "后天", _ => ahead + " 天后" }}是 {day.Month}·{day.Day} {near[0].Name}";
    }
}
