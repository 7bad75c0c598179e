using HalfSky.Kernel;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Modules.Reports.Templates;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>
/// A report as it is written: the paper with its figures, the outline, what to check. A block is changed in its place; a sentence is taken from
/// the ledgers with its true figures, or written freely.
/// </summary>
[Needs("report.read")]
public sealed class WritingPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Most sentences offered at a place.</summary>
    private const int Offers = 8;

    /// <summary>The document.</summary>
    public Composed Document { get; private set; } = null!;

    /// <summary>Block that is being changed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>Block after which something is being added; “top” for the beginning.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Sentences of the ledgers that are not in the document yet, with their figures.</summary>
    public IReadOnlyList<ComposedBlock> Offered { get; private set; } = [];

    /// <summary>Remarks, those that stand first.</summary>
    public IReadOnlyList<ReportComment> Comments { get; private set; } = [];

    /// <summary>Publications, newest first.</summary>
    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    /// <summary>What she had typed when it could not be saved.</summary>
    public string? Mine { get; private set; }

    /// <summary>Id for the next remark or template.</summary>
    public Guid NextId { get; private set; }

    /// <summary>Figures with pending entries.</summary>
    public IEnumerable<Piece> Pending => Document.Told.Where(f => f.Reading!.Pending > 0);

    /// <summary>How many bound figures stand beneath a heading.</summary>
    public int Beneath(ComposedBlock heading)
    {
        var blocks = Document.Blocks.SkipWhile(b => b != heading).Skip(1).TakeWhile(b => b.Block.Level == 0 || b.Block.Level > heading.Block.Level);
        return blocks.Sum(b => b.Sentences.Where(s => !s.IsSilent).SelectMany(s => s.Pieces).Count(p => p.Reading is not null));
    }

    /// <summary>The tokens of a block with what is read for them, for the editor.</summary>
    public string Chips(ComposedBlock block) => System.Text.Json.JsonSerializer.Serialize(block.Sentences.SelectMany(s => s.Pieces).Where(p => p.Token is not null).DistinctBy(p => p.Token!.ToString())
        .ToDictionary(p => p.Token!.ToString(), p => p.Reading is { } reading ? $"{p.Token!.Named(reading.Measure, Reference)} {p.Text}" : p.Text), Json);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? await Show(ct) : NotFound();

    /// <summary>Changes a block, if it still reads as it did when she opened it.</summary>
    public async Task<IActionResult> OnPostBlockAsync(Guid id, string block, string? was, string? text, BlockKind kind, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        var now = (text ?? "").Trim();
        if (now.Length > ReportBook.Longest)
        {
            (Edit, Mine) = (block, now);
            return await Refused(ReportProblems.LongBlock, ct);
        }
        var found = Text.Blocks.FirstOrDefault(b => b.Id == block);
        if (found is null || found.Text != (was ?? "").ReplaceLineEndings("\n"))
        {
            (Edit, Mine) = (found?.Id, now);
            return await Refused(found is null ? ReportProblems.Gone : ReportProblems.Changed, ct, 409);
        }
        // Read again within the transaction: of two saves at one moment the second is told.
        await Book.Change(id, "改", blocks => blocks.FirstOrDefault(b => b.Id == block) != found ? throw new Refusal(ReportProblems.Changed) : [.. blocks.Select(b => b.Id == block ? b with { Text = now.ReplaceLineEndings("\n"), Kind = kind } : b).Where(b => b.Id != block || now.Length > 0 || b.Kind is BlockKind.Problems or BlockKind.Tasks)], ct);
        return Back(now.Length == 0 ? "删掉了。要找回来，去“历次”里退回。" : "存好了。", block);
    }

    /// <summary>Adds a block.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid id, string? after, BlockKind kind, string? text, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        var now = (text ?? "").Trim().ReplaceLineEndings("\n");
        if (now.Length > ReportBook.Longest)
        {
            Mine = now;
            return await Refused(ReportProblems.LongBlock, ct);
        }
        if (now.Length == 0 && kind is not (BlockKind.Problems or BlockKind.Tasks)) return Back(block: after);
        // Lines written freely are paragraphs each; a table or a chart is one piece.
        IReadOnlyList<ReportBlock> added = kind is BlockKind.Paragraph ? [.. now.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => ReportBlock.New(kind, l))] : [ReportBlock.New(kind, now)];
        await Book.Change(id, "改", blocks =>
        {
            var at = blocks.ToList().FindIndex(b => b.Id == after) + 1;
            return [.. blocks.Take(at), .. added, .. blocks.Skip(at)];
        }, ct);
        return Back("加进来了。", added[^1].Id);
    }

    /// <summary>Moves a block up or down.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, string block, int by, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        await Book.Change(id, "改", blocks =>
        {
            var list = blocks.ToList();
            var at = list.FindIndex(b => b.Id == block);
            var to = at + Math.Sign(by);
            if (at < 0 || to < 0 || to >= list.Count) return blocks;
            (list[at], list[to]) = (list[to], list[at]);
            return list;
        }, ct);
        return Back(block: block);
    }

    /// <summary>Fills a cell of a table that is typed.</summary>
    public async Task<IActionResult> OnPostCellsAsync(Guid id, string block, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        var typed = Request.Form.Where(f => f.Key.StartsWith("c:", StringComparison.Ordinal)).Select(f => (Key: f.Key[2..].Split('|', 2), Value: f.Value.ToString())).Where(f => f.Key.Length == 2).ToList();
        await Book.Change(id, "填表", blocks => [.. blocks.Select(b => b.Id == block && b.Kind is BlockKind.Table ? b with { Text = typed.Aggregate(TableText.Read(b.Text), (t, c) => t.With(c.Key[0], c.Key[1], c.Value)).ToString() } : b)], ct);
        return Back("填好了。", block);
    }

    /// <summary>Makes a remark; the county's staff may, too.</summary>
    public async Task<IActionResult> OnPostSayAsync(Guid id, Guid next, string? block, string? text, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Remarks) return NotFound();
        if (string.IsNullOrWhiteSpace(text)) return await Refused(ReportProblems.NoWord, ct);
        if (text.Length > 1000) return await Refused(ReportProblems.LongWord, ct);
        if (!Uuid.IsAcceptable(next)) return await Refused(EntryProblems.BadId, ct);
        await Desk.Session.Write(async c =>
        {
            if (await Desk.Session.Db.Set<ReportComment>().FindAsync([next], c) is not null) return;
            Desk.Session.Db.Add(new ReportComment { Id = next, Report = id, Block = Text.Blocks.Any(b => b.Id == block) ? block : null, Text = text.Trim(), By = Desk.User.Account, ByName = Desk.User.Name, At = Desk.Clock.Now });
        }, ct);
        return Back("意见记下了，写的人打开就看得到。");
    }

    /// <summary>Marks a remark as dealt with.</summary>
    public async Task<IActionResult> OnPostDealtAsync(Guid id, Guid comment, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Remarks) return NotFound();
        await Desk.Session.Write(async c =>
        {
            if (await Desk.Session.Db.Set<ReportComment>().SingleOrDefaultAsync(x => x.Id == comment && x.Report == id && x.DealtAt == null, c) is { } one && (Writes || one.By == Desk.User.Account))
                (one.DealtAt, one.DealtBy) = (Desk.Clock.Now, Desk.User.Name);
        }, ct);
        return Back("这条意见处理了。");
    }

    /// <summary>Keeps the text as a template of her organisation.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(Guid id, Guid next, string? name, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Writes) return NotFound();
        if (string.IsNullOrWhiteSpace(name)) return await Refused(ReportProblems.NoName, ct);
        if (!Uuid.IsAcceptable(next)) return await Refused(EntryProblems.BadId, ct);
        await Desk.Session.Write(async c =>
        {
            if (await Desk.Session.Db.Set<ReportTemplate>().FindAsync([next], c) is not null) return;
            Desk.Session.Db.Add(new ReportTemplate { Id = next, Name = name.Trim()[..Math.Min(60, name.Trim().Length)], Kind = Report.Kind ?? "annual", Org = Report.Org, Body = Text.Body, By = Desk.User.Account, At = Desk.Clock.Now });
        }, ct);
        return Back("存成模板了，下次“写总结”时可以选它。");
    }

    /// <summary>Says no on the page itself, with what she had written.</summary>
    private Task<IActionResult> Refused(Problem problem, CancellationToken ct, int status = 422)
    {
        Response.StatusCode = status;
        ModelState.AddModelError(problem.Field ?? "text", problem.Text);
        return Show(ct);
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        NextId = Uuid.New(Desk.Clock.Now);
        Document = await Compose(ct);
        Comments = [.. (await Desk.Session.Db.Set<ReportComment>().AsNoTracking().Where(c => c.Report == Report.Id).OrderBy(c => c.At).ToListAsync(ct)).OrderBy(c => c.DealtAt is not null)];
        Publications = await Publisher.Of(Report.Id, ct);
        if (After is not null && Writes) Offered = await Offer(ct);
        return Page();
    }

    /// <summary>Paragraphs of the customary template whose figures are not in the document yet and have something behind them.</summary>
    private async Task<IReadOnlyList<ComposedBlock>> Offer(CancellationToken ct)
    {
        var have = Document.Blocks.SelectMany(b => FigureToken.In(b.Block.Text)).Select(t => (t.Token.Measure, t.Token.Conditions)).ToHashSet();
        var level = new Branch(Report.Place).Depth;
        var pool = ReportBlock.Parse(ShippedTemplates.For("annual", level).Text).Where(b => b.Kind is BlockKind.Paragraph && FigureToken.In(b.Text).Any(t => !FigureToken.Words.Contains(t.Token.Measure)))
            .Where(b => !FigureToken.In(b.Text).Any(t => have.Contains((t.Token.Measure, t.Token.Conditions)))).ToList();
        var composed = await new Composer(Desk.Session, Reference, Desk.Today, Asker.Of(Desk)).Compose(pool, new Branch(Report.Place), Report.Days, ct: ct);
        return [.. composed.Shown.Take(Offers)];
    }
}
