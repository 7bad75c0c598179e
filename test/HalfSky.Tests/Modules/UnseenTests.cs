using System.Net;

namespace HalfSky.Tests.Modules;

/// <summary>Women and children nobody has seen: names for the exec alone, numbers above.</summary>
public sealed class UnseenTests
{
    [Fact]
    public async Task Names_are_for_the_exec_of_the_grid_and_for_the_chair_where_nobody_is()
    {
        await using var county = await County.Start(jobs: false);
        var village = county.Village1;
        Assert.Contains("还没有给您分联系网格", await Text(county, Persona.Exec), StringComparison.Ordinal);
        await county.Page(Persona.Stranger, "/unseen", HttpStatusCode.NotFound);
        // The seeding gives households in turn to the two grids, their people with them.
        var (first, second) = (village.People.Where(p => village.Households.IndexOf(p.Household) % 2 == 0).ToList(), village.People.Where(p => village.Households.IndexOf(p.Household) % 2 == 1).ToList());
        Assert.Contains(second[0].Name, await Text(county, Persona.Chair), StringComparison.Ordinal);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", village.ExecPost), ("place", village.Grids[0]), ("women", 5), ("from", "2026-01-01"), ("org", village.Org));
        var exec = await Text(county, Persona.Exec);
        Assert.Contains(first[0].Name, exec, StringComparison.Ordinal);
        Assert.DoesNotContain(second[0].Name, exec, StringComparison.Ordinal);
        var chair = await Text(county, Persona.Chair);
        Assert.DoesNotContain(first[0].Name, chair, StringComparison.Ordinal);
        Assert.Contains(second[0].Name, chair, StringComparison.Ordinal);
        foreach (var persona in new[] { Persona.Officer, Persona.CountyStaff, Persona.Exec2 })
        {
            var page = await Text(county, persona);
            Assert.All(village.People, p => Assert.DoesNotContain(p.Name, page, StringComparison.Ordinal));
        }
        Assert.Contains("槐荫村", await Text(county, Persona.Officer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_or_whose_household_any_entry_spoke_of_is_seen_until_the_months_are_over_and_a_withdrawn_one_does_not_count()
    {
        await using var county = await County.Start(jobs: false);
        var village = county.Village1;
        var (first, household) = (village.People[0], village.People.Where(p => p.Household == village.Households[1]).ToList());
        Assert.Contains(first.Name, await Text(county, Persona.Chair), StringComparison.Ordinal);
        var visit = await county.Recorded(Persona.Exec, "visit", ("person", first.Id), ("date", "2026-10-01"));
        Assert.DoesNotContain(first.Name, await Text(county, Persona.Chair), StringComparison.Ordinal);
        await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", visit.Id, "记错了"));
        Assert.Contains(first.Name, await Text(county, Persona.Chair), StringComparison.Ordinal);

        await county.Recorded(Persona.Officer, "visit", ("household", village.Households[1]), ("date", "2026-08-01"));
        Assert.All(household, p => Assert.DoesNotContain(p.Name, Text(county, Persona.Chair).Result, StringComparison.Ordinal));
        var short_ = await Text(county, Persona.Chair, 3);
        Assert.Contains(household[0].Name, short_, StringComparison.Ordinal);
        Assert.Contains("上次 8月1日", short_, StringComparison.Ordinal);
        // A grown man is not on the list; a man's household is seen with him all the same.
        Assert.DoesNotContain(household[1].Name, short_, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_of_the_villages_are_those_of_the_names()
    {
        await using var county = await County.Start(jobs: false);
        // Hers is the whole village; in the first one live officers whose records are not the village's.
        await county.Recorded(Persona.Officer, "contact-area", ("exec", county.Village2.ExecPost), ("place", county.Village2.Place), ("women", 5), ("from", "2026-01-01"), ("org", county.Village2.Org));
        var page = await county.Page(Persona.Exec2, "/unseen?months=12");
        var names = page.QuerySelectorAll("table.stack tbody tr").Length;
        var row = (await county.Page(Persona.Officer, "/unseen?months=12")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("柳溪村", StringComparison.Ordinal));
        Assert.Equal(names.ToString(), row.QuerySelectorAll("td").Last().TextContent.Trim());
        Assert.NotEqual(0, names);
        Assert.DoesNotContain("电话", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> Text(County county, Persona persona, int months = 6) => (await county.Page(persona, $"/unseen?months={months}")).QuerySelector("main")!.TextContent;
}
