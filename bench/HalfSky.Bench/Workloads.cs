using System.Diagnostics;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>One question asked four ways: bare SQL, the program's services, its programming interface, its page.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Bare">Bare SQL; gives the total.</param>
/// <param name="Engine">The services in this process; gives the total.</param>
/// <param name="Api">Path of the programming interface.</param>
/// <param name="Total">Member of its answer that holds the total.</param>
/// <param name="Page">Path of the page, if there is one.</param>
/// <param name="County">The county asks, not the township.</param>
/// <param name="House">The services.</param>
/// <param name="Web">The host.</param>
internal sealed record Workload(string Name, Func<Task<long>> Bare, Func<IServiceProvider, Task<long>> Engine, string Api, string Total, string? Page, bool County, InProcess House, Web Web)
{
    private const int Block = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    /// <summary>Measures the sides in turns, so that a busy machine hits all of them alike.</summary>
    public async Task Run(int samples, Guid asker, HostProcess host, Report report, Action<string> say)
    {
        await House.Run<bool>(asker, async services =>
        {
            var sides = new List<(Times Times, Func<Task<long>> Work, Func<TimeSpan> Cpu)> { (new("bare"), Bare, Own), (new("engine"), () => Engine(services), Own), (new("api"), () => Web.Api(Api, County), host.Cpu) };
            if (Page is not null) sides.Add((new("page"), () => Web.Page(Page, County), host.Cpu));
            var total = await Bare();
            report.Demand(Name + ", engine", total, await Engine(services));
            report.Demand(Name + ", API", total, await Web.Number(Api, Total, County));
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Math.Max(3, samples / 5) && watch.Elapsed < Longest / 3; i++) foreach (var (_, work, _) in sides) await work();
            watch.Restart();
            for (var i = 0; i < samples && (i < 2 * Block || watch.Elapsed < Longest); i += Block)
            {
                foreach (var (times, work, cpu) in sides)
                {
                    var before = cpu();
                    for (var j = 0; j < Block; j++) await times.Add(work);
                    times.Cpu += cpu() - before;
                }
            }
            report.Add($"{Name} ({total:#,##0})", [.. sides.Select(s => s.Times)]);
            say(Name);
            return true;
        });

        static TimeSpan Own() => Environment.CpuUsage.TotalTime;
    }
}

/// <summary>The reads.</summary>
internal static class Workloads
{
    public static IEnumerable<(Workload Work, Guid Asker)> Reads(CountyKeys keys, Bare bare, InProcess house, Web web)
    {
        var (place, month, years) = (keys.Township, keys.Month.Key, keys.Years);
        Workload List(string name, Func<Task<long>> best, string query, bool county = false) => new(name, best, s => ReadList(s, query),
            "/api/v1/registers/visit/entries?size=50&" + query, "total", "/r/visit?" + query, county, house, web);
        Workload Split(string name, Branch at, bool county) => new(name, () => bare.Split(at), s => ReadSplit(s, at, years),
            $"/api/v1/measures/visit.times?place={at}&from={years.From:yyyy-MM-dd}&to={years.Last:yyyy-MM-dd}&by=month,kind", "value", null, county, house, web);
        yield return (List("list: township, month", () => bare.List(month: true, 0), $"place={place}&month={month}"), keys.Officer);
        yield return (List("list: township, page 50", () => bare.List(month: false, 2450), "page=50"), keys.Officer);
        yield return (Split("month × kind: township", place, false), keys.Officer);
        yield return (Split("month × kind: all", Branch.Root, true), keys.County);
        foreach (var (name, word) in new[] { ("common", BenchCounty.CommonWord), ("rare", BenchCounty.RareWord) })
        {
            var query = "q=" + Uri.EscapeDataString(word);
            yield return (List($"search: {name} word, township", () => bare.Search(word, place), query), keys.Officer);
            yield return (List($"search: {name} word, all", () => bare.Search(word, Branch.Root), query, county: true), keys.County);
        }
    }

    /// <summary>What the list page does before it writes HTML.</summary>
    private static async Task<long> ReadList(IServiceProvider services, string query)
    {
        var (session, source, user) = (services.GetRequiredService<Session>(), services.GetRequiredService<ReferenceSource>(), services.GetRequiredService<CurrentUserSource>().Current);
        var reference = await source.Take(session);
        var register = reference.Register("visit")!;
        var pairs = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var asked = ListQuery.Parse(register, pairs, reference, user, services.GetRequiredService<Vault>(), services.GetRequiredService<Clock>().Today);
        if (asked.Problems.Count > 0) throw new InvalidOperationException(asked.Problems[0].Text);
        var columns = register.Fields.Where(f => f.Listed).ToList();
        var scope = user.Scope("visit.read");
        var page = await new Query(session, register.Shape, scope).Where(asked.Filter)
            .List(["id", "state", "date", "recordedAt", .. columns.Select(c => c.Key)], asked.Order, asked.Skip, asked.Size);
        await services.GetRequiredService<Names>().Of(reference, page.Rows.SelectMany(r => columns.Select((c, i) => (c, r[i + 4]))), scope);
        return page.Total;
    }

    private static async Task<long> ReadSplit(IServiceProvider services, Branch at, Period period)
    {
        var desk = services.GetRequiredService<Desk>();
        var measure = (await desk.Reference()).Measure("visit.times")!;
        var reading = await (await desk.Evaluator()).Read(measure, new(at, period, ["month", "kind"]), desk.Sees(measure.Register));
        return reading.Value ?? 0;
    }
}
