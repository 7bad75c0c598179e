using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>The board 数字: every measure she may see, for one place and period.</summary>
[Needs("any.measure")]
public sealed class BoardPage(Desk desk) : AskPage(desk)
{
    /// <summary>Measures of each register.</summary>
    public IReadOnlyList<(Register Register, IReadOnlyList<Reading> Readings)> Groups { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        await Ask(null, Period.YearOf(Desk.Today), ct);
        var evaluator = await Desk.Evaluator(ct);
        var groups = new List<(Register, IReadOnlyList<Reading>)>();
        foreach (var register in Reference.Registers.Where(r => r.Measures.Count > 0 && !Desk.Counts(r).IsEmpty))
        {
            var readings = new List<Reading>();
            foreach (var measure in register.Measures) readings.Add(await evaluator.Read(measure, Query.Ask, Desk.Counts(register), ct));
            groups.Add((register, readings));
        }
        Groups = groups;
        return Page();
    }
}
