using HalfSky.Kernel;
using HalfSky.Modules.Activities;
using HalfSky.Modules.Activities.Voices;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules;

/// <summary>One event is one entry; what belongs to it is counted with it, and nothing is counted twice.</summary>
public sealed class ActivitiesTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private readonly County county = fixture.County;

    [Fact]
    public async Task A_person_signs_in_once_and_nobody_types_over_the_sign_ins()
    {
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "三八维权宣讲"), ("kind", "talk"), ("topics", "普法、维权周"), ("festival", "三八"));
        var people = county.Village1.People;
        await county.Recorded(Persona.Exec, "sign-in", ("activity", activity.Id), ("person", people[0].Id), ("arrived", "8点半"));
        Assert.Equal("sign-in.twice", Assert.Single((await county.Record(Persona.Exec, "sign-in", ("activity", activity.Id), ("person", people[0].Id))).Problems).Code);
        Assert.Equal("sign-in.who", Assert.Single((await county.Record(Persona.Exec, "sign-in", ("activity", activity.Id))).Problems).Code);
        var second = (SignIn)await county.Recorded(Persona.Exec, "sign-in", ("activity", activity.Id), ("person", people[1].Id), ("arrived", "９：００"));
        Assert.Equal((people[1].Name, "09:00", "talk"), (second.Name, second.Arrived, second.Kind));

        var now = (Activity)(await Find("activity", activity.Id))!;
        Assert.Equal(2, now.Participants);
        Assert.Equal(["activity.participants"], (await Change("activity", now, ("participants", 1))).Problems.Select(p => p.Code));
        Assert.True((await Change("activity", now, ("participants", 30))).IsAccepted);
        Assert.Equal(30, await Figure("activity.participants", ("topics", "rights-week")));
    }

    [Fact]
    public async Task Handouts_are_counted_by_what_the_activity_was_about_also_when_that_is_corrected()
    {
        var activity = await county.Recorded(Persona.Exec2, "activity", ("title", "庭院小讲"), ("kind", "talk"), ("topics", "courtyard"), ("participants", 20));
        await county.Recorded(Persona.Exec2, "handout", ("activity", activity.Id), ("copies", 200));
        Assert.Equal(200, await Figure("handout.copies", ("topics", "courtyard")));
        Assert.True((await Change("activity", activity, ("topics", "waste-sorting"))).IsAccepted);
        Assert.Equal((0, 200), (await Figure("handout.copies", ("topics", "courtyard")), await Figure("handout.copies", ("topics", "waste-sorting"))));
    }

    [Fact]
    public async Task An_activity_held_together_is_hosted_once_and_taken_part_in_once_by_the_other()
    {
        var (host, guest) = (county.Village1, county.Village2);
        var activity = await county.Recorded(Persona.Officer, "activity", ("title", "联谊会"), ("kind", "friendship"), ("org", host.Org), ("place", host.Place), ("participants", 40));
        Assert.Equal("activity-partner.host", Assert.Single((await county.Record(Persona.Officer, "activity-partner", ("activity", activity.Id), ("org", host.Org))).Problems).Code);
        await county.Recorded(Persona.Officer, "activity-partner", ("activity", activity.Id), ("org", guest.Org));
        Assert.Equal("activity-partner.twice", Assert.Single((await county.Record(Persona.Officer, "activity-partner", ("activity", activity.Id), ("org", guest.Org))).Problems).Code);
        Assert.Equal((1, 1), (await Figure("activity.sessions", ("kind", "friendship")), await Figure("activity-partner.took-part", ("kind", "friendship"))));
        Assert.Equal(1, await Figure("activity-partner.took-part", ("kind", "friendship"), new Branch(guest.Place)));
        Assert.Equal(0, await Figure("activity.sessions", ("kind", "friendship"), new Branch(guest.Place)));
    }

    [Fact]
    public async Task An_activity_says_what_is_wrong_with_its_times_and_a_course_day_is_changed_in_its_course()
    {
        var wrong = await county.Record(Persona.Exec, "activity", ("title", "研学"), ("kind", "study-trip"), ("starts", "下午2点"), ("ends", "13:00"), ("lastDay", null), ("link", "javascript:alert(1)"));
        Assert.Equal(["activity.hours", "activity.link"], wrong.Problems.Select(p => p.Code));
        var trip = (Activity)await county.Recorded(Persona.Exec, "activity", ("title", "研学"), ("kind", "study-trip"), ("date", "2026-11-01"), ("lastDay", "2026-11-03"), ("ordinal", 7), ("festival", "qixi"));
        Assert.Equal(3, trip.Days);
        Assert.Equal((3, 7), (await Figure("activity.days", ("festival", "qixi")), await Figure("activity.ordinal", ("festival", "qixi"))));

        await county.As(Persona.Officer, (r, s) => s.Write(async ct =>
        {
            var register = (await r.Reference(ct)).Register("activity")!;
            var (before, after) = (await r.Find(register, trip.Id, Everywhere, ct), (Activity)(await r.Find(register, trip.Id, Everywhere, ct))!);
            after.CourseDay = Uuid.New(r.Clock.Now);
            await r.Write(register, before, after, "edited", null, ct);
        }));
        Assert.Equal(["activity.course-day"], (await Change("activity", (await Find("activity", trip.Id))!, ("title", "改名"))).Problems.Select(p => p.Code));
        Assert.Equal(["sign-in.course-day"], (await county.Record(Persona.Exec, "sign-in", ("activity", trip.Id), ("name", "王芳"))).Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task A_result_is_counted_in_the_unit_of_its_kind_alone()
    {
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "植树"), ("kind", "volunteering"), ("topics", "planting"), ("participants", 12));
        Assert.Equal(["activity-result.quantity", "activity-result.unit"],
            (await county.Record(Persona.Exec, "activity-result", ("activity", activity.Id), ("result", "area"), ("number", 5))).Problems.Select(p => p.Code).Order());
        await county.Recorded(Persona.Exec, "activity-result", ("activity", activity.Id), ("result", "trees"), ("number", 120));
        await county.Recorded(Persona.Exec, "activity-result", ("activity", activity.Id), ("result", "area"), ("area", "2.5"));
        Assert.Equal((120, 25, 0), (await Figure("activity-result.trees"), await Figure("activity-result.area"), await Figure("activity-result.sales")));
    }

    [Fact]
    public async Task An_incident_reported_on_another_day_is_marked_late()
    {
        (string, object?)[] fire = [("title", "山脚起火"), ("kind", "fire"), ("date", "2026-11-20"), ("reportedTo", "镇政府")];
        Assert.Equal("incident.reported-on", Assert.Single((await county.Record(Persona.Exec, "incident", [.. fire, ("reportedOn", "2026-11-19")])).Problems).Code);
        Assert.False(((Incident)await county.Recorded(Persona.Exec, "incident", [.. fire, ("reportedOn", "2026-11-20")])).Late);
        Assert.True(((Incident)await county.Recorded(Persona.Exec, "incident", [.. fire, ("reportedOn", "2026-11-21")])).Late);
        Assert.Equal((2, 1, 5_000), (await Figure("incident.count"), await Figure("incident.same-day"), await Figure("incident.punctuality")));
    }

    [Fact]
    public async Task Reports_opinions_and_consultations_count_on_the_day_each_thing_happened()
    {
        await county.Recorded(Persona.Exec, "information-report", ("title", "巾帼大宣讲"), ("outlet", "市妇联简报"), ("level", "city"), ("date", "2025-12-30"), ("adopted", "2026-01-05"));
        Assert.Equal((0, 1), (await Figure("information-report.reports", ("level", "city")), await Figure("information-report.adopted", ("level", "city"))));
        Assert.Equal("opinion.people", Assert.Single((await county.Record(Persona.Exec, "opinion", ("title", "修路灯"), ("source", "council"), ("passedTo", "村委会"))).Problems).Code);
        await county.Recorded(Persona.Exec, "opinion", ("title", "修路灯"), ("source", "council"), ("people", 9), ("passedTo", "村委会"), ("answer", "下月装好"), ("answeredOn", "2026-11-23"));
        Assert.Equal((1, 9), (await Figure("opinion.answered", ("source", "council")), await Figure("opinion.attendances")));
        Assert.Equal("consultation.handed", Assert.Single((await county.Record(Persona.Exec, "consultation", ("kind", "legal"), ("onSpot", "否"))).Problems).Code);
        await county.Recorded(Persona.Exec, "consultation", ("kind", "legal"), ("channel", "stall"), ("people", 12));
        Assert.Equal(12, await Figure("consultation.attendances", ("kind", "legal")));
    }

    [Fact]
    public async Task A_household_is_reached_by_a_policy_once_however_often_it_is_brought()
    {
        var household = county.Village1.Households[0];
        for (var i = 0; i < 2; i++)
        {
            var delivery = await county.Recorded(Persona.Exec, "policy-delivery", ("title", "养老保险明白纸" + i), ("policy", "pension"));
            await county.Recorded(Persona.Exec, "delivered-household", ("delivery", delivery.Id), ("household", household));
            Assert.Equal("delivered-household.twice", Assert.Single((await county.Record(Persona.Exec, "delivered-household", ("delivery", delivery.Id), ("household", household))).Problems).Code);
        }
        Assert.Equal((2, 1), (await Figure("policy-delivery.households", ("policy", "pension")), await Figure("delivered-household.households", ("policy", "pension"))));
    }

    [Fact]
    public async Task The_page_of_an_activity_shows_what_belongs_to_it_and_offers_to_add_more()
    {
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "重阳敬老"), ("kind", "celebration"), ("festival", "重阳"), ("participants", 20), ("cost", "300.50"));
        await county.Recorded(Persona.Exec, "handout", ("activity", activity.Id), ("item", "gift"), ("copies", 20));
        var page = await county.Page(Persona.Exec, $"/r/activity/{activity.Id}");
        foreach (var part in new[] { "sign-in", "handout", "activity-result", "activity-partner" })
        {
            Assert.NotNull(page.QuerySelector($"section#{part}"));
            Assert.Equal(200, (int)(await county.Browser(Persona.Exec).GetAsync($"/r/{part}/new?activity={activity.Id}")).StatusCode);
        }
        Assert.Contains("宣传品", page.QuerySelector("section#handout")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("information-report")]
    [InlineData("collected-work")]
    [InlineData("policy-delivery")]
    [InlineData("consultation")]
    [InlineData("opinion")]
    [InlineData("incident")]
    [InlineData("team")]
    [InlineData("service")]
    [InlineData("patrol")]
    public async Task An_exec_opens_the_list_and_the_form(string register)
    {
        await county.Page(Persona.Exec, $"/r/{register}");
        Assert.NotNull((await county.Page(Persona.Exec, $"/r/{register}/new")).QuerySelector("form [name=date]"));
    }

    private static Scope Everywhere => Scope.Whole("a test looks");

    private Task<Entry?> Find(string register, Guid id) => county.As(Persona.Officer, async (r, _) => await r.Find((await r.Reference(default)).Register(register)!, id, Everywhere));

    private async Task<Verdict> Change(string register, Entry entry, params (string, object?)[] values)
    {
        var now = (await Find(register, entry.Id))!;
        return await county.As(Persona.Officer, (r, _) => r.Change(register, entry.Id, now.Version, County.Typed(values)));
    }

    /// <summary>The figure of this year, of one row of a split where one is named.</summary>
    private Task<long> Figure(string measure, (string By, string Row)? of = null, Branch? place = null) => county.As(Persona.Officer, async (r, s) =>
    {
        var reference = await r.Reference(default);
        var ask = new Ask(place ?? Branch.Root, Period.YearOf(r.Clock.Today), of is { } split ? [split.By] : []);
        var reading = await new Evaluator(s, reference, r.Clock.Today).Read(reference.Measure(measure)!, ask, r.User.Scope("any.measure"));
        return of is { } wanted ? reading.Slices.SingleOrDefault(x => x.Keys[0] == wanted.Row)?.Value ?? 0 : reading.Value ?? 0;
    });
}
