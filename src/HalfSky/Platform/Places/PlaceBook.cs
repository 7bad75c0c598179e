using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Places;

/// <summary>What becomes of places: added, renamed, merged. Numbers are given once; names and codes are dated labels; nothing recorded is touched (D6).</summary>
public sealed class PlaceBook(Session session, ReferenceSource source, CurrentUser user, Clock clock, Vault vault)
{
    private const int LongestName = 40, LongestOwnCode = 20;

    /// <summary>Adds a place below another.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="Refusal">Name, code or day do not do.</exception>
    public Task<long> Add(Branch under, string? name, string? code, string? from, CancellationToken ct) => session.Write(async c =>
    {
        var reference = await source.Take(session, c);
        var depth = under.Depth + 1;
        var problems = new List<Problem>();
        if (reference.Places.Find(under.Value) is not { Ended: false }) problems.Add(new("place.under", "上级地点已经不在了，请重新选。", "name"));
        else if (depth > Branch.MaxDepth || reference.Places.Below(under).Any(n => n.Number.Ordinal == 999)) problems.Add(new("place.full", "这里不能再往下加了。", "name"));
        var (called, written, day) = (Name(name, reference, under, null, problems), Code(code, depth, reference, null, problems), Day(from, problems));
        if (problems.Count > 0) throw new Refusal(problems);
        var number = under.Child(reference.Places.Below(under).Select(n => n.Number.Ordinal).DefaultIfEmpty(0).Max() + 1);
        session.Db.Add(new Place { Number = number.Value, Name = called, Code = written, From = day });
        await Done(number.Value, "place-added", new JsonObject { ["name"] = called, ["code"] = written }, c);
        return number.Value;
    }, ct);

    /// <summary>Adds the places of a list that are not there yet, all or none.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="Refusal">A name, a code or the day does not do; the row is told.</exception>
    public Task<int> AddMany(Branch under, IReadOnlyList<ListedPlace> listed, string? from, CancellationToken ct) => session.Write(async c =>
    {
        var reference = await source.Take(session, c);
        var (problems, codes, made, last) = (new List<Problem>(), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, Branch>(StringComparer.Ordinal), new Dictionary<Branch, int>());
        var day = Day(from, problems);
        var added = 0;
        foreach (var place in listed)
        {
            var (key, above) = (string.Join('/', place.Names), place.Names.Count == 1 ? under : made.TryGetValue(string.Join('/', place.Names.SkipLast(1)), out var fresh) ? fresh : PlaceList.Find(reference, under, [.. place.Names.SkipLast(1)])?.Number);
            if (above is not { } parent || PlaceList.Find(reference, under, place.Names) is not null) continue;
            var here = new List<Problem>();
            var (name, code) = (Name(place.Names[^1], reference, parent, null, here), Code(place.Code, parent.Depth + 1, reference, null, here));
            if (code.Length > 0 && !codes.Add(code)) here.Add(new("place.code-taken", $"代码 {code} 写了两遍。", "code"));
            var ordinal = last[parent] = last.GetValueOrDefault(parent, reference.Places.Below(parent).Select(n => n.Number.Ordinal).DefaultIfEmpty(0).Max()) + 1;
            if (parent.Depth >= Branch.MaxDepth || ordinal > 999) here.Add(new("place.full", "这里不能再往下加了。", "name"));
            problems.AddRange(here.Select(p => p with { Text = $"第 {place.Row} 行“{place.Names[^1]}”：{p.Text}", Field = "text" }));
            if (problems.Count > 0) continue;
            var number = made[key] = parent.Child(ordinal);
            session.Db.Add(new Place { Number = number.Value, Name = name, Code = code, From = day });
            session.Db.Add(EventRow.Make(vault, clock, user.Account, "place", Guid.Empty, (user.Home ?? Branch.Root).Value, number.Value, "place-added", 0, new JsonObject { ["name"] = name, ["code"] = code }.ToJsonString()));
            added++;
        }
        if (problems.Count > 0) throw new Refusal(problems);
        await session.Db.SaveChangesAsync(c);
        await ReferenceSource.Touch(session, c);
        return added;
    }, ct);

    /// <summary>Gives a place another name or code from a day on; what it was called before stays with its days.</summary>
    /// <exception cref="Refusal">Name, code or day do not do.</exception>
    public Task Rename(Branch number, string? name, string? code, string? from, CancellationToken ct) => session.Write(async c =>
    {
        var reference = await source.Take(session, c);
        var place = await session.Db.Set<Place>().FirstAsync(p => p.Number == number.Value, c);
        var problems = new List<Problem>();
        var (called, written, day) = (Name(name, reference, number.Parent, number, problems), Code(code, number.Depth, reference, number, problems), Day(from, problems));
        var labels = await session.Db.Set<PlaceLabel>().Where(l => l.Place == number.Value).ToListAsync(c);
        if (called == place.Name && written == place.Code) problems.Add(new("place.same", "名称和代码都没有变。", "name"));
        else if (day <= (labels.Count == 0 ? place.From : labels.Max(l => l.From))) problems.Add(new("place.order", "启用日期要晚于上一个名称的启用日期。", "from"));
        if (problems.Count > 0) throw new Refusal(problems);
        if (labels.Count == 0) session.Db.Add(new PlaceLabel { Place = number.Value, From = place.From, Name = place.Name, Code = place.Code });
        session.Db.Add(new PlaceLabel { Place = number.Value, From = day, Name = called, Code = written });
        var before = place.Name;
        (place.Name, place.Code) = (called, written);
        await Done(number.Value, "place-renamed", new JsonObject { ["before"] = before, ["name"] = called, ["code"] = written, ["from"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, c);
    }, ct);

    /// <summary>Merges a place into another of its level: from now on what was recorded there counts under the other.</summary>
    /// <exception cref="Refusal">The two cannot be merged.</exception>
    public Task Merge(Branch old, string? into, string? from, CancellationToken ct) => session.Write(async c =>
    {
        var reference = await source.Take(session, c);
        var problems = new List<Problem>();
        var target = reference.Place(into);
        if (target is null) problems.Add(new("place.into", "请选并入哪里。", "into"));
        else if (target.Ended) problems.Add(new("place.into-ended", $"{target.Name}已经撤并，请选还在的。", "into"));
        else if (target.Number.Depth != old.Depth || target.Number == old) problems.Add(new("place.into-level", "只能并入同一级的另一个地点。", "into"));
        var day = Day(from, problems);
        var place = await session.Db.Set<Place>().FirstAsync(p => p.Number == old.Value, c);
        if (place.To is not null) problems.Add(new("place.merged", "这个地点已经撤并过了。", "into"));
        else if (day <= place.From) problems.Add(new("place.order", "撤并日期要晚于设立日期。", "from"));
        if (problems.Count > 0) throw new Refusal(problems);
        place.To = day;
        session.Db.Add(new Succession { Old = old.Value, New = target!.Number.Value, From = day });
        await Done(old.Value, "place-merged", new JsonObject { ["name"] = place.Name, ["into"] = target.Name, ["from"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, c);
    }, ct);

    private async Task Done(long number, string verb, JsonObject what, CancellationToken ct)
    {
        session.Db.Add(EventRow.Make(vault, clock, user.Account, "place", Guid.Empty, (user.Home ?? Branch.Root).Value, number, verb, 0, what.ToJsonString()));
        await session.Db.SaveChangesAsync(ct);
        await ReferenceSource.Touch(session, ct);
    }

    private static string Name(string? typed, Reference reference, Branch? under, Branch? self, List<Problem> problems)
    {
        var name = typed?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) problems.Add(new("place.name", $"请写名称，最多 {LongestName} 个字。", "name"));
        else if (under is { } parent && reference.Places.Below(parent).Any(n => !n.Ended && n.Name == name && n.Number != self)) problems.Add(new("place.name-taken", $"同一级已经有“{name}”了。", "name"));
        return name;
    }

    private static string Code(string? typed, int depth, Reference reference, Branch? self, List<Problem> problems)
    {
        var code = typed?.Trim() ?? "";
        if (code.Length == 0) return "";
        if (depth <= 3)
        {
            if (PlaceCode.TryParse(code, out var read, out string problem)) code = read.ToString();
            else problems.Add(new("place.code", problem, "code"));
        }
        else if (code.Length > LongestOwnCode || code.Any(ch => !char.IsAsciiLetterOrDigit(ch) && ch != '-')) problems.Add(new("place.code", $"编号用字母、数字和短横，最多 {LongestOwnCode} 位。", "code"));
        if (reference.Places.All.FirstOrDefault(n => n.Code == code && n.Number != self) is { } other) problems.Add(new("place.code-taken", $"这个代码已经是{other.Name}的了。", "code"));
        return code;
    }

    private DateOnly Day(string? typed, List<Problem> problems)
    {
        if (!ChineseDates.TryParse(typed, clock.Today, out var day, out var problem)) problems.Add(new("place.day", problem, "from"));
        else if (day > clock.Today) problems.Add(new("place.day-future", "日期不能晚于今天；到了那天再来改。", "from"));
        return day;
    }
}
