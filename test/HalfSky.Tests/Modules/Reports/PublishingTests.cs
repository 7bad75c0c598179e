using System.Net;
using HalfSky.Kernel;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using HalfSky.Tests.Platform.Measures;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>What was published stays as it was published, and the difference to what is known now is told entry by entry.</summary>
public sealed class PublishingTests(ITestOutputHelper output)
{
    private static readonly bool Soak = Environment.GetEnvironmentVariable("HALFSKY_SOAK") == "1";
    private static readonly int Steps = Soak ? 10_000 : 600;

    /// <summary>A figure of each sort: entries, sums, the greatest, things counted once, stocks, shares; with conditions, of last year, by village, month and kind.</summary>
    private const string Text = """
        # 做了什么
        走访{visit.times}次，到{visit.people}人、{visit.households}户，慰问{visit.given}；其中季走访{visit.times?kind=quarterly}次、月联系{visit.times?kind=monthly}次、入户{visit.people?mode=home}人；走访老人{visit.times?careCategory=elderly}次；上年{visit.times@last}次。
        活动{activity.sessions}场，{activity.participants|over}人次，{activity.days}天，花了{activity.cost}；宣讲{activity.sessions?kind=talk}场、{activity.participants?kind=talk}人次；普法{activity.sessions?topics=law}场；办到第{activity.ordinal}届；{activity.villages}个村办过，占{activity.coverage}。
        # 谁在做
        执委{post.execs}人，任职{post.holders}人，其中执委职务{post.holders?role=exec}人；在册对象{care.people}人，老人{care.people?categories=elderly}人，走访到{care.visited}人，覆盖率{care.coverage}；人口{person.count}，妇女儿童{person.women-children}。
        [table]
        各村
        按 村
        走访 {visit.times}
        走访到的人 {visit.people}
        活动人次 {activity.participants}

        [table]
        各月
        按 月
        走访 {visit.times}

        [table]
        各类活动
        按 kind
        场次 {activity.sessions}
        """;

    [Fact]
    public async Task After_anything_that_happens_later_every_figure_keeps_its_list_and_its_difference_is_told_entry_by_entry()
    {
        await using var county = await County.Start(jobs: false);
        var life = new PublishedLife(county, seed: 20261123);
        await life.Begin();
        var reports = new List<(Persona By, Guid Report)>();
        foreach (var (by, place) in new[] { (Persona.CountyStaff, Branch.Root.Value), (Persona.Officer, county.Facts.Townships[0].Place) }) reports.Add((by, await Drafts.Written(county, by, place, Text)));
        var kept = new Dictionary<Guid, Kept>();
        await Publish(county, reports, kept, life);
        // Every figure of the text has something behind it on the first day.
        Assert.Empty(FigureToken.In(Text).Select(t => (t.Token.Measure, t.Token.Conditions)).Except(kept.Values.Where(k => k.In.Place == Branch.Root.Value).Select(k => (k.Figure.Measure, k.Figure.Conditions))));

        (int Old, int? Into)[] merges = [(2, 1), (4, null), (1, 0), (2, 0), (2, 1)];
        var told = new Tally();
        for (var step = 1; step <= Steps; step++)
        {
            await life.Step();
            if (step % (Steps / 6) == 0 && step / (Steps / 6) is <= 5 and var merge) await life.Merge(merges[merge - 1].Old, merges[merge - 1].Into);
            if (step % (Steps / (Soak ? 4 : 1)) == Steps / 12) await Publish(county, reports, kept, life);
            if (step % (Steps / (Soak ? 20 : 3)) == 0) await Check(county, life, kept, told, $"step {step}");
        }
        output.WriteLine($"{life.Accepted} deeds, {kept.Count} figures published, {told.Compared} compared, {told.Different} differed: {string.Join(", ", told.Causes.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"))}");
        Assert.Equal(Enum.GetValues<Cause>(), told.Causes.Keys.Where(k => k.Sign != 0).Select(k => k.Cause).Distinct().Order());
        Assert.Contains(told.Causes.Keys, k => k is { Cause: Cause.Corrected, Sign: 0 });
        Assert.Contains(told.Causes.Keys, k => k is { Cause: Cause.Recounted, Sign: 0 });
        await Pages(county, reports, kept);
    }

    [Fact]
    public async Task A_touched_text_or_figure_is_told_on_the_page_of_the_publication()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, "执委{post.execs}人，人口{person.count}人。");
        var page = $"/reports/{report}/published/{(await Drafts.Publish(county, Persona.Officer, report)).Number}";
        Assert.Contains("指纹对得上", (await county.Page(Persona.Officer, page)).Body!.TextContent, StringComparison.Ordinal);
        await Touched("Text", p => p.SetProperty(x => x.Text, x => x.Text.Replace("执委", "干部")), p => p.SetProperty(x => x.Text, x => x.Text.Replace("干部", "执委")));
        await Touched("Title", p => p.SetProperty(x => x.Title, x => x.Title + "改"), p => p.SetProperty(x => x.Title, x => x.Title.Replace("改", "")));
        Assert.Contains("指纹对得上", (await county.Page(Persona.Officer, page)).Body!.TextContent, StringComparison.Ordinal);
        await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<ReportedFigure>().Where(f => f.Measure == "post.execs").ExecuteUpdateAsync(x => x.SetProperty(f => f.Entries, f => f.Entries + 1), ct)));
        Assert.Contains("指纹对不上", (await county.Page(Persona.Officer, page)).Body!.TextContent, StringComparison.Ordinal);

        async Task Touched(string what, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Publication>> change, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Publication>> back)
        {
            await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<Publication>().ExecuteUpdateAsync(change, ct)));
            Assert.True((await county.Page(Persona.Officer, page)).Body!.TextContent.Contains("指纹对不上", StringComparison.Ordinal), what);
            await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<Publication>().ExecuteUpdateAsync(back, ct)));
        }
    }

    private static async Task Publish(County county, List<(Persona By, Guid Report)> reports, Dictionary<Guid, Kept> kept, PublishedLife life)
    {
        await county.Move(county.Clock.Today.AddDays(1));
        foreach (var (by, report) in reports)
        {
            var publication = await Drafts.Publish(county, by, report);
            await Drafts.WithPublisher(county, async (publisher, desk) =>
            {
                foreach (var f in await publisher.Figures(publication, default))
                {
                    Assert.False(f.Differs, $"{f.Figure.Measure}?{f.Figure.Conditions} differs on the day it was published: {f.Figure.Value}, {f.Now}");
                    kept.Add(f.Figure.Id, new(publication, f.Figure, life.Now));
                }
                return true;
            });
        }
    }

    private static Task Check(County county, PublishedLife life, Dictionary<Guid, Kept> kept, Tally told, string when) => Drafts.WithPublisher(county, async (publisher, desk) =>
    {
        var reference = await desk.Reference();
        var log = await FoldedLog.Read(desk.Session, reference, life.Merged, desk.Today);
        foreach (var group in kept.Values.GroupBy(k => k.In.Id))
        {
            var then = group.First().In;
            var stored = await desk.Session.Db.Set<Publication>().AsNoTracking().SingleAsync(p => p.Id == then.Id);
            Assert.Equal((then.Text, Convert.ToHexString(then.Hash)), (stored.Text, Convert.ToHexString(stored.Hash)));
            var figures = await publisher.Figures(stored, default);
            Assert.True(Publisher.IsWhole(stored, figures), when);
            Assert.Equal(group.Select(k => k.Figure.Id), figures.Select(f => f.Figure.Id));
            foreach (var figure in figures) await new Comparison(desk, reference, log, life, kept[figure.Figure.Id], $"{when}, publication {then.Number} of {then.Place}: {figure.Figure.Measure}?{figure.Figure.Conditions} {figure.Figure.Days.Key}").Hold(figure, told);
        }
        return true;
    });

    /// <summary>The pages say the same: the text of each publication untouched, its moved figures counted, each difference on a page of its own.</summary>
    private static async Task Pages(County county, List<(Persona By, Guid Report)> reports, Dictionary<Guid, Kept> kept)
    {
        await county.Move(county.Clock.Today.AddDays(1));
        foreach (var (by, report) in reports)
            foreach (var publication in await Drafts.Publications(county, report))
            {
                var page = await county.Page(by, $"/reports/{report}/published/{publication.Number}");
                Assert.Contains("指纹对得上", page.Body!.TextContent, StringComparison.Ordinal);
                foreach (var block in publication.Frozen.Blocks.Where(b => b.Rows is null)) Assert.Contains(block.Text, page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
            }
        foreach (var one in kept.Values.DistinctBy(k => (k.Figure.Measure, k.Figure.Conditions.Length > 0, k.In.Place)))
        {
            var page = (await county.Page(Persona.CountyStaff, $"/measures/{one.Figure.Measure}/reported/{one.Figure.Id}")).Body!.TextContent;
            Assert.Contains("核对无误", page, StringComparison.Ordinal);
            Assert.DoesNotContain("被改动过", page, StringComparison.Ordinal);
        }
    }
}
