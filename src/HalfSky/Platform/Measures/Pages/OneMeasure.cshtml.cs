using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>One measure 口径与数字: the figure, what it means, months, split, entries behind it; all of one question.</summary>
[Needs("any.measure")]
public sealed class OneMeasurePage(Desk desk, Names names, Reporting reporting) : AskPage(desk)
{
    // The newest are held against today entry by entry; older ones say so when they are opened.
    private const int MostRows = 100, MostCompared = 3;

    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>The figure.</summary>
    public Reading Now { get; private set; } = null!;

    /// <summary>The same days a year before.</summary>
    public Reading Then { get; private set; } = null!;

    /// <summary>The days just before.</summary>
    public Reading Before { get; private set; } = null!;

    /// <summary>What was reported of the same days a year before; null where nothing was.</summary>
    public ReportedFigure? ReportedThen { get; private set; }

    /// <summary>Reports of this place and period, newest first, with who made them and what is known now.</summary>
    public IReadOnlyList<(ReportedFigure Figure, string Who, Difference? Difference)> Reports { get; private set; } = [];

    /// <summary>Last year's figure to compare with: the reported one before the one known now (D16).</summary>
    public long? Compared => ReportedThen?.Value ?? (Then.IsSilent ? null : Then.Value);

    /// <summary>29 February lies in one of the two years compared.</summary>
    public bool LeapDay { get; private set; }

    /// <summary>What it is to reach here and now; null where no target was set.</summary>
    public Aim? Aim { get; private set; }

    /// <summary>The last years, each with the sum so far; empty for what does not add up.</summary>
    public IReadOnlyList<(int Year, long Value, long Sum)> Years { get; private set; } = [];

    /// <summary>Conditions in words, with the address without each.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Conditions { get; private set; } = [];

    /// <summary>Splits offered here.</summary>
    public IReadOnlyList<Split> Splits { get; private set; } = [];

    /// <summary>The split shown.</summary>
    public Split Split { get; private set; } = null!;

    /// <summary>Rows of the split.</summary>
    public IReadOnlyList<SplitRow> Rows { get; private set; } = [];

    /// <summary>Villages in which nothing was recorded.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>Months.</summary>
    public TrendChart Chart { get; private set; } = null!;

    /// <summary>The newest entries behind it.</summary>
    public EntryRows Entries { get; private set; } = null!;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Value)> Carried => [.. Query.Conditions, ("by", Split.Key)];

    /// <summary>Where its entries are.</summary>
    public string EntriesAt => $"/measures/{Measure.Key}/entries{Query}";

    /// <summary>One row of the split.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Slice">Its figures.</param>
    /// <param name="Then">Last year's figure; null where there was none.</param>
    /// <param name="To">The same measure asked for this row alone.</param>
    /// <param name="Entries">Its entries.</param>
    public sealed record SplitRow(string Name, Slice Slice, long? Then, string To, string Entries);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        await Take(ct);
        if (Reference.Measure(key) is not { } measure || Desk.Counts(measure.Register).IsEmpty) return NotFound();
        Measure = measure;
        await Ask(measure, Period.YearOf(Desk.Today), ct);
        Splits = SplitsAt();
        Split = Splits.FirstOrDefault(s => s.Key == Query.By.FirstOrDefault()) ?? Splits[0];
        var evaluator = await Desk.Evaluator(ct);
        var scope = Desk.Counts(measure.Register);
        var ask = Query.Ask with { By = [Split.Key] };
        Now = await evaluator.Read(measure, ask, scope, ct);
        Then = await evaluator.Read(measure, ask with { Period = evaluator.YearBefore(ask.Period) }, scope, ct);
        LeapDay = evaluator.YearBefore(ask.Period).Days != (ask.Period.Contains(Desk.Today) ? Period.Between(ask.Period.From, Desk.Today) : ask.Period).Days;
        Before = await evaluator.Read(measure, ask with { Period = evaluator.Before(ask.Period), By = null }, scope, ct);
        ReportedThen = await reporting.OfDays(measure, Query, evaluator.YearBefore(ask.Period), ct);
        Reports = await ReportsOf(ct);
        Aim = (await Targets.Read(Desk.Session, Reference, TargetScope, Query.Ask.Place, Query.Period, ct)).Of(measure, Query.Conditions);
        Years = await YearsOf(evaluator, ask with { By = null }, scope, ct);
        Rows = await RowsOf(scope, ct);
        if (Split.Key == "village") Silent = SilentVillages(ask.Place);
        Chart = await Draw(evaluator, ask with { By = null }, scope, ct);
        Entries = await EntryRows.Read(Desk, names, measure, ask with { By = null }, 0, 5, ct);
        Conditions = await ConditionWords.Of(Query, measure, Reference, names, scope, ct);
        return Page();
    }

    private async Task<IReadOnlyList<(ReportedFigure, string, Difference?)>> ReportsOf(CancellationToken ct)
    {
        var reports = await reporting.Of(Measure, Query, ct);
        var by = reports.Select(r => r.ReportedBy).Distinct().ToList();
        var accounts = by.Count == 0 ? [] : await Desk.Session.Db.Set<Account>().AsNoTracking().Where(a => by.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var shown = new List<(ReportedFigure, string, Difference?)>();
        foreach (var (i, report) in reports.Index())
            shown.Add((report, accounts.GetValueOrDefault(report.ReportedBy, ""), i < MostCompared && report.IsWhole() ? await Difference.Read(Desk, report, Measure, ct) : null));
        return shown;
    }

    /// <summary>A value of this measure as it stands in a cell.</summary>
    public string Shown(long? value) => value is { } v ? new Figure(v, Measure.Unit).Number : "—";

    /// <summary>A row's figure: its share for a ratio.</summary>
    public string Shown(Slice slice) => slice.Whole is { } whole
        ? whole == 0 ? "—" : Shown((long)Math.Round(slice.Value * 10_000m / whole, MidpointRounding.AwayFromZero))
        : Shown(slice.Value);

    /// <summary>What must be said about adding the rows up (D15); empty when they do.</summary>
    public string Overlap => Measure.Kind is MeasureKind.Ratio ? "比率不能相加，合计由分子、分母另算。"
        : Now.Overlap > 0 ? $"合计去重，分项之和多 {Shown(Now.Overlap)}。"
        : Now.Overlap < 0 ? $"分项之和少 {Shown(-Now.Overlap)}：有的没填{Split.Label}。" : "";

    /// <summary>Places below the one chosen, months, declared fields.</summary>
    private IReadOnlyList<Split> SplitsAt()
    {
        var depth = Query.Ask.Place.Depth;
        return [.. Split.Of(Measure, Reference).Where(s => s.Key switch
        {
            "township" => depth < 2,
            "village" => depth < 3,
            "grid" => depth >= 3,
            "quarter" or "year" => false,
            _ => true,
        })];
    }

    /// <summary>The last five years with what they add up to so far; only for what adds up.</summary>
    private async Task<IReadOnlyList<(int Year, long Value, long Sum)>> YearsOf(Evaluator evaluator, Ask ask, Scope scope, CancellationToken ct)
    {
        if (Measure.Kind is not MeasureKind.Flow || !Measure.Additive) return [];
        var last = ask.Period.Last.Year;
        var years = (await evaluator.Read(Measure, ask with { Period = new(new(last - 4, 1, 1), new(last + 1, 1, 1)), By = ["year"] }, scope, ct)).Slices
            .OrderBy(s => s.Keys[0], StringComparer.Ordinal).ToList();
        var sum = 0L;
        return [.. years.Select(y => (int.Parse(y.Keys[0]!, System.Globalization.CultureInfo.InvariantCulture), y.Value, sum += y.Value))];
    }

    private async Task<IReadOnlyList<SplitRow>> RowsOf(Scope scope, CancellationToken ct)
    {
        var before = Then.Slices.ToDictionary(s => s.Keys[0] ?? "", s => s);
        var known = Split.Field is null ? [] : await names.Of(Reference,
            Now.Slices.Where(s => Guid.TryParse(s.Keys[0], out _)).Select(s => (Split.Field, (object?)Guid.Parse(s.Keys[0]!))), scope, ct);
        var ordered = Split.Field is { Type: FieldType.Kind or FieldType.Kinds } field
            ? Now.Slices.OrderBy(s => Place(field, s.Keys[0]))
            : Split.Field is null ? Now.Slices.OrderBy(s => s.Keys[0], StringComparer.Ordinal) : Now.Slices.OrderByDescending(s => s.Value);
        return [.. ordered.Take(MostRows).Select(s =>
        {
            var with = Below(s.Keys[0]) is { } place ? Query.At(place) : Query.With(Split.Key, Split.Condition(s.Keys[0]));
            return new SplitRow(Split.NameOf(s.Keys[0], Reference, known), s, before.GetValueOrDefault(s.Keys[0] ?? "")?.Value,
                $"/measures/{Measure.Key}{with}", $"/measures/{Measure.Key}/entries{with}");
        })];

        int Place(Field kinds, string? code) => code is null ? int.MaxValue
            : Reference.KindsOf(kinds).Items.Select((k, i) => (k.Code, i)).Where(k => k.Code == code).Select(k => k.i).FirstOrDefault(int.MaxValue - 1);
    }

    /// <summary>The place a row stands for, unless it is what was recorded at the place above itself.</summary>
    private Branch? Below(string? key) =>
        Split.Key is "township" or "village" or "grid" && Branch.TryParse(key, null, out var place) && place.Depth == (Split.Key == "township" ? 2 : Split.Key == "village" ? 3 : 4) ? place : null;

    private IReadOnlyList<string> SilentVillages(Branch place)
    {
        var spoken = Now.Slices.Select(s => s.Keys[0]).ToHashSet();
        return [.. Reference.Places.AtDepth(place, 3).Where(n => !n.Ended && !spoken.Contains(n.Number.ToString())).Select(n => n.Name)];
    }

    /// <summary>The months of the years asked for; the year before beside them where it costs one question, not twelve.</summary>
    private async Task<TrendChart> Draw(Evaluator evaluator, Ask ask, Scope scope, CancellationToken ct)
    {
        var years = new Period(new(ask.Period.From.Year, 1, 1), new(ask.Period.Last.Year + 1, 1, 1));
        if (years.From.Year < ask.Period.Last.Year - 1) years = new(new(ask.Period.Last.Year - 1, 1, 1), years.To);
        var now = await evaluator.Trend(Measure, ask with { Period = years }, scope, ct);
        var cheap = Measure.Kind is not MeasureKind.Ratio && Measure.Reached is null && years.From.Year == ask.Period.Last.Year;
        var then = cheap ? await evaluator.Trend(Measure, ask with { Period = years.SamePeriodLastYear() }, scope, ct) : [];
        return new(Measure, now, then, Desk.Today);
    }
}
