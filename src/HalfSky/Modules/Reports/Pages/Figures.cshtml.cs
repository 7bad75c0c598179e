using HalfSky.Kernel;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Proposed;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>Part of the editor: figures found by a few words, each to be put into the text.</summary>
[Needs("report.record")]
public sealed class FiguresPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    private const int Most = 6;

    /// <summary>What was found, with what it says.</summary>
    public IReadOnlyList<(FigureToken Token, string Words, Reading Reading)> Found { get; private set; } = [];

    /// <summary>What was asked.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>Finds them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? q, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        Asked = (q ?? "").Trim();
        if (Asked.Length == 0) return Page();
        var proposals = Learning.ProposalsOf(Reference).Search(Asked, Most).Where(p => !Desk.Counts(p.Measure.Register).IsEmpty).ToList();
        var asked = proposals.Select(p => (Token: Learning.TokenOf(p), p.Measure, Words: Learning.TokenOf(p).Named(p.Measure, Reference))).ToList();
        var readings = await new ManyFigures(Desk.Session, Reference, Desk.Today).Read([.. asked.Select(a => (a.Measure, a.Token.Query(a.Measure, Reference, new Branch(Report.Place), Report.Days, Desk.Today)))], Desk.Counts, ct);
        Found = [.. asked.Select((a, i) => (a.Token, a.Words, readings[i]))];
        return Page();
    }
}
