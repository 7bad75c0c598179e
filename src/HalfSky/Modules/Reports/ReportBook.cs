using HalfSky.Kernel;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports;

/// <summary>Reports and their texts: begun from a template, last year's or a file, changed block by block, each sitting a version.</summary>
public sealed class ReportBook(Desk desk, Recording recording)
{
    /// <summary>Longest block, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>The office whose report it is writes it, the township's those of its villages too; the county remarks on what others report.</summary>
    public static bool MayWrite(CurrentUser user, Branch org) => user.Scope("report.record").Contains(org.Value) && user.Posts.Any(p => p.Org == org || (p.Org.Depth > 1 && p.Org.Contains(org)));

    /// <summary>A report within a scope.</summary>
    public async Task<Report?> Find(Guid id, Scope scope, CancellationToken ct) =>
        await recording.Find((await desk.Reference(ct)).Register("report")!, id, scope, ct) is Report { State: not EntryState.Withdrawn } report ? report : null;

    /// <summary>Its newest text; an empty one where none was written yet.</summary>
    public async Task<ReportText> Text(Guid report, CancellationToken ct) =>
        await desk.Session.Db.Set<ReportText>().AsNoTracking().Where(t => t.Report == report).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct) ?? new ReportText { Report = report, Body = "[]" };

    /// <summary>A version of its text.</summary>
    public Task<ReportText?> Text(Guid report, int number, CancellationToken ct) =>
        desk.Session.Db.Set<ReportText>().AsNoTracking().SingleOrDefaultAsync(t => t.Report == report && t.Number == number, ct);

    /// <summary>Begins a report with its first text, in one transaction. Sent again, the same stands.</summary>
    public Task Begin(Report report, IReadOnlyList<ReportBlock> blocks, string deed, CancellationToken ct) => desk.Session.Write(async c =>
    {
        if (!Uuid.IsAcceptable(report.Id)) throw new Refusal(EntryProblems.BadId);
        var register = (await desk.Reference(c)).Register("report")!;
        if (await recording.Find(register, report.Id, desk.User.Scope("report.record"), c) is not null) return;
        (report.RecordedBy, report.RecordedAt, report.Date) = (desk.User.Account, desk.Clock.Now, desk.Today);
        report.Submit((await desk.Reference(c)).Reviewed(register));
        await recording.Write(register, null, report, "recorded", null, c);
        desk.Session.Db.Add(Made(report.Id, 1, blocks, deed));
    }, ct);

    /// <summary>Changes the text: the newest version is handed to the change, what it gives becomes the next, or this sitting's.</summary>
    public Task Change(Guid report, string deed, Func<IReadOnlyList<ReportBlock>, IReadOnlyList<ReportBlock>> change, CancellationToken ct) => desk.Session.Write(async c =>
    {
        var last = await desk.Session.Db.Set<ReportText>().Where(t => t.Report == report).OrderByDescending(t => t.Number).FirstOrDefaultAsync(c);
        var blocks = change(last?.Blocks ?? []);
        var body = ReportBlock.Write(blocks);
        if (last?.Body == body) return;
        var sealedIn = last is not null && await desk.Session.Db.Set<Publishing.Publication>().AnyAsync(p => p.Report == report && p.Version == last.Number, c);
        if (last is not null && !sealedIn && last.By == desk.User.Account && last.Deed == deed && desk.Clock.Now - last.At < ReportText.Sitting)
            (last.Body, last.At) = (body, desk.Clock.Now);
        else desk.Session.Db.Add(Made(report, (last?.Number ?? 0) + 1, blocks, deed));
    }, ct);

    /// <summary>Own templates of her organisation and of those above it, newest first; the shipped ones come by kind and level.</summary>
    public async Task<IReadOnlyList<(string Key, string Name, IReadOnlyList<ReportBlock> Blocks)>> Own(CancellationToken ct)
    {
        // Asked by organisation: the newest of the whole county would crowd out an office's own.
        var orgs = desk.User.Posts.SelectMany(p => Above(p.Org)).Distinct().ToList();
        var own = await desk.Session.Db.Set<ReportTemplate>().AsNoTracking().Where(t => orgs.Contains(t.Org)).OrderByDescending(t => t.At).Take(50).ToListAsync(ct);
        return [.. own.Select(t => (t.Id.ToString(), t.Name, ReportBlock.Read(t.Body)))];
    }

    private static IEnumerable<long> Above(Branch org)
    {
        for (Branch? at = org; at is { } one; at = one.Parent) yield return one.Value;
    }

    private ReportText Made(Guid report, int number, IReadOnlyList<ReportBlock> blocks, string deed) => new()
    {
        Id = Uuid.New(desk.Clock.Now), Report = report, Number = number, Body = ReportBlock.Write(blocks), Deed = deed, By = desk.User.Account, ByName = desk.User.Name, At = desk.Clock.Now,
    };
}
