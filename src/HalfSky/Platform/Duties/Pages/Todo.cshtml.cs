using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>To-dos 待办: hers, and for who looks after several villages those of the organisation, by village.</summary>
[SignedIn]
public sealed class TodoPage(Desk desk, DutyLines book) : AppPage(desk)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    private const int Few = 20;
    private const int Handful = 8;

    /// <summary>How many days back what is done, and what was missed, can be looked at.</summary>
    private const int Done = 92, Missed = 367;

    private sealed record RuleCounts(string Key, int All, int Late, int Week, int Month, int Done, int Missed);

    /// <summary>What can be shown.</summary>
    public static readonly (string Key, string Label)[] Filters = [("late", "逾期"), ("week", "7 天内"), ("month", "30 天内"), ("all", "全部"), ("up", "上报来的"), ("done", "已办"), ("missed", "没办成和免办")];

    /// <summary>“mine” or “org”.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>Filter.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>One village.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Village { get; set; }

    /// <summary>One rule.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    /// <summary>May she look at the organisation's?</summary>
    public bool HasOrg { get; private set; }

    /// <summary>How many of each filter.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>Open and late by village.</summary>
    public IReadOnlyList<(Node Place, int Open, int Late)> Villages { get; private set; } = [];

    /// <summary>The village chosen.</summary>
    public Node? Chosen { get; private set; }

    /// <summary>Rules with open duties here.</summary>
    public IReadOnlyList<(string Key, string Label, int Open)> Rules { get; private set; } = [];

    /// <summary>Are there enough that choosing a kind helps? A handful is read faster than the choice.</summary>
    public bool HasKinds => Rules.Count > 1 && (Rule is { Length: > 0 } || Rules.Sum(r => r.Open) > Handful);

    /// <summary>What came up from below, one line for each kind where many villages lie below; empty where the duties themselves are listed.</summary>
    public IReadOnlyList<(string Label, int Count, int Villages, DateOnly First, string Address)> Escalated { get; private set; } = [];

    /// <summary>Lines of the page.</summary>
    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];

    /// <summary>What can be sent to the group: numbers by village, no names.</summary>
    public string? Message { get; private set; }

    /// <summary>How many lines in all.</summary>
    public int Total { get; private set; }

    private bool Once => Of == "mine" && Desk.User.Leads.Count == 0;

    /// <summary>Page, from 1. Read by hand: “page” is the name of a route value of Razor Pages.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Last page.</summary>
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The filters she has use for.</summary>
    public IEnumerable<(string Key, string Label)> Tabs => Filters.Where(f => f.Key is not ("up" or "missed") || Counts[f.Key] > 0 || Show == f.Key);

    /// <summary>Address with changes.</summary>
    public string At(string? of = null, string? show = null, string? village = null, string? rule = null, int page = 1) =>
        $"/todo?of={of ?? Of}&show={show ?? Show}" + ((village ?? Village) is { Length: > 0 } v && (of ?? Of) == "org" ? "&village=" + v : "")
        + ((rule ?? Rule) is { Length: > 0 } r ? "&rule=" + r : "") + (page > 1 ? $"&page={page}" : "");

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        var seen = book.Seen(Reference);
        HasOrg = Desk.User.Home is { Depth: < 3 } && !seen.IsEmpty;
        var hers = await book.Hers(Reference, ct);
        Of = Of is "org" && HasOrg || (Of is null && HasOrg && !await hers.AnyAsync(d => d.State == DutyState.Open, ct)) ? "org" : "mine";
        Chosen = Of == "org" ? Reference.Place(Village) : null;
        var all = Of == "org" ? book.Within(seen) : hers;
        if (Of == "org") Villages = await ByVillage(all, ct);
        if (Chosen is { Number: var place }) all = all.Where(d => d.Place >= place.Low && d.Place < place.High);
        var rules = await ByRule(all, ct);
        Rules = [.. Reference.Duties.Where(d => rules.Exists(r => r.Key == d.Key && r.All > 0)).Select(d => (d.Key, d.Rule.Label, rules.Find(r => r.Key == d.Key)!.All))];
        if (Reference.Duty(Rule ?? "") is { Key: var one }) (all, rules) = (all.Where(d => d.Rule == one), rules.FindAll(r => r.Key == one));
        Counts = await Count(all, rules, ct);
        if (Filters.All(f => f.Key != Show)) Show = Counts["late"] > 0 ? "late" : Counts["all"] <= Few ? "all" : Counts["week"] > 0 ? "week" : Counts["month"] > 0 ? "month" : "all";
        Total = Counts[Show!];
        if (Show == "up" && HasOrg)
        {
            Escalated = await ByKind(ct);
            return;
        }
        Number = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, Last) : 1;
        var shown = Filtered(all, Show!);
        var ordered = Show == "done" ? shown.OrderByDescending(d => d.DoneOn).ThenBy(d => d.Id) : Show == "missed" ? shown.OrderByDescending(d => d.Due).ThenBy(d => d.Id) : shown.OrderBy(d => d.Due).ThenBy(d => d.Place).ThenBy(d => d.Id);
        Lines = await book.Of(await ordered.AsNoTracking().Skip((Number - 1) * Size).Take(Size).ToListAsync(ct), Reference, ct);
        if (Of == "org" && Villages.Count > 0) Message = Text();
    }

    /// <summary>
    /// The counts of every filter by rule. An exec's come in one pass, done and missed too: she has few, and each question costs more than its
    /// rows. Where she leads or looks after others the open ones alone are looked up, the others counted from the index.
    /// </summary>
    private async Task<List<RuleCounts>> ByRule(IQueryable<Duty> all, CancellationToken ct)
    {
        var (today, week, month, since) = (Desk.Today, Desk.Today.AddDays(7), Desk.Today.AddDays(30), Desk.Today.AddDays(-Done));
        var missed = Desk.Today.AddDays(-Missed);
        all = !Once ? all.Where(d => d.State == DutyState.Open)
            : all.Where(d => d.State == DutyState.Open || (d.State == DutyState.Done && d.DoneOn >= since) || ((d.State == DutyState.Missed || d.State == DutyState.Waived) && d.Due >= missed));
        return await all.GroupBy(d => d.Rule).Select(g => new RuleCounts(g.Key, g.Count(d => d.State == DutyState.Open), g.Count(d => d.State == DutyState.Open && d.Due < today),
            g.Count(d => d.State == DutyState.Open && d.Due >= today && d.Due <= week), g.Count(d => d.State == DutyState.Open && d.Due >= today && d.Due <= month),
            g.Count(d => d.State == DutyState.Done), g.Count(d => d.State == DutyState.Missed || d.State == DutyState.Waived))).ToListAsync(ct);
    }

    private async Task<IReadOnlyDictionary<string, int>> Count(IQueryable<Duty> all, List<RuleCounts> rules, CancellationToken ct) => new Dictionary<string, int>
    {
        ["late"] = rules.Sum(r => r.Late), ["week"] = rules.Sum(r => r.Week), ["month"] = rules.Sum(r => r.Month), ["all"] = rules.Sum(r => r.All),
        ["up"] = Of == "mine" && Desk.User.Leads.Count > 0 ? await book.Escalated().CountAsync(ct) : 0,
        ["done"] = Once ? rules.Sum(r => r.Done) : await Filtered(all, "done").CountAsync(ct),
        ["missed"] = Once ? rules.Sum(r => r.Missed) : await Filtered(all, "missed").CountAsync(ct),
    };

    private IQueryable<Duty> Filtered(IQueryable<Duty> all, string show)
    {
        var (today, week, month, since) = (Desk.Today, Desk.Today.AddDays(7), Desk.Today.AddDays(30), Desk.Today.AddDays(-Done));
        var missed = Desk.Today.AddDays(-Missed);
        return show switch
        {
            "late" => all.Where(d => d.State == DutyState.Open && d.Due < today),
            "week" => all.Where(d => d.State == DutyState.Open && d.Due >= today && d.Due <= week),
            "month" => all.Where(d => d.State == DutyState.Open && d.Due >= today && d.Due <= month),
            "up" => book.Escalated(),
            "done" => all.Where(d => d.State == DutyState.Done && d.DoneOn >= since),
            "missed" => all.Where(d => (d.State == DutyState.Missed || d.State == DutyState.Waived) && d.Due >= missed),
            _ => all.Where(d => d.State == DutyState.Open),
        };
    }

    private async Task<IReadOnlyList<(Node, int, int)>> ByVillage(IQueryable<Duty> all, CancellationToken ct)
    {
        var (width, today, month) = (Branch.Width(3), Desk.Today, Desk.Today.AddDays(30));
        var groups = await all.Where(d => d.State == DutyState.Open && d.Due <= month).GroupBy(d => d.Place - d.Place % width)
            .Select(g => new { Place = g.Key, Open = g.Count(), Late = g.Count(d => d.Due < today) }).ToListAsync(ct);
        return [.. groups.OrderBy(g => g.Place).Select(g => (Reference.Places.Find(g.Place) ?? new Node(new(g.Place), Reference.Places.NameOf(g.Place)), g.Open, g.Late))];
    }

    /// <summary>A township reads by kind: a line a village would be seventy lines whenever a month ends.</summary>
    private async Task<IReadOnlyList<(string, int, int, DateOnly, string)>> ByKind(CancellationToken ct)
    {
        var width = Branch.Width(3);
        var groups = await book.Escalated().GroupBy(d => new { d.Rule, Place = d.Place - d.Place % width }).Select(g => new { g.Key.Rule, g.Key.Place, Count = g.Count(), First = g.Min(d => d.Due) }).ToListAsync(ct);
        return [.. groups.GroupBy(g => g.Rule).Select(g => (Reference.Duty(g.Key)?.Rule.Label ?? "", g.Sum(x => x.Count), g.Count(), g.Min(x => x.First), At(of: "org", show: "late", village: "", rule: g.Key))).OrderBy(g => g.Item4)];
    }

    private string Text()
    {
        var late = Villages.Where(v => v.Late > 0).ToList();
        var what = Reference.Duty(Rule ?? "")?.Rule.Label ?? "待办";
        return $"【{what}】到 {ChineseDates.Short(Desk.Today)}：30 天内要办 {Villages.Sum(v => v.Open)} 件" + (late.Count == 0 ? "，没有逾期的。" : $"，其中逾期 {late.Sum(v => v.Late)} 件。\n" + string.Join("，", late.Select(v => $"{v.Place.Name} {v.Late} 件")) + "。\n请各村这周办一下，办了在手机上记一笔就销。");
    }
}
