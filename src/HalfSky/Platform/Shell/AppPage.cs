using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Platform.Shell;

/// <summary>What pages share: the desk, a toast after a redirect, the title.</summary>
public abstract class AppPage(Desk desk) : PageModel
{
    /// <summary>Who asks and what is known.</summary>
    public Desk Desk => desk;

    /// <summary>A word that stays on screen after the redirect.</summary>
    [TempData(Key = "toast")]
    public string? Toast { get; set; }

    /// <summary>The reference facts.</summary>
    public Reference Reference { get; private set; } = null!;

    /// <summary>Takes the reference facts; every handler's first line.</summary>
    protected async Task<Reference> Take(CancellationToken ct) => Reference = await desk.Reference(ct);
}
