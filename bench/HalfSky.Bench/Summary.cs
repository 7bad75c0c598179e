using System.Diagnostics;
using HalfSky.Kernel;
using HalfSky.Modules.Reports;
using HalfSky.Modules.Reports.Templates;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>
/// A summary of a hundred and twenty bound figures, four fifths of them with conditions: the customary year with figures of the greatest
/// registers added, opened for the county and for a township. Beside it the same figures asked one by one, which must be the same. A register
/// holds the more entries the more the document says of it, so that what is read most is what there is most of.
/// </summary>
internal sealed class Summary(BenchDatabase database, CountyKeys keys, Report report, Action<string> say)
{
    private const int Figures = 120;

    /// <summary>Figures beside those of the customary year, of two conditions and of things counted once.</summary>
    private const string More = """
        季走访打电话{visit.times?kind=quarterly&mode=phone}次。
        每月联系入户{visit.times?kind=monthly&mode=home}次。
        季走访走到{visit.people?kind=quarterly}人。
        入户走到{visit.households?mode=home}户。
        节日入户走到{visit.people?kind=festival&mode=home}人。
        现场活动{activity.sessions?mode=on-site}场。
        直播宣讲参加{activity.participants?kind=talk&mode=live}人次。
        妇女参加宣讲{activity.participants?kind=talk&audience=women}人次。
        儿童文体活动{activity.sessions?kind=arts-sports&audience=children}场。
        办宣讲的阵地{activity.venues?kind=talk}个。
        办志愿服务的村{activity.villages?kind=volunteering}个。
        家长学校活动{activity.sessions?kind=family-education&audience=parents}场。
        """;

    private static readonly Scope Everything = Scope.Whole("the bench reads the whole county's summary");

    /// <summary>Loads so many entries, visits of the county among them, and measures.</summary>
    public async Task<double> Run(int entries, int visits, int samples)
    {
        await using var house = await InProcess.Open(database);
        var blocks = await house.Run(null, async services => Document(await services.GetRequiredService<ReferenceSource>().Take(services.GetRequiredService<Session>())));
        var said = blocks.SelectMany(b => FigureToken.In(b.Text)).GroupBy(t => t.Token.Measure.Split('.')[0]).ToDictionary(g => g.Key, g => g.Count());
        await house.Run<bool>(null, services => new Ledgers(keys, say).Fill(services, entries - visits, r => 1 + said.GetValueOrDefault(r.Key)));
        var places = new[] { ("county", Branch.Root), ("township", keys.Township) };
        var medians = new List<double>();
        foreach (var (name, place) in places) medians.Add(await house.Run(null, services => Measure(services, name, place, blocks, samples)));
        var id = Uuid.New(DateTime.UtcNow);
        await house.Run(keys.County, async services =>
        {
            var written = new Modules.Reports.Report { Id = id, Title = "年度总结", Kind = "annual", Period = Period.YearOf(services.GetRequiredService<Clock>().Today).Key, Org = Branch.Root.Value, Place = Branch.Root.Value };
            await new ReportBook(services.GetRequiredService<Desk>(), services.GetRequiredService<Recording>()).Begin(written, blocks, "起草", default);
            return true;
        });
        await using var host = await HostProcess.Measure(database, keys, 1, report, say);
        using var web = new Web(host.Address, keys);
        await web.Page($"/reports/{id}", county: true);
        var page = new Times("page");
        var cpu = host.Cpu();
        for (var i = 0; i < samples; i++) await page.Add(() => web.Page($"/reports/{id}", county: true));
        page.Cpu = host.Cpu() - cpu;
        report.Add("summary: the county's page", [page]);
        return medians[0];
    }

    private async Task<double> Measure(IServiceProvider services, string name, Branch place, IReadOnlyList<ReportBlock> blocks, int samples)
    {
        var session = services.GetRequiredService<Session>();
        var (reference, today) = (await services.GetRequiredService<ReferenceSource>().Take(session), services.GetRequiredService<Clock>().Today);
        Times alone = new("alone"), composed = new("composed");
        var (composer, evaluator) = (new Composer(session, reference, today, Asker.Of(Everything)), new Evaluator(session, reference, today));
        var pieces = (await composer.Compose(blocks, place, Period.YearOf(today))).Blocks.SelectMany(b => b.Sentences).SelectMany(s => s.Pieces).Where(p => p.Reading is not null).DistinctBy(p => p.Token!.ToString()).ToList();
        report.Demand("figures of the summary", Figures, pieces.Count);
        var slow = new List<(double Took, string Token)>();
        await Timed(alone, async () =>
        {
            foreach (var (token, told) in pieces.Select(p => (p.Token!, p.Reading!)))
            {
                var from = Stopwatch.GetTimestamp();
                var each = await evaluator.Read(told.Measure, token.Query(told.Measure, reference, place, Period.YearOf(today), today).Ask, Everything);
                slow.Add((Stopwatch.GetElapsedTime(from).TotalMilliseconds, token.ToString()));
                report.Demand($"{token} of the {name}", each.Value ?? -1, told.Value ?? -1);
                report.Demand($"pending of {token} of the {name}", each.Pending, told.Pending);
                report.Demand($"villages of {token} of the {name}", each.Recorded, told.Recorded);
            }
        });
        say($"slowest of the {name} by themselves: " + string.Join(", ", slow.OrderByDescending(s => s.Took).Take(8).Select(s => $"{s.Token} {s.Took:0} ms")));
        for (var i = 0; i < samples; i++) await Timed(composed, () => composer.Compose(blocks, place, Period.YearOf(today)));
        report.Add($"summary: {pieces.Count} figures of the {name}, {pieces.Count(p => p.Token!.Conditions.Length > 0)} with conditions", [alone, composed]);
        say($"{name}: {pieces.Count} figures in {composed.P50:0} ms at the median, {alone.P50:0} ms one by one");
        return composed.P50;
    }

    /// <summary>Figures of the customary year and more, so that there are as many as are asked for.</summary>
    private static List<ReportBlock> Document(Reference reference)
    {
        var blocks = new List<ReportBlock>();
        var known = new HashSet<string>();
        foreach (var block in ReportBlock.Parse(ShippedTemplates.For("annual", 1).Text + "\n" + More))
        {
            var fresh = FigureToken.In(block.Text).Select(t => t.Token).Where(t => reference.Measure(t.Measure) is not null).Select(t => t.ToString()).Except(known).ToList();
            if (known.Count >= Figures) break;
            known.UnionWith(fresh);
            blocks.Add(block);
        }
        return blocks;
    }

    private static async Task Timed(Times times, Func<Task> work)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        await times.Add(async () =>
        {
            await work();
            return true;
        });
        times.Cpu += Process.GetCurrentProcess().TotalProcessorTime - cpu;
    }
}
