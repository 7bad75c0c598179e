using HalfSky.Kernel;
using HalfSky.Modules.Reports.Templates;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Documents;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>写总结: from the customary template, an own one, last year's report, or the .docx of last year, whose voice stays the office's.</summary>
[Needs("report.record")]
public sealed class NewReportPage(Desk desk, Recording recording) : AppPage(desk)
{
    private readonly ReportBook book = new(desk, recording);

    /// <summary>Id of the new report.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>Kind.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Period.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    /// <summary>Number of the place.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>Title; the customary one when it is left empty.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Template: a key, an id, “report:id” for the text of another report, “file” or “empty”.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    /// <summary>Kinds, with their names.</summary>
    public IReadOnlyList<Kind> Kinds { get; private set; } = [];

    /// <summary>Places she writes for.</summary>
    public IReadOnlyList<Node> Places { get; private set; } = [];

    /// <summary>Templates offered.</summary>
    public IReadOnlyList<(string Key, string Name, IReadOnlyList<ReportBlock> Blocks)> Templates { get; private set; } = [];

    /// <summary>Earlier reports of that place whose text can be taken on.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Earlier { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        await Fill(ct);
        Id = Uuid.New(Desk.Clock.Now);
        Period ??= Desk.Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Begins the report.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        await Fill(ct);
        if (Kinds.All(k => k.Code != Kind)) Kind = Kinds[0].Code;
        var wrong = new List<Problem>();
        if (!HalfSky.Kernel.Period.TryParse(Period?.Trim(), null, out var days)) wrong.Add(ReportProblems.BadPeriod);
        if (Places.FirstOrDefault(p => p.Number.ToString() == Place) is not { } place) throw new Refusal([.. wrong, ReportProblems.BadPlace]);
        if (Template == "file" && (file is null || file.Length == 0)) wrong.Add(ReportProblems.NoFile);
        if (wrong.Count > 0) throw new Refusal([.. wrong]);
        var (blocks, deed) = await Blocks(file, place, days, ct);
        var title = string.IsNullOrWhiteSpace(Title) ? Titled(place, days) : Title.Trim();
        if (title.Length > 100) throw new Refusal(new Problem("field.text", "标题最多 100 个字，请删短一些。", "Title"));
        var org = Reference.Organizations.All.FirstOrDefault(o => o.Place == place.Number.Value && !o.Ended && ReportBook.MayWrite(Desk.User, o.Number))?.Number ?? Desk.User.Home ?? Branch.Root;
        await book.Begin(new Report { Id = Id, Title = title, Kind = Kind, Period = days.Key, Place = place.Number.Value, Org = org.Value, Recipient = Recipient(org) }, blocks, deed, ct);
        Toast = Template == "file" ? "去年的总结读进来了。下面把里面的数一个个认出来，确认一下。" : "起好草稿了，数字都是台账里的。";
        return Redirect($"/reports/{Id}" + (Template == "file" ? "/learn" : ""));
    }

    private async Task<(IReadOnlyList<ReportBlock>, string)> Blocks(IFormFile? file, Node place, Period days, CancellationToken ct)
    {
        switch (Template)
        {
            case "empty":
                return ([], "起草");
            case "file":
                if (file!.Length > AttachmentFiles.Limit) throw new Refusal(new Problem("report.size", "文件超过 10 MB。去掉里面的照片再传。", "file"));
                using (var content = new MemoryStream())
                {
                    await file.CopyToAsync(content, ct);
                    var read = file.FileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? IncomingDocument.ReadText(content.ToArray()) : IncomingDocument.Read(content.ToArray());
                    return (LastYear.Blocks(read, days), "从去年的总结读入");
                }
            case { } text when text.StartsWith("report:", StringComparison.Ordinal) && Guid.TryParse(text[7..], out var other):
                if (await book.Find(other, Desk.User.Scope("report.read"), ct) is not { } earlier) throw new Refusal(ReportProblems.NoTemplate);
                return ((await book.Text(earlier.Id, ct)).Blocks, $"照《{(earlier.Title.Length > 40 ? earlier.Title[..40] + "…" : earlier.Title)}》起草");
            default:
                var chosen = Templates.FirstOrDefault(t => t.Key == Template);
                if (chosen.Key is null && !string.IsNullOrEmpty(Template)) throw new Refusal(ReportProblems.NoTemplate);
                return (chosen.Blocks ?? await new Composer(Desk.Session, Reference, Desk.Today, Asker.Of(Desk)).Trimmed(ReportBlock.Parse(ShippedTemplates.For(Kind!, place.Number.Depth).Text), place.Number, days, ct), "起草");
        }
    }

    private string Titled(Node place, Period days) => Kind switch
    {
        "plan" => $"{place.Name}妇联{days.Label}工作计划",
        "briefing" => $"{place.Name}妇联工作简报（{days.Label}）",
        "return" => $"{place.Name}妇联{days.Label}工作报表",
        _ => $"{place.Name}妇联{days.Label}工作总结",
    };

    /// <summary>The federation above.</summary>
    private string? Recipient(Branch org) => org.Parent is { } above && Reference.Organizations.Find(above.Value) is not null ? Signers.Of(Reference, above.Value) : null;

    private async Task Fill(CancellationToken ct)
    {
        await Take(ct);
        Kinds = [.. Reference.KindsOf(Reference.Register("report")!["kind"]).Items];
        var home = await Desk.HomePlace(ct);
        Places = [.. Reference.Places.All.Where(n => !n.Ended && home.Contains(n.Number) && n.Number.Depth <= 3)];
        Kind ??= "annual";
        Place ??= home.ToString();
        Templates = await book.Own(ct);
        var register = Reference.Register("report")!;
        var earlier = new List<(Guid, string)>();
        var query = new Platform.Data.Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(EntryStates.Count);
        foreach (var row in (await query.List(["id", "title"], [new("date", true), new("id", true)], 0, 20, ct)).Rows) earlier.Add(((Guid)row[0]!, (string)row[1]!));
        Earlier = earlier;
    }
}
