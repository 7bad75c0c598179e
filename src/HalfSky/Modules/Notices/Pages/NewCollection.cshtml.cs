using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Sheets.Forms;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>收一张表: the workbook that came from above is handed in as it is; its columns are read, nothing is typed anew.</summary>
[Needs("collection.record")]
public sealed class NewCollectionPage(Desk desk, Recording recording, AttachmentFiles files) : AppPage(desk)
{
    /// <summary>Identifier of the new collection.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>A collection that waits for its workbook.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Collection { get; set; }

    /// <summary>Its title; that of the file when it is left empty.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>By when.</summary>
    [BindProperty]
    public string? Deadline { get; set; }

    /// <summary>A village with nothing may say so.</summary>
    [BindProperty]
    public bool ZeroAllowed { get; set; }

    /// <summary>The notice it belongs to.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Notice { get; set; }

    /// <summary>The round before.</summary>
    [BindProperty]
    public Guid? Previous { get; set; }

    /// <summary>What villages should know.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The collection that waits.</summary>
    public Collection? Waiting { get; private set; }

    /// <summary>The notice's title.</summary>
    public string NoticeTitle { get; private set; } = "";

    /// <summary>Collections that can be the round before.</summary>
    public IReadOnlyList<(Guid Id, string Title, DateOnly Date)> Rounds { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Fill(ct)) return NotFound();
        (Id, ZeroAllowed) = (Uuid.New(Desk.Clock.Now), true);
        return Page();
    }

    /// <summary>Takes the workbook, reads its columns, proposes what fills them.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!await Fill(ct)) return NotFound();
        if (file is null || file.Length == 0) throw new Refusal(NoticeProblems.NoFile);
        if (file.Length > AttachmentFiles.Limit) throw new Refusal(WorkbookProblems.TooLarge);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var accepted = await files.Accept(new MemoryStream(content.ToArray()), file.FileName, file.ContentType, ct);
        if (accepted.File is not { } kept) throw new Refusal(accepted.Problem! with { Field = "file" });
        var read = IncomingSheet.Read(content.ToArray(), Guid.Empty);
        var entry = Waiting ?? Begin(Path.GetFileNameWithoutExtension(kept.Name));
        if (Waiting is null && Check(entry) is { Count: > 0 } wrong) throw new Refusal([.. wrong]);
        var register = Reference.Register("collection")!;
        await Desk.Session.Write(async c =>
        {
            var before = await recording.Find(register, entry.Id, Desk.User.Scope("collection.record"), c) as Collection;
            // Sent twice by an impatient thumb: it stands already.
            if (before?.Layout is not null) return;
            var attachment = Attachment.Make(recording.Vault, recording.Clock, kept, entry.Id, "collection", entry.Org, Desk.User.Account);
            Desk.Session.Db.Add(attachment);
            var now = before ?? entry;
            var then = before is null ? null : await recording.Find(register, entry.Id, Desk.User.Scope("collection.record"), c);
            now.Layout = ColumnMatch.Propose(read with { File = attachment.Id }, Reference).Text;
            await recording.Write(register, then, now, then is null ? "recorded" : "edited", null, c);
        }, ct);
        return Redirect($"/collections/{entry.Id}/columns");
    }

    private Collection Begin(string fileName)
    {
        if (!Uuid.IsAcceptable(Id)) throw new Refusal(EntryProblems.BadId);
        var org = Desk.User.Home is { } home && Desk.User.Scope("collection.record").Contains(home.Value) ? home : Desk.User.Scope("collection.record").Branches[0];
        var entry = new Collection
        {
            Id = Id, Title = string.IsNullOrWhiteSpace(Title) ? fileName : Title.Trim(), ZeroAllowed = ZeroAllowed, Stage = Collections.Collection.Preparing, Date = Desk.Today,
            Notice = NoticeTitle.Length > 0 ? Notice : null, Previous = Rounds.Any(r => r.Id == Previous) ? Previous : null, Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
            Org = org.Value, Place = Reference.Organizations.Find(org.Value) is { Place: > 0 } node ? node.Place : Branch.Root.Value, RecordedBy = Desk.User.Account, RecordedAt = Desk.Clock.Now,
        };
        entry.Submit(Reference.Reviewed(Reference.Register("collection")!));
        return entry;
    }

    private List<Problem> Check(Collection entry)
    {
        var wrong = new List<Problem>();
        if (entry.Title.Length > 100) wrong.Add(new("field.text", "名称最多 100 个字，请删短一些。", "Title"));
        if (entry.Note?.Length > 2000) wrong.Add(new("field.text", "填表说明最多 2000 字，请删短一些。", "Note"));
        if (!ChineseDates.TryParse(Deadline, Desk.Today, out var day, out var problem)) wrong.Add(new("field.date", string.IsNullOrWhiteSpace(Deadline) ? "请填交表期限。" : problem, "Deadline"));
        else if (day < Desk.Today) wrong.Add(new("collection.deadline", "交表期限不能早于今天。", "Deadline"));
        else entry.Deadline = day;
        return wrong;
    }

    private async Task<bool> Fill(CancellationToken ct)
    {
        await Take(ct);
        var records = Desk.User.Scope("collection.record");
        if (Collection is { } id)
        {
            Waiting = await recording.Find(Reference.Register("collection")!, id, records, ct) as Collection;
            if (Waiting is not { Stage: Collections.Collection.Preparing, Counts: true }) return false;
        }
        if (Notice is { } notice && await recording.Find(Reference.Register("notice")!, notice, Desk.User.Scope("notice.read"), ct) is Notice found) NoticeTitle = found.Title;
        var collections = Reference.Register("collection")!;
        var rows = await new Query(Desk.Session, collections.Shape, records).Where(new Filter.In("stage", [Collections.Collection.Open, Collections.Collection.Sent])).List(["id", "title", "date"], [new("date", true), new("id", true)], 0, 30, ct);
        Rounds = [.. rows.Rows.Select(r => ((Guid)r[0]!, (string)r[1]!, (DateOnly)r[2]!))];
        return true;
    }
}
