using System.Net;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Duties;

/// <summary>What rules ask for beside the quarterly visit; the mechanisms of real plans are named in test/Acceptance/claims.csv.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private County county = null!;

    public async ValueTask InitializeAsync() => county = await County.Start(jobs: false);

    public ValueTask DisposeAsync() => county.DisposeAsync();

    private string Today => $"{county.Clock.Today:yyyy-MM-dd}";

    private Task<List<Duty>> Of(string rule) => county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().AsNoTracking().Where(d => d.Rule == rule && d.State != DutyState.Lapsed).OrderBy(d => d.From).ThenBy(d => d.Org).ToListAsync());

    private Task<int> Roll() => county.As(Persona.Admin, async (r, s) =>
    {
        var reference = await r.Reference(default);
        return await s.Write(ct => new DutyBook(s, reference, r.Clock).Roll(ct));
    });

    private async Task On(string rule, params (string, string)[] said)
    {
        var answer = await county.PostForm(Persona.CountyStaff, "/admin/duties/" + rule, [("from", Today), ("times", "1"), ("escalate", "15"), .. said]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The state of the village's duty of a rule in the present cycle.</summary>
    private async Task<DutyState> Village(string rule) => (await Of(rule)).Last(d => d.Org == county.Village1.Org).State;

    [Theory]
    [InlineData("organization.monthly-talk", "activity", "kind", "talk", "kind", "training")]
    [InlineData("organization.monthly-law", "activity", "kind", "legal-education", "kind", "talk")]
    [InlineData("organization.monthly-study", "meeting", "kind", "study", "kind", "regular")]
    public async Task A_month_asks_each_village_for_what_the_county_switched_on_and_only_that_does_it(string rule, string register, string field, string right, string other, string wrong)
    {
        await Roll();
        Assert.Empty(await Of(rule));
        await county.Move(new(2026, 12, 1));
        await On(rule, ("cycle", "Month"));
        Assert.Equal(DutyState.Open, await Village(rule));
        async Task<Entry> Did(string key, string value) => await county.Recorded(Persona.Chair, register, [("title", "这个月的" + value), (key, value), ("date", Today), ("org", county.Village1.Org), ("place", county.Village1.Place), .. register == "meeting" ? new (string, object?)[] { ("present", 12) } : []]);
        await Did(other, wrong);
        Assert.Equal(DutyState.Open, await Village(rule));
        var act = await Did(field, right);
        Assert.Equal(DutyState.Done, await Village(rule));
        Assert.True((await county.As(Persona.Chair, (r, _) => r.Withdraw(register, act.Id, "记错了"))).IsAccepted);
        Assert.Equal(DutyState.Open, await Village(rule));
        Assert.All((await Of(rule)).Where(d => d.Org != county.Village1.Org), d => Assert.Equal(DutyState.Open, d.State));
    }

    [Fact]
    public async Task A_quarter_asks_for_a_course_or_a_training()
    {
        await county.Move(new(2027, 1, 1));
        await On("organization.quarterly-course", ("cycle", "Quarter"));
        Assert.Equal(DutyState.Open, await Village("organization.quarterly-course"));
        await county.Recorded(Persona.Chair, "activity", ("title", "收纳培训"), ("kind", "training"), ("date", Today), ("org", county.Village1.Org));
        Assert.Equal(DutyState.Done, await Village("organization.quarterly-course"));
    }

    [Fact]
    public async Task Pupils_paired_with_somebody_are_visited_every_month_once_the_county_asks_for_it()
    {
        var v = county.Village1;
        await county.Recorded(Persona.Officer, "pairing", ("kind", "teacher-pupil"), ("helper", v.People[7].Id), ("person", v.People[0].Id), ("vetted", "true"), ("from", "2026-10-01"));
        await county.Move(new(2026, 12, 1));
        await On("pairing.monthly-visit", ("cycle", "Month"), ("only.kind", "teacher-pupil"));
        Assert.Equal(DutyState.Open, Assert.Single(await Of("pairing.monthly-visit")).State);
        await county.Recorded(Persona.Exec, "visit", ("person", v.People[0].Id), ("date", "2026-12-01"));
        Assert.Equal(DutyState.Done, Assert.Single(await Of("pairing.monthly-visit")).State);
    }

    [Fact]
    public async Task A_month_without_anything_to_report_is_closed_by_saying_so()
    {
        await county.Move(new(2026, 12, 1));
        await On("organization.monthly-incident", ("cycle", "Month"));
        Assert.Equal(DutyState.Open, await Village("organization.monthly-incident"));
        await county.Recorded(Persona.Chair, "zero-report", ("about", "patrol"), ("date", Today), ("org", county.Village1.Org));
        Assert.Equal(DutyState.Open, await Village("organization.monthly-incident"));
        await county.Recorded(Persona.Chair, "zero-report", ("about", "incident"), ("date", Today), ("org", county.Village1.Org));
        Assert.Equal(DutyState.Done, await Village("organization.monthly-incident"));
    }

    [Fact]
    public async Task A_good_deed_a_year_is_hers_whichever_way_and_her_successor_need_not_do_it_again()
    {
        await Roll();
        var v = county.Village1;
        Duty Hers(List<Duty> all) => all.Single(d => d.Responsible == v.ExecPost);
        Assert.Equal((DutyState.Open, new DateOnly(2026, 12, 31)), (Hers(await Of("post.good-deed")).State, Hers(await Of("post.good-deed")).Due));
        await county.Recorded(Persona.Exec, "visit", ("person", v.People[0].Id), ("kind", "quarterly"), ("visitor", v.ExecPost));
        Assert.Equal(DutyState.Open, Hers(await Of("post.good-deed")).State);
        await county.Recorded(Persona.Exec, "visit", ("person", v.People[0].Id), ("kind", "good-deed"), ("visitor", v.ExecPost));
        Assert.Equal(DutyState.Done, Hers(await Of("post.good-deed")).State);
        var next = await county.Recorded(Persona.Admin, "post", ("person", v.People[6].Id), ("role", "exec"), ("org", v.Org), ("from", Today), ("follows", v.ExecPost));
        Assert.Equal(DutyState.Done, (await Of("post.good-deed")).Single(d => d.Responsible == next.Id).State);
        Assert.Equal(DutyState.Open, (await Of("post.report")).Single(d => d.Responsible == next.Id).State);
        await county.Recorded(Persona.Officer, "duty-report", ("holder", next.Id), ("year", 2026), ("date", Today), ("org", v.Org));
        Assert.Equal(DutyState.Done, (await Of("post.report")).Single(d => d.Responsible == next.Id).State);
    }

    [Fact]
    public async Task A_post_is_taken_over_in_one_act_and_what_was_left_open_is_on_her_list_the_same_day()
    {
        var v = county.Village1;
        var wrong = await county.Record(Persona.Admin, "post", ("person", v.People[6].Id), ("role", "vice"), ("org", v.Org), ("from", Today), ("follows", v.ExecPost));
        Assert.Equal("post.follows", Assert.Single(wrong.Problems).Code);
        Task<int> Visits() => county.As(Persona.Exec, async services => await (await services.GetRequiredService<DutyLines>().Hers(await services.GetRequiredService<Recording>().Reference(default), default))
            .CountAsync(d => d.Rule == "care.quarterly-visit" && d.State == DutyState.Open));
        var before = await Visits();
        Assert.True(before > 0);
        var exec = await county.As(Persona.Exec, (r, _) => Task.FromResult(r.User.Person!.Value));
        var pairing = await county.Recorded(Persona.Officer, "pairing", ("kind", "exec"), ("helper", exec), ("person", v.People[3].Id), ("from", "2026-10-01"), ("vetted", "true"), ("org", v.Org));
        var page = await county.Page(Persona.Chair, $"/posts/{v.ExecPost}/hand-over");
        Assert.Contains("1 对", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"follows={v.ExecPost}", page.QuerySelector("a.primary")!.GetAttribute("href"), StringComparison.Ordinal);
        var followed = await county.Recorded(Persona.Admin, "post", ("person", v.People[6].Id), ("role", "exec"), ("org", v.Org), ("from", Today), ("follows", v.ExecPost));
        Assert.Empty(await county.As(Persona.Exec, (r, _) => Task.FromResult(r.User.Posts)));
        var pairs = await county.As(Persona.CountyStaff, async (r, s) =>
        {
            var all = new List<(object?, object?, object?)>();
            await foreach (var row in new Query(s, (await r.Reference(default)).Register("pairing")!.Shape, r.User.Scope("pairing.read")).Stream(["id", "helper", "to"], [new("from")])) all.Add((row[0], row[1], row[2]));
            return all;
        });
        Assert.Equal([(pairing.Id, exec, county.Clock.Today), (pairs[1].Item1, v.People[6].Id, null)], pairs);
        Assert.Equal(HttpStatusCode.Redirect, (await county.Browser(Persona.Exec).GetAsync("/todo")).StatusCode);
        // She who follows sees it as hers: the same person takes the post over again, which needs no second account here.
        await county.Move(county.Clock.Today.AddDays(1));
        await county.Recorded(Persona.Admin, "post", ("person", exec), ("role", "exec"), ("org", v.Org), ("from", Today), ("follows", followed.Id));
        Assert.Equal(before, await Visits());
        var again = await county.Record(Persona.Admin, "post", ("person", v.People[8].Id), ("role", "exec"), ("org", v.Org), ("from", Today), ("follows", v.ExecPost));
        Assert.Equal("post.followed", Assert.Single(again.Problems).Code);
    }

    [Fact]
    public async Task The_badge_counts_what_is_overdue_or_due_within_a_week()
    {
        await Roll();
        Assert.Equal("0", await county.Browser(Persona.Exec).GetStringAsync("/todo/count"));
        await county.Move(new(2026, 12, 28));
        var due = await county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().CountAsync(d => d.Responsible == county.Village1.ExecPost && d.State == DutyState.Open));
        Assert.True(due > 2);
        Assert.Equal($"{due}", await county.Browser(Persona.Exec).GetStringAsync("/todo/count"));
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.Care[0].Person), ("date", "2026-12-28"));
        Assert.Equal($"{due - 1}", await county.Browser(Persona.Exec).GetStringAsync("/todo/count"));
    }

    [Fact]
    public async Task What_a_vacant_post_left_is_shown_to_the_chair()
    {
        var mine = (await county.Page(Persona.Chair, "/todo?show=all")).QuerySelectorAll(".due").Length;
        Assert.True((await county.As(Persona.Admin, (r, _) => r.Change("post", county.Village1.ExecPost, 1, County.Typed(("to", Today))))).IsAccepted);
        Assert.True((await county.Page(Persona.Chair, "/todo?show=all")).QuerySelectorAll(".due").Length > mine);
    }

    [Fact]
    public async Task An_overdue_duty_is_shown_one_level_up_after_fifteen_days_and_not_before()
    {
        await Roll();
        await county.Move(new(2027, 1, 15));
        Assert.DoesNotContain("季走访", (await county.Page(Persona.Chair, "/todo?of=mine&show=up")).Body!.TextContent, StringComparison.Ordinal);
        await county.Move(new(2027, 1, 16));
        Assert.Contains("季走访", (await county.Page(Persona.Chair, "/todo?of=mine&show=up")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duty_is_waived_with_a_reason_by_who_verifies_and_asked_for_again()
    {
        var care = county.Village1.Care[0];
        var duty = (await Of("care.quarterly-visit")).Single(d => d.Entry == care.Id);
        var silent = await county.PostForm(Persona.Chair, $"/todo/{duty.Id}/waive", [("reason", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("请写为什么免办", WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await county.PostForm(Persona.Exec, $"/todo/{duty.Id}/waive", [("reason", "外出")], "/r/visit/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await county.PostForm(Persona.Chair, $"/todo/{duty.Id}/waive", [("reason", "全家外出务工")])).StatusCode);
        await Roll();
        Assert.Equal((DutyState.Waived, "全家外出务工"), ((await Of("care.quarterly-visit")).Single(d => d.Entry == care.Id) is var w ? w.State : default, w.Reason));
        await county.Recorded(Persona.Exec, "visit", ("person", care.Person));
        Assert.Equal(HttpStatusCode.Redirect, (await county.PostForm(Persona.Chair, $"/todo/{duty.Id}/resume", [])).StatusCode);
        Assert.Equal(DutyState.Done, (await Of("care.quarterly-visit")).Single(d => d.Entry == care.Id).State);
    }

    [Fact]
    public async Task The_monthly_checklist_is_ticked_off_family_by_family_and_pressing_twice_records_once()
    {
        var v = county.Village1;
        var home = await county.As(Persona.Officer, async (r, _) => (await r.Find((await r.Reference(default)).Register("household")!, v.Households[0], r.User.Scope("household.read")))!.Place);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", v.ExecPost), ("place", home), ("women", 30), ("from", "2026-11-01"));
        var duty = Assert.Single(await Of("contact-area.monthly"));
        Assert.Equal((2, 0), (duty.Needed, duty.Have));
        var page = await county.Page(Persona.Exec, $"/todo/{duty.Id}");
        var first = page.QuerySelectorAll("input[name=tick]").Take(1).Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await county.PostForm(Persona.Exec, $"/todo/{duty.Id}/tick", [("on", Today)])).StatusCode);
        List<(string, string)> ticked = [("on", Today), ("kind", "monthly"), ("mode", "phone"), .. first.Select(f => ("tick", f)), .. first.Select(f => ("id." + f, page.QuerySelector($"input[name='id.{f}']")!.GetAttribute("value")!))];
        Assert.Equal(HttpStatusCode.Redirect, (await county.PostForm(Persona.Exec, $"/todo/{duty.Id}/tick", ticked)).StatusCode);
        await county.PostForm(Persona.Exec, $"/todo/{duty.Id}/tick", ticked);
        Assert.Equal((1, DutyState.Open), (Assert.Single(await Of("contact-area.monthly")) is var half ? half.Have : 0, half.State));
        Assert.Equal(1, await county.As(Persona.Officer, async (r, s) => (int)await new Query(s, (await r.Reference(default)).Register("visit")!.Shape, r.User.Scope("visit.read")).Where(new Filter.Is("kind", "monthly")).Count()));
        foreach (var rest in page.QuerySelectorAll("input[name=tick]").Skip(1).Select(i => i.GetAttribute("value")!))
            await county.Recorded(Persona.Exec, "visit", ("household", rest), ("kind", "monthly"), ("mode", "phone"));
        Assert.Equal(DutyState.Done, Assert.Single(await Of("contact-area.monthly")).State);
    }

    [Fact]
    public async Task The_end_of_a_term_is_told_half_a_year_ahead_and_the_next_congress_does_it()
    {
        async Task<Entry> Congress(int ordinal, string day) => await county.Recorded(Persona.Officer, "congress", ("org", county.Village1.Org), ("ordinal", ordinal), ("date", day), ("termYears", 5));
        var first = await Congress(1, "2022-05-01");
        await Congress(2, "2026-10-20");
        Assert.Equal((DutyState.Open, new DateOnly(2027, 5, 1)), ((await Of("congress.term")).Single(d => d.Entry == first.Id) is var open ? open.State : default, open.Due.AddDays(-2)));
        var next = await Congress(3, Today);
        Assert.Equal((DutyState.Done, next.Id), ((await Of("congress.term")).Single(d => d.Entry == first.Id) is var done ? done.State : default, done.DoneBy));
        Assert.DoesNotContain(await Of("congress.term"), d => d.Entry == next.Id);
    }

    [Fact]
    public async Task A_day_of_the_year_asks_the_township_and_what_is_held_for_it_does_it()
    {
        await county.Move(new(2027, 2, 10));
        await Roll();
        var day = (await Of("occasion.women")).First();
        Assert.Equal(new DateOnly(2027, 3, 8), day.Due);
        await county.Recorded(Persona.Officer, "activity", ("title", "三八维权"), ("kind", "talk"), ("festival", "women"), ("date", "2027-02-10"), ("org", day.Org));
        Assert.Equal(DutyState.Done, (await Of("occasion.women")).First(d => d.Org == day.Org).State);
        Assert.DoesNotContain(await Of("occasion.women"), d => new Branch(d.Org).Depth > 2);
    }

    [Fact]
    public async Task A_county_makes_its_own_rule_and_what_cannot_be_one_loses_nothing_typed()
    {
        var wrong = await county.PostForm(Persona.CountyStaff, "/admin/duties", [("register", "care"), ("label", ""), ("act", "visit.subject"), ("cycle", "Month"), ("times", "0"), ("escalate", "15"), ("from", "2020-01-01")], "/admin/duties?register=care");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var html = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("请给待办起个名字", html, StringComparison.Ordinal);
        Assert.Contains("“几次”要填 1 到 31 的整数", html, StringComparison.Ordinal);
        Assert.Contains("不能早于今天", html, StringComparison.Ordinal);
        await county.Move(new(2026, 12, 1));
        var made = await county.PostForm(Persona.CountyStaff, "/admin/duties", [("register", "care"), ("label", "每月谈心两次"), ("act", "visit.person"), ("cycle", "Month"), ("times", "2"), ("escalate", "15"), ("from", "2026-12-01"), ("only.level", "middle")], "/admin/duties?register=care");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var own = (await county.Reference()).Duties.Single(d => d.Key.StartsWith("own.", StringComparison.Ordinal));
        var care = county.Village1.Care[1];
        async Task<Duty> Hers() => (await Of(own.Key)).Single(d => d.Entry == care.Id);
        await county.Recorded(Persona.Exec, "visit", ("person", care.Person));
        Assert.Equal((DutyState.Open, 1), ((await Hers()).State, (await Hers()).Have));
        await county.Recorded(Persona.Exec, "visit", ("person", care.Person), ("date", "2026-12-01"), ("note", "又谈了一次"));
        Assert.Equal(DutyState.Done, (await Hers()).State);
    }

    [Fact]
    public async Task The_feed_is_a_calendar_with_counts_and_without_a_name()
    {
        await Roll();
        var address = (await county.Page(Persona.Exec, "/todo/calendar")).QuerySelector("textarea[readonly]")!.TextContent.Trim();
        var path = new Uri(address).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, (await county.Anybody().GetAsync(path.Replace(path[^20..^4], "0000000000000000", StringComparison.Ordinal))).StatusCode);
        var text = await county.Anybody().GetStringAsync(path);
        var calendar = Ical.Net.Calendar.Load(text)!;
        var open = await county.As(Persona.Exec, async (r, s) => await s.Db.Set<Duty>().CountAsync(d => d.Responsible == county.Village1.ExecPost && d.State == DutyState.Open));
        Assert.Equal(open, calendar.Events.Sum(e => int.Parse(e.Summary!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains(calendar.Events, e => e.Summary!.StartsWith("季走访", StringComparison.Ordinal) && e.Start!.Date == new DateOnly(2026, 12, 31));
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        foreach (var person in county.Village1.People) Assert.DoesNotContain(person.Name, text, StringComparison.Ordinal);
    }
}
