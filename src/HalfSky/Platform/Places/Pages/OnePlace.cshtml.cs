using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Places.Pages;

/// <summary>One place 地点: another name or code from a day on, or merged into another.</summary>
[Needs("admin.places")]
public sealed class OnePlacePage(Desk desk, PlaceBook book) : PlacesPage(desk)
{
    /// <summary>The place.</summary>
    public Node Node { get; private set; } = null!;

    /// <summary>Its row.</summary>
    public Place Place { get; private set; } = null!;

    /// <summary>What it was called, newest first.</summary>
    public IReadOnlyList<PlaceLabel> Labels { get; private set; } = [];

    /// <summary>What it became.</summary>
    public string Became { get; private set; } = "";

    /// <summary>Places it may be merged into: its level, its own parent's first.</summary>
    public IReadOnlyList<Node> Beside { get; private set; } = [];

    /// <summary>Name typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Day typed.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Place chosen.</summary>
    [BindProperty]
    public string? Into { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long number, CancellationToken ct)
    {
        if (!await Open(number, ct)) return NotFound();
        (Name, Code, From) = (Place.Name, Place.Code, Desk.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return Page();
    }

    /// <summary>Renames it.</summary>
    public Task<IActionResult> OnPostRenameAsync(long number, CancellationToken ct) =>
        Act(number, "rename", n => book.Rename(n, Name, Code, From, ct), "改好了。以前的名称留着，历史记录不动。", ct);

    /// <summary>Merges it.</summary>
    public Task<IActionResult> OnPostMergeAsync(long number, CancellationToken ct) =>
        Act(number, "merge", n => book.Merge(n, Into, From, ct), "并好了。旧村的记录从现在起算进新村，一条也没有改。", ct);

    private async Task<IActionResult> Act(long number, string form, Func<Branch, Task> act, string done, CancellationToken ct)
    {
        if (!await Open(number, ct)) return NotFound();
        try
        {
            await act(Node.Number);
        }
        catch (Refusal refusal)
        {
            Name ??= Place.Name;
            Code ??= Place.Code;
            return Refused(form, refusal);
        }
        Toast = done;
        return Redirect($"/admin/places/{number}");
    }

    private async Task<bool> Open(long number, CancellationToken ct)
    {
        var places = (await Take(ct)).Places;
        if (places.Find(number) is not { } node) return false;
        Node = node;
        Place = await Desk.Session.Db.Set<Place>().AsNoTracking().FirstAsync(p => p.Number == number, ct);
        Labels = await Desk.Session.Db.Set<PlaceLabel>().AsNoTracking().Where(l => l.Place == number).OrderByDescending(l => l.From).ToListAsync(ct);
        Became = Reference.Successors.FirstOrDefault(s => s.Old == node.Number) is { } s ? places.NameOf(s.New.Value) : "";
        Beside = [.. places.All.Where(n => !n.Ended && n.Number.Depth == node.Number.Depth && n.Number != node.Number && (node.Number.Depth < 4 || n.Number.Parent == node.Number.Parent))
            .OrderBy(n => n.Number.Parent == node.Number.Parent ? 0 : 1).ThenBy(n => n.Number.Value)];
        return true;
    }
}
