using HalfSky.Host.Demo;
using HalfSky.Kernel;
using HalfSky.Modules.Notices;
using HalfSky.Modules.Organizations;
using HalfSky.Modules.Organizations.Venues;
using HalfSky.Modules.Plans;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>
/// What the rules ask of people in a year: the whole demo county, duties rolled month by month from 1 January, nobody doing anything. An exec must be
/// asked for fewer than forty things a month, a township's officer for fewer than sixty: her own, and a line for each kind of what came up from the villages, as the page shows it.
/// </summary>
internal sealed class TownshipYear(BenchDatabase database, Report report, Action<string> say)
{
    private const int ExecLimit = 40, OfficerLimit = 60;
    private readonly DateOnly first = new(2026, 1, 1);

    /// <summary>A duty as counted.</summary>
    private sealed record Asked(string Rule, Guid? Responsible, long Org, DateOnly Due);

    /// <summary>Runs the year.</summary>
    /// <param name="scale">Share of the villages.</param>
    /// <param name="busy">Also with what the demo has little of or none: venues, terms, notices, tasks of a plan.</param>
    /// <param name="all">Also with the rules that counties switch on.</param>
    public async Task Run(double scale, bool busy, bool all)
    {
        var county = await DemoCounty.Make(database.Folder, database.Connection, new(Scale: scale, Today: first), say);
        var (township, officer) = (new Branch(county.Places[1].Number), county.Accounts.Single(a => a.User == "linxiaohe").Id);
        var time = new Moved(first);
        await using var house = await InProcess.Open(database, time);
        if (busy) await house.Run<bool>(null, s => Busy(s, township));
        if (all) await house.Run<bool>(null, SwitchOn);
        var officers = new List<(int Month, int Own, int Kinds, int Villages, int Standing, string What)>();
        foreach (var month in Enumerable.Range(1, 12).Select(m => Period.Month(first.Year, m)))
        {
            foreach (var day in new[] { month.From, month.From.AddDays(14), month.Last })
            {
                time.Day = day;
                await house.Run<int>(null, async services =>
                {
                    var (session, reference) = await Take(services);
                    return await session.Write(ct => new DutyBook(session, reference, services.GetRequiredService<Clock>()).Roll(ct));
                });
            }
            officers.Add(await house.Run(officer, s => Month(s, month)));
            var (number, own, kinds, villages, standing, what) = officers[^1];
            say($"{number,2}: officer {own} of her own ({what}), {kinds} kinds came up from {villages} villages; {standing} duties stand escalated");
        }
        await house.Run<bool>(null, s => Execs(s, township));
        report.Add($"officer, own and kinds come up (< {OfficerLimit})", officers.Max(o => o.Own + o.Kinds), "a month");
        report.Add("  of her own alone", officers.Max(o => o.Own), "a month");
        report.Add("  villages with something come up", officers.Max(o => o.Villages), "villages");
        if (officers.Max(o => o.Own + o.Kinds) >= OfficerLimit) report.Break($"the officer is asked for {officers.Max(o => o.Own + o.Kinds)} things a month");
    }

    private static async Task<(Session, Reference)> Take(IServiceProvider services)
    {
        var session = services.GetRequiredService<Session>();
        return (session, await services.GetRequiredService<ReferenceSource>().Take(session));
    }

    /// <summary>
    /// Each village has a venue, a term that ends in the middle of the year, and answers two notices a month; the
    /// township has five tasks of its plan and one notice of the county a month.
    /// </summary>
    private async Task<bool> Busy(IServiceProvider services, Branch township)
    {
        var (session, reference) = await Take(services);
        var (now, posts) = (services.GetRequiredService<Clock>().Now, await Posts(session, reference, township));
        async Task Put<T>(string register, IEnumerable<(long Org, T Entry)> entries) where T : Entry => await session.Write(async ct =>
        {
            await using var rows = await new Store(session).Load(reference.Register(register)!, Scope.Whole("the bench fills in what the demo has little of"), ct);
            foreach (var (org, entry) in entries)
            {
                (entry.Id, entry.Org, entry.Place, entry.Date, entry.RecordedAt, entry.RecordedBy, entry.Version) = (Uuid.New(now), org, org, first, now, Uuid.New(now), 1);
                entry.Submit(review: false);
                await rows.Add(entry, ct);
            }
        });
        var villages = posts.Select(p => p.Org).Distinct().ToList();
        var months = Enumerable.Range(0, 12).Select(first.AddMonths).ToList();
        await Put("venue", villages.Select(v => (v, new Venue { Name = "妇女之家", Kind = "women-home", Opened = first })));
        await Put("congress", villages.Select(v => (v, new Congress { TermYears = 5, TermEnds = first.AddMonths(6) })));
        await Put("notice-receipt", months.SelectMany(m => villages.SelectMany(v => new[] { 10, 25 }.Select(d => (v, new NoticeReceipt { Notice = Uuid.New(now), Title = "通知", Deadline = m.AddDays(d - 1) })))));
        await Put("notice-receipt", months.Select(m => (township.Value, new NoticeReceipt { Notice = Uuid.New(now), Title = "通知", Deadline = m.AddDays(19) })));
        await Put("plan-task", months.SelectMany(m => Enumerable.Range(1, 5).Select(i => (township.Value, new PlanTask { Plan = Uuid.New(now), Text = "任务", Due = m.AddDays(5 * i) }))));
        await session.Write(ct => ReferenceSource.Touch(session, ct));
        var filled = await services.GetRequiredService<ReferenceSource>().Take(session);
        foreach (var history in filled.Duties) await session.Write(ct => new DutyBook(session, filled, services.GetRequiredService<Clock>()).Adopt(history.Key, ct));
        return true;
    }

    /// <summary>Posts in the villages of the township.</summary>
    private async Task<List<(Guid Id, long Org, string Role)>> Posts(Session session, Reference reference, Branch township)
    {
        var posts = new List<(Guid Id, long Org, string Role)>();
        var query = new Query(session, reference.Catalog.Posts.Shape, Scope.Of([township])).Where(new Filter.In("role", ["exec", "chair", "vice"])).Where(new Filter.HeldOn("from", "to", first));
        await foreach (var row in query.Stream(["id", "org", "role"], [], default)) posts.Add(((Guid)row[0]!, (long)row[1]!, (string)row[2]!));
        posts.RemoveAll(p => p.Org == township.Value);
        return posts;
    }

    /// <summary>The rules that a county has to switch on, switched on.</summary>
    private async Task<bool> SwitchOn(IServiceProvider services)
    {
        var (session, reference) = await Take(services);
        var off = reference.Duties.Where(d => d.Rule.Off).ToList();
        await session.Write(async ct =>
        {
            foreach (var history in off)
                session.Db.Add(new RuleChange { Key = history.Key, From = first, Register = history.Register.Key, Json = RuleChange.Write(history.Rule with { Off = false, From = first }), SetAt = services.GetRequiredService<Clock>().Now });
            await ReferenceSource.Touch(session, ct);
        });
        var changed = await services.GetRequiredService<ReferenceSource>().Take(session);
        foreach (var history in off) await session.Write(ct => new DutyBook(session, changed, services.GetRequiredService<Clock>()).Adopt(history.Key, ct));
        say("switched on: " + string.Join(", ", off.Select(h => h.Key)));
        return true;
    }

    /// <summary>What the officer sees of a month on its last day.</summary>
    private static async Task<(int, int, int, int, int, string)> Month(IServiceProvider services, Period month)
    {
        var (_, reference) = await Take(services);
        var lines = services.GetRequiredService<DutyLines>();
        var own = await (await lines.Hers(reference, default)).Where(d => d.Due >= month.From && d.Due < month.To && d.State != DutyState.Lapsed && d.State != DutyState.Waived).AsNoTracking().ToListAsync();
        var standing = await lines.Escalated().AsNoTracking().ToListAsync();
        var up = standing.Where(d => d.Escalates >= month.From).ToList();
        return (month.From.Month, own.Count, standing.Select(d => d.Rule).Distinct().Count(), standing.Select(d => d.Org).Distinct().Count(), standing.Count,
            ByRule(own.Select(d => d.Rule)) + (up.Count == 0 ? "" : "; escalated " + ByRule(up.Select(d => d.Rule))));
    }

    /// <summary>What each exec of the township was asked for; a chair also for what is her village's.</summary>
    private async Task<bool> Execs(IServiceProvider services, Branch township)
    {
        var (session, reference) = await Take(services);
        var roles = services.GetRequiredService<Roles>();
        var posts = await Posts(session, reference, township);
        var (low, high, end) = (township.Low, township.High, first.AddYears(1));
        var duties = await session.Db.Set<Duty>().Where(d => d.Org >= low && d.Org < high && d.Due >= first && d.Due < end && d.State != DutyState.Lapsed && d.State != DutyState.Waived)
            .Select(d => new Asked(d.Rule, d.Responsible, d.Org, d.Due)).ToListAsync();
        say($"{posts.Count} posts in {posts.Select(p => p.Org).Distinct().Count()} villages, {duties.Count:#,##0} duties of the year: {ByRule(duties.Select(d => d.Rule))}");
        var (owned, led) = (duties.Where(d => d.Responsible is not null).ToLookup(d => d.Responsible!.Value), duties.Where(d => d.Responsible is null).ToLookup(d => d.Org));
        var counts = posts.SelectMany(p => owned[p.Id].Concat(roles.Leads(p.Role) ? led[p.Org] : []).GroupBy(d => d.Due.Month).Select(g => (p.Role, Month: g.Key, Count: g.Count(), What: ByRule(g.Select(d => d.Rule))))).ToList();
        foreach (var role in counts.GroupBy(c => c.Role))
        {
            var most = role.MaxBy(c => c.Count);
            say($"{role.Key}: {string.Join(" ", Enumerable.Range(1, 12).Select(m => role.Where(c => c.Month == m).Select(c => c.Count).DefaultIfEmpty().Max()))}; the most in month {most.Month}: {most.What}");
            report.Add($"{role.Key}, of her own (< {ExecLimit})", most.Count, "a month");
            if (most.Count >= ExecLimit) report.Break($"the {role.Key} is asked for {most.Count} things a month");
        }
        return true;
    }

    private static string ByRule(IEnumerable<string> rules) => string.Join(", ", rules.GroupBy(r => r).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));

    /// <summary>Four in the afternoon of the day it is set to.</summary>
    private sealed class Moved(DateOnly day) : TimeProvider
    {
        public DateOnly Day { get; set; } = day;

        public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new(8, 0), DateTimeKind.Utc), TimeSpan.Zero);
    }
}
