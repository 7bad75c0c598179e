using HalfSky.Kernel;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>认数字: the typed figures of a text, each with the measures it may be counted by; confirmed at once or left as they are.</summary>
[Needs("report.record")]
public sealed class LearnPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    /// <summary>The typed figures.</summary>
    public IReadOnlyList<TypedFigure> Figures { get; private set; } = [];

    /// <summary>Registers that come nearest to figures nothing is likely for, with how many: the ledgers that are missing.</summary>
    public IEnumerable<(string Register, int Count)> Missing => Figures.Where(f => f.Likely is null).GroupBy(f => f.Nearest ?? "").Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        Figures = await Learning.Read(Text.Blocks, new Branch(Report.Place), Report.Days, Desk.Session, Reference, Desk.Today, Asker.Of(Desk), ct);
        return Page();
    }

    /// <summary>Binds those chosen.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, int? version, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        if (version is { } seen && seen != Text.Number)
        {
            Toast = "稿子刚被改过，这是新的，请再认一遍。";
            return Redirect($"/reports/{id}/learn");
        }
        var chosen = new List<(string Block, int Start, int Length, FigureToken Token)>();
        foreach (var (key, value) in Request.Form.Where(f => f.Key.StartsWith("f:", StringComparison.Ordinal)))
            if (key[2..].Split(':') is [var block, var start, var length] && int.TryParse(start, out var at) && int.TryParse(length, out var width) && FigureToken.In(value.ToString()).FirstOrDefault().Token is { } token && Reference.Measure(token.Measure) is not null)
                chosen.Add((block, at, width, token));
        await Book.Change(id, "认数字", blocks => Learning.Bind(blocks, chosen), ct);
        return Back(chosen.Count == 0 ? "一个都没有认，文字没有变。" : $"认了 {chosen.Count} 个数，换成了台账里的。");
    }
}
