using System.Globalization;
using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Imports.Pages;

/// <summary>One import: what is in the file and what would become of it, its progress, what it wrote, taking it back.</summary>
[SignedIn]
public sealed class ImportPage(Desk desk, Importing importing, ImportJob job) : AppPage(desk)
{
    /// <summary>Rows judged before the officer confirms; the rest is judged while it is written.</summary>
    private const int MostJudged = 3000;

    /// <summary>Rows and problems shown.</summary>
    public const int MostShown = 200;

    private static readonly Problem Begun = new("import.begun", "这次导入已经开始了。");
    private static readonly Problem NothingBound = new("import.unbound", "没有一列有去处，请至少给一列选上记到哪里。");

    /// <summary>The import.</summary>
    public Import Import { get; private set; } = null!;

    /// <summary>The register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The table; null once it was confirmed.</summary>
    public ImportTable? Table { get; private set; }

    /// <summary>Its rows as far as they were judged.</summary>
    public IReadOnlyList<JudgedRow> Rows { get; private set; } = [];

    /// <summary>Names in them that mean several, or nobody that is known.</summary>
    public IReadOnlyList<AskedName> Asked { get; private set; } = [];

    /// <summary>Where columns may go.</summary>
    public IReadOnlyList<ImportTarget> Targets { get; private set; } = [];

    /// <summary>Sheets of the file that are shown.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [];

    /// <summary>Lines of rows that were refused, once it was written.</summary>
    public IReadOnlyList<ImportLine> Left { get; private set; } = [];

    /// <summary>Lines whose entries stayed when it was taken back, with the reason.</summary>
    public IReadOnlyList<ImportLine> Stayed { get; private set; } = [];

    /// <summary>How many stayed.</summary>
    public int StayedInAll { get; private set; }

    /// <summary>Rows of our own export that changed an entry: no taking back undoes them.</summary>
    public int Changed { get; private set; }

    /// <summary>Other sheets of the file, once this one is in.</summary>
    public IReadOnlyList<string> Others => [.. Import.Others.Split('\n').Where(s => s.Length > 0)];

    /// <summary>What was made for rows.</summary>
    public int Made { get; private set; }

    /// <summary>The last day it can be taken back.</summary>
    public DateTime Until => Desk.Clock.WallTimeOf(Import.At + Import.Undoable);

    /// <summary>It can be taken back.</summary>
    public bool MayTakeBack => Import.Stage is ImportStage.Done or ImportStage.Stopped or ImportStage.Failed && Import.Written > Changed && Desk.Clock.Now < Import.At + Import.Undoable;

    /// <summary>A stage in Chinese.</summary>
    public static string Word(ImportStage stage) => stage switch
    {
        ImportStage.Looked => "看过，还没导入",
        ImportStage.Running or ImportStage.AtHand => "正在导入",
        ImportStage.Done => "导入完",
        ImportStage.Stopped => "中途停下",
        ImportStage.TakingBack => "正在撤回",
        ImportStage.TakenBack => "已撤回",
        _ => "出错",
    };

    /// <summary>Some cells of a column as read; sealed ones only hinted at.</summary>
    public string Samples(Tables.ImportColumn column)
    {
        if (column.Targets.Count == 0) return "";
        var target = column.Targets[0];
        var read = Rows.Select(r => r.Row.Cells.GetValueOrDefault(target.Path).Wire).Where(w => w is not null).Take(3).Select(w => target.Field.Type switch
        {
            FieldType.Money => new Money(w!.GetValue<long>()).Label,
            FieldType.Kind => Reference.KindsOf(target.Field).LabelOf((string)w!),
            FieldType.Kinds => string.Join("、", w!.AsArray().Select(k => Reference.KindsOf(target.Field).LabelOf((string)k!))),
            FieldType.Flag => w!.GetValue<bool>() ? "是" : "否",
            _ => w!.ToString(),
        });
        return target.Field.Sealed is null ? string.Join("　", read) : read.Any() ? "＊＊＊＊" : "";
    }

    /// <summary>Shows it as it stands.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        await Look(ct);
        return Page();
    }

    /// <summary>The rows that are not imported as a workbook, each with the reason: to be mended by whoever keeps the original.</summary>
    public async Task<IActionResult> OnGetProblemsAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        await Look(ct);
        var (book, name, table) = await importing.Again(Import, ct);
        var why = Import.Stage is ImportStage.Looked
            ? Rows.Where(r => r.Outcome is ImportOutcome.Refused).Select(r => (r.Row.Number, string.Join(" ", r.Problems.Select(p => p.Text).Distinct())))
            : (await Desk.Session.Db.Set<ImportLine>().AsNoTracking().Where(l => l.Import == id && l.Outcome == ImportOutcome.Refused).OrderBy(l => l.Row).ToListAsync(ct)).Select(l => (l.Row, l.Words ?? ""));
        var rows = book.Sheets.First(s => s.Name == table.Sheet).Rows.ToDictionary(r => r.Number);
        var to = new MemoryStream();
        await using (var file = SheetFile.Of("xlsx", to))
        {
            await file.Begin("没有导入的行", [new("行", CellType.Number, 8), new("为什么", CellType.Text, 60), .. table.Columns.Select(c => new SheetColumn(c.Head, CellType.Text, 16))], ct);
            await file.Write([.. why.Select(w => new object?[] { (long)w.Item1, w.Item2 }.Concat(table.Columns.Select(c => c.Targets.Any(t => t.Field.Sealed is not null) ? "＊＊＊＊" : rows.TryGetValue(w.Item1, out var row) ? row[c.At].Text : null)).ToArray())], ct);
            await file.End((count, _) => $"{(Table is not null && Rows.Count < Table.Rows.Count ? $"只看了前 {Rows.Count:#,##0} 行，其中" : "")}共 {count} 行没有导入。在原来的表里改好，再传一次；导过的不会重复。", ct);
        }
        return File(to.ToArray(), SheetFile.MediaType("xlsx"), Path.GetFileNameWithoutExtension(name) + "-没有导入的行.xlsx");
    }

    /// <summary>Looks at another sheet of the same file.</summary>
    public async Task<IActionResult> OnPostNextAsync(Guid id, string? sheet, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Import.Stage is ImportStage.Looked || sheet is null || !Others.Contains(sheet)) throw await Refused(Begun, ct);
        return LocalRedirect($"/imports/{(await importing.Next(Import, sheet, ct)).Id}");
    }

    /// <summary>Takes columns chosen otherwise, or another sheet, and looks again.</summary>
    public async Task<IActionResult> OnPostBindAsync(Guid id, string? sheet, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Import.Stage is not ImportStage.Looked) throw await Refused(Begun, ct);
        var (book, name, now) = await importing.Again(Import, ct);
        var other = sheet is not null && sheet != now.Sheet && book.Sheets.Any(s => !s.Hidden && s.Name == sheet);
        var table = await Read(book, name, other ? null : Posted(now), other ? sheet! : now.Sheet, ct);
        await Change(i => (i.Sheet, i.Binding, i.Rows, i.CreatePeople, i.Chosen) = (table.Sheet, ImportBinding.Of(table).Text, table.Rows.Count, Choice(), Chosen()), ct);
        return LocalRedirect($"/imports/{id}");
    }

    /// <summary>Confirms: from now on it is written.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Import.Stage is not ImportStage.Looked) throw await Refused(Begun, ct);
        var (book, name, now) = await importing.Again(Import, ct);
        var binding = Posted(now);
        if (binding.Columns.Values.All(c => c.Count == 0)) throw await Refused(NothingBound, ct);
        var table = await Read(book, name, binding, now.Sheet, ct);
        await importing.Remember(table, ct);
        await Change(i => (i.Stage, i.Binding, i.Rows, i.CreatePeople, i.Chosen) = (ImportStage.Running, ImportBinding.Of(table).Text, table.Rows.Count, Choice(), Chosen()), ct);
        job.Ring();
        return LocalRedirect($"/imports/{id}");
    }

    /// <summary>Asks a running import to stop after the piece it is at.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        await Change(i => i.StopAsked = true, ct);
        return LocalRedirect($"/imports/{id}");
    }

    /// <summary>Takes the whole import back.</summary>
    public async Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        await Look(ct);
        if (Import.Written <= Changed) throw new Refusal(TakeBack.Nothing);
        if (!MayTakeBack) throw new Refusal(TakeBack.TooLate);
        await Change(i => (i.Stage, i.By) = (ImportStage.TakingBack, Desk.User.Account), ct);
        job.Ring();
        return LocalRedirect($"/imports/{id}");
    }

    /// <summary>Throws a file away that was only looked at.</summary>
    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Import.Stage is not ImportStage.Looked) throw await Refused(Begun, ct);
        await importing.Forget(id, ct);
        Toast = "没有导入，文件删掉了。";
        return LocalRedirect($"/r/{Register.Key}/import");
    }

    private Task Change(Action<Import> change, CancellationToken ct) => Desk.Session.Write(async c => change(await Desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == Import.Id, c)), ct);

    private bool? Choice() => Request.Form["create"].ToString() switch { "all" => true, "none" => false, _ => null };

    /// <summary>What the names asked about mean: those the page did not show stay as they were chosen.</summary>
    private string? Chosen()
    {
        var all = new Dictionary<string, string>(Import.Choices.Chosen ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (name, said) in Request.Form.Where(f => f.Key.StartsWith("who.", StringComparison.Ordinal) && f.Key.Length < 40))
        {
            if (said.ToString() is Import.NewFile || Guid.TryParse(said, out _)) all[name[4..]] = said.ToString();
            else all.Remove(name[4..]);
        }
        return all.Count == 0 ? null : JsonSerializer.Serialize(all);
    }

    /// <summary>Columns as the form says: a column the page did not show keeps what it had.</summary>
    private ImportBinding Posted(ImportTable table)
    {
        var now = ImportBinding.Read(Import.Binding);
        return now with
        {
            Columns = table.Columns.ToDictionary(c => c.At, c => Request.Form["c." + c.At.ToString(CultureInfo.InvariantCulture)] is { Count: > 0 } chosen && chosen[0] is { } path
                ? path.Length == 0 ? [] : path == string.Join('+', now.Columns.GetValueOrDefault(c.At, [])) ? now.Columns[c.At] : (IReadOnlyList<string>)[path]
                : now.Columns.GetValueOrDefault(c.At, [])),
        };
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        if (await Desk.Session.Db.Set<Import>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } import
            || (await Take(ct)).Register(import.Register) is not { } register || !Desk.User.Scope(register.Permission("record")).Contains(import.Org)) return false;
        (Import, Register, FileName) = (import, register, importing.NameOf(import));
        return true;
    }

    /// <summary>A refusal shows the page again, so that it is filled first.</summary>
    private async Task<Refusal> Refused(Problem problem, CancellationToken ct)
    {
        await Look(ct);
        return new Refusal(problem);
    }

    private async Task<ImportTable> Read(SourceBook book, string name, ImportBinding? binding, string sheet, CancellationToken ct)
    {
        try
        {
            return await importing.Read(Register, book, name, binding, sheet, ct);
        }
        catch (Refusal)
        {
            await Look(ct);
            throw;
        }
    }

    /// <summary>What the page shows: of a file only looked at, what would become of its rows; of one written, what became of them.</summary>
    private async Task Look(CancellationToken ct)
    {
        if (Import.Stage is ImportStage.Looked)
        {
            var (book, _, table) = await importing.Again(Import, ct);
            (Table, Targets, Sheets) = (table, await importing.Targets(Register, ct), [.. book.Sheets.Where(s => !s.Hidden && s.Rows.Count > 0).Select(s => s.Name)]);
            Rows = await importing.Judge(table.Rows.Count > MostJudged ? table with { Rows = [.. table.Rows.Take(MostJudged)] } : table, Import.Choices, null, ct);
            Asked = await importing.Asked(Register, Rows, ct);
            return;
        }
        var lines = Desk.Session.Db.Set<ImportLine>().AsNoTracking().Where(l => l.Import == Import.Id);
        Left = await lines.Where(l => l.Outcome == ImportOutcome.Refused).OrderBy(l => l.Row).ThenBy(l => l.Part).Take(MostShown).ToListAsync(ct);
        var stayed = lines.Where(l => l.Outcome == ImportOutcome.Imported && l.Words != null);
        StayedInAll = await stayed.CountAsync(ct);
        Stayed = await stayed.OrderBy(l => l.Row).ThenBy(l => l.Part).Take(MostShown).ToListAsync(ct);
        Made = await lines.CountAsync(l => l.Part >= ImportPiece.MadeFor && l.Outcome == ImportOutcome.Imported, ct);
        Changed = await lines.CountAsync(l => l.Outcome == ImportOutcome.Changed, ct);
    }
}
