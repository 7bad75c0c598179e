using HalfSky.Modules.Care;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Duties;

public sealed class DutyTests : IAsyncLifetime
{
    private County county = null!;

    public async ValueTask InitializeAsync() => county = await County.Start(jobs: false);

    public ValueTask DisposeAsync() => county.DisposeAsync();

    private CareOf Care => county.Village1.Care[0];

    private Task<List<Duty>> Of(Guid entry) => county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().AsNoTracking().Where(d => d.Entry == entry).OrderBy(d => d.From).ToListAsync());

    private Task<int> Roll() => county.As(Persona.Admin, async (r, s) =>
    {
        var reference = await r.Reference(default);
        return await s.Write(ct => new DutyBook(s, reference, r.Clock).Roll(ct));
    });

    private Task<Verdict> Change(string register, Guid id, int version, params (string, object?)[] values) => county.As(Persona.Officer, (r, _) => r.Change(register, id, version, County.Typed(values)));

    [Fact]
    public async Task Each_cycle_makes_each_duty_exactly_once()
    {
        var duty = Assert.Single(await Of(Care.Id));
        Assert.Equal(("2026Q4", new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31), DutyState.Open), (duty.Cycle, duty.From, duty.Due, duty.State));
        Assert.Equal((county.Village1.ExecPost, Care.Person), (duty.Responsible, duty.Subject));
        Assert.Equal(0, await Roll());
        await county.Move(new(2027, 1, 5));
        Assert.True(await Roll() > 0);
        Assert.Equal(18, await county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().CountAsync(d => d.Rule == "care.quarterly-visit" && d.Cycle == "2027Q1")));
        Assert.Equal(0, await Roll());
        Assert.Equal(["2026Q4", "2027Q1"], (await Of(Care.Id)).Select(d => d.Cycle));
    }

    [Fact]
    public async Task A_visit_closes_the_duty_of_its_own_quarter_and_its_return_opens_it_with_the_old_date()
    {
        await county.Move(new(2027, 1, 5));
        await Roll();
        var visit = await county.Recorded(Persona.Exec, "visit", ("person", Care.Person), ("date", "2026-12-30"));
        var duties = await Of(Care.Id);
        Assert.Equal((DutyState.Done, visit.Id, new DateOnly(2026, 12, 30), true), (duties[0].State, duties[0].DoneBy, duties[0].DoneOn, duties[0].InTime));
        Assert.Equal(DutyState.Open, duties[1].State);
        await county.As(Persona.Officer, (r, _) => r.Return("visit", visit.Id, "没写清"));
        var again = (await Of(Care.Id))[0];
        Assert.Equal((DutyState.Open, null, new DateOnly(2026, 12, 31)), (again.State, again.DoneBy, again.Due));
        await county.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 2, County.Typed(("date", "2027-01-02"))));
        duties = await Of(Care.Id);
        Assert.Equal((DutyState.Done, false, new DateOnly(2027, 1, 2)), (duties[0].State, duties[0].InTime, duties[0].DoneOn));
        Assert.Equal((DutyState.Done, true), (duties[1].State, duties[1].InTime));
        await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", visit.Id, "记错了"));
        Assert.All(await Of(Care.Id), d => Assert.Equal(DutyState.Open, d.State));
    }

    [Fact]
    public async Task Two_visits_in_a_quarter_leave_it_done_until_both_are_gone()
    {
        var first = await county.Recorded(Persona.Exec, "visit", ("person", Care.Person), ("date", "2026-10-05"));
        var second = await county.Recorded(Persona.Exec, "visit", ("person", Care.Person), ("date", "2026-11-05"));
        Assert.Equal(first.Id, Assert.Single(await Of(Care.Id)).DoneBy);
        await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", first.Id, "x"));
        Assert.Equal(second.Id, Assert.Single(await Of(Care.Id)).DoneBy);
        await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", second.Id, "x"));
        Assert.Equal(DutyState.Open, Assert.Single(await Of(Care.Id)).State);
    }

    [Fact]
    public async Task A_visit_to_another_person_moved_to_her_closes_the_right_one()
    {
        var other = county.Village1.Care[1];
        var visit = await county.Recorded(Persona.Exec, "visit", ("person", other.Person));
        Assert.Equal(DutyState.Done, Assert.Single(await Of(other.Id)).State);
        var moved = await Change("visit", visit.Id, 1, ("person", Care.Person));
        Assert.Equal(Outcome.Accepted, moved.Outcome);
        Assert.Equal((Care.Person, Care.Household), (((Visit)moved.Entry!).Subject, ((Visit)moved.Entry).Household));
        Assert.Equal(DutyState.Open, Assert.Single(await Of(other.Id)).State);
        Assert.Equal(DutyState.Done, Assert.Single(await Of(Care.Id)).State);
    }

    [Fact]
    public async Task One_visit_closes_several_duties_about_the_same_person()
    {
        Assert.True((await Change("care", Care.Id, 1, ("to", "2026-12-20"), ("ending", "recategorized"))).IsAccepted);
        var next = await county.Recorded(Persona.Officer, "care", ("person", Care.Person), ("categories", "elderly"), ("responsible", county.Village1.ExecPost), ("from", "2026-11-01"));
        await county.Recorded(Persona.Exec, "visit", ("person", Care.Person));
        Assert.Equal(DutyState.Done, Assert.Single(await Of(Care.Id)).State);
        Assert.Equal(DutyState.Done, Assert.Single(await Of(next.Id)).State);
    }

    [Fact]
    public async Task A_visit_before_the_record_counts_when_the_duty_is_made_later()
    {
        var woman = county.Village1.People.First(p => county.Village1.Care.All(c => c.Person != p.Id));
        await county.Recorded(Persona.Exec, "visit", ("person", woman.Id), ("date", "2026-10-10"));
        var care = await county.Recorded(Persona.Officer, "care", ("person", woman.Id), ("categories", "elderly"), ("responsible", county.Village1.ExecPost), ("from", "2026-10-01"));
        Assert.Equal(DutyState.Done, Assert.Single(await Of(care.Id)).State);
    }

    [Fact]
    public async Task Ending_the_care_lets_the_duty_lapse_and_taking_the_end_back_revives_it()
    {
        Assert.True((await Change("care", Care.Id, 1, ("to", "2026-11-20"), ("ending", "moved"))).IsAccepted);
        Assert.Equal(DutyState.Lapsed, Assert.Single(await Of(Care.Id)).State);
        Assert.True((await Change("care", Care.Id, 2, ("to", ""), ("ending", ""))).IsAccepted);
        Assert.Equal(DutyState.Open, Assert.Single(await Of(Care.Id)).State);
        await county.As(Persona.Officer, (r, _) => r.Withdraw("care", Care.Id, "建重了"));
        Assert.Equal(DutyState.Lapsed, Assert.Single(await Of(Care.Id)).State);
    }

    [Fact]
    public async Task A_duty_follows_the_post_that_answers_and_the_post_follows_its_holder()
    {
        var successor = await county.Recorded(Persona.Admin, "post", ("person", county.Village1.People[5].Id), ("role", "exec"), ("org", county.Village1.Org), ("from", "2026-11-01"));
        Assert.True((await Change("care", Care.Id, 1, ("responsible", successor.Id))).IsAccepted);
        Assert.Equal(successor.Id, Assert.Single(await Of(Care.Id)).Responsible);
        var old = county.Village1.Care[1];
        var handed = await county.As(Persona.Admin, (r, _) => r.Change("post", county.Village1.ExecPost, 1, County.Typed(("person", county.Village1.People[6].Id))));
        Assert.True(handed.IsAccepted);
        Assert.Equal(county.Village1.ExecPost, Assert.Single(await Of(old.Id)).Responsible);
        Assert.Empty(await county.As(Persona.Exec, (r, _) => Task.FromResult(r.User.Posts)));
    }
}
