using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>A sheet for the wall and the pocket 一周的单子: what is overdue and what falls due within seven days, by who does it.</summary>
[SignedIn]
public sealed class WeekPage(Desk desk, DutyLines book) : AppPage(desk)
{
    private const int Days = 7, Most = 400;

    /// <summary>Lines by who answers, with the name.</summary>
    public IReadOnlyList<(string Who, string Where, IReadOnlyList<DutyLine> Lines)> Sheets { get; private set; } = [];

    /// <summary>Last day.</summary>
    public DateOnly Until => Desk.Today.AddDays(Days);

    /// <summary>There was more than fits.</summary>
    public bool Cut { get; private set; }

    /// <summary>Shows hers; for a village of hers, everybody's there.</summary>
    public async Task OnGetAsync(string? village, CancellationToken ct)
    {
        await Take(ct);
        var hers = await book.Hers(Reference, ct);
        var all = Reference.Place(village) is { Number: var place } ? book.Within(book.Seen(Reference)).Where(d => d.Place >= place.Low && d.Place < place.High) : hers;
        var until = Until;
        var due = await all.AsNoTracking().Where(d => d.State == DutyState.Open && d.Due <= until).OrderBy(d => d.Due).ThenBy(d => d.Place).ThenBy(d => d.Id).Take(Most + 1).ToListAsync(ct);
        Cut = due.Count > Most;
        var lines = await book.Of([.. due.Take(Most)], Reference, ct);
        Sheets = [.. lines.GroupBy(l => (Who: l.Responsible.Length > 0 ? l.Responsible : Reference.Organizations.NameOf(l.Duty.Org), l.Duty.Org)).OrderBy(g => g.Key.Org).ThenBy(g => g.Key.Who, StringComparer.Ordinal)
            .Select(g => (g.Key.Who, Reference.Organizations.NameOf(g.Key.Org), (IReadOnlyList<DutyLine>)[.. g]))];
    }
}
