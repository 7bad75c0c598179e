using System.Net;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Duties;

/// <summary>The engine against <see cref="PlainCalendar"/> over three years of random life, every step in a program that has forgotten everything.</summary>
public sealed class CalendarTests
{
    private static readonly string[] Rules = ["care.quarterly-visit", "venue.quiet", "post.report"];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 25)]
    [InlineData(3, 25)]
    public async Task Three_years_of_duties_agree_with_a_plain_calendar(int seed, int restartEvery)
    {
        await using var county = await County.Start(jobs: false);
        var dice = new Random(seed);
        var village = county.Village1;
        var start = county.Clock.Today;
        var plain = new PlainCalendar(start) { Seen = start };
        foreach (var c in village.Care) plain.Care.Add(new(c.Id, c.Person, start, await DayOf(county, "care", c.Id), village.ExecPost));
        plain.Posts.Add(new(village.ExecPost, village.ExecPost, start, await DayOf(county, "post", village.ExecPost)));
        var free = new Queue<Guid>(village.People.Select(p => p.Id).Where(p => village.Care.All(c => c.Person != p)));
        var end = start.AddYears(3).AddDays(60);
        var steps = 0;
        var (changed, handed) = (false, 0);
        while (county.Clock.Today < end)
        {
            steps++;
            var today = county.Clock.Today;
            await Live(county, plain, dice, free, today);
            // A rule changed in the middle of a quarter, an interval shortened, switched off and on again.
            if (!changed && today > start.AddDays(400))
            {
                await Change(county, plain, "care.quarterly-visit", today, 1, ("cycle", "Month"));
                await Change(county, plain, "venue.quiet", today, 60, ("days", "60"));
                changed = true;
            }
            else if (changed && plain.Silence.Count == 2 && today > start.AddDays(700)) await Change(county, plain, "venue.quiet", today, 0, ("days", "60"), ("off", "true"));
            else if (plain.Silence.Count == 3 && today > start.AddDays(760)) await Change(county, plain, "venue.quiet", today, 45, ("days", "45"));
            if (handed < 2 && today > start.AddDays(250 + 400 * handed)) { await HandOver(county, plain, free, today); handed++; }
            await Roll(county);
            if (today > plain.Seen) plain.Seen = today;
            await Agree(county, plain, today, $"seed {seed}, step {steps}, {today:yyyy-MM-dd}");
            var jump = dice.Next(30) switch { 0 => 40, 1 or 2 => -1, var d => 1 + d % 13 };
            if (jump < 0 && today.AddDays(jump) < start) jump = 1;
            await county.Move(today.AddDays(jump));
            if (steps % restartEvery == 0) await county.Restart(jobs: false);
        }
        Assert.True(steps > 100 && plain.Visits.Count > 30 && plain.Activities.Count > 10, $"{steps} steps, {plain.Visits.Count} visits");
        Assert.Contains(plain.All(county.Clock.Today), w => w.State == "Missed");
        Assert.Contains(plain.All(county.Clock.Today), w => w is { State: "Done", DoneOn: { } on } && on > w.Due);
    }

    private static async Task Live(County county, PlainCalendar plain, Random dice, Queue<Guid> free, DateOnly today)
    {
        var village = county.Village1;
        DateOnly Back(int days) => today.AddDays(-dice.Next(days));
        switch (dice.Next(16))
        {
            case < 5:
                var whom = plain.Care[dice.Next(plain.Care.Count)];
                if (whom.Withdrawn) break;
                var on = Back(40);
                plain.Visits.Add(new((await county.Recorded(Persona.Officer, "visit", ("person", whom.Person), ("date", $"{on:yyyy-MM-dd}"))).Id, whom.Person, on));
                break;
            case 5 when plain.Visits.Where(v => !v.Gone).ToList() is { Count: > 0 } visits:
                var gone = visits[dice.Next(visits.Count)];
                gone.Gone = true;
                if (dice.Next(2) == 0) Assert.True((await county.As(Persona.Officer, (r, _) => r.Return("visit", gone.Id, "没写清"))).IsAccepted);
                else Assert.True((await county.As(Persona.Officer, (r, _) => r.Withdraw("visit", gone.Id, "记错了"))).IsAccepted);
                break;
            case 6 when plain.Venues.Count < 4:
                var opened = Back(200);
                plain.Venues.Add(((await county.Recorded(Persona.Officer, "venue", ("name", $"微家{plain.Venues.Count}"), ("kind", "micro-home"), ("org", village.Org), ("place", village.Place), ("opened", $"{opened:yyyy-MM-dd}"))).Id, today, opened));
                break;
            case 7 or 8 when plain.Venues.Count > 0:
                var (venue, _, since) = plain.Venues[dice.Next(plain.Venues.Count)];
                var held = Back(30);
                if (held < since) break;
                plain.Activities.Add(new((await county.Recorded(Persona.Officer, "activity", ("title", $"宣讲{plain.Activities.Count}"), ("kind", "talk"), ("venue", venue), ("place", village.Place), ("org", village.Org), ("date", $"{held:yyyy-MM-dd}"))).Id, venue, held));
                break;
            case 9 when plain.Activities.Where(a => !a.Gone).ToList() is { Count: > 0 } activities:
                var off = activities[dice.Next(activities.Count)];
                off.Gone = true;
                Assert.True((await county.As(Persona.Officer, (r, _) => r.Withdraw("activity", off.Id, "没办成"))).IsAccepted);
                break;
            case 10 when free.Count > 4:
                var (person, from) = (free.Dequeue(), Back(100));
                plain.Care.Add(new((await county.Recorded(Persona.Officer, "care", ("person", person), ("categories", "elderly"), ("responsible", plain.Posts[^1].Id), ("from", $"{from:yyyy-MM-dd}"))).Id, person, today, from, plain.Posts[^1].Id));
                break;
            case 11 when plain.Care.FirstOrDefault(c => c.To is null && !c.Withdrawn) is { } care && plain.Care.Count(c => c.To is null) > 2:
                var to = today.AddDays(dice.Next(60) - 30);
                if (to <= care.From) break;
                var entry = await county.As(Persona.Officer, async (r, _) => await r.Find((await r.Reference(default)).Register("care")!, care.Id, r.User.Scope("care.read")));
                Assert.True((await county.As(Persona.Officer, (r, _) => r.Change("care", care.Id, entry!.Version, County.Typed(("to", $"{to:yyyy-MM-dd}"), ("ending", "better"))))).IsAccepted);
                care.To = to;
                break;
            case 12 when plain.Leaves.Count < 12:
                var (away, back) = (today.AddDays(dice.Next(60)), today.AddDays(61 + dice.Next(40)));
                await county.Recorded(Persona.Officer, "leave", ("holder", plain.Posts[^1].Id), ("from", $"{away:yyyy-MM-dd}"), ("to", $"{back:yyyy-MM-dd}"), ("org", village.Org));
                plain.Leaves.Add((plain.Posts[^1].Id, away, back));
                break;
            case 13 when plain.Holidays.Count < 6:
                var first = today.AddDays(dice.Next(90));
                await county.Recorded(Persona.CountyStaff, "holiday", ("name", "放假"), ("date", $"{first:yyyy-MM-dd}"), ("through", $"{first.AddDays(6):yyyy-MM-dd}"));
                plain.Holidays.Add((first, first.AddDays(6)));
                break;
            case 14 when !plain.Reports.Exists(r => r.About == plain.Posts[^1].Id && r.On.Year == today.Year):
                var post = plain.Posts[^1];
                plain.Reports.Add(new((await county.Recorded(Persona.Officer, "duty-report", ("holder", post.Id), ("year", today.Year), ("date", $"{today:yyyy-MM-dd}"), ("org", village.Org))).Id, post.Id, today));
                break;
        }
    }

    /// <summary>Through the page, as the county does it.</summary>
    private static async Task Change(County county, PlainCalendar plain, string rule, DateOnly today, int number, params (string, string)[] said)
    {
        var answer = await county.PostForm(Persona.CountyStaff, "/admin/duties/" + rule, [("from", $"{today:yyyy-MM-dd}"), ("times", "1"), ("escalate", "15"), .. said]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        if (rule == "venue.quiet") plain.Silence.Add((today, number));
        // From the next first day of a cycle.
        else plain.Visiting.Add((today.Day == 1 ? today : new DateOnly(today.Year, today.Month, 1).AddMonths(1), number));
    }

    private static async Task HandOver(County county, PlainCalendar plain, Queue<Guid> free, DateOnly today)
    {
        var old = plain.Posts[^1];
        var next = await county.Recorded(Persona.Admin, "post", ("person", free.Dequeue()), ("role", "exec"), ("org", county.Village1.Org), ("from", $"{today:yyyy-MM-dd}"), ("follows", old.Id));
        old.To = today;
        plain.Posts.Add(new(next.Id, old.Seat, today, today));
    }

    private static async Task Agree(County county, PlainCalendar plain, DateOnly today, string when)
    {
        var venues = plain.Venues.Select(v => v.Id).ToHashSet();
        var mine = plain.Care.Select(c => c.Id).Concat(plain.Posts.Select(p => p.Id)).Concat(venues).ToHashSet();
        var kept = await county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().AsNoTracking().Where(d => Rules.Contains(d.Rule) && d.State != DutyState.Lapsed).ToListAsync());
        var found = kept.Where(d => mine.Contains(d.Entry)).Select(d => new Wanted(d.Rule, d.Entry, d.Cycle, d.Due, d.State.ToString(), d.DoneOn)).ToList();
        Assert.Equal(found.Count, found.Select(f => (f.Rule, f.Entry, f.Cycle)).Distinct().Count());
        var wanted = plain.All(today).ToList();
        var missing = wanted.Except(found).ToList();
        var extra = found.Except(wanted).ToList();
        Assert.True(missing.Count == 0 && extra.Count == 0, $"{when}\nmissing: {string.Join("\n", missing.Take(5))}\nextra: {string.Join("\n", extra.Take(5))}");
    }

    private static Task<int> Roll(County county) => county.As(Persona.Admin, async (r, s) =>
    {
        var reference = await r.Reference(default);
        return await s.Write(ct => new DutyBook(s, reference, r.Clock).Roll(ct));
    });

    private static Task<DateOnly> DayOf(County county, string register, Guid id) => county.As(Persona.Admin, async (r, s) =>
    {
        var held = (await r.Reference(default)).Register(register)!;
        var entry = (await r.Find(held, id, HalfSky.Platform.Access.Scope.Whole("the test looks")))!;
        return (DateOnly)held.Held!.Value.From.Read(entry)!;
    });
}
