using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Assessments.Pages;

/// <summary>考核得分: organisations × items. What a measure says is computed each time; what is given by hand comes with its evidence.</summary>
[Needs("rubric.read")]
public sealed class AssessmentPage(Desk desk, Recording recording, AttachmentFiles files) : AppPage(desk)
{
    /// <summary>The table.</summary>
    public AssessmentTable Table { get; private set; } = null!;

    /// <summary>Item chosen in the form.</summary>
    [BindProperty]
    public Guid Item { get; set; }

    /// <summary>Organisation chosen in the form.</summary>
    [BindProperty]
    public long Org { get; set; }

    /// <summary>Points as typed.</summary>
    [BindProperty]
    public string? Points { get; set; }

    /// <summary>Why, as typed.</summary>
    [BindProperty]
    public string? Because { get; set; }

    /// <summary>May she give points?</summary>
    public bool MayScore => Table.Rubric.Counts && Desk.User.Scope("rubric.record").Contains(Table.Rubric.Org);

    /// <summary>Items given by hand.</summary>
    public IEnumerable<RubricItem> ByHand => Table.Items.Where(i => i.Kind == RubricItem.ByHand);

    /// <summary>The sentence beside a field.</summary>
    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Page() : NotFound();

    /// <summary>The table as a workbook.</summary>
    public async Task<IActionResult> OnGetSheetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Desk.User.Scope("rubric.export").Contains(Table.Rubric.Org)) return NotFound();
        var stream = new MemoryStream();
        await using (var sheet = SheetFile.Of("xlsx", stream))
        {
            await sheet.Begin(Table.Rubric.Title, [new("组织", CellType.Text, 22), .. Table.Items.Select(i => new SheetColumn($"{i.Text}（{AssessmentTable.Written(i.Points ?? 0)} 分）", CellType.Text, 16)), new("合计", CellType.Text, 10)], ct);
            await sheet.Write([.. Table.Rows.Select(r => (object?[])[r.Organization.Name, .. r.Cells.Select(c => c.Points is { } p ? AssessmentTable.Written(p) : "—"), AssessmentTable.Written(r.Total) + (r.IsComplete ? "" : "（没评完）")])], ct);
            await sheet.End((count, hash) => $"共 {count} 个组织。{Desk.User.Name}于 {Desk.Clock.WallTimeOf(Desk.Clock.Now):yyyy-MM-dd HH:mm} 导出。数据行 SHA-256：{hash}", ct);
        }
        await Desk.Session.Write(_ =>
        {
            Desk.Session.Db.Add(EventRow.Make(recording.Vault, Desk.Clock, Desk.User.Account, "rubric", id, Table.Rubric.Org, Table.Rubric.Place, "exported", Table.Rubric.Version, "{}"));
            return Task.CompletedTask;
        }, ct);
        return File(stream.ToArray(), SheetFile.MediaType("xlsx"), $"{Table.Rubric.Title}.xlsx");
    }

    /// <summary>Gives points by hand, with the evidence.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? file, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayScore) return NotFound();
        if (Table.Rows.FirstOrDefault(r => r.Organization.Number.Value == Org) is not { } row) throw new Refusal(new Problem("assessment-score.org", "请选给哪个组织打分。", nameof(Org)));
        if (file is null) throw new Refusal(new Problem("assessment-score.evidence", "人评的分要有佐证，请选一个佐证文件，再交一次。", "file"));
        await using var stream = file.OpenReadStream();
        var accepted = await files.Accept(stream, file.FileName, file.ContentType, ct);
        if (accepted.File is not { } evidence) throw new Refusal(accepted.Problem! with { Field = "file" });
        var score = Uuid.New(Desk.Clock.Now);
        await Desk.Session.Write(async c =>
        {
            // The evidence first: the score is refused without it. Both or neither are written.
            Desk.Session.Db.Add(Attachment.Make(recording.Vault, recording.Clock, evidence, score, "assessment-score", Org, Desk.User.Account));
            var verdict = await recording.Create("assessment-score", score, new(new Dictionary<string, string?>
            {
                ["rubric"] = id.ToString(), ["item"] = Item.ToString(), ["org"] = Org.ToString(CultureInfo.InvariantCulture), ["place"] = row.Organization.Place.ToString(CultureInfo.InvariantCulture),
                ["points"] = Points, ["because"] = Because,
            }, Confirmed: true), c);
            if (!verdict.IsAccepted) throw new Refusal([.. verdict.Problems.Select(p => p with { Field = p.Field switch { "item" => nameof(Item), "points" => nameof(Points), "because" => nameof(Because), "org" => nameof(Org), _ => null } })]);
        }, ct);
        Toast = $"给{row.Organization.Name}的分记下了，佐证在附件里。";
        return Redirect($"/plans/assessment/{id}");
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await AssessmentTable.Read(Desk, recording, id, ct) is not { } table) return false;
        Table = table;
        return true;
    }
}
