using HalfSky.Host.Demo;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Duties.Pages;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>
/// To-dos of the demo county, its duties told again in earlier cycles until there are many: the page over HTTP, its handler alone,
/// and the SQL a person would write for what it shows.
/// </summary>
internal sealed class Todo(BenchDatabase database, Report report, Action<string> say)
{
    private const string Exec = "zhouyumei", Officer = "linxiaohe";
    private readonly Random random = new(100);

    /// <summary>Loads so many duties and measures.</summary>
    public async Task Run(int duties, double scale, int samples)
    {
        var county = await DemoCounty.Make(database.Folder, database.Connection, new(Scale: scale), say);
        Guid exec = county.Accounts.Single(a => a.User == Exec).Id, officer = county.Accounts.Single(a => a.User == Officer).Id;
        var (township, village) = (new Branch(county.Places[1].Number), new Branch(county.Places[^1].Number));
        await using var house = await InProcess.Open(database);
        var today = await house.Run<DateOnly>(null, async services =>
        {
            var (session, clock) = (services.GetRequiredService<Session>(), services.GetRequiredService<Clock>());
            await Fill(session, duties, clock);
            return clock.Today;
        });
        var keys = await house.Run<CountyKeys>(null, async services =>
        {
            var (session, clock) = (services.GetRequiredService<Session>(), services.GetRequiredService<Clock>());
            var (mine, token) = await BenchCounty.SignedIn(session, await session.Db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == officer), clock);
            var (other, otherToken) = await BenchCounty.SignedIn(session, await session.Db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == exec), clock);
            return new CountyKeys(officer, mine, token, exec, other, otherToken, township, [], today, today);
        });
        await using var host = await HostProcess.Measure(database, keys, 1, report, say);
        await using var bare = await Bare.Open(database, keys);
        using var web = new Web(host.Address, keys);
        foreach (var (name, who, path, show, at) in new[]
        {
            ("her own, all", exec, "mine", "all", Branch.Root), ("her own, late", exec, "mine", "late", Branch.Root), ("officer's own, late", officer, "mine", "late", Branch.Root),
            ("township, late", officer, "org", "late", Branch.Root), ("township, all", officer, "org", "all", Branch.Root), ("township, late, one village", officer, "org", "late", village),
        })
        {
            var one = at == village ? village.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
            var (posts, leads) = await house.Run(who, s => Task.FromResult((s.GetRequiredService<CurrentUserSource>().Current.Seats, s.GetRequiredService<CurrentUserSource>().Current.Leads)));
            var sql = new BareTodo(bare, today, path == "org" ? township : null, one is null ? null : village, posts, leads, show);
            Times plain = new("bare"), handler = new("handler"), http = new("http");
            for (var i = -samples / 2; i < samples; i++)
            {
                var (a, b, c) = i < 0 ? (new("warm"), new("warm"), new("warm")) : (plain, handler, http);
                var expected = await a.Add(sql.Run);
                var found = await house.Run(who, s => Read(s, path, show, one, b));
                await c.Add(() => web.Page($"/todo?of={path}&show={show}" + (one is null ? "" : "&village=" + one), county: who == exec));
                if (i == 0) report.Demand(name, expected, found);
                if (i == 0) say($"{name}: {expected:#,##0} duties");
            }
            report.Add(name, [plain, handler, http]);
        }
    }

    /// <summary>What the page's handler does, without HTTP, rights and Razor.</summary>
    private static async Task<long> Read(IServiceProvider services, string of, string show, string? village, Times times)
    {
        var desk = services.GetRequiredService<Desk>();
        await desk.Reference();
        var page = new TodoPage(desk, services.GetRequiredService<DutyLines>())
        {
            PageContext = new PageContext { HttpContext = new DefaultHttpContext { RequestServices = services } }, Of = of, Show = show, Village = village,
        };
        await times.Add<bool>(async () =>
        {
            await page.OnGetAsync(default);
            return true;
        });
        return page.Total;
    }

    /// <summary>The demo's own duties, again over two years: most are done, some late, missed, let off, some stand open.</summary>
    private async Task Fill(Session session, int duties, Clock clock)
    {
        var own = await session.Db.Set<Duty>().AsNoTracking().ToListAsync();
        var (left, today, round) = (duties - own.Count, clock.Today, 0);
        while (left > 0)
        {
            round++;
            var part = own.Take(left).ToList();
            left -= part.Count;
            await session.Write(async ct =>
            {
                foreach (var one in part) session.Db.Add(Again(one, $"again{round}", today, clock));
                await session.Db.SaveChangesAsync(ct);
                session.Db.ChangeTracker.Clear();
            });
        }
        await session.Analyze();
        var by = await session.Db.Set<Duty>().GroupBy(d => new { d.Rule, d.State }).Select(g => new { g.Key.Rule, g.Key.State, Count = g.Count() }).ToListAsync();
        foreach (var rule in by.GroupBy(b => b.Rule)) say($"{rule.Key}: " + string.Join(", ", rule.OrderBy(b => b.State).Select(b => $"{b.State} {b.Count:#,##0}")));
        say($"{by.Sum(b => b.Count):#,##0} duties");
    }

    private Duty Again(Duty one, string cycle, DateOnly today, Clock clock)
    {
        var due = today.AddDays(random.Next(-730, 90));
        var state = random.Next(100) switch { < 15 => DutyState.Open, < 80 => DutyState.Done, < 92 => DutyState.Missed, < 95 => DutyState.Waived, _ => DutyState.Lapsed };
        if (due > today.AddDays(15) && state is DutyState.Missed) state = DutyState.Open;
        return new Duty
        {
            Id = Uuid.New(clock.Now), Rule = one.Rule, Entry = one.Entry, Subject = one.Subject, Cycle = cycle, From = due.AddDays(-80), Due = due, Org = one.Org, Place = one.Place, Responsible = one.Responsible,
            State = state, DoneBy = state is DutyState.Done ? one.Entry : null, DoneOn = state is DutyState.Done ? due.AddDays(random.Next(-60, 10)) : null, Needed = one.Needed, Escalates = due.AddDays(16),
        };
    }
}

/// <summary>All that /todo shows, in as few statements as a person would write.</summary>
internal sealed class BareTodo
{
    private const string Lines = "d.id, d.rule, d.due, d.state, d.have, d.needed, d.place, d.done_on, c.categories, s.name, w.name";
    private const string Named = " LEFT JOIN care_record c ON c.id = d.entry LEFT JOIN person s ON s.id = c.person LEFT JOIN post o ON o.id = d.responsible LEFT JOIN person w ON w.id = o.person";
    private readonly Bare bare;
    private readonly DateOnly today;
    private readonly (string, object)[] days, who;
    private readonly string hers, show;
    private readonly string? villages;
    private readonly (string Where, (string, object)[] Values)[] up;

    public BareTodo(Bare bare, DateOnly today, Branch? org, Branch? village, IReadOnlyList<Guid> posts, IReadOnlyList<Branch> leads, string show)
    {
        (this.bare, this.today, this.show) = (bare, today, show);
        days = [("@today", today), ("@week", today.AddDays(7)), ("@month", today.AddDays(30))];
        (string, object)[] seats = [.. posts.Select((p, i) => ($"@p{i}", (object)p))];
        var mine = $"d.responsible IN ({string.Join(", ", seats.Select(s => s.Item1))})";
        if (org is { } branch)
        {
            who = [("@low", branch.Low), ("@high", branch.High)];
            (hers, villages) = ("d.org >= @low AND d.org < @high", $"d.place - d.place % {Branch.Width(3)}");
            if (village is { } at) (hers, who) = (hers + " AND d.place >= @vlow AND d.place < @vhigh", [.. who, ("@vlow", at.Low), ("@vhigh", at.High)]);
            up = [];
        }
        else
        {
            (hers, who) = leads.Count == 0 ? (mine, seats) : ($"({mine} OR (d.responsible IS NULL AND d.org = @led))", [.. seats, ("@led", leads[0].Value)]);
            up = leads.Count == 0 ? [] :
            [
                ("d.org = @led AND d.responsible IS NOT NULL AND NOT " + mine, [.. seats, ("@led", leads[0].Value)]),
                ($"d.org >= @low AND d.org < @high AND d.responsible IS NULL AND d.org % {Branch.Width(leads[0].Depth + 1)} = 0", [("@low", leads[0].Low + 1), ("@high", leads[0].High)]),
            ];
        }
    }

    /// <summary>Asks; gives how many the filter holds.</summary>
    public async Task<long> Run()
    {
        var since = today.AddDays(-92);
        if (villages is not null)
            await bare.Rows($"SELECT {villages}, COUNT(*), COUNT(CASE WHEN d.due < @today THEN 1 END) FROM duty d WHERE d.org >= @low AND d.org < @high AND d.state = 'Open' AND d.due <= @month GROUP BY 1",
                [.. who.Take(2), ("@today", today), ("@month", today.AddDays(30))]);
        var open = await bare.Rows("SELECT d.rule, COUNT(*), COUNT(CASE WHEN d.due < @today THEN 1 END), COUNT(CASE WHEN d.due >= @today AND d.due <= @week THEN 1 END), COUNT(CASE WHEN d.due >= @today AND d.due <= @month THEN 1 END) "
            + $"FROM duty d WHERE {hers} AND d.state = 'Open' GROUP BY d.rule", [.. who, .. days]);
        await bare.Number($"SELECT COUNT(*) FROM duty d WHERE {hers} AND d.state = 'Done' AND d.done_on >= @since", [.. who, ("@since", since)]);
        await bare.Number($"SELECT COUNT(*) FROM duty d WHERE {hers} AND d.state IN ('Missed', 'Waived') AND d.due >= @since", [.. who, ("@since", since.AddDays(-275))]);
        foreach (var (where, values) in up) await bare.Number($"SELECT COUNT(*) FROM duty d WHERE {where} AND d.state = 'Open' AND d.escalates <= @today", [.. values, ("@today", today)]);
        var late = show == "late" ? " AND d.due < @today" : "";
        await bare.Rows($"SELECT {Lines} FROM (SELECT * FROM duty d WHERE {hers} AND d.state = 'Open'{late} ORDER BY d.due, d.place, d.id LIMIT 50) d{Named} ORDER BY d.due, d.place, d.id",
            late.Length > 0 ? [.. who, ("@today", today)] : who);
        return open.Sum(r => Convert.ToInt64(r[show == "late" ? 2 : 1], null));
    }
}
