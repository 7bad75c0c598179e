using HalfSky.Kernel;
using HalfSky.Modules.Reports.Templates;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Pages;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>The customary summary of a place and period at a glance, nothing saved; one step from there to writing it.</summary>
[Needs("any.summary")]
public sealed class SummaryPage(Desk desk) : AskPage(desk)
{
    /// <summary>The document.</summary>
    public Composed Document { get; private set; } = null!;

    /// <summary>Writes the summary.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        await Ask(null, Period.YearOf(Desk.Today), ct);
        var blocks = ReportBlock.Parse(ShippedTemplates.For("annual", Query.Place.Depth).Text);
        Document = await new Composer(Desk.Session, Reference, Desk.Today, Asker.Of(Desk)).Compose(blocks, Query.Place, Query.Period, ct: ct);
        return Page();
    }
}
