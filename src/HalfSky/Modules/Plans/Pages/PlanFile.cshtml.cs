using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>一份计划: the tree of objectives with tasks, targets with what was reached, and what follows: done, next year, to those below.</summary>
[Needs("plan.read")]
public sealed class PlanFilePage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>The plan with all that is in it.</summary>
    public PlanBoard Board { get; private set; } = null!;

    /// <summary>Organisations it may be given to.</summary>
    public IReadOnlyList<Node> Lower { get; private set; } = [];

    /// <summary>Those that have it already.</summary>
    public IReadOnlySet<long> Given { get; private set; } = new HashSet<long>();

    /// <summary>What a refused act said.</summary>
    public string? Refused { get; private set; }

    /// <summary>May she change it?</summary>
    public bool MayRecord => Board.Plan.State is not EntryState.Withdrawn && Desk.User.Scope("plan.record").Contains(Board.Plan.Org);

    /// <summary>May she ask others?</summary>
    public bool MaySupervise => Desk.User.May("supervision.record");

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Page() : NotFound();

    /// <summary>Marks a task as done today.</summary>
    public async Task<IActionResult> OnPostDoneAsync(Guid id, Guid task, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayRecord || Board.Tasks.FirstOrDefault(t => t.Task.Id == task) is not { } line) return NotFound();
        var verdict = await recording.Change("plan-task", task, line.Task.Version, new(new Dictionary<string, string?> { ["done"] = "今天" }), ct);
        if (!verdict.IsAccepted) return Refuse(verdict.Problems[0]);
        Toast = $"“{line.Task.Text}”记成今天办完。";
        return Redirect($"/plans/{id}");
    }

    /// <summary>Begins the plan that follows.</summary>
    public async Task<IActionResult> OnPostNextAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayRecord) return NotFound();
        try
        {
            var next = await new PlanCopy(recording, Reference).Next(Board.Plan, ct);
            Toast = "新一期的计划是草稿：目标、任务、指标都抄来了，日期顺延。看过、改好再交。";
            return Redirect($"/plans/{next}");
        }
        catch (Refusal refusal)
        {
            return Refuse(refusal.Problems[0]);
        }
    }

    /// <summary>Gives it to organisations below.</summary>
    public async Task<IActionResult> OnPostDownAsync(Guid id, long[] orgs, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayRecord) return NotFound();
        var chosen = Lower.Where(n => orgs.Contains(n.Number.Value)).ToList();
        if (chosen.Count == 0) return Refuse(new("plan.down", "请先勾选分给哪些组织。"));
        if (!Board.Plan.Counts) return Refuse(new("plan.draft", "计划还是草稿，请先交了再分给下级。"));
        try
        {
            var given = await new PlanCopy(recording, Reference).Down(Board.Plan, chosen, ct);
            Toast = $"分给了 {given} 个组织。";
            return Redirect($"/plans/{id}");
        }
        catch (Refusal refusal)
        {
            return Refuse(refusal.Problems[0]);
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(Problem problem)
    {
        (Refused, Response.StatusCode) = (problem.Text, 422);
        return Page();
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await PlanBoard.Read(Desk, recording, id, ct) is not { } board) return false;
        Board = board;
        Lower = [.. Reference.LowerThan(board.Plan.Org).Where(n => Desk.User.Scope("plan.record").Contains(n.Number.Value))];
        if (Lower.Count > 0)
        {
            var plans = await Parts.Of<Plan>(Desk, Reference.Register("plan")!, new Platform.Data.Filter.Is("above", id) & new Platform.Data.Filter.Not(new Platform.Data.Filter.Is("state", nameof(EntryState.Withdrawn))), ct);
            Given = plans.Select(p => p.Org).ToHashSet();
        }
        return true;
    }
}
