using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>One month of one village.</summary>
/// <param name="Done">Done, late ones too.</param>
/// <param name="All">Asked for: done, open and missed.</param>
/// <param name="Late">Overdue or missed.</param>
public sealed record MonthCell(int Done, int All, int Late)
{
    /// <summary>Class of the cell.</summary>
    public string Tone => All == 0 ? "none" : Late > 0 ? "low" : Done == All ? "" : "mid";

    /// <summary>“5/8”.</summary>
    public string Words => All == 0 ? "—" : $"{Done}/{All}";
}

/// <summary>The board 各村各月: duties by village and the month they were due in.</summary>
[SignedIn]
public sealed class DutyBoardPage(Desk desk, DutyLines book) : AppPage(desk)
{
    /// <summary>Months shown.</summary>
    public const int Span = 6;

    /// <summary>One rule, or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    /// <summary>The months, oldest first.</summary>
    public IReadOnlyList<Period> Months { get; private set; } = [];

    /// <summary>Villages with their months.</summary>
    public IReadOnlyList<(Node Village, IReadOnlyList<MonthCell> Cells)> Rows { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        var seen = book.Seen(Reference);
        if (seen.IsEmpty) return NotFound();
        var last = Period.MonthOf(Desk.Today).Next;
        Months = [.. Enumerable.Range(0, Span).Select(i => last.From.AddMonths(i - Span + 1)).Select(Period.MonthOf)];
        var (from, to, today, width, rule) = (Months[0].From, Months[^1].To, Desk.Today, Branch.Width(3), Reference.Duty(Rule ?? "")?.Key);
        var duties = book.Within(seen).Where(d => d.Due >= from && d.Due < to && d.State != DutyState.Lapsed && d.State != DutyState.Waived);
        if (rule is not null) duties = duties.Where(d => d.Rule == rule);
        var found = await duties.GroupBy(d => new { Place = d.Place - d.Place % width, d.Due.Year, d.Due.Month })
            .Select(g => new { g.Key, All = g.Count(), Done = g.Count(d => d.State == DutyState.Done), Late = g.Count(d => d.State == DutyState.Missed || (d.State == DutyState.Open && d.Due < today)) }).ToListAsync(ct);
        var cells = found.ToDictionary(f => (f.Key.Place, f.Key.Year, f.Key.Month), f => new MonthCell(f.Done, f.All, f.Late));
        Rows = [.. found.Select(f => f.Key.Place).Distinct().Order().Select(p => (Reference.Places.Find(p) ?? new Node(new(p), Reference.Places.NameOf(p)),
            (IReadOnlyList<MonthCell>)[.. Months.Select(m => cells.GetValueOrDefault((p, m.From.Year, m.From.Month), new(0, 0, 0)))]))];
        return Page();
    }
}
