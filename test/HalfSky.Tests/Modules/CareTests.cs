using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Modules;

/// <summary>Who is looked after, seen, stood by and given what she wished for.</summary>
public sealed class CareTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private County County => fixture.County;

    private Task<Reading> Read(string key, int year, params string[] by) => County.As(Persona.CountyStaff, async (r, s) =>
    {
        var reference = await r.Reference(default);
        return await new Evaluator(s, reference, County.Clock.Today).Read(reference.Measure(key)!, new(Branch.Root, Period.YearOf(new(year, 1, 1)), by), Scope.Whole("test"));
    });

    private static string Code(Verdict verdict) => Assert.Single(verdict.Problems).Code;

    [Fact]
    public async Task A_visit_is_split_by_the_category_its_subject_was_in_on_that_day()
    {
        var (left, single) = (County.Village1.Care[0].Person, County.Village1.Care[1].Person);
        await County.Recorded(Persona.Exec, "visit", ("person", left), ("date", "2026-02-10"), ("kind", "festival"), ("given", "200"));
        await County.Recorded(Persona.Exec, "visit", ("person", single), ("date", "2026-02-11"), ("kind", "festival"), ("given", "150.5"));
        // Before she was in care the visit is one to nobody in care.
        await County.Recorded(Persona.Exec, "visit", ("person", left), ("date", "2024-02-10"), ("kind", "festival"));
        var households = await Read("visit.households", 2026, "careCategory");
        Assert.Equal((2, 1, 1), (households.Value, households.Slices.Single(s => s.Keys[0] == "poor-woman").Value, households.Slices.Single(s => s.Keys[0] == "single-mother").Value));
        Assert.DoesNotContain((await Read("visit.people", 2024, "careCategory")).Slices, s => s.Keys[0] == "poor-woman");
        Assert.Equal(35_050, (await Read("visit.given", 2026)).Value);
        Assert.Equal("visit.subject", Code(await County.Record(Persona.Exec, "visit", ("date", "2026-02-12"))));
    }

    [Fact]
    public async Task A_record_is_filed_once_and_leaves_once()
    {
        var person = County.Village1.People[^1].Id;
        var care = await County.Recorded(Persona.Officer, "care", ("person", person), ("categories", "disabled-woman"), ("responsible", County.Village1.ExecPost), ("from", "2023-05-01"), ("date", "2023-05-10"));
        Assert.Equal((1, 0), ((await Read("care.filed", 2023, "categories")).Slices.Single(s => s.Keys[0] == "disabled-woman").Value, (await Read("care.left", 2024)).Value));
        await County.As(Persona.Officer, (r, _) => r.Change("care", care.Id, care.Version, County.Typed(("to", "2024-03-01"), ("ending", "better"))));
        Assert.Equal((1, 0), ((await Read("care.left", 2024, "ending")).Value, (await Read("care.filed", 2024)).Value));
    }

    [Fact]
    public async Task Who_stands_by_a_child_has_been_asked_about()
    {
        var (helper, woman) = (County.Village1.People[0].Id, County.Village1.People[3].Id);
        var child = (await County.Recorded(Persona.Officer, "person", ("name", "小雨"), ("sex", "female"), ("birth", "2015-06-01"), ("place", County.Village1.Place), ("org", County.Village1.Org), ("from", "2020-01-01"))).Id;
        Assert.Equal("pairing.vetting", Code(await Pair("social-mother", child)));
        Assert.Equal("pairing.vetting", Code(await Pair("cadre", child)));
        Assert.Equal(Outcome.Accepted, (await Pair("cadre", woman)).Outcome);
        Assert.Equal(Outcome.Accepted, (await Pair("cadre", child, vetted: true)).Outcome);
        Assert.Equal(Outcome.Accepted, (await Pair("exec", child, vetted: true)).Outcome);
        Assert.Equal("pairing.self", Code(await Pair("cadre", helper)));
        Assert.Equal((3, 2), ((await Read("pairing.pairs", 2025)).Value, (await Read("pairing.people", 2025)).Value));

        Task<Verdict> Pair(string kind, Guid person, bool vetted = false) =>
            County.Record(Persona.Exec, "pairing", ("kind", kind), ("helper", helper), ("person", person), ("vetted", vetted ? true : null), ("from", "2025-09-01"), ("date", "2025-09-01"));
    }

    [Fact]
    public async Task A_wish_counts_when_it_is_made_and_when_it_comes_true()
    {
        await County.Recorded(Persona.Exec, "wish", ("person", County.Village1.Care[0].Person), ("wanted", "一个书包"), ("value", 120), ("date", "2025-05-20"), ("fulfilledOn", "2026-01-05"));
        Assert.Equal((1, 0, 1, 12_000), ((await Read("wish.wishes", 2025)).Value, (await Read("wish.fulfilled", 2025)).Value, (await Read("wish.fulfilled", 2026)).Value, (await Read("wish.value", 2026)).Value));
        Assert.Equal(1, (await Read("wish.wishes", 2025, "careCategory")).Slices.Single(s => s.Keys[0] == "left-behind-woman").Value);
    }
}
