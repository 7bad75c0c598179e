using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Measures;

public sealed class TallyTests
{
    [Fact]
    public async Task A_cell_that_says_otherwise_than_its_entries_is_found_and_counted_anew()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("kind", "monthly"), ("note", "都好"));
        Assert.Empty(await Faults(county));
        await county.As(Persona.Admin, (_, s) => s.Write(ct => s.Db.Set<TallyCell>().Where(c => c.Measure.StartsWith("visit.times@")).ExecuteUpdateAsync(u => u.SetProperty(c => c.Working, c => c.Working + 1), ct)));
        Assert.Contains(await Faults(county), f => f.Contains("“走访”", StringComparison.Ordinal) && f.Contains("halfsky recount", StringComparison.Ordinal));
        await county.As(Persona.Admin, async services => await TallyBook.Recount(services.GetRequiredService<Session>(), services.GetRequiredService<ReferenceSource>()));
        Assert.Empty(await Faults(county));
    }

    [Fact]
    public async Task Who_sees_a_part_of_the_county_is_told_that_part_and_no_cell_of_the_whole()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("kind", "monthly"), ("note", "都好"));
        await county.As(Persona.Officer2, async (r, s) =>
        {
            var reference = await r.Reference(default);
            var reading = (await new TallyReader(s, reference, r.Clock.Today).Read([reference.Measure("visit.times")!], new(Branch.Root, Period.Year(2026)), m => r.User.Scope(m.Register.Permission("measure"))))[0];
            Assert.Equal(0, reading.Value);
        });
    }

    private static Task<List<string>> Faults(County county) => county.As(Persona.Admin, async services =>
    {
        var faults = new List<string>();
        await foreach (var fault in new TallyCheck(services.GetRequiredService<Session>(), services.GetRequiredService<ReferenceSource>(), services.GetRequiredService<Clock>()).Run()) faults.Add(fault);
        return faults;
    });
}
