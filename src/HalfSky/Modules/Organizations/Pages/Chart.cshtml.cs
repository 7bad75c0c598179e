using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Organizations.Pages;

/// <summary>An organisation on the chart.</summary>
/// <param name="Id">Its entry.</param>
/// <param name="Org">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsFederation">It is a federation, which has a chair.</param>
/// <param name="Chair">Her name.</param>
/// <param name="Vacant">A federation without a chair.</param>
/// <param name="Holders">People with posts in it.</param>
/// <param name="Soon">Posts whose term runs out soon.</param>
/// <param name="Inside">Organisations below that are not drawn: groups of a village.</param>
public sealed record ChartBox(Guid Id, Branch Org, string Name, string Kind, bool IsFederation, string? Chair, bool Vacant, long Holders, long Soon, int Inside);

/// <summary>One foldable part: a county or township with what is just below it.</summary>
/// <param name="Head">The organisation; null for those whose superior she does not see.</param>
/// <param name="Boxes">Organisations below it.</param>
public sealed record ChartPart(ChartBox? Head, IReadOnlyList<ChartBox> Boxes)
{
    /// <summary>Federations without a chair, the head too.</summary>
    public int Vacant => Boxes.Count(b => b.Vacant) + (Head is { Vacant: true } ? 1 : 0);

    /// <summary>Posts whose term runs out soon.</summary>
    public long Soon => Boxes.Sum(b => b.Soon) + (Head?.Soon ?? 0);
}

/// <summary>The chart of organisations 组织图: county, townships, villages, their chairs, where one is missing and whose term runs out.</summary>
[Needs("organization.read")]
public sealed class ChartPage(Desk desk, Names names) : AppPage(desk)
{
    /// <summary>So many boxes are shown unfolded.</summary>
    private const int MostUnfolded = 120;

    /// <summary>Deepest level drawn as a part of its own: the township.</summary>
    private const int PartDepth = 2;

    /// <summary>The parts, in the order of the tree.</summary>
    public IReadOnlyList<ChartPart> Parts { get; private set; } = [];

    /// <summary>All parts open.</summary>
    public bool Unfolded { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(bool? fold, CancellationToken ct)
    {
        await Take(ct);
        var boxes = await Boxes(ct);
        var parts = boxes.Where(b => b.Org.Depth <= PartDepth && (b.Org.Depth == 1 || boxes.Exists(x => x.Org.Parent == b.Org) || b.IsFederation))
            .Select(head => new ChartPart(head, [])).ToDictionary(p => p.Head!.Org);
        var loose = new List<ChartBox>();
        foreach (var group in boxes.Where(b => !parts.ContainsKey(b.Org) && b.Org.Depth <= PartDepth + 1).GroupBy(b => b.Org.Parent))
        {
            if (group.Key is { } above && parts.TryGetValue(above, out var part)) parts[above] = part with { Boxes = [.. group] };
            else loose.AddRange(group);
        }
        Parts = [.. loose.Count > 0 ? [new ChartPart(null, loose)] : Array.Empty<ChartPart>(), .. parts.Values.OrderBy(p => p.Head!.Org.Value)];
        Unfolded = !(fold ?? boxes.Count > MostUnfolded);
    }

    /// <summary>Three questions and the names, however many organisations there are.</summary>
    private async Task<List<ChartBox>> Boxes(CancellationToken ct)
    {
        var (organizations, posts) = (Reference.Register("organization")!, Reference.Register("post")!);
        var held = new Filter.HeldOn("from", "to", Desk.Today);
        var rows = new List<object?[]>();
        await foreach (var row in new Query(Desk.Session, organizations.Shape, Desk.Sees(organizations)).Where(EntryStates.Count).Where(held).Stream(["id", "org", "name", "kind"], [new("org")], ct)) rows.Add(row);
        var now = new Query(Desk.Session, posts.Shape, Desk.Sees(posts)).Where(EntryStates.Count).Where(held);
        var chairs = new Dictionary<long, Guid>();
        await foreach (var row in now.Where(new Filter.Is("role", "chair")).Stream(["org", "person"], [], ct)) chairs[(long)row[0]!] = (Guid)row[1]!;
        var counts = (await now.Group([new Dimension("org")], [new Aggregate.Distinct("person"), new Aggregate.When(new Aggregate.Rows(), new Filter.Range("to", null, Desk.Today.AddDays(Reference.Duty(CongressRegister.TermDuty)!.Rule.Days + 1)))], ct))
            .ToDictionary(r => long.Parse(r.Keys[0]!, CultureInfo.InvariantCulture), r => r.Values);
        var known = await names.Of(Reference.Register("person")!, chairs.Values, Desk.Sees(posts), ct);
        var inside = rows.Select(r => new Branch((long)r[1]!)).Where(b => b.Depth > PartDepth + 1).GroupBy(b => b.AtDepth(PartDepth + 1)).ToDictionary(g => g.Key, g => g.Count());
        return [.. rows.Select(r =>
        {
            var (org, kind) = (new Branch((long)r[1]!), r[3] as string);
            var chair = chairs.TryGetValue(org.Value, out var person) ? known.GetValueOrDefault(person, "") : null;
            var numbers = counts.GetValueOrDefault(org.Value, [0, 0]);
            return new ChartBox((Guid)r[0]!, org, (string)r[2]!, Reference.KindsOf(organizations["kind"]).LabelOf(kind), kind == "federation", chair,
                kind == "federation" && chair is null && Desk.Sees(posts).Contains(org.Value), numbers[0], numbers[1], inside.GetValueOrDefault(org));
        })];
    }
}
