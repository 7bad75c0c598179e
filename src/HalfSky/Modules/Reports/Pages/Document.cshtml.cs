using HalfSky.Kernel;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Documents;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>A report as a file: official Word, PDF where LibreOffice is there, briefing; the published text, or the draft that says so.</summary>
[Needs("report.read")]
public sealed class DocumentPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file.</summary>
    /// <param name="id">The report.</param>
    /// <param name="form">docx, pdf or briefing.</param>
    /// <param name="number">Number of the publication; the draft when left out.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? form, int? number, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        var publication = number is null ? null : (await Publisher.Of(id, ct)).FirstOrDefault(p => p.Number == number);
        if (number is not null && publication is null) return NotFound();
        var text = publication?.Frozen ?? FrozenText.Of(await Compose(ct), p => new(p.Text));
        var day = publication is null ? Desk.Today : Desk.Clock.DayOf(publication.At);
        var docx = OfficialWriter.Write(Official.Of(Report, publication?.Title ?? Report.Title, text, Signer, day, publication is null, form == "briefing" ? Math.Max(1, publication?.Number ?? 1) : null));
        var name = Name(publication?.Title ?? Report.Title) + (publication is null ? "（草稿）" : "") + (form == "briefing" ? "（简报）" : "");
        if (form != "pdf") return File(docx, Word, name + ".docx");
        return await PdfCopy.Make(docx, ct) is { } pdf ? File(pdf, "application/pdf", name + ".pdf") : throw new Refusal(new Problem("report.pdf", "这台电脑没有装 LibreOffice，转不了 PDF。请导出 Word，用 WPS 另存为 PDF。"));
    }

    private static string Name(string title) => string.Concat(title.Split(Path.GetInvalidFileNameChars())).Replace('/', '-');
}
