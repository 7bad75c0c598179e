using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Keeps the forms: which there are for whom, their workbooks, what was done to them.</summary>
public sealed class FormShelf(Desk desk, Vault vault, AttachmentFiles files)
{
    /// <summary>Registers she may take anything out of; with them she may fill forms.</summary>
    public async Task<IReadOnlyList<Register>> Exported(ExportReach reach, CancellationToken ct) => [.. (await desk.Reference(ct)).Registers.Where(r => r.Whole is null && reach.May(r))];

    /// <summary>Forms she may fill, by name.</summary>
    public async Task<IReadOnlyList<WorkbookForm>> List(ExportReach reach, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var all = await desk.Session.Db.Set<WorkbookForm>().AsNoTracking().OrderBy(f => f.Name).ToListAsync(ct);
        return all.FindAll(f => IsHers(f, reference, reach));
    }

    /// <summary>A form she may fill; null as if it were not there.</summary>
    public async Task<WorkbookForm?> Find(Guid id, ExportReach reach, CancellationToken ct) =>
        await desk.Session.Db.Set<WorkbookForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is { } form && IsHers(form, await desk.Reference(ct), reach) ? form : null;

    /// <summary>Keeps a new form with its workbook; what was proposed for it waits to be looked at.</summary>
    /// <exception cref="Refusal">The file is none, nothing to fill is found, or there is one of that name.</exception>
    public async Task Add(WorkbookForm form, Register register, byte[] workbook, string fileName, CancellationToken ct)
    {
        var accepted = await files.Accept(new MemoryStream(workbook), fileName, null, ct);
        if (accepted.File is not { } kept) throw new Refusal(accepted.Problem! with { Field = "file" });
        var proposed = new FormProposal(register, await desk.Reference(ct)).Of(SheetGrid.Read(workbook));
        if (proposed.Blocks.Count == 0 && proposed.Cells.Count == 0) throw new Refusal(WorkbookProblems.NoBlock);
        await desk.Session.Write(async c =>
        {
            // Sent twice by an impatient thumb: it stands already.
            if (await desk.Session.Db.Set<WorkbookForm>().AnyAsync(f => f.Id == form.Id, c)) return;
            await Named(form, form.Name, c);
            var attachment = Attachment.Make(vault, desk.Clock, kept, form.Id, register.Key, form.Org, desk.User.Account);
            (form.File, form.Bindings, form.AddedBy, form.AddedAt) = (attachment.Id, proposed.Text, desk.User.Account, desk.Clock.Now);
            desk.Session.Db.Add(attachment);
            desk.Session.Db.Add(form);
            Note(form, "form-added");
        }, ct);
    }

    /// <summary>Keeps what was confirmed.</summary>
    public Task Bind(Guid id, string name, FormBindings bound, CancellationToken ct) => Change(id, async (form, c) =>
    {
        if (!bound.FillsAnything) throw new Refusal(WorkbookProblems.NothingBound);
        await Named(form, name, c);
        (form.Name, form.Bindings, form.Confirmed) = (name, bound.Text, true);
        Note(form, "form-bound");
    }, ct);

    /// <summary>Takes a form away; its workbook goes with it, later.</summary>
    public Task Remove(Guid id, CancellationToken ct) => Change(id, async (form, c) =>
    {
        if (await desk.Session.Db.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == form.File, c) is { } file) file.RemovedAt = desk.Clock.Now;
        desk.Session.Db.Remove(form);
        Note(form, "form-removed");
    }, ct);

    /// <summary>The empty workbook.</summary>
    /// <exception cref="Refusal">It is gone.</exception>
    public async Task<byte[]> Workbook(WorkbookForm form, CancellationToken ct)
    {
        var file = await desk.Session.Db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == form.File, ct);
        if (file is null || !files.Exists(file.ContentHash)) throw new Refusal(WorkbookProblems.FileGone);
        using var content = new MemoryStream();
        await using (var stream = files.Open(file.ContentHash)) await stream.CopyToAsync(content, ct);
        return content.ToArray();
    }

    private static bool IsHers(WorkbookForm form, Reference reference, ExportReach reach) =>
        reference.Register(form.Register) is { } register && reach.May(register) && form.IsFor(reach.Of(register.Permission("export")));

    private Task Change(Guid id, Func<WorkbookForm, CancellationToken, Task> change, CancellationToken ct) => desk.Session.Write(async c =>
    {
        if (await desk.Session.Db.Set<WorkbookForm>().FirstOrDefaultAsync(f => f.Id == id, c) is not { } form) throw new Refusal(EntryProblems.NotFound);
        await change(form, c);
    }, ct);

    private async Task Named(WorkbookForm form, string name, CancellationToken ct)
    {
        if (name.Length is 0 or > 60) throw new Refusal(WorkbookProblems.NoName);
        if (await desk.Session.Db.Set<WorkbookForm>().AnyAsync(f => f.Register == form.Register && f.Org == form.Org && f.Name == name && f.Id != form.Id, ct)) throw new Refusal(WorkbookProblems.SameName);
    }

    private void Note(WorkbookForm form, string verb) => desk.Session.Db.Add(EventRow.Make(vault, desk.Clock, desk.User.Account, form.Register, form.Id, form.Org, form.Org, verb, 0,
        JsonText.Of(new JsonObject { ["name"] = form.Name })));
}
