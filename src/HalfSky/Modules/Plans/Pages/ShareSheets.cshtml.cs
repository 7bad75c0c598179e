using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>目标责任书 on paper: one sheet for each lower organisation, with room for both signatures.</summary>
[Needs("plan.read")]
public sealed class ShareSheetsPage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>The decomposition.</summary>
    public ShareGrid Grid { get; private set; } = null!;

    /// <summary>Organisations printed.</summary>
    public IReadOnlyList<Node> Printed { get; private set; } = [];

    /// <summary>Tasks of an organisation, or of all.</summary>
    public IEnumerable<TaskLine> TasksOf(Node column) => Grid.Board.Tasks.Where(t => t.Task.Owner == column.Number.Value);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long? org, CancellationToken ct)
    {
        await Take(ct);
        if (await ShareGrid.Read(Desk, recording, id, ct) is not { } grid) return NotFound();
        (Grid, Printed) = (grid, [.. grid.Columns.Where(c => org is null || c.Number.Value == org)]);
        return Printed.Count == 0 ? NotFound() : Page();
    }
}
