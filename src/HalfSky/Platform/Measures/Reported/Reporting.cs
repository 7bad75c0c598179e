using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Reported;

/// <summary>Reports figures: freezes one with all that is behind it, and finds those reported before.</summary>
public sealed class Reporting(Desk desk, Vault vault)
{
    /// <summary>May report figures.</summary>
    public const string Permission = "any.report";

    /// <summary>What would be reported now: the verified value over the days gone by.</summary>
    public async Task<Reading> Preview(Measure measure, AskQuery query, CancellationToken ct) =>
        await (await desk.Evaluator(ct)).Read(measure, AskOf(query, desk.Today), CountedBy(desk, measure), ct);

    /// <summary>Freezes the figure. Sent again, the same report stands.</summary>
    /// <exception cref="Refusal">Nothing can be reported.</exception>
    public Task<ReportedFigure> Report(Guid id, Measure measure, AskQuery query, CancellationToken ct) => desk.Session.Write(async c =>
    {
        if (!Uuid.IsAcceptable(id)) throw new Refusal(EntryProblems.BadId);
        if (await desk.Session.Db.Set<ReportedFigure>().FindAsync([id], c) is { } known)
            return known.ReportedBy == desk.User.Account && known.Measure == measure.Key ? known : throw new Refusal(EntryProblems.Taken);
        if (Refused(query) is { } no) throw new Refusal(no);
        return await Froze(id, measure, query, c) ?? throw new Refusal(Nothing);
    }, ct);

    /// <summary>Freezes the figure within the caller's transaction; null where nothing verified is behind it.</summary>
    public async Task<ReportedFigure?> Froze(Guid id, Measure measure, AskQuery query, CancellationToken ct)
    {
        var reference = await desk.Source.Take(desk.Session, ct);
        var (ask, scope) = (AskOf(query, desk.Today), CountedBy(desk, measure));
        var evaluator = new Evaluator(desk.Session, reference, desk.Today);
        var reading = await evaluator.Read(measure, ask, scope, ct);
        if (reading.Value is not { } value || reading.IsSilent) return null;
        var list = await ListOf(evaluator, reference, measure, ask, scope, ct);
        var figure = new ReportedFigure
        {
            Id = id, Measure = measure.Key, Label = measure.Label, Version = measure.Version,
            Wording = string.Join('\n', Wording.Of(measure, reference).Append(("报出的数", "只算已核的，待核的没有算进去。")).Select(w => $"{w.Item1}：{w.Item2}")),
            Conditions = ConditionsOf(query), Place = query.Place.Value, Period = query.Narrowed.Key, From = ask.Period.From, Through = ask.Period.Last,
            Value = value, Part = reading.Part, Whole = reading.Whole, Scope = string.Join(',', scope.Branches), Org = desk.User.Home?.Value ?? Branch.Root.Value,
            List = list.Pack(), Entries = list.Part.Count + list.Whole.Count, ReportedBy = desk.User.Account, ReportedAt = desk.Clock.Now,
        };
        figure.Hash = FrozenList.HashOf(figure);
        desk.Session.Db.Add(figure);
        var payload = new System.Text.Json.Nodes.JsonObject { ["measure"] = measure.Key, ["value"] = value, ["hash"] = Convert.ToHexStringLower(figure.Hash) };
        desk.Session.Db.Add(EventRow.Make(vault, desk.Clock, desk.User.Account, "measure", id, figure.Org, figure.Place, "reported", 1, payload.ToJsonString()));
        return figure;
    }

    /// <summary>Why the question cannot be reported; null where it can.</summary>
    public static Problem? Refused(AskQuery query) => query.Conditions.Any(c => c.Name == "state")
        ? new("report.state", "报出的数只算已核的。请先去掉“核验”这个条件。") : query.Narrowed.From > query.Narrowed.Last ? Nothing : null;

    /// <summary>There is nothing verified.</summary>
    public static Problem Nothing { get; } = new("report.nothing", "这一段还没有核过的记录，没有数可报。请先核验，再来报。");

    /// <summary>Reports of a place and period, newest first, that the reader may see.</summary>
    public async Task<IReadOnlyList<ReportedFigure>> Of(Measure measure, AskQuery query, CancellationToken ct)
    {
        var (place, period, conditions) = (query.Place.Value, query.Narrowed.Key, ConditionsOf(query));
        var all = await desk.Session.Db.Set<ReportedFigure>().AsNoTracking()
            .Where(r => r.Measure == measure.Key && r.Place == place && r.Period == period && r.Conditions == conditions).OrderByDescending(r => r.ReportedAt).Take(20).ToListAsync(ct);
        return Seen(all, measure);
    }

    /// <summary>The newest report of exactly those days; null where none was made.</summary>
    public async Task<ReportedFigure?> OfDays(Measure measure, AskQuery query, Period days, CancellationToken ct)
    {
        var (place, from, last, conditions) = (query.Place.Value, days.From, days.Last, ConditionsOf(query));
        var all = await desk.Session.Db.Set<ReportedFigure>().AsNoTracking()
            .Where(r => r.Measure == measure.Key && r.Place == place && r.From == from && r.Through == last && r.Conditions == conditions).OrderByDescending(r => r.ReportedAt).Take(20).ToListAsync(ct);
        return Seen(all, measure).FirstOrDefault();
    }

    /// <summary>A report the reader may see; null else.</summary>
    public async Task<ReportedFigure?> Find(Measure measure, Guid id, CancellationToken ct) =>
        await desk.Session.Db.Set<ReportedFigure>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Measure == measure.Key, ct) is { } one ? Seen([one], measure).FirstOrDefault() : null;

    /// <summary>The question of a report, asked again by today's knowledge of its days.</summary>
    public static Ask AskAgain(ReportedFigure figure, Measure measure, Reference reference)
    {
        var query = AskQuery.Read(QueryHelpers.ParseQuery(figure.Conditions), measure, reference, new Branch(figure.Place), figure.Days, figure.Through);
        return query.Ask with { Period = figure.Days, By = null, Published = true };
    }

    /// <summary>The entries behind a figure, each with what it adds.</summary>
    public static async Task<FrozenList> ListOf(Evaluator evaluator, Reference reference, Measure measure, Ask ask, Scope scope, CancellationToken ct) => measure.Kind is MeasureKind.Ratio
        ? new(await RowsOf(evaluator, reference, reference.Measure(measure.Part!)!, ask, scope, ct), measure.Whole == Measure.AllVillages ? [] : await RowsOf(evaluator, reference, reference.Measure(measure.Whole!)!, ask, scope, ct))
        : new(await RowsOf(evaluator, reference, measure, ask, scope, ct), []);

    /// <summary>Days gone by, verified entries alone.</summary>
    internal static Ask AskOf(AskQuery query, DateOnly today)
    {
        var ask = query.Ask;
        var days = ask.Period.Contains(today) ? Period.Between(ask.Period.From, today) : ask.Period;
        return ask with { Period = days, By = null, Published = true };
    }

    private static Scope CountedBy(Desk desk, Measure measure) => desk.Counts(measure.Register);

    private IReadOnlyList<ReportedFigure> Seen(IEnumerable<ReportedFigure> figures, Measure measure) => [.. figures.Where(f => f.IsSeenWithin(desk.Counts(measure.Register)))];

    private static string ConditionsOf(AskQuery query) => string.Join('&', query.Conditions.Where(c => c.Name is not ("month" or "quarter" or "year"))
        .OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value)}"));

    private static async Task<IReadOnlyList<FrozenRow>> RowsOf(Evaluator evaluator, Reference reference, Measure measure, Ask ask, Scope scope, CancellationToken ct)
    {
        var counted = measure.Count switch { Aggregate.Distinct d => d.Key, Aggregate.Sum s => s.Key, Aggregate.Max m => m.Key, Aggregate.Villages => "place", _ => null };
        List<string> columns = ["id", "version"];
        if (counted is not null) columns.Add(counted);
        var rows = new List<FrozenRow>();
        await foreach (var row in evaluator.Behind(measure, ask, scope).Stream(columns, [], ct))
        {
            var amount = measure.Count is Aggregate.Sum or Aggregate.Max ? row[2] as long? ?? 0 : 1;
            var key = measure.Count switch
            {
                Aggregate.Distinct => Convert.ToString(row[2], System.Globalization.CultureInfo.InvariantCulture) ?? "",
                Aggregate.Villages => VillageOf(new Branch((long)row[2]!), reference),
                _ => "",
            };
            rows.Add(new((Guid)row[0]!, (int)row[1]!, amount, key));
        }
        return rows;
    }

    /// <summary>The village an entry counts for, under the name it bears now; empty above the village.</summary>
    private static string VillageOf(Branch place, Reference reference)
    {
        if (place.Depth < 3) return "";
        var now = reference.Successors.FirstOrDefault(s => s.Old.Contains(place))?.New ?? place;
        return now.AtDepth(Math.Min(3, now.Depth)).ToString();
    }
}
