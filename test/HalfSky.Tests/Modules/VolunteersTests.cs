using HalfSky.Kernel;
using HalfSky.Modules.Volunteers;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules;

/// <summary>Teams, hours and patrols: one row a patrol, its people as parts of it.</summary>
public sealed class VolunteersTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private readonly County county = fixture.County;

    [Fact]
    public async Task Members_are_counted_once_however_many_teams_they_are_in()
    {
        var (first, second) = (await Team("护林一队", "forest", 10), await Team("护林二队", "forest"));
        var woman = county.Village1.People[0];
        foreach (var team in new[] { first, second })
            await county.Recorded(Persona.Exec, "team-member", ("team", team.Id), ("person", woman.Id), ("from", "2026-02-01"));
        Assert.Equal("team-member.twice", Assert.Single((await county.Record(Persona.Exec, "team-member", ("team", first.Id), ("person", woman.Id), ("from", "2026-03-01"))).Problems).Code);
        Assert.Equal((2, 1, 11), (await Figure("team.count", "forest"), await Figure("team-member.people", "forest"), await Figure("team.members", "forest")));
        Assert.Equal(1, await Figure("team.villages", "forest"));
        await county.Recorded(Persona.Exec, "team-member", ("team", first.Id), ("person", county.Village1.People[2].Id), ("from", "2026-02-01"));
        Assert.Equal("team.headcount", Assert.Single((await Change("team", first, ("headcount", 1))).Problems).Code);
        Assert.True((await Change("team", second, ("to", "2026-10-01"))).IsAccepted);
        Assert.Equal((1, 10), (await Figure("team.count", "forest"), await Figure("team.members", "forest")));
    }

    [Fact]
    public async Task Hours_come_from_signing_in_and_out_and_stand_once_an_activity()
    {
        var woman = county.Village1.People[1];
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "清河道"), ("kind", "volunteering"), ("topics", "environment"), ("date", "2026-11-10"));
        (string, object?)[] service = [("person", woman.Id), ("activity", activity.Id), ("kind", "environment")];
        Assert.Equal("service.hours", Assert.Single((await county.Record(Persona.Exec, "service", service)).Problems).Code);
        await county.Recorded(Persona.Exec, "sign-in", ("activity", activity.Id), ("person", woman.Id), ("arrived", "8:30"), ("left", "11:00"));
        var entry = (ServiceHours)await county.Recorded(Persona.Exec, "service", service);
        Assert.Equal((25L, new DateOnly(2026, 11, 10)), (entry.Hours, entry.Date));
        Assert.Equal("service.twice", Assert.Single((await county.Record(Persona.Exec, "service", [.. service, ("hours", "3")])).Problems).Code);
        await county.Recorded(Persona.Exec, "service", ("person", woman.Id), ("kind", "environment"), ("hours", "1.5"), ("date", "2026-11-12"));
        Assert.Equal((40, 1, 2), (await Figure("service.hours", "environment"), await Figure("service.people", "environment"), await Figure("service.attendances", "environment")));
    }

    [Fact]
    public async Task A_patrol_is_one_row_and_its_people_and_findings_are_parts_of_it()
    {
        var team = await Team("护河队", "river", 8);
        var people = county.Village1.People;
        for (var i = 0; i < 2; i++)
        {
            var patrol = await county.Recorded(Persona.Exec, "patrol", ("team", team.Id), ("kind", "river"), ("people", 1), ("starts", "下午2点"), ("ends", "4点"));
            foreach (var woman in people.Take(2)) await county.Recorded(Persona.Exec, "patrol-person", ("patrol", patrol.Id), ("person", woman.Id));
            Assert.Equal("patrol-person.twice", Assert.Single((await county.Record(Persona.Exec, "patrol-person", ("patrol", patrol.Id), ("person", people[0].Id))).Problems).Code);
            Assert.Equal("finding.handed", Assert.Single((await county.Record(Persona.Exec, "finding", ("patrol", patrol.Id), ("finds", "sewage"), ("settled", "否"))).Problems).Code);
            await county.Recorded(Persona.Exec, "finding", ("patrol", patrol.Id), ("finds", "sewage"), ("spots", 3), ("settled", "否"), ("handedTo", "镇环保办"));
        }
        Assert.Equal((2, 4, 2), (await Figure("patrol.times", "river"), await Figure("patrol.attendances", "river"), await Figure("patrol-person.people", "river")));
        Assert.Equal(6, await Figure("finding.spots", "river"));
    }

    private Task<Entry> Team(string name, string kind, int? headcount = null) =>
        county.Recorded(Persona.Exec, "team", ("name", name), ("kind", kind), ("headcount", headcount), ("from", "2026-01-01"));

    private Task<Verdict> Change(string register, Entry entry, params (string, object?)[] values) => county.As(Persona.Exec, async (r, _) =>
    {
        var now = (await r.Find((await r.Reference(default)).Register(register)!, entry.Id, Scope.Whole("a test looks")))!;
        return await r.Change(register, entry.Id, now.Version, County.Typed(values));
    });

    private Task<long> Figure(string measure, string kind) => county.As(Persona.Officer, async (r, s) =>
    {
        var reference = await r.Reference(default);
        var reading = await new Evaluator(s, reference, r.Clock.Today).Read(reference.Measure(measure)!, new(Branch.Root, Period.YearOf(r.Clock.Today), ["kind"]), r.User.Scope("any.measure"));
        return reading.Slices.SingleOrDefault(x => x.Keys[0] == kind)?.Value ?? 0;
    });
}
