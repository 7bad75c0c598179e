using HalfSky.Kernel;
using HalfSky.Modules.Organizations;
using HalfSky.Modules.Plans;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules;

/// <summary>What a township's summary says of its organisation: who, where, how many, and what is refused.</summary>
public sealed class OrganizationsTests
{
    private static readonly Period ThisYear = Period.Year(2026);

    [Fact]
    public async Task Chairs_and_execs_are_told_apart_by_the_level_and_domain_of_their_organisation()
    {
        await using var county = await County.Start(jobs: false);
        var firm = (Organization)await county.Recorded(Persona.Officer, "organization", ("name", "青禾电商妇联"), ("kind", "new-domain"), ("level", "enterprise"), ("domain", "two-new"),
            ("parent", county.Facts.Townships[0].Org), ("from", "2026-03-01"));
        foreach (var (woman, role) in county.Village2.People.Zip(["chair", "vice", "exec"]))
            await county.Recorded(Persona.Officer, "post", ("person", woman.Id), ("role", role), ("org", firm.Org), ("from", "2026-03-01"));
        Assert.Equal(1, await Figure(county, "post.chairs", new Filter.Is("orgDomain", "two-new")));
        Assert.Equal(1, await Figure(county, "post.vice-chairs", new Filter.Is("orgDomain", "two-new")));
        Assert.Equal(3, await Figure(county, "post.execs", new Filter.Is("orgDomain", "two-new")));
        Assert.Equal(1, await Figure(county, "post.chairs", new Filter.Is("orgLevel", "village")));
        Assert.Equal(1, await Figure(county, "organization.count", new Filter.Is("domain", "two-new")));

        await Change(county, "organization", firm, ("domain", "four-new"));
        Assert.Equal(0, await Figure(county, "post.execs", new Filter.Is("orgDomain", "two-new")));
        Assert.Equal(3, await Figure(county, "post.execs", new Filter.Is("orgDomain", "four-new")));
    }

    [Fact]
    public async Task A_women_s_organisation_covers_the_body_it_was_founded_in()
    {
        await using var county = await County.Start(jobs: false);
        var body = await county.Recorded(Persona.Officer, "body", ("name", "青禾电商公司"), ("kind", "enterprise"), ("domain", "two-new"), ("staff", 40), ("women", 30), ("hasUnion", true),
            ("place", county.Village1.Place), ("from", "2026-01-01"));
        await county.Recorded(Persona.Officer, "body", ("name", "槐荫小学"), ("kind", "school"), ("staff", 10), ("women", 5), ("place", county.Village1.Place), ("from", "2026-01-01"));
        Assert.Equal(0, await Figure(county, "body.coverage"));
        await county.Recorded(Persona.Officer, "organization", ("name", "青禾电商女职工委员会"), ("kind", "union"), ("level", "enterprise"), ("body", body.Id),
            ("parent", county.Facts.Townships[0].Org), ("place", county.Village1.Place), ("from", "2026-03-01"));
        Assert.Equal(5000, await Figure(county, "body.coverage"));
        Assert.Equal(10_000, await Figure(county, "body.union-coverage"));
        Assert.Equal(7000, await Figure(county, "body.women-share"));
        Assert.Equal("body.women", (await county.Record(Persona.Officer, "body", ("name", "错"), ("kind", "school"), ("staff", 1), ("women", 2), ("place", county.Village1.Place))).Problems.Single().Code);
    }

    [Fact]
    public async Task Venues_are_counted_by_kind_and_by_the_model_level_they_held_that_day()
    {
        await using var county = await County.Start(jobs: false);
        Entry? home = null;
        foreach (var village in county.Facts.Townships[0].Villages)
            home = await Venue(county, village.Name + "妇女之家", "women-home", village.Place, ("rules", 5), ("parts", 2), ("invested", "50000"), ("opened", "2026-02-01"));
        await Venue(county, "青禾镇家长学校", "parents-school", county.Facts.Townships[0].Place, ("level", "township"), ("servesUpTo", 18), ("opened", "2025-02-01"));
        Assert.Equal(3, await Figure(county, "venue.count", new Filter.Is("kind", "women-home")));
        Assert.Equal(3, await Figure(county, "venue.opened"));
        Assert.Equal(15, await Figure(county, "venue.rules"));
        Assert.Equal(6, await Figure(county, "venue.parts"));
        Assert.Equal(15_000_000, await Figure(county, "venue.invested"));
        Assert.Equal(3, await Figure(county, "venue.villages", new Filter.Is("kind", "women-home")));
        Assert.Equal(5000, await Figure(county, "venue.coverage", new Filter.Is("kind", "women-home")));
        Assert.Equal(18, await Figure(county, "venue.serves-up-to"));
        Assert.Equal(1, await Figure(county, "venue.count", new Filter.Is("level", "township") & new Filter.Is("kind", "parents-school")));

        await county.Recorded(Persona.Officer, "venue-level", ("venue", home!.Id), ("level", "county"), ("from", "2026-03-01"), ("to", "2026-06-01"));
        await county.Recorded(Persona.Officer, "venue-level", ("venue", home.Id), ("level", "city"), ("from", "2026-06-01"));
        var overlap = await county.Record(Persona.Officer, "venue-level", ("venue", home.Id), ("level", "nation"), ("from", "2026-05-01"));
        Assert.Equal("venue-level.overlap", overlap.Problems.Single().Code);
        Assert.Equal(1, await Figure(county, "venue-level.venues", new Filter.Is("venueKind", "women-home") & new Filter.Is("level", "city")));
        Assert.Equal([("city", 1L), (null, 3L)], (await Read(county, "venue.count", ThisYear, null, "modelLevel")).OrderBy(s => s.Item2));
        Assert.Contains(("county", 1L), await Read(county, "venue.count", Period.Month(2026, 4), null, "modelLevel"));
    }

    [Fact]
    public async Task Congresses_are_numbered_in_order()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Officer, "congress", ("ordinal", 11), ("date", "2026-03-05"), ("present", 60), ("delegates", 62));
        Assert.Equal(11, await Figure(county, "congress.ordinal", new Filter.Is("orgLevel", "township")));
        Assert.Equal("congress.order", (await county.Record(Persona.Officer, "congress", ("ordinal", 12), ("date", "2021-03-05"))).Problems.Single().Code);
        Assert.Equal("congress.double", (await county.Record(Persona.Officer, "congress", ("ordinal", 11), ("date", "2026-03-06"))).Problems.Single().Code);
    }

    [Fact]
    public async Task An_exec_s_load_is_all_her_grids_together()
    {
        await using var county = await County.Start(jobs: false);
        var (village, exec) = (county.Village1, county.Village1.ExecPost);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", exec), ("place", village.Grids[0]), ("women", 30), ("children", 12), ("specialFamilies", 2), ("from", "2026-01-01"));
        Assert.Equal(0, await Figure(county, "contact-area.areas", new Filter.Is("overloaded", true)));
        Assert.Equal("contact-area.double", (await county.Record(Persona.Officer, "contact-area", ("exec", exec), ("place", village.Grids[0]), ("women", 1), ("from", "2026-02-01"))).Problems.Single().Code);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", exec), ("place", village.Grids[1]), ("women", 20), ("from", "2026-02-01"));
        Assert.Equal(1, await Figure(county, "contact-area.areas", new Filter.Is("overloaded", true)));
        Assert.Equal(50, await Figure(county, "contact-area.women"));
        Assert.Equal(1, await Figure(county, "contact-area.execs"));
    }

    [Fact]
    public async Task A_meeting_never_has_fewer_people_than_its_list()
    {
        await using var county = await County.Start(jobs: false);
        var meeting = await county.Recorded(Persona.Exec, "meeting", ("title", "十一月例会"), ("kind", "regular"), ("present", 1), ("date", "2026-11-10"));
        foreach (var woman in county.Village1.People.Take(3)) await county.Recorded(Persona.Exec, "attendance", ("meeting", meeting.Id), ("person", woman.Id));
        Assert.Equal("attendance.double", (await county.Record(Persona.Exec, "attendance", ("meeting", meeting.Id), ("person", county.Village1.People[0].Id))).Problems.Single().Code);
        Assert.Equal(3, await Figure(county, "meeting.attendances"));
        Assert.Equal(3, await Figure(county, "attendance.people", new Filter.Is("meetingKind", "regular")));
        Assert.Equal("meeting.present", (await Change(county, "meeting", meeting, ("present", 2))).Problems.Single().Code);
    }

    [Fact]
    public async Task Each_count_of_a_body_ends_where_the_next_begins()
    {
        await using var county = await County.Start(jobs: false);
        Task<Entry> Count(string day, int women) => county.Recorded(Persona.Officer, "representation", ("kind", "two-committees"), ("rank", "all"), ("level", "village"), ("place", county.Village1.Place),
            ("date", day), ("women", women), ("total", 10));
        await Count("2026-06-01", 4);
        await Count("2025-06-01", 2);
        var latest = await Count("2026-10-01", 5);
        Assert.Equal(5000, await Figure(county, "representation.share"));
        Assert.Equal(2, (await Read(county, "representation.women", Period.Year(2025)))[0].Item2);
        Assert.Equal(4, (await Read(county, "representation.women", Period.Month(2026, 9)))[0].Item2);
        await county.As(Persona.Officer, (r, _) => r.Withdraw("representation", latest.Id, "记错了"));
        Assert.Equal(4000, await Figure(county, "representation.share"));
    }

    [Fact]
    public async Task What_one_s_own_people_learnt_and_reported_is_split_by_the_post_they_hold()
    {
        await using var county = await County.Start(jobs: false);
        var exec = county.Facts.Signed[Persona.Exec];
        await county.Recorded(Persona.Officer, "own-training", ("person", exec.Person), ("title", "执委能力提升班"), ("hours", "2.5"), ("date", "2026-05-05"), ("level", "city"));
        Assert.Equal(25, await Figure(county, "own-training.hours", new Filter.Is("orgLevel", "village")));
        await county.Recorded(Persona.Officer, "duty-report", ("holder", exec.Post), ("year", 2026), ("date", "2026-11-20"), ("grade", "three-stars"));
        Assert.Equal(1, await Figure(county, "duty-report.people", new Filter.Is("role", "exec")));
        Assert.True(await Figure(county, "duty-report.coverage") > 0);
        await county.Recorded(Persona.Officer, "rota", ("holder", exec.Post), ("date", "2026-11-02"), ("through", "2026-11-06"), ("matters", 3));
        Assert.Equal(5, await Figure(county, "rota.days"));
        await county.Recorded(Persona.Officer, "talent", ("person", exec.Person), ("kinds", "spokeswoman,craft"), ("from", "2026-01-01"));
        Assert.Equal(1, await Figure(county, "talent.people", new Filter.Has("kinds", "spokeswoman")));
        await county.Recorded(Persona.Officer, "work-rule", ("title", "执委轮值制度"), ("kind", "exec"), ("from", "2026-01-01"));
        Assert.Equal(1, await Figure(county, "work-rule.count", new Filter.Is("kind", "exec")));
        await county.Recorded(Persona.Officer, "adopted-project", ("title", "修凉亭"), ("exec", exec.Post), ("date", "2026-04-01"), ("done", "2026-06-01"), ("result", "修好了"));
        Assert.Equal(1, await Figure(county, "adopted-project.done"));
    }

    [Fact]
    public async Task Income_and_residence_count_as_they_held_that_day()
    {
        await using var county = await County.Start(jobs: false);
        var woman = county.Village1.People[0].Id;
        await county.Recorded(Persona.Officer, "person-income", ("person", woman), ("kind", "edge"), ("from", "2026-01-01"), ("to", "2026-07-01"));
        await county.Recorded(Persona.Officer, "person-income", ("person", woman), ("kind", "dibao"), ("from", "2026-07-01"));
        Assert.Equal("person-income.overlap", (await county.Record(Persona.Officer, "person-income", ("person", woman), ("kind", "destitute"), ("from", "2026-08-01"))).Problems.Single().Code);
        Assert.Contains(("dibao", 1L), await Read(county, "person.count", ThisYear, null, "income"));
        Assert.Contains(("edge", 1L), await Read(county, "person.count", Period.Month(2026, 3), null, "income"));
        await county.Recorded(Persona.Officer, "residence-change", ("person", woman), ("kind", "left-behind"), ("from", "2026-02-01"));
        Assert.Equal(1, await Figure(county, "residence-change.people", new Filter.Is("kind", "left-behind")));
        Assert.True(await Figure(county, "person.women-35-64") <= await Figure(county, "person.women"));
    }

    [Fact]
    public async Task A_programme_becomes_a_kind_and_a_group_a_split()
    {
        await using var county = await County.Start(jobs: false);
        var programme = await county.Recorded(Persona.Officer, "programme", ("name", "青禾娘家"), ("kind", "brand"), ("from", "2026-01-01"), ("budget", "10000"), ("spent", "2500"));
        await Venue(county, "槐荫微家", "micro-home", county.Village1.Place, ("opened", "2026-02-01"), ("programmes", programme.Id.ToString("N")));
        Assert.Contains((programme.Id.ToString("N"), 1L), await Read(county, "venue.count", ThisYear, null, "programmes"));
        Assert.Equal(2500, await Figure(county, "programme.spent-share"));
        var group = await county.Recorded(Persona.Officer, "group", ("name", "东片区"), ("kind", "model-area"), ("from", "2026-01-01"));
        await county.Recorded(Persona.Officer, "group-member", ("group", group.Id), ("covers", county.Village1.Place), ("from", "2026-01-01"));
        Assert.Equal("group-member.double", (await county.Record(Persona.Officer, "group-member", ("group", group.Id), ("covers", county.Village1.Place), ("from", "2026-05-01"))).Problems.Single().Code);
        Assert.Contains((group.Id.ToString(), 1L), await Read(county, "venue.count", ThisYear, null, "group"));
    }

    [Fact]
    public async Task A_target_names_a_measure_that_is_there()
    {
        await using var county = await County.Start(jobs: false);
        var place = county.Facts.Townships[0].Place;
        var target = (Target)await county.Recorded(Persona.Officer, "target", ("measure", "有阵地的村"), ("conditions", "kind=women-home"), ("place", place), ("period", "2026"), ("value", 8));
        Assert.Equal(("venue.villages", 800L, new DateOnly(2026, 1, 1)), (target.Measure, target.Value, target.From));
        Assert.Equal("青禾镇 有阵地的村 2026年不少于 8个村", target.Title);
        async Task<string> Wrong(params (string, object?)[] values) => (await county.Record(Persona.Officer, "target", [("place", place), ("value", 8), .. values])).Problems[0].Code;
        Assert.Equal("target.measure", await Wrong(("measure", "没有的"), ("period", "2026")));
        Assert.Equal("target.period", await Wrong(("measure", "venue.count"), ("period", "今年")));
        Assert.Equal("target.conditions", await Wrong(("measure", "venue.count"), ("period", "2026"), ("conditions", "colour=red")));
        var plan = await county.Recorded(Persona.Officer, "plan", ("title", "2026 年工作计划"), ("kind", "year"), ("from", "2026-01-01"), ("to", "2027-01-01"), ("date", "2026-01-05"));
        foreach (var done in new[] { "2026-05-01", null }) await county.Recorded(Persona.Officer, "plan-task", ("plan", plan.Id), ("text", "办一场" + done), ("kind", "activity"), ("due", "2026-06-30"), ("done", done));
        Assert.Equal(2, await Figure(county, "plan-task.planned", new Filter.Is("kind", "activity")));
        Assert.Equal(5000, await Figure(county, "plan-task.completion"));
    }

    private static Task<Entry> Venue(County county, string name, string kind, long place, params (string, object?)[] more) =>
        county.Recorded(Persona.Officer, "venue", [("name", name), ("kind", kind), ("place", place), .. more]);

    private static Task<Verdict> Change(County county, string register, Entry entry, params (string, object?)[] values) => county.As(Persona.Officer, async (r, _) =>
    {
        var now = (await r.Find((await r.Reference(default)).Register(register)!, entry.Id, r.User.Scope(register + ".record")))!;
        return await r.Change(register, entry.Id, now.Version, County.Typed(values));
    });

    private static async Task<long> Figure(County county, string measure, Filter? where = null) => (await Read(county, measure, ThisYear, where))[0].Item2;

    private static Task<List<(string?, long)>> Read(County county, string measure, Period period, Filter? where = null, string? by = null) => county.As(Persona.CountyStaff, async (r, session) =>
    {
        var reference = await r.Reference(default);
        var reading = await new Evaluator(session, reference, county.Clock.Today).Read(reference.Measure(measure)!, new(Branch.Root, period, by is null ? [] : [by], where, false), Scope.Whole("figures of a test"));
        return by is null ? [(null, reading.Value ?? 0)] : reading.Slices.Select(s => (s.Keys[0], s.Value)).ToList();
    });
}
