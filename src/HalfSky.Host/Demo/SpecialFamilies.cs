using HalfSky.Modules.Care;
using HalfSky.Modules.People;
using HalfSky.Platform.Registers;

namespace HalfSky.Host.Demo;

/// <summary>Somebody in care, with the records that follow one another.</summary>
internal sealed record InCare(Grid Grid, Home Home, Villager Subject, string Category, List<(CareRecord Record, List<Deed> Deeds)> Records)
{
    /// <summary>In care on that day?</summary>
    public bool On(DateOnly day) => Records.Exists(r => r.Record.From <= day && (EndOf(r.Record) is not { } to || to > day));

    /// <summary>The end a record will have when its deeds are done.</summary>
    public DateOnly? EndOf(CareRecord record) => Ends.TryGetValue(record.Id, out var to) ? to : null;

    /// <summary>Ends by record.</summary>
    public Dictionary<Guid, DateOnly> Ends { get; } = [];
}

/// <summary>Chooses two or three special families an exec of the first township, about one elsewhere.</summary>
internal sealed class SpecialFamilies(Chance chance, Territory territory, DateOnly today)
{
    private static readonly (string Category, int Weight)[] Categories =
    [
        ("difficult-child", 18), ("left-behind-child", 16), ("left-behind-woman", 8), ("single-mother", 10), ("poor-woman", 9), ("disabled-woman", 8), ("elderly", 12),
        ("sick-woman", 5), ("two-cancers", 4), ("migrant-child", 3), ("orphan", 2), ("zero-employment", 2), ("lost-only-child", 2), ("old-chair", 1),
    ];

    /// <summary>Everybody in care now or before.</summary>
    public List<InCare> All { get; } = [];

    /// <summary>Chooses them.</summary>
    /// <param name="actorOf">Account that writes for a village.</param>
    public void Choose(Func<Village, Guid> actorOf)
    {
        foreach (var grid in territory.Grids)
        {
            var wanted = grid.Village.Township == territory.Townships[0] ? chance.Between(2, 3) : chance.Happens(0.85) ? 1 : 0;
            var homes = chance.Shuffled(grid.Homes.Where(h => h.Villagers[0].Person.Name != "李长安"));
            if (homes.Count < grid.Homes.Count)
            {
                var orphan = grid.Homes[0];
                All.Add(Take(grid, orphan, orphan.Villagers[0], "difficult-child", actorOf(grid.Village), steady: true));
                wanted--;
            }
            for (var i = 0; i < wanted; i++)
            {
                var (home, subject, category) = Find(homes);
                homes.Remove(home);
                All.Add(Take(grid, home, subject, category, actorOf(grid.Village), steady: false));
            }
        }
    }

    private (Home, Villager, string) Find(List<Home> homes)
    {
        while (true)
        {
            var category = chance.Of<string>(Categories);
            foreach (var home in homes)
                if (home.Villagers.Find(v => Fits(v, home, category)) is { } subject) return (home, subject, category);
        }
    }

    private bool Fits(Villager one, Home home, string category)
    {
        var age = one.AgeOn(today);
        var withoutParents = home.Villagers.TrueForAll(v => v.AgeOn(today) is < 18 or > 57);
        return category switch
        {
            "left-behind-child" or "orphan" => age is > 2 and < 16 && withoutParents,
            "difficult-child" or "migrant-child" => age is > 2 and < 16,
            "single-mother" => one.IsFemale && age is > 22 and < 58 && one.Relation == "head" && home.Villagers.Exists(v => v.AgeOn(today) < 18),
            "elderly" or "lost-only-child" or "old-chair" => age > 64 && (category != "old-chair" || one.IsFemale),
            "zero-employment" => age is > 25 and < 56 && one.Relation == "head",
            _ => one.IsFemale && age is > 22 and < 64,
        };
    }

    private InCare Take(Grid grid, Home home, Villager subject, string category, Guid actor, bool steady)
    {
        Mark(home, subject, category);
        var start = today.AddYears(-2);
        var from = steady || chance.Happens(0.78) ? chance.Day(start.AddDays(-400), start) : chance.Day(start, today.AddDays(-45));
        if (from < home.Household.Date) from = home.Household.Date.AddDays(3);
        if (from > today.AddDays(-10)) from = today.AddDays(-10);
        var at = chance.Hour(from.AddDays(chance.Between(0, 4)), 9, 18);
        var record = new CareRecord
        {
            Id = chance.Id(at), Org = grid.Village.Number.Value, Place = grid.Number.Value, Date = from, RecordedAt = at, Person = subject.Person.Id, Household = home.Household.Id,
            Subject = subject.Person.Id, Categories = Codes.Join([category, .. Second(subject, category)]), Level = chance.Of<string>(("high", 25), ("middle", 55), ("low", 20)),
            Needs = Needs(category), Responsible = grid.Post.Id, From = from,
        };
        var care = new InCare(grid, home, subject, category, [(record, [])]);
        var kept = today.DayNumber - from.DayNumber;
        if (!steady && kept > 200 && chance.Happens(0.04)) End(care, record, actor, chance.Of<string>(("better", 6), ("moved", 3), ("grown", 1), ("other", 1)));
        else if (!steady && kept > 200 && chance.Happens(0.03)) Recategorize(care, record, actor);
        return care;
    }

    private void End(InCare care, CareRecord record, Guid actor, string why)
    {
        var on = chance.Day(record.From.AddDays(120), today.AddDays(-5));
        care.Ends[record.Id] = on;
        care.Records[0].Deeds.Add(new("edited", actor, chance.Hour(on, 9, 18), e => (((CareRecord)e).To, ((CareRecord)e).Ending) = (on, why)));
    }

    private void Recategorize(InCare care, CareRecord record, Guid actor)
    {
        var on = chance.Day(record.From.AddDays(120), today.AddDays(-5));
        var at = chance.Hour(on, 9, 18);
        var next = record.Recategorize(chance.Id(at), on, Codes.Join(["aided", .. Codes.Split(record.Categories)])!);
        next.RecordedAt = at;
        // The verb ended the record at once; the log shall show it as it was first, and the end as a deed of its day.
        (record.To, record.Ending) = (null, null);
        care.Ends[record.Id] = on;
        care.Records[0].Deeds.Add(new("edited", actor, at, e => (((CareRecord)e).To, ((CareRecord)e).Ending) = (on, "recategorized")));
        care.Records.Add((next, []));
    }

    private IEnumerable<string> Second(Villager subject, string category)
    {
        if (!chance.Happens(0.16)) return [];
        return subject.AgeOn(today) < 18 ? [category == "left-behind-child" ? "difficult-child" : "left-behind-child"]
            : subject.IsFemale ? [chance.Of<string>(("poor-woman", 3), ("disabled-woman", 2), ("aided", 2))] : ["aided"];
    }

    private string? Needs(string category) => Codes.Join(category switch
    {
        "difficult-child" or "left-behind-child" or "orphan" or "migrant-child" => [chance.Of<string>(("study", 6), ("guardian", 2), ("company", 3))],
        "sick-woman" or "two-cancers" or "disabled-woman" => ["doctor"],
        "zero-employment" or "left-behind-woman" or "single-mother" => [chance.Of<string>(("work", 5), ("living", 3))],
        _ => [chance.Of<string>(("living", 4), ("company", 4), ("doctor", 2))],
    });

    private void Mark(Home home, Villager villager, string category)
    {
        var person = villager.Person;
        if (category is "left-behind-child") villager.Standing.Residence = "left-behind";
        if (category is "migrant-child" or "migrant-woman") villager.Standing.Residence = "incoming";
        if (category is "left-behind-woman") villager.Standing.Residence = "left-behind";
        if (category is "disabled-woman")
            (person.Disability, person.DisabilityGrade) = (Codes.Join([chance.Of<string>(("limb", 6), ("sight", 2), ("hearing", 2), ("intellect", 1))]), chance.Of<string>(("1", 1), ("2", 3), ("3", 4), ("4", 4)));
        if (category is "poor-woman" or "difficult-child" or "orphan" && chance.Happens(0.6))
            villager.Standing.Income = chance.Of<string>(("dibao", 6), ("edge", 3), ("monitored", 1));
        var mark = category switch
        {
            "zero-employment" => "zero-employment", "single-mother" => "single-parent", "lost-only-child" => "lost-only-child", "left-behind-child" or "left-behind-woman" => "left-behind",
            "disabled-woman" => "disabled", "poor-woman" => "dibao", _ => null,
        };
        if (mark is not null) (home.Household.Marks, home.Household.MarksSince) = (Codes.Join([mark]), home.Household.Date);
    }
}
