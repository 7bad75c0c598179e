using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Places.Pages;

/// <summary>Places 地点: the tree, a level at a time; a village or grid is added here.</summary>
[Needs("admin.places")]
public sealed class PlaceTreePage(Desk desk, PlaceBook book) : PlacesPage(desk)
{
    /// <summary>The place whose parts are shown.</summary>
    public Node At { get; private set; } = null!;

    /// <summary>The way to it from the top.</summary>
    public IReadOnlyList<Node> Path { get; private set; } = [];

    /// <summary>Its parts with how many stand below each and what an ended one became.</summary>
    public IReadOnlyList<(Node Place, int Below, string Became)> Parts { get; private set; } = [];

    /// <summary>Name typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Day typed.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>May something be added below?</summary>
    public bool MayAdd => At is { Ended: false } && At.Number.Depth < Branch.MaxDepth;

    /// <summary>Shows a level.</summary>
    public async Task<IActionResult> OnGetAsync(string? at, CancellationToken ct)
    {
        if (!await Open(at, ct)) return NotFound();
        From = Desk.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>Adds a place below.</summary>
    public async Task<IActionResult> OnPostAsync(string? at, CancellationToken ct)
    {
        if (!await Open(at, ct)) return NotFound();
        try
        {
            await book.Add(At.Number, Name, Code, From, ct);
        }
        catch (Refusal refusal)
        {
            return Refused("add", refusal);
        }
        Toast = $"{Name?.Trim()}加上了，表单里马上能选。";
        return Redirect("/admin/places?at=" + At.Number);
    }

    private async Task<bool> Open(string? at, CancellationToken ct)
    {
        var places = (await Take(ct)).Places;
        if ((string.IsNullOrEmpty(at) ? places.All.FirstOrDefault() : Reference.Place(at)) is not { } node) return false;
        At = node;
        Path = [.. node.Number.PathFromRoot().Select(b => places.Find(b.Value)).OfType<Node>()];
        var became = Reference.Successors.ToDictionary(s => s.Old, s => places.NameOf(s.New.Value));
        Parts = [.. places.Below(node.Number).Select(n => (n, places.Below(n.Number).Count(c => !c.Ended), became.GetValueOrDefault(n.Number, "")))];
        return true;
    }
}
