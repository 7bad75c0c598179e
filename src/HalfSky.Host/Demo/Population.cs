using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Modules.People;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Search;

namespace HalfSky.Host.Demo;

/// <summary>Fills the grids with households and people, exactly as many as the territory says.</summary>
internal sealed class Population(Chance chance, InventedNames names, Vault vault, DateOnly today)
{
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);

    /// <summary>Settles every grid.</summary>
    public void Settle(Territory territory)
    {
        foreach (var grid in territory.Grids)
        {
            // 李长安 lives with his grandmother: the family one sees first on 周玉梅's telephone.
            if (grid.Village == territory.Home && grid.Number.Ordinal == 3) grid.Homes.Add(Orphan(grid));
            for (var left = grid.People - grid.Homes.Sum(h => h.Villagers.Count); left > 0; left -= grid.Homes[^1].Villagers.Count)
                grid.Homes.Add(Make(grid, Math.Min(left, chance.Of<int>((1, 14), (2, 27), (3, 25), (4, 19), (5, 10), (6, 5)))));
        }
    }

    /// <summary>Names of households and match names, once everybody bears the name she keeps.</summary>
    public static void Name(Territory territory)
    {
        foreach (var home in territory.Grids.SelectMany(g => g.Homes))
        {
            foreach (var villager in home.Villagers) villager.Person.MatchName = Pinyin.Of(Grams.Fold(villager.Person.Name));
            home.Household.Name = home.Villagers[0].Person.Name + "家";
        }
    }

    /// <summary>Gives somebody a name of her own.</summary>
    public static Villager Call(Villager villager, string name)
    {
        villager.Person.Name = name;
        return villager;
    }

    private Home Orphan(Grid grid)
    {
        var registered = chance.Day(today.AddYears(-3), today.AddYears(-2));
        var boy = Person(grid, "male", 10, "李", registered, "head", false);
        boy.Person.Name = "李长安";
        var grandmother = Person(grid, "female", 67, "王", registered, "grandparent", false);
        boy.Person.Guardian = boy.Person.Carer = grandmother.Person.Id;
        return Home(grid, registered, [boy, grandmother]);
    }

    /// <summary>A household of a size: who lives together, the first is the head.</summary>
    private Home Make(Grid grid, int size)
    {
        var registered = chance.Happens(0.92) ? chance.Day(today.AddYears(-3), today.AddYears(-2)) : chance.Day(today.AddYears(-2), today.AddDays(-20));
        var (parents, children, elders) = size switch
        {
            1 => chance.Of<(int, int, int)>(((0, 0, 1), 60), ((1, 0, 0), 40)),
            2 => chance.Of<(int, int, int)>(((0, 0, 2), 38), ((2, 0, 0), 27), ((1, 1, 0), 12), ((0, 1, 1), 15), ((1, 0, 1), 8)),
            3 => chance.Of<(int, int, int)>(((2, 1, 0), 60), ((2, 0, 1), 12), ((0, 1, 2), 16), ((1, 2, 0), 7), ((1, 1, 1), 5)),
            4 => chance.Of<(int, int, int)>(((2, 2, 0), 50), ((2, 1, 1), 40), ((0, 2, 2), 10)),
            5 => chance.Of<(int, int, int)>(((2, 2, 1), 55), ((2, 1, 2), 45)),
            _ => chance.Of<(int, int, int)>(((2, 2, 2), 70), ((2, 3, 1), 30)),
        };
        var surname = names.Surname();
        var far = chance.Happens(0.012);
        var age = children > 0 ? chance.Between(26, 56) : chance.Between(24, 60);
        var old = parents > 0 ? Math.Min(92, age + chance.Between(22, 31)) : chance.Between(60, 86);
        var live = new List<Villager>();
        Villager Add(string sex, int years, string from, string relation)
        {
            live.Add(Person(grid, sex, Math.Max(0, years), from, registered, live.Count == 0 ? "head" : relation, far));
            return live[^1];
        }
        if (parents == 2)
        {
            Add("male", age, surname, "head");
            Add("female", age - chance.Between(-2, 4), names.Surname(), "spouse");
        }
        else if (parents == 1) Add(children > 0 || chance.Happens(0.55) ? "female" : "male", age, surname, "head");
        var grandmotherFirst = elders == 1 && chance.Happens(0.68);
        for (var i = 0; i < elders; i++)
            Add(grandmotherFirst || i == 1 ? "female" : "male", old - 2 * i, grandmotherFirst || i == 1 ? names.Surname() : surname, parents > 0 ? "parent" : "spouse");
        for (var i = 0; i < children; i++)
        {
            var years = parents > 0 ? age - chance.Between(23, 33) - 3 * i : chance.Between(2, 16) - 2 * i;
            var sex = chance.Happens(0.5) ? "female" : "male";
            var child = Add(sex, Math.Min(years, 30), surname, parents == 0 ? "grandchild" : sex == "female" ? "daughter" : "son");
            if (child.AgeOn(today) >= 18) continue;
            child.Person.Guardian = live[0].Person.Id;
            if (live.Count > 2 && live[1].AgeOn(today) > 20) child.Person.Guardian2 = live[1].Person.Id;
            if (parents == 0) (child.Person.Carer, child.Standing.Residence) = (live[0].Person.Id, "left-behind");
        }
        return Home(grid, registered, live);
    }

    private Home Home(Grid grid, DateOnly registered, List<Villager> live)
    {
        var at = chance.Hour(registered, 8, 18);
        return new(new()
        {
            Id = chance.Id(at), Org = grid.Village.Number.Value, Place = grid.Number.Value, Date = registered, RecordedAt = at, Head = live[0].Person.Id, Kind = "residence",
            Number = $"{grid.Number.Ordinal:00}-{grid.Homes.Count + 1:000}",
            Address = vault.Seal(SealPurpose.Address, "household.address", $"{grid.Name}{grid.Homes.Count + 1}号"),
            Housing = chance.Of<string>(("own", 90), ("rent", 6), ("resettled", 3), ("unsafe", 1)), From = live.Min(v => v.Person.From),
        }, live);
    }

    private Villager Person(Grid grid, string sex, int years, string surname, DateOnly registered, string relation, bool far)
    {
        var birth = chance.Day(new(today.Year - years, 1, 1), new(today.Year - years, 12, 28));
        if (birth > today.AddDays(-8)) birth = today.AddDays(-8 - chance.Between(0, 60));
        var date = birth > registered ? birth.AddDays(chance.Between(1, 7)) : registered;
        var at = chance.Hour(date, 8, 18);
        var name = far ? names.Long() : surname + names.Given(sex, birth.Year);
        var villager = new Villager(new()
        {
            Id = chance.Id(at), Org = grid.Village.Number.Value, Place = grid.Number.Value, Date = date, RecordedAt = at, Name = name, Sex = sex, Birth = birth,
            IdNumber = chance.Happens(0.3) ? IdNumber(birth, sex) : null,
            Phones = years >= 14 && chance.Happens(0.72) ? vault.Seal(SealPurpose.Phone, "person.phones", $"139000{chance.Between(0, 99_999):00000}") : null,
            Registered = chance.Happens(0.94) ? grid.Number.Value : null,
            From = birth > registered ? birth : chance.Day(birth.Year < 1985 ? new(1985, 1, 1) : birth, registered),
            Nationality = far ? "05" : chance.Of<string>(("01", 970), ("03", 10), ("11", 8), ("06", 6), ("15", 6)),
            Education = years switch
            {
                < 7 => "90",
                < 13 => "80",
                < 16 => "70",
                < 45 => chance.Of<string>(("70", 40), ("60", 22), ("40", 12), ("30", 14), ("20", 11), ("10", 1)),
                < 65 => chance.Of<string>(("80", 30), ("70", 50), ("60", 16), ("30", 4)),
                _ => chance.Of<string>(("90", 25), ("80", 55), ("70", 20)),
            },
            Politics = years < 14 ? null : chance.Of<string>(("13", 90), ("01", years > 22 ? 7 : 0), ("03", years < 28 ? 20 : 0)),
            Marriage = years < 20 ? "10" : relation is "son" or "daughter" ? "10" : years > 66 ? chance.Of<string>(("20", 62), ("30", 38)) : chance.Of<string>(("20", 91), ("40", 5), ("30", 2), ("10", 2)),
            Employment = years switch
            {
                < 3 => null,
                < 18 => "student",
                < 62 => chance.Of<string>(("farming", 42), ("employed", 26), ("flexible", 20), ("home", 8), ("unemployed", 4)),
                _ => chance.Of<string>(("farming", 45), ("retired", 55)),
            },
            School = years is >= 6 and < 18 ? grid.Village.Township.Name + (years < 12 ? "中心小学" : years < 15 ? "初级中学" : "高级中学") : null,
            Grade = years is >= 6 and < 18 ? $"{"一二三四五六一二三一二三"[years - 6]}年级" : null,
            Source = "入户登记",
        }, relation);
        villager.Standing.Residence = chance.Of<string?>((null, 86), ("away", years is > 18 and < 55 ? 12 : 0), ("incoming", 2));
        villager.Standing.Income = chance.Of<string?>((null, 950), ("dibao", 28), ("edge", 14), ("monitored", 6), ("destitute", 2));
        return villager;
    }

    /// <summary>A number with its valid check character, under a region no province has.</summary>
    private SealedText IdNumber(DateOnly birth, string sex)
    {
        while (true)
        {
            var seventeen = InventedNames.CountyCode + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
                + (chance.Between(0, 499) * 2 + (sex == "male" ? 1 : 0)).ToString("000", CultureInfo.InvariantCulture);
            if (numbers.Add(seventeen)) return vault.Seal(SealPurpose.IdentityNumber, "person.idNumber", seventeen + IdCardNumber.CheckCharacter(seventeen));
        }
    }
}
