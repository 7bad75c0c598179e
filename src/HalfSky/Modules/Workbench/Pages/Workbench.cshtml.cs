using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Workbench.Pages;

/// <summary>A flow of this month with the year to date.</summary>
public sealed record MonthFigure(Measure Measure, Reading Month, Reading Year, string AtMonth, string AtYear);

/// <summary>The workbench 工作台: today's few things, hers and others', coverage, the month's figures; a village's exec finds her families.</summary>
[SignedIn]
public sealed class WorkbenchPage(Desk desk, DutyLines book, Names names) : AppPage(desk)
{
    private const int MostFigures = 10;

    /// <summary>Works in one village: sees families instead of villages.</summary>
    public bool InVillage { get; private set; }

    /// <summary>Nothing was recorded yet.</summary>
    public bool FirstDay { get; private set; }

    /// <summary>Name of her place.</summary>
    public Node Home { get; private set; } = null!;

    /// <summary>At most three things.</summary>
    public IReadOnlyList<Matter> Today { get; private set; } = [];

    /// <summary>我要办的.</summary>
    public IReadOnlyList<Matter> Mine { get; private set; } = [];

    /// <summary>Open duties in all.</summary>
    public int Open { get; private set; }

    /// <summary>等别人的.</summary>
    public IReadOnlyList<Matter> Others { get; private set; } = [];

    /// <summary>Her families.</summary>
    public IReadOnlyList<Family> Families { get; private set; } = [];

    /// <summary>Coverage by village.</summary>
    public CoverageMap? Map { get; private set; }

    /// <summary>The month's figures.</summary>
    public IReadOnlyList<MonthFigure> Figures { get; private set; } = [];

    /// <summary>“早上好”.</summary>
    public string Greeting => Desk.Clock.WallTimeOf(Desk.Clock.Now).Hour switch { < 5 => "夜深了", < 11 => "早上好", < 13 => "中午好", < 18 => "下午好", _ => "晚上好" };

    /// <summary>Day, weekday, lunar day, what is near.</summary>
    public string Sentence => string.Join(" · ", new[]
    {
        ChineseDates.Long(Desk.Today) + " " + ChineseDates.Weekday(Desk.Today), ChineseDates.Lunar(Desk.Today), Occasions.Near(Desk.Today),
    }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>Form she records most with.</summary>
    public Register? Recorded { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        var place = await Desk.HomePlace(ct);
        Home = Reference.Places.Find(place.Value) ?? new Node(place, "");
        InVillage = Desk.User.Home is { Depth: >= 3 };
        Recorded = Reference.Registers.FirstOrDefault(r => r.Key == WorkbenchModule.Visit && Desk.User.May(r.Permission("record")))
            ?? Reference.Registers.FirstOrDefault(r => Desk.User.May(r.Permission("record")));
        var agenda = new Agenda(Desk, book);
        var hers = await book.Hers(Reference, ct);
        var duties = InVillage ? hers : book.Within(book.Seen(Reference));
        Open = await duties.CountAsync(d => d.State == DutyState.Open, ct);
        if (InVillage)
        {
            Families = await new Families(Desk, names).Read(Reference, ct);
            Mine = [.. await agenda.Today(Reference, hers.Where(d => false), "mine", ct), .. await agenda.Hers(Reference, ct)];
        }
        else
        {
            Today = await agenda.Today(Reference, duties, "org", ct);
            Mine = await agenda.Villages(Reference, duties, ct);
            Map = await CoverageMap.Read(Desk, Reference, place, Period.QuarterOf(Desk.Today), ct);
            Others = [.. await agenda.Others(Reference, ct), .. Silent()];
        }
        Figures = await Month(place, ct);
        FirstDay = Families.Count == 0 && Open == 0 && Figures.All(f => f.Year.IsSilent);
    }

    /// <summary>Villages without a visit this quarter.</summary>
    private IEnumerable<Matter> Silent()
    {
        if (Map is null || Map.Recorded == Map.Villages) yield break;
        var quarter = Period.QuarterOf(Desk.Today);
        yield return new("soon", "clock", $"{quarter.Last:MM-dd} 前", $"{Map.Villages - Map.Recorded} 个村本季还没有走访记录", $"{Map.Recorded}/{Map.Villages} 村有记录；没有记录不等于没去", $"看 {Map.Villages - Map.Recorded} 个村",
            $"/measures/{WorkbenchModule.Visits}{AskQuery.Address(Home.Number, quarter)}&by=village");
    }

    /// <summary>What happened this month, with the year so far.</summary>
    private async Task<IReadOnlyList<MonthFigure>> Month(Branch place, CancellationToken ct)
    {
        var evaluator = await Desk.Evaluator(ct);
        var (month, year) = (Period.MonthOf(Desk.Today), Period.YearOf(Desk.Today));
        var figures = new List<MonthFigure>();
        foreach (var measure in Reference.Measures.Where(m => m.Kind is MeasureKind.Flow && !Desk.Counts(m.Register).IsEmpty).Take(MostFigures))
        {
            var scope = Desk.Counts(measure.Register);
            figures.Add(new(measure, await evaluator.Read(measure, new(place, month), scope, ct), await evaluator.Read(measure, new(place, year), scope, ct),
                $"/measures/{measure.Key}{AskQuery.Address(place, month)}", $"/measures/{measure.Key}{AskQuery.Address(place, year)}"));
        }
        // What nobody has recorded this year is named on the board; here it would only crowd what was.
        return figures.Exists(f => f.Year.Value > 0) ? figures.FindAll(f => f.Year.Value > 0) : figures;
    }
}
