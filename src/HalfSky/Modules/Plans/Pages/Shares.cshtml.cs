using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>目标责任分解: each target of a plan shared out to the organisations below so that it adds up; each cell is a target of its own, saved all at once.</summary>
[Needs("plan.read")]
public sealed class SharesPage(Desk desk, Recording recording) : AppPage(desk)
{
    private Dictionary<string, string> typed = [];

    /// <summary>The sheet.</summary>
    public ShareGrid Grid { get; private set; } = null!;

    /// <summary>What is wrong, as sentences.</summary>
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    /// <summary>May she share out?</summary>
    public bool MayRecord => Grid.Board.Plan.Counts && Desk.User.Scope("target.record").Contains(Grid.Board.Plan.Org) && Desk.User.Scope("plan.record").Contains(Grid.Board.Plan.Org);

    /// <summary>Name of a cell in the form.</summary>
    public static string CellOf(ShareRow row, Node column) => $"c-{row.Line.Target.Id}-{column.Number}";

    /// <summary>Text of a cell: as typed, or as kept.</summary>
    public string TextOf(ShareRow row, Node column) => typed.TryGetValue(CellOf(row, column), out var text) ? text
        : row.Cells.GetValueOrDefault(column.Number.Value) is { Value: { } value } ? ShareRow.Typed(value) : "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Page() : NotFound();

    /// <summary>Saves all cells, or none.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayRecord) return NotFound();
        typed = Request.Form.Where(f => f.Key.StartsWith("c-", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString());
        var values = Judge();
        if (Wrong.Count > 0) return Refuse();
        try
        {
            await Desk.Session.Write(async c =>
            {
                foreach (var (row, column, value) in values) await Save(row, column, value, c);
            }, ct);
        }
        catch (Refusal refusal)
        {
            Wrong = [.. refusal.Problems.Select(p => p.Text)];
            return Refuse();
        }
        Toast = "分解存好了，每个组织的目标都记下了。";
        return Redirect($"/plans/{id}/shares");
    }

    /// <summary>Writes down that an organisation signed its share.</summary>
    public async Task<IActionResult> OnPostSignAsync(Guid id, long org, string? day, string? signer, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayRecord || Grid.Columns.FirstOrDefault(c => c.Number.Value == org) is not { } column) return NotFound();
        var verdict = await recording.Create("plan-share", Uuid.New(Desk.Clock.Now), new(new Dictionary<string, string?>
        {
            ["plan"] = id.ToString(), ["org"] = org.ToString(CultureInfo.InvariantCulture), ["place"] = column.Place.ToString(CultureInfo.InvariantCulture), ["signedOn"] = day, ["signer"] = signer,
        }, Confirmed: true), ct);
        if (!verdict.IsAccepted)
        {
            Wrong = [.. verdict.Problems.Select(p => p.Text)];
            return Refuse();
        }
        Toast = $"{column.Name}签了责任书，记下了。";
        return Redirect($"/plans/{id}/shares");
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await ShareGrid.Read(Desk, recording, id, ct) is not { } grid) return false;
        Grid = grid;
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse()
    {
        Response.StatusCode = 422;
        return Page();
    }

    /// <summary>Reads all cells and looks whether each row adds up.</summary>
    private List<(ShareRow Row, Node Column, long? Value)> Judge()
    {
        var (values, wrong) = (new List<(ShareRow, Node, long?)>(), new List<string>());
        foreach (var row in Grid.Rows)
        {
            var (shares, read, label) = (new List<long>(), true, row.Line.Measure.Label);
            foreach (var column in Grid.Columns)
            {
                if (!typed.TryGetValue(CellOf(row, column), out var text)) continue;
                if (string.IsNullOrWhiteSpace(text)) values.Add((row, column, null));
                else if (ShareRow.TryRead(text, row.Line.Measure.Unit.Digits, out var value))
                {
                    shares.Add(value);
                    values.Add((row, column, value));
                }
                else
                {
                    read = false;
                    wrong.Add($"{label}、{column.Name}：请填{(row.Line.Measure.Unit.Digits == 0 ? "整数" : "数字")}，例如 12；不分的空着。");
                }
            }
            if (read && row.Adds && ShareRow.Misfit(row.Line.Target.Value ?? 0, row.Line.Aim.AtMost, shares, label, row.Line.Measure.Unit.Label) is { } misfit) wrong.Add(misfit);
        }
        Wrong = wrong;
        return values;
    }

    private async Task Save(ShareRow row, Node column, long? value, CancellationToken ct)
    {
        var (whole, known) = (row.Line.Target, row.Cells.GetValueOrDefault(column.Number.Value));
        if (known?.Value == value) return;
        Verdict verdict;
        if (value is null) verdict = await recording.Withdraw("target", known!.Id, known.Version, "这个组织不再分这项目标", ct);
        else if (known is not null) verdict = await recording.Change("target", known.Id, known.Version, new(new Dictionary<string, string?> { ["value"] = ShareRow.Typed(value.Value) }), ct);
        else
        {
            verdict = await recording.Create("target", Uuid.New(Desk.Clock.Now), new(new Dictionary<string, string?>
            {
                ["measure"] = whole.Measure, ["conditions"] = whole.Conditions, ["period"] = whole.Period, ["direction"] = whole.Direction, ["plan"] = whole.Plan?.ToString(), ["objective"] = whole.Objective?.ToString(),
                ["org"] = column.Number.ToString(), ["place"] = column.Place.ToString(CultureInfo.InvariantCulture), ["value"] = ShareRow.Typed(value.Value),
            }, Confirmed: true), ct);
        }
        if (!verdict.IsAccepted) throw new Refusal(verdict.Problems);
    }
}
