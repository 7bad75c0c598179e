using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>历次: the versions of a report, what changed from one to the next, and the way back.</summary>
[Needs("report.read")]
public sealed class VersionsPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    /// <summary>Most versions shown.</summary>
    private const int Most = 60;

    /// <summary>Versions, newest first, with blocks that came and went against the one before.</summary>
    public IReadOnlyList<(ReportText Text, IReadOnlyList<string> Came, IReadOnlyList<string> Went)> Versions { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        var all = await Desk.Session.Db.Set<ReportText>().AsNoTracking().Where(t => t.Report == id).OrderByDescending(t => t.Number).Take(Most + 1).ToListAsync(ct);
        Versions = [.. all.Take(Most).Select((t, i) =>
        {
            var (now, before) = (t.Blocks, i + 1 < all.Count ? all[i + 1].Blocks : []);
            return (t, (IReadOnlyList<string>)[.. now.Where(n => before.All(b => b.Text != n.Text)).Select(Words)], (IReadOnlyList<string>)[.. before.Where(b => now.All(n => n.Text != b.Text)).Select(Words)]);
        })];
        return Page();
    }

    /// <summary>Goes back to a version; the way there is a version too.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, int number, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes || await Book.Text(id, number, ct) is not { } then) return NotFound();
        await Book.Change(id, $"退回第 {number} 版", _ => then.Blocks, ct);
        return Back($"退回到第 {number} 版的样子了。");
    }

    private static string Words(ReportBlock block) => block.Text.Length == 0 ? block.Kind is BlockKind.Problems ? "（问题清单）" : "（明年任务）" : block.Text;
}
