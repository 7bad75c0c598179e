using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Workbench.Pages;

/// <summary>
/// Women and children nobody has seen for months 好久没见的人: by name to the exec whose grid it is, and to the chair where a grid is nobody's;
/// to township and county as numbers by village, never a name.
/// </summary>
[Needs("person.read")]
public sealed class UnseenPage(Desk desk) : AppPage(desk)
{
    /// <summary>Names shown at most.</summary>
    public const int Most = 300;

    private const int Standard = 6;
    /// <summary>Months without an entry.</summary>
    public int Months { get; private set; }

    /// <summary>Whoever no entry spoke of after this day.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Her own places: grids she keeps in touch with, and as chair those nobody does.</summary>
    public IReadOnlyList<Branch> Mine { get; private set; } = [];

    /// <summary>Grids of other execs within her village.</summary>
    public IReadOnlyList<Branch> Others { get; private set; } = [];

    /// <summary>Her people, longest not seen first.</summary>
    public IReadOnlyList<UnseenPerson> People { get; private set; } = [];

    /// <summary>Numbers by village; empty for who works in one village.</summary>
    public IReadOnlyList<UnseenVillage> Villages { get; private set; } = [];

    /// <summary>She works for more than one village.</summary>
    public bool Counts { get; private set; }

    /// <summary>May she record a visit?</summary>
    public bool MayVisit => Reference.Register(WorkbenchModule.Visit) is { } visit && Desk.User.May(visit.Permission("record"));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int? months, CancellationToken ct)
    {
        await Take(ct);
        Months = Math.Clamp(months ?? Standard, 1, 24);
        Since = Desk.Today.AddMonths(-Months);
        var unseen = new Unseen(Desk, Reference, Since);
        await FindPlaces(ct);
        People = await unseen.Named(Mine, Others, Most, ct);
        Counts = Desk.Sees(Reference.Register(WorkbenchModule.Person)!).Branches.Any(b => b.Depth <= 2);
        if (Counts) Villages = await unseen.ByVillage(await Desk.HomePlace(ct), ct);
        return Page();
    }

    private async Task FindPlaces(CancellationToken ct)
    {
        if (Reference.Register(WorkbenchModule.ContactArea) is not { } areas || Desk.User.Posts.Count == 0) return;
        // The whole village: whose a grid is decides who sees its names, also where the reader may not open the ledger of areas.
        var held = new Query(Desk.Session, areas.Shape, Scope.Whole("which exec keeps in touch with which grid"))
            .Where(EntryStates.Count).Where(new Filter.HeldOn("from", "to", Desk.Today));
        var posts = Desk.User.Posts.Select(p => p.Id).ToHashSet();
        var mine = new List<Branch>();
        await foreach (var row in held.Where(new Filter.In("exec", [.. posts.Cast<object>()])).Stream(["place"], [], ct)) mine.Add(new((long)row[0]!));
        var villages = Desk.User.Posts.Where(p => p.Role == WorkbenchModule.Chair && Reference.Organizations.Find(p.Org.Value) is { Place: > 0 })
            .Select(p => new Branch(Reference.Organizations.Find(p.Org.Value)!.Place)).Where(b => b.Depth >= 3).Distinct().ToList();
        var others = new List<Branch>();
        if (villages.Count > 0)
        {
            await foreach (var row in held.Where(new Filter.Within("place", villages)).Stream(["place", "exec"], [], ct))
                if (!posts.Contains((Guid)row[1]!)) others.Add(new((long)row[0]!));
        }
        Mine = [.. mine.Concat(villages).Distinct()];
        // A grid two execs share is hers too.
        Others = [.. others.Distinct().Where(o => !mine.Exists(m => m.Contains(o) || o.Contains(m)))];
    }
}
