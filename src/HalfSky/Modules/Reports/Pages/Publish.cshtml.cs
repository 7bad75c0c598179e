using HalfSky.Kernel;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>报出之前再看一遍: figures that doubt themselves, what stands typed, what is pending; then the figures are locked.</summary>
[Needs(Reporting.Permission)]
public sealed class PublishPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    /// <summary>The document as it would be published: verified entries only.</summary>
    public Composed Document { get; private set; } = null!;

    /// <summary>The document as it stands, pending entries counted.</summary>
    public Composed Working { get; private set; } = null!;

    /// <summary>What is worth a second look.</summary>
    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    /// <summary>Id of the publication.</summary>
    public Guid NextId { get; private set; }

    /// <summary>Why it cannot be published.</summary>
    public Problem? Refused { get; private set; }

    /// <summary>Figures that read otherwise once the pending entries are left out.</summary>
    public IEnumerable<(Piece Then, Piece Now)> Moved => from w in Working.Figures
                                                         let p = Document.Figures.FirstOrDefault(f => f.Token == w.Token && f.Reading!.Ask.Place == w.Reading!.Ask.Place && f.Reading.Ask.Period == w.Reading.Ask.Period)
                                                         where p is not null && p.Reading!.Value != w.Reading!.Value
                                                         select (w, p);

    /// <summary>Shows what is worth a second look.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) && Publishes ? await Show(ct) : NotFound();

    /// <summary>Publishes.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid next, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Publishes) return NotFound();
        try
        {
            var publication = await Publisher.Publish(next, Report, ct);
            Toast = $"报出了第 {publication.Number} 版，锁住 {publication.Figures} 个数。请另一位同志复核。";
            return Redirect($"/reports/{id}/published/{publication.Number}");
        }
        catch (Refusal refusal)
        {
            (Refused, Response.StatusCode) = (refusal.Problems[0], 422);
            return await Show(ct);
        }
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        NextId = Uuid.New(Desk.Clock.Now);
        var composer = new Composer(Desk.Session, Reference, Desk.Today, Asker.Of(Desk));
        Working = await composer.Compose(Text.Blocks, new Branch(Report.Place), Report.Days, ct: ct);
        Document = await composer.Compose(Text.Blocks, new Branch(Report.Place), Report.Days, published: true, ct);
        Doubts = await new Doubts(Desk.Session, Reference, Desk.Today, Asker.Of(Desk)).Of(Working, ct);
        return Page();
    }
}
