using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>
/// A notice and what became of it 签收和回复: for its sender who has not yet, first; for whom it was sent to, two large buttons. The
/// addressee sees the notice and her own receipt, nothing of the others.
/// </summary>
[Needs("notice.read")]
public sealed class NoticePage(Desk desk, Recording recording, Names names, AttachmentFiles files) : AppPage(desk)
{
    /// <summary>The notice.</summary>
    public Notice Notice { get; private set; } = null!;

    /// <summary>What came of it at each organisation she may see, those who owe something first.</summary>
    public IReadOnlyList<NoticeReceipt> Receipts { get; private set; } = [];

    /// <summary>May she send it and send answers back?</summary>
    public bool Manages { get; private set; }

    /// <summary>May she see all that became of it?</summary>
    public bool SeesAll { get; private set; }

    /// <summary>Her own receipts, to sign and answer.</summary>
    public IReadOnlyList<NoticeReceipt> Mine { get; private set; } = [];

    /// <summary>Whom it may still be sent to.</summary>
    public IReadOnlyList<Addressee> Offered { get; private set; } = [];

    /// <summary>Its files.</summary>
    public IReadOnlyList<(Guid Id, string Name, long Size)> Files { get; private set; } = [];

    /// <summary>Who it came from.</summary>
    public string From { get; private set; } = "";

    /// <summary>The answer typed when it was refused.</summary>
    public string? Typed { get; private set; }

    /// <summary>Which receipt was typed on.</summary>
    public Guid? At { get; private set; }

    /// <summary>How many have signed.</summary>
    public int SignedCount => Receipts.Count(r => r.SignedOn is not null);

    /// <summary>How many have done all that was asked.</summary>
    public int Done => Receipts.Count(r => r.Done is not null);

    /// <summary>How many did so after the deadline.</summary>
    public int Late => Receipts.Count(r => r.Done is not null && r.Late == true);

    /// <summary>Organisations that owe something, in their order.</summary>
    public IReadOnlyList<string> Owing => [.. Receipts.Where(r => r.Done is null).Select(r => NameOf(r.Org))];

    /// <summary>The deadline is past.</summary>
    public bool IsOverdue => Notice.Deadline < Desk.Today;

    /// <summary>Name of an organisation.</summary>
    public string NameOf(long org) => Reference.Organizations.NameOf(org);

    /// <summary>What is copied into the group: true figures and organisations, no person's name.</summary>
    public string GroupText => Texts.Of(Notice, Receipts.Count, Done, Owing, Desk.Today);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Page() : NotFound();

    /// <summary>Opens one of its files; an addressee may not see the notice's own register page.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid file, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        var row = await Desk.Session.Db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == file && a.Entry == id && a.RemovedAt == null, ct);
        return row is null || !files.Exists(row.ContentHash) ? NotFound() : File(files.Open(row.ContentHash), row.MediaType, row.NameFor(recording.Vault));
    }

    /// <summary>Sends it to all villages, or to those chosen.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, bool all, long[] to, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Manages) return NotFound();
        if (!Notice.Counts) throw new Refusal(NoticeProblems.NotCounting);
        var (parts, wholes) = (Reference.Register("notice-receipt")!, Reference.Register("notice")!);
        var sent = await Desk.Session.Write(async c =>
        {
            var have = await recording.PartsIn<NoticeReceipt>(parts, id, Desk.User.Scope("notice.record"), c);
            var meant = Addressees.Meant(await Addressees.Of(Notice.Org, recording, c), all, to, [.. have.Select(r => r.Org)]);
            foreach (var addressee in meant) await recording.Send<NoticeReceipt>(parts, wholes, Notice, addressee.Org, c);
            return meant.Count;
        }, ct);
        return Back($"发给 {sent} 个组织了。下面的话可以复制到群里。");
    }

    /// <summary>Signs for it.</summary>
    public Task<IActionResult> OnPostSignAsync(Guid id, Guid receipt, CancellationToken ct) =>
        Act(id, receipt, "edited", r => r.Sign(Notice, Desk.Today, Desk.User.Name), "签收了。", ct);

    /// <summary>Answers it.</summary>
    public Task<IActionResult> OnPostAnswerAsync(Guid id, Guid receipt, string? answer, CancellationToken ct)
    {
        (Typed, At) = (answer, receipt);
        return Act(id, receipt, "edited", r => r.Reply(Notice, answer, Desk.Today, Desk.User.Name), "回复交上去了。", ct);
    }

    /// <summary>Sends an answer back.</summary>
    public async Task<IActionResult> OnPostReturnAsync(Guid id, Guid receipt, string? reason, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Manages) return NotFound();
        return await Act(id, receipt, "returned", r => r.SendBack(reason), "退回了，对方要重新回复。", ct);
    }

    private async Task<IActionResult> Act(Guid id, Guid receipt, string verb, Action<NoticeReceipt> act, string done, CancellationToken ct)
    {
        var mine = Desk.User.Scope("notice.record");
        if (!await Open(id, ct) || Receipts.All(r => r.Id != receipt || !mine.Contains(r.Org))) return NotFound();
        await recording.Act<NoticeReceipt>(Reference.Register("notice-receipt")!, receipt, mine, verb, (r, _) => { act(r); return Task.CompletedTask; }, ct);
        return Back(done);
    }

    private RedirectResult Back(string word)
    {
        Toast = word;
        return Redirect($"/notices/{Notice.Id}");
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        var wholes = (await Take(ct)).Register("notice")!;
        if (await recording.Find(wholes, id, Scope.Whole("whom a notice was sent to reads it; everybody else is turned away below"), ct) is not Notice notice || notice.State is EntryState.Withdrawn) return false;
        var (reads, records) = (Desk.User.Scope("notice.read"), Desk.User.Scope("notice.record"));
        var receipts = await recording.PartsIn<NoticeReceipt>(Reference.Register("notice-receipt")!, id, reads, ct);
        (Notice, SeesAll, Manages) = (notice, reads.Contains(notice.Org), records.Contains(notice.Org));
        if (!SeesAll && receipts.Count == 0) return false;
        Receipts = [.. receipts.OrderBy(r => r.Done is not null).ThenBy(r => r.Late != true)];
        Mine = Manages ? [] : [.. receipts.Where(r => records.Contains(r.Org))];
        if (Manages)
        {
            var have = receipts.Select(r => r.Org).ToHashSet();
            Offered = [.. (await Addressees.Of(notice.Org, recording, ct)).Where(a => !have.Contains(a.Org))];
        }
        if (notice.From is { } from) From = (await names.Of(Reference.Register("body")!, [from], Desk.Sees(Reference.Register("body")!), ct)).GetValueOrDefault(from, "");
        Files = [.. (await Desk.Session.Db.Set<Attachment>().AsNoTracking().Where(a => a.Entry == id && a.RemovedAt == null).OrderBy(a => a.AddedAt).ToListAsync(ct)).Select(a => (a.Id, a.NameFor(recording.Vault), a.Size))];
        return true;
    }
}
