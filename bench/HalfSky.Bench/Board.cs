using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>
/// The county's board: seventy figures of the running year over many entries of many registers, as the page reads them. Before every
/// reading one visit is recorded, so that what is read is live. Beside it the same figures asked of the entries one by one.
/// </summary>
internal sealed class Board(BenchDatabase database, CountyKeys keys, Report report, Action<string> say)
{
    private const int Figures = 70;
    private static readonly Scope Everything = Scope.Whole("the bench reads the whole county's board");
    private readonly Random random = new(70);

    /// <summary>Loads so many entries and measures.</summary>
    public async Task<double> Run(int entries, int samples)
    {
        await using var house = await InProcess.Open(database);
        await house.Run<bool>(null, services => new Ledgers(keys, say).Fill(services, entries));
        var name = $"board: {Figures} figures of {entries:#,##0} entries";
        Times board = new("board"), months = new("months"), page = new("page"), alone = new("entries");
        IReadOnlyList<Measure> measures = [];
        await house.Run<bool>(null, async services =>
        {
            var (session, reference, today) = await Take(services);
            measures = Choose(reference);
            var ask = new Ask(Branch.Root, Period.YearOf(today));
            var told = await new TallyReader(session, reference, today).Read(measures, ask, _ => Everything);
            var evaluator = new Evaluator(session, reference, today);
            var reader = new TallyReader(session, reference, today);
            say("asked of the entries: " + string.Join(", ", measures.Where(m => m.Kind is not MeasureKind.Ratio && !reader.Holds(m, ask)).Select(m => m.Key)));
            foreach (var (measure, reading) in measures.Zip(told))
                report.Demand(measure.Key, (await alone.Add(() => evaluator.Read(measure, ask, Everything))).Value ?? -1, reading.Value ?? -1);
            return true;
        });
        say($"{measures.Count} figures equal to the entries' own, which take {alone.P50:0.0} ms each at the median, {alone.Count / alone.Rate * 1000:#,##0} ms together");
        await using var host = await HostProcess.Measure(database, keys, 1, report, say);
        using var web = new Web(host.Address, keys);
        await web.Page("/measures", county: true);
        for (var i = 0; i < samples; i++)
        {
            var before = await Visits(house);
            await house.Run(keys.Officer, s => s.GetRequiredService<Recording>().Create("visit", Uuid.New(DateTime.UtcNow),
                new(new Dictionary<string, string?> { ["person"] = keys.People[random.Next(keys.People.Count)].ToString(), ["date"] = keys.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) })));
            await house.Run<bool>(null, async services =>
            {
                var (session, reference, today) = await Take(services);
                var (reader, ask) = (new TallyReader(session, reference, today), new Ask(Branch.Root, Period.YearOf(today)));
                await board.Add(() => reader.Read(measures, ask, _ => Everything));
                await months.Add(() => reader.Months(measures, ask, _ => Everything));
                return true;
            });
            report.Demand("the visit just recorded", before + 1, await Visits(house));
            await page.Add(() => web.Page("/measures", county: true));
        }
        report.Add(name, [board, months, page]);
        say($"{name}: {board.P50:0.0} ms at the median, the whole page of {page.P50:0.0} ms");
        return board.P50;
    }

    private static async Task<long> Visits(InProcess house) => await house.Run(null, async services =>
    {
        var (session, reference, today) = await Take(services);
        return (await new TallyReader(session, reference, today).Read([reference.Measure("visit.times")!], new(Branch.Root, Period.YearOf(today)), _ => Everything))[0].Value ?? 0;
    });

    private static async Task<(Session, Reference, DateOnly)> Take(IServiceProvider services)
    {
        var session = services.GetRequiredService<Session>();
        return (session, await services.GetRequiredService<ReferenceSource>().Take(session), services.GetRequiredService<Clock>().Today);
    }

    /// <summary>Every third one holds things counted once, as on a real board; the rest add up, hold between two days or are shares.</summary>
    private static IReadOnlyList<Measure> Choose(Reference reference)
    {
        var offered = reference.Measures.Where(m => !Ledgers.Left.Contains(m.Register.Key) && m.Register.Whole is null).ToList();
        var visits = reference.Measures.Where(m => m.Register.Key == "visit").ToList();
        return [.. visits, .. offered.OrderBy(m => m.DistinctKey is null ? 1 : 0).ThenBy(m => m.Key, StringComparer.Ordinal).Take(Figures - visits.Count)];
    }
}
