using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>The board 数字: every measure she may see, for one place and period, read at once.</summary>
[Needs("any.measure")]
public sealed class BoardPage(Desk desk) : AskPage(desk)
{
    private const double Wide = 64, High = 16;

    /// <summary>One figure of the board.</summary>
    /// <param name="Reading">The figure.</param>
    /// <param name="Spark">Its months as the points of a line; null where they are not known.</param>
    /// <param name="Spoken">The months in words, for who cannot see the line.</param>
    /// <param name="Aim">What it is to reach.</param>
    public sealed record Line(Reading Reading, string? Spark, string Spoken, Aim? Aim);

    /// <summary>Figures of each register that has any; those without a record are named only.</summary>
    public IReadOnlyList<(Register Register, IReadOnlyList<Line> Lines, IReadOnlyList<Measure> Silent)> Groups { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        await Ask(null, Period.YearOf(Desk.Today), ct);
        var registers = Reference.Registers.Where(r => r.Measures.Count > 0 && !Desk.Counts(r).IsEmpty).OrderBy(r => Order(r.Room)).ToList();
        var measures = Reference.Measures.Where(m => registers.Contains(m.Register)).ToList();
        var tally = new TallyReader(Desk.Session, Reference, Desk.Today);
        Access.Scope Counts(Measure m) => Desk.Counts(m.Register);
        var readings = await tally.Read(measures, Query.Ask, Counts, ct);
        var months = new Dictionary<Measure, IReadOnlyList<long?>>(await tally.Months(measures, Query.Ask, Counts, ct));
        // Who sees a part of the county alone: her months are asked of the entries.
        var evaluator = await Desk.Evaluator(ct);
        foreach (var measure in readings.Where(r => !r.IsSilent && r.Measure.Kind is MeasureKind.Flow && !months.ContainsKey(r.Measure)).Select(r => r.Measure))
            months[measure] = [.. (await evaluator.Trend(measure, Query.Ask with { Period = Period.Year(Query.Ask.Period.Last.Year) }, Counts(measure), ct)).Select(m => m.Value)];
        var targets = await Targets.Read(Desk.Session, Reference, TargetScope, Query.Place, Query.Period, ct);
        var lines = readings.Select(r => new Line(r, Spark(months.GetValueOrDefault(r.Measure)), Spoken(months.GetValueOrDefault(r.Measure), r.Measure.Unit), targets.Of(r.Measure, []))).ToLookup(l => l.Reading.Measure.Register);
        Groups = [.. registers.Select(r => (r, (IReadOnlyList<Line>)[.. lines[r].Where(Speaks)], (IReadOnlyList<Measure>)[.. lines[r].Where(l => !Speaks(l)).Select(l => l.Reading.Measure)]))];
        return Page();
    }

    /// <summary>A figure without a record is shown only where it has a target to miss.</summary>
    private static bool Speaks(Line line) => !line.Reading.IsSilent || line.Aim is not null;

    private static int Order(Room room) => room switch { Room.Work => 0, Room.Families => 1, Room.Organization => 2, _ => 3 };

    private static string? Spark(IReadOnlyList<long?>? months)
    {
        if (months is null || months.Count(m => m is not null) < 2 || months.Max() is not > 0) return null;
        var top = (double)months.Max()!.Value;
        return string.Join(' ', months.Select((m, i) => (m, i)).Where(x => x.m is not null).Select(x => string.Create(CultureInfo.InvariantCulture,
            $"{1 + x.i * (Wide - 2) / 11:0.#},{High - 1 - Math.Max(0, x.m!.Value) / top * (High - 2):0.#}")));
    }

    private static string Spoken(IReadOnlyList<long?>? months, Unit unit) =>
        months is null ? "" : "逐月：" + string.Join("，", months.Select((m, i) => (m, i)).Where(x => x.m is not null).Select(x => $"{x.i + 1}月 {new Figure(x.m!.Value, unit).Number}"));
}
