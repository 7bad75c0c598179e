using HalfSky.Kernel;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>What the pages of a report share: it, its text, and what she may do with it.</summary>
public abstract class ReportPage(Desk desk, Recording recording, Reporting reporting) : AppPage(desk)
{
    /// <summary>Reports and their texts.</summary>
    protected ReportBook Book { get; } = new(desk, recording);

    /// <summary>Publishes.</summary>
    protected Publisher Publisher { get; } = new(desk, reporting, recording);

    /// <summary>The report.</summary>
    public Report Report { get; private set; } = null!;

    /// <summary>Its newest text.</summary>
    public ReportText Text { get; private set; } = null!;

    /// <summary>May she write on it?</summary>
    public bool Writes => ReportBook.MayWrite(Desk.User, new Branch(Report.Org));

    /// <summary>May she remark on it? Who writes reports somewhere above it, too; who only reads does not.</summary>
    public bool Remarks => Desk.User.Scope("report.record").Contains(Report.Org);

    /// <summary>May she publish it?</summary>
    public bool Publishes => Writes && Desk.User.May(Reporting.Permission);

    /// <summary>Name of its place.</summary>
    public string PlaceName => Reference.Places.NameOf(Report.Place);

    /// <summary>Name of the federation whose report it is.</summary>
    public string Signer => Signers.Of(Reference, Report.Org);

    /// <summary>Opens it for who sees it.</summary>
    protected async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await Book.Find(id, Desk.User.Scope("report.read"), ct) is not { } report) return false;
        (Report, Text) = (report, await Book.Text(id, ct));
        return true;
    }

    /// <summary>Writes the document as it would stand today.</summary>
    protected Task<Composed> Compose(CancellationToken ct) =>
        new Composer(Desk.Session, Reference, Desk.Today, Asker.Of(Desk)).Compose(Text.Blocks, new Branch(Report.Place), Report.Days, ct: ct);

    /// <summary>Back to the report, at a block.</summary>
    protected RedirectResult Back(string? word = null, string? block = null)
    {
        if (word is not null) Toast = word;
        return Redirect($"/reports/{Report.Id}" + (block is null ? "" : "#b-" + block));
    }
}
