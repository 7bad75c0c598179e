using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Imports.Tables;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Imports;

/// <summary>Brings a workbook into a register: reads, judges, writes in pieces other writers hardly wait for, and takes back. Repeating it writes nothing twice.</summary>
/// <param name="desk">Who imports.</param>
/// <param name="recording">The rules of recording.</param>
/// <param name="files">Keeps the files.</param>
public sealed class Importing(Desk desk, Recording recording, ImportFiles files)
{
    /// <summary>Rows looked at in one go.</summary>
    private const int Piece = 250;

    /// <summary>From so many rows on, kept figures are counted once at the end.</summary>
    private const int Many = 2000;

    private static readonly Problem NotYours = new("import.right", "您不能往这本台账里记，所以也不能导入。", "register");
    private static readonly Problem Gone = new("import.gone", "这次导入的文件已经不在了，请重新上传。", "file");

    /// <summary>May she import into the register? Whoever records in it.</summary>
    public static bool MayImport(CurrentUser user, Register register) => register is not DefinedRegister { Closed: true } && user.May(register.Permission("record")) && register.Fields.Any(f => !f.Derived && !f.Common);

    /// <summary>Finds and reads the table. Without a binding, the one her organisation confirmed for a form with the same head is taken.</summary>
    /// <exception cref="Refusal">There is no such table in it, or she may not import.</exception>
    public async Task<ImportTable> Read(Register register, SourceBook book, string fileName, ImportBinding? binding, string? sheet, CancellationToken ct)
    {
        if (!MayImport(desk.User, register)) throw new Refusal(NotYours);
        var reader = await Reader(register, ct);
        var table = reader.Read(book, fileName, binding, sheet);
        if (binding is null && desk.User.Home is { } home && await desk.Session.Db.Set<ImportForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Org == home.Value && f.Register == register.Key && f.Head == HeadOf(table), ct) is { } form)
            table = reader.Read(book, fileName, ImportBinding.Read(form.Binding) with { Sheet = table.Sheet, Head = table.Head }, table.Sheet) with { OtherSheets = table.OtherSheets };
        return table;
    }

    /// <summary>What a column may go to, for the page that asks.</summary>
    public async Task<IReadOnlyList<ImportTarget>> Targets(Register register, CancellationToken ct) => ImportTarget.Of(register, await Present(ct));

    /// <summary>Says what would become of every row; nothing is written.</summary>
    public async Task<IReadOnlyList<JudgedRow>> Judge(ImportTable table, ImportChoices choices, Action<int>? progress, CancellationToken ct)
    {
        var judge = await JudgeOf(table.Register, ct);
        var all = new List<JudgedRow>(table.Rows.Count);
        foreach (var piece in table.Rows.Chunk(Piece))
        {
            all.AddRange(await judge.Judge(table, piece, choices, ct));
            progress?.Invoke(all.Count);
        }
        return all;
    }

    /// <summary>The names of judged rows the officer is asked about.</summary>
    public async Task<IReadOnlyList<AskedName>> Asked(Register register, IReadOnlyList<JudgedRow> rows, CancellationToken ct) =>
        rows.Any(r => r.Doubts.Count > 0) ? await (await JudgeOf(register, ct)).Asked(rows, ct) : [];

    /// <summary>Keeps a file to be imported, with what was proposed for it.</summary>
    public async Task<Import> Keep(ImportTable table, string fileName, byte[] content, ImportChoices choices, CancellationToken ct)
    {
        var import = Made(table, fileName, choices);
        files.Keep(import.Id, content);
        await desk.Session.Write(_ =>
        {
            desk.Session.Db.Add(import);
            return Task.CompletedTask;
        }, ct);
        return import;
    }

    /// <summary>Keeps the same file again for another of its sheets; a sheet with the same head is bound the same way.</summary>
    public async Task<Import> Next(Import import, string sheet, CancellationToken ct)
    {
        var register = (await Present(ct)).Register(import.Register) ?? throw new Refusal(NotYours);
        var (name, content) = (NameOf(import), files.Read(import.Id) ?? throw new Refusal(Gone));
        var table = await Read(register, SourceBook.Read(content, name), name, null, sheet, ct);
        var left = import.Others.Split('\n').Where(s => s != sheet && s.Length > 0);
        return await Keep(table with { OtherSheets = [.. left] }, name, content, new ImportChoices(import.CreatePeople), ct);
    }

    /// <summary>Keeps the file and writes its rows at once; for the command line.</summary>
    public async Task<(Import Import, IReadOnlyList<JudgedRow> Rows)> Write(byte[] content, string fileName, ImportTable table, ImportChoices choices, Action<int>? progress, CancellationToken ct)
    {
        var import = await Keep(table, fileName, content, choices, ct);
        return (import, await Run(import.Id, ImportStage.AtHand, table, choices, progress, ct));
    }

    /// <summary>Goes on with an import whose file is kept: one the page confirmed, or one a kill interrupted.</summary>
    public async Task Continue(Guid id, CancellationToken ct, Action<int>? progress = null)
    {
        var import = await Now(id, ct);
        await Run(id, ImportStage.Running, (await Again(import, ct)).Table, import.Choices, progress, ct);
    }

    /// <summary>The kept file of an import and the table in it.</summary>
    /// <exception cref="Refusal">The file is no longer kept.</exception>
    public async Task<(SourceBook Book, string Name, ImportTable Table)> Again(Import import, CancellationToken ct)
    {
        var register = (await Present(ct)).Register(import.Register) ?? throw new Refusal(NotYours);
        var name = NameOf(import);
        var book = SourceBook.Read(files.Read(import.Id) ?? throw new Refusal(Gone), name);
        return (book, name, await Read(register, book, name, ImportBinding.Read(import.Binding), import.Sheet, ct));
    }

    /// <summary>Throws away a file that was only looked at, and that it was.</summary>
    public async Task Forget(Guid id, CancellationToken ct)
    {
        await desk.Session.Write(async c => desk.Session.Db.Remove(await desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == id && i.Stage == ImportStage.Looked, c)), ct);
        files.Forget(id);
    }

    /// <summary>Name of the file.</summary>
    public string NameOf(Import import) => recording.Vault.Reveal(SealPurpose.Attachment, Import.NameField, import.Name);

    /// <summary>Remembers the binding of a form for the next file with the same head.</summary>
    public Task Remember(ImportTable table, CancellationToken ct) => desk.Session.Write(async c =>
    {
        var (org, head) = (Home, HeadOf(table));
        var form = await desk.Session.Db.Set<ImportForm>().FirstOrDefaultAsync(f => f.Org == org && f.Register == table.Register.Key && f.Head == head, c);
        if (form is null) desk.Session.Db.Add(form = new ImportForm { Org = org, Register = table.Register.Key, Head = head });
        (form.Binding, form.At) = (ImportBinding.Of(table).Text, desk.Clock.Now);
    }, ct);

    private async Task<IReadOnlyList<JudgedRow>> Run(Guid id, ImportStage stage, ImportTable table, ImportChoices choices, Action<int>? progress, CancellationToken ct)
    {
        await Note(id, i => (i.Stage, i.Rows, i.Through) = (stage, table.Rows.Count, 0), ct);
        // Many rows are not added to the kept figures one by one; they are counted once at the end, from the entries meanwhile.
        var many = table.Rows.Count > Many && ManyEntries.May(table.Register, await Present(ct));
        if (many) await desk.Session.Write(c => TallyBook.Distrust(desk.Session, [table.Register], c), ct);
        var all = await Pass(id, table, table.Rows, choices, many, progress, ct);
        if (many) await desk.Session.Write(c => new TallyBook(desk.Session).Trust([table.Register], c), ct);
        // What a later row needs an earlier one may just have made: an organisation its parent, a child its guardian.
        for (var pass = 0; pass < 4 && all.Exists(r => r.Outcome is ImportOutcome.Imported) && all.FindAll(Waits) is { Count: > 0 } waiting; pass++)
        {
            // The sheet itself was not kept at hand: it is as large again as what was read of it.
            var fresh = (await Again(await Now(id, ct), ct)).Table;
            var left = waiting.Select(w => (w.Row.Number, w.Row.Block)).ToHashSet();
            var again = await Pass(id, table, [.. fresh.Rows.Where(r => left.Contains((r.Number, r.Block)))], choices, false, null, ct);
            if (again.TrueForAll(r => r.Outcome is not ImportOutcome.Imported)) break;
            var done = again.ToDictionary(r => (r.Row.Number, r.Row.Block));
            all = all.ConvertAll(r => done.GetValueOrDefault((r.Row.Number, r.Row.Block)) ?? r);
        }
        await Note(id, i => (i.Stage, i.EndedAt) = (i.StopAsked ? ImportStage.Stopped : ImportStage.Done, desk.Clock.Now), ct);
        await Log(await Now(id, ct), "imported", ct);
        return all;
    }

    private static bool Waits(JudgedRow row) => row.Outcome is ImportOutcome.Refused && row.Problems.Exists(p => p.Code is "organization.unknown" or "lookup.unknown");

    /// <summary>Goes through rows piece by piece; each is one transaction, so that a kill loses one at most.</summary>
    private async Task<List<JudgedRow>> Pass(Guid id, ImportTable table, IReadOnlyList<ImportRow> rows, ImportChoices choices, bool many, Action<int>? progress, CancellationToken ct)
    {
        var judge = await JudgeOf(table.Register, ct);
        var (all, pace) = (new List<JudgedRow>(rows.Count), new LoadPace(desk.Session, many));
        await pace.Begin(ct);
        try
        {
            while (all.Count < rows.Count)
            {
                ct.ThrowIfCancellationRequested();
                // The rules are asked while it is written: what stands then is what counts.
                var judged = await judge.Judge(table, [.. rows.Skip(all.Count).Take(pace.Size)], choices, ct, rules: false);
                var held = await new ImportPiece(desk, recording, table.Register, id, many).Write(judged, ct);
                if (!choices.Recall) foreach (var row in judged.Where(r => r.Outcome is not ImportOutcome.Refused)) row.Row.Forget();
                all.AddRange(judged);
                progress?.Invoke(all.Count);
                if ((await Now(id, ct)).StopAsked) break;
                await pace.After(held, ct);
            }
        }
        finally
        {
            // The connection goes back to others.
            await pace.End(CancellationToken.None);
        }
        return all;
    }

    private Import Made(ImportTable table, string fileName, ImportChoices choices) => new()
    {
        Id = Uuid.New(desk.Clock.Now), Register = table.Register.Key, Org = Home, By = desk.User.Account, At = desk.Clock.Now, Stage = ImportStage.Looked, Rows = table.Rows.Count,
        Name = recording.Vault.Seal(SealPurpose.Attachment, Import.NameField, Path.GetFileName(fileName)), Sheet = table.Sheet, Binding = ImportBinding.Of(table).Text, CreatePeople = choices.CreatePeople,
        Others = string.Join('\n', table.OtherSheets.Take(60)),
    };

    /// <summary>An import as it stands now.</summary>
    private Task<Import> Now(Guid id, CancellationToken ct) => desk.Session.Db.Set<Import>().AsNoTracking().SingleAsync(i => i.Id == id, ct);

    private Task Note(Guid id, Action<Import> change, CancellationToken ct) => desk.Session.Write(async c => change(await desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == id, c)), ct);

    /// <summary>That a file was brought in, and how many rows: in the log beside the rows' own events.</summary>
    private Task Log(Import import, string verb, CancellationToken ct) => desk.Session.Write(_ =>
    {
        var payload = JsonText.Of(new JsonObject { ["rows"] = import.Rows, ["written"] = import.Written, ["already"] = import.Already, ["refused"] = import.Refused });
        desk.Session.Db.Add(EventRow.Make(recording.Vault, desk.Clock, desk.User.Account, import.Register, import.Id, import.Org, Branch.Root.Value, verb, 0, payload));
        return Task.CompletedTask;
    }, ct);

    private long Home => (desk.User.Home ?? Branch.Root).Value;

    // Taken anew: an import may have made organisations and kinds a moment ago.
    private Task<Reference> Present(CancellationToken ct) => desk.Source.Take(desk.Session, ct);

    private async Task<ImportReader> Reader(Register register, CancellationToken ct)
    {
        var reference = await Present(ct);
        return new(register, reference, new NamedThings(desk, reference, await desk.HomePlace(ct)), desk.Today);
    }

    private async Task<ImportJudge> JudgeOf(Register register, CancellationToken ct)
    {
        var reference = await Present(ct);
        return new(desk, recording, register, reference, new NamedThings(desk, reference, await desk.HomePlace(ct)));
    }

    private static string HeadOf(ImportTable table) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', table.Columns.Select(c => $"{c.At} {c.Head}")))));
}
