using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Sheets.Forms;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>What came in, put together 合并: counts, doubles, sums, beside the round before; sent up as the workbook that came.</summary>
[Needs("collection.record")]
[SealedPage]
public sealed class MergePage(Desk desk, Recording recording, AttachmentFiles files) : CollectionPage(desk, recording)
{
    /// <summary>So many rows are shown before the export.</summary>
    public const int Shown = 20;

    /// <summary>What came in.</summary>
    public Merged Merged { get; private set; } = null!;

    /// <summary>The round before; null when there is none.</summary>
    public Merged? Before { get; private set; }

    /// <summary>Title of the round before.</summary>
    public string BeforeTitle { get; private set; } = "";

    /// <summary>Collections of the last two years that asked mostly the same.</summary>
    public IReadOnlyList<AskedBefore> AskedBefore { get; private set; } = [];

    /// <summary>Shows what would be sent up.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Fill(id, ct) ? Page() : NotFound();

    /// <summary>Gives the workbook that came, filled; that it was done, and how many rows, is written down first.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Fill(id, ct) || !Desk.User.Scope("collection.export").Contains(Collection.Org)) return NotFound();
        var layout = Layout!;
        var file = await Desk.Session.Db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == layout.File && a.Entry == id, ct);
        if (file is null || !files.Exists(file.ContentHash)) throw new Refusal(WorkbookProblems.FileGone);
        using var template = new MemoryStream();
        await using (var stream = files.Open(file.ContentHash)) await stream.CopyToAsync(template, ct);
        var filled = FilledWorkbook.Fill(template.ToArray(), layout, Merged.Rows);
        await Desk.Session.Write(async c =>
        {
            var before = await Recording.Find(Wholes, id, Desk.User.Scope("collection.record"), c);
            if (await Recording.Find(Wholes, id, Desk.User.Scope("collection.record"), c) is not Collection now) throw new Refusal(EntryProblems.NotFound);
            var payload = JsonText.Of(new JsonObject { ["format"] = "xlsx", ["count"] = Merged.Rows.Count, ["unmasked"] = Opens });
            Desk.Session.Db.Add(EventRow.Make(Recording.Vault, Desk.Clock, Desk.User.Account, "collection", Uuid.New(Desk.Clock.Now), Collection.Org, Collection.Place, "exported", 0, payload));
            now.SendUp();
            if (now.Stage != (before as Collection)?.Stage) await Recording.Write(Wholes, before, now, "edited", null, c);
        }, ct);
        return File(filled, file.MediaType, file.NameFor(Recording.Vault));
    }

    private async Task<bool> Fill(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Manages || Layout is null || !Collection.IsOpen) return false;
        var vault = Opens ? Recording.Vault : null;
        Merged = new(Layout, Returns, vault, NameOf);
        AskedBefore = await EarlierCollections.Of(id, Layout, Recording, Desk.Sees(Wholes), ct);
        if (Collection.Previous is { } previous && await Recording.Find(Wholes, previous, Desk.User.Scope("collection.read"), ct) is Collection then && then.Sheet() is { } layout)
        {
            Before = new(layout, await Recording.PartsIn<CollectionReturn>(Parts, previous, Desk.User.Scope("collection.read"), ct), vault, NameOf);
            BeforeTitle = then.Title;
        }
        return true;
    }
}
