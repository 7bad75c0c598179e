using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Registers;
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

    /// <summary>Where columns may go.</summary>
    public IReadOnlyList<ImportTarget> Targets { get; private set; } = [];

    /// <summary>Sheets of the file that are shown.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [];

    /// <summary>Lines of rows that were refused, once it was written.</summary>
    public IReadOnlyList<ImportLine> Refused { get; private set; } = [];

    /// <summary>What was made for rows.</summary>
    public int Made { get; private set; }

    /// <summary>The last day it can be taken back.</summary>
    public DateTime Until => Desk.Clock.WallTimeOf(Import.At + Import.Undoable);

    /// <summary>It can be taken back.</summary>
    public bool MayTakeBack => Import.Stage is ImportStage.Done or ImportStage.Stopped or ImportStage.Failed && Import.Written > 0 && Desk.Clock.Now < Import.At + Import.Undoable;

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
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Page() : NotFound();

    /// <summary>Takes columns chosen otherwise, or another sheet, and looks again.</summary>
    public async Task<IActionResult> OnPostBindAsync(Guid id, string? sheet, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Table is null) throw new Refusal(Begun);
        var other = sheet is not null && sheet != Table.Sheet && Sheets.Contains(sheet);
        var (book, name, _) = await importing.Again(Import, ct);
        var table = await importing.Read(Register, book, name, other ? null : Posted(), other ? sheet : Table.Sheet, ct);
        await Change(i => (i.Sheet, i.Binding, i.Rows, i.CreatePeople) = (table.Sheet, ImportBinding.Of(table).Text, table.Rows.Count, Choice()), ct);
        return LocalRedirect($"/imports/{id}");
    }

    /// <summary>Confirms: from now on it is written.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Table is null) throw new Refusal(Begun);
        var binding = Posted();
        if (binding.Columns.Values.All(c => c.Count == 0)) throw new Refusal(NothingBound);
        var (book, name, _) = await importing.Again(Import, ct);
        var table = await importing.Read(Register, book, name, binding, Table.Sheet, ct);
        await importing.Remember(table, ct);
        await Change(i => (i.Stage, i.Binding, i.Rows, i.CreatePeople) = (ImportStage.Running, ImportBinding.Of(table).Text, table.Rows.Count, Choice()), ct);
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
        if (Import.Written == 0) throw new Refusal(TakeBack.Nothing);
        if (!MayTakeBack) throw new Refusal(TakeBack.TooLate);
        await Change(i => (i.Stage, i.By) = (ImportStage.TakingBack, Desk.User.Account), ct);
        job.Ring();
        return LocalRedirect($"/imports/{id}");
    }

    /// <summary>Throws a file away that was only looked at.</summary>
    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        if (Import.Stage is not ImportStage.Looked) throw new Refusal(Begun);
        await importing.Forget(id, ct);
        Toast = "没有导入，文件删掉了。";
        return LocalRedirect($"/r/{Register.Key}/import");
    }

    private Task Change(Action<Import> change, CancellationToken ct) => Desk.Session.Write(async c => change(await Desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == Import.Id, c)), ct);

    private bool? Choice() => Request.Form["create"].ToString() switch { "all" => true, "none" => false, _ => null };

    /// <summary>Columns as the form says: a column the page did not show keeps what it had.</summary>
    private ImportBinding Posted()
    {
        var now = ImportBinding.Read(Import.Binding);
        return now with
        {
            Columns = Table!.Columns.ToDictionary(c => c.At, c => Request.Form["c." + c.At.ToString(CultureInfo.InvariantCulture)] is { Count: > 0 } chosen && chosen[0] is { } path
                ? path.Length == 0 ? [] : path == string.Join('+', now.Columns.GetValueOrDefault(c.At, [])) ? now.Columns[c.At] : (IReadOnlyList<string>)[path]
                : now.Columns.GetValueOrDefault(c.At, [])),
        };
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        if (await Desk.Session.Db.Set<Import>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } import
            || (await Take(ct)).Register(import.Register) is not { } register || !Desk.User.Scope(register.Permission("record")).Contains(import.Org)) return false;
        (Import, Register, FileName) = (import, register, importing.NameOf(import));
        if (import.Stage is ImportStage.Looked)
        {
            var (book, _, table) = await importing.Again(import, ct);
            (Table, Targets, Sheets) = (table, await importing.Targets(register, ct), [.. book.Sheets.Where(s => !s.Hidden && s.Rows.Count > 0).Select(s => s.Name)]);
            Rows = await importing.Judge(table.Rows.Count > MostJudged ? table with { Rows = [.. table.Rows.Take(MostJudged)] } : table, new ImportChoices(import.CreatePeople), null, ct);
            return true;
        }
        var lines = Desk.Session.Db.Set<ImportLine>().AsNoTracking().Where(l => l.Import == id);
        Refused = await lines.Where(l => l.Outcome == ImportOutcome.Refused).OrderBy(l => l.Row).ThenBy(l => l.Part).Take(MostShown).ToListAsync(ct);
        Made = await lines.CountAsync(l => l.Part >= 100 && l.Outcome == ImportOutcome.Imported, ct);
        return true;
    }
}
