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

    /// <summary>What can be shown.</summary>
    public static readonly (string Key, string Label)[] Filters = [("late", "逾期"), ("week", "7 天内"), ("all", "全部"), ("done", "已办")];

    private DateOnly Week => Desk.Today.AddDays(7);

    /// <summary>“mine” or “org”.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>Filter.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>One village.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Village { get; set; }

    /// <summary>May she look at the organisation's?</summary>
    public bool HasOrg { get; private set; }

    /// <summary>How many of each filter.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>Open and late by village.</summary>
    public IReadOnlyList<(Node Place, int Open, int Late)> Villages { get; private set; } = [];

    /// <summary>The village chosen.</summary>
    public Node? Chosen { get; private set; }

    /// <summary>Lines of the page.</summary>
    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];

    /// <summary>How many lines in all.</summary>
    public int Total { get; private set; }

    /// <summary>Page, from 1. Read by hand: “page” is the name of a route value of Razor Pages.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Last page.</summary>
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>Address with changes.</summary>
    public string At(string? of = null, string? show = null, string? village = null, int page = 1) =>
        $"/todo?of={of ?? Of}&show={show ?? Show}" + ((village ?? Village) is { Length: > 0 } v && (of ?? Of) == "org" ? "&village=" + v : "") + (page > 1 ? $"&page={page}" : "");

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        var seen = book.Seen(Reference);
        HasOrg = Desk.User.Home is { Depth: < 3 } && !seen.IsEmpty;
        var mine = await book.Hers().AnyAsync(ct);
        Of = Of is "org" && HasOrg || (Of is null && HasOrg && !mine) ? "org" : "mine";
        Chosen = Of == "org" ? Reference.Place(Village) : null;
        var all = Of == "org" ? book.Within(seen) : book.Hers();
        if (Of == "org") Villages = await ByVillage(all, ct);
        if (Chosen is { Number: var place }) all = all.Where(d => d.Place >= place.Low && d.Place < place.High);
        Counts = new Dictionary<string, int>
        {
            ["late"] = await Filtered(all, "late").CountAsync(ct), ["week"] = await Filtered(all, "week").CountAsync(ct),
            ["all"] = await Filtered(all, "all").CountAsync(ct), ["done"] = await Filtered(all, "done").CountAsync(ct),
        };
        if (Filters.All(f => f.Key != Show)) Show = Counts["late"] > 0 ? "late" : Counts["week"] > 0 ? "week" : "all";
        Total = Counts[Show!];
        Number = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, Last) : 1;
        var shown = Filtered(all, Show!);
        var ordered = Show == "done" ? shown.OrderByDescending(d => d.DoneOn).ThenBy(d => d.Id) : shown.OrderBy(d => d.Due).ThenBy(d => d.Place).ThenBy(d => d.Id);
        Lines = await book.Of(await ordered.AsNoTracking().Skip((Number - 1) * Size).Take(Size).ToListAsync(ct), Reference, ct);
    }

    private IQueryable<Duty> Filtered(IQueryable<Duty> all, string show)
    {
        var (today, week, since) = (Desk.Today, Week, Desk.Today.AddDays(-92));
        return show switch
        {
            "late" => all.Where(d => d.State == DutyState.Open && d.Due < today),
            "week" => all.Where(d => d.State == DutyState.Open && d.Due >= today && d.Due <= week),
            "done" => all.Where(d => d.State == DutyState.Done && d.DoneOn >= since),
            _ => all.Where(d => d.State == DutyState.Open),
        };
    }

    private async Task<IReadOnlyList<(Node, int, int)>> ByVillage(IQueryable<Duty> all, CancellationToken ct)
    {
        var (width, today) = (Branch.Width(3), Desk.Today);
        var groups = await all.Where(d => d.State == DutyState.Open).GroupBy(d => d.Place - d.Place % width)
            .Select(g => new { Place = g.Key, Open = g.Count(), Late = g.Count(d => d.Due < today) }).ToListAsync(ct);
        return [.. groups.OrderBy(g => g.Place).Select(g => (Reference.Places.Find(g.Place) ?? new Node(new(g.Place), Reference.Places.NameOf(g.Place)), g.Open, g.Late))];
    }
}
