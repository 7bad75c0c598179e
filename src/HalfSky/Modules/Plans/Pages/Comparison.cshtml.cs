using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>计划和完成对照表: what was planned, what was done, by whom and when; for A4.</summary>
[Needs("plan.read")]
public sealed class ComparisonPage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>The plan with all that is in it.</summary>
    public PlanBoard Board { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await PlanBoard.Read(Desk, recording, id, ct) is not { } board) return NotFound();
        Board = board;
        return Page();
    }
}
