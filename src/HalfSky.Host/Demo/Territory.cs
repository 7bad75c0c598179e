using HalfSky.Kernel;
using HalfSky.Modules.Organizations;
using HalfSky.Modules.People;
using HalfSky.Platform.Places;

namespace HalfSky.Host.Demo;

/// <summary>A township of the demo; its place and its organisation bear the same number.</summary>
internal sealed record Township(Branch Number, string Name, string Code, List<Village> Villages)
{
    /// <summary>The officer there.</summary>
    public Villager? Officer { get; set; }
}

/// <summary>A village; its share is that of special families reached in a quarter against the common one, a silent one is not heard of this quarter.</summary>
internal sealed record Village(Branch Number, string Name, string Code, Township Township, List<Grid> Grids, double Share, bool IsSilent);

/// <summary>A grid: a place only, looked after by one exec.</summary>
internal sealed record Grid(Branch Number, string Name, string Code, Village Village, int People)
{
    /// <summary>Households.</summary>
    public List<Home> Homes { get; } = [];

    /// <summary>The exec who lives here and looks after it.</summary>
    public Villager Exec { get; set; } = null!;

    /// <summary>Her post.</summary>
    public Post Post { get; set; } = null!;
}

/// <summary>A household with who lives in it.</summary>
internal sealed record Home(Household Household, List<Villager> Villagers);

/// <summary>A person with her place in the household.</summary>
internal sealed record Villager(Person Person, string Relation)
{
    /// <summary>Years of age on a day.</summary>
    public int AgeOn(DateOnly day) => day.Year - Person.Birth!.Value.Year;

    /// <summary>A woman or girl.</summary>
    public bool IsFemale => Person.Sex == "female";

    /// <summary>What holds of her for a time.</summary>
    public Standing Standing { get; } = new();
}

/// <summary>Income class and residence of a villager, as the codes of their registers; null for the common case.</summary>
internal sealed class Standing
{
    /// <summary>Income class.</summary>
    public string? Income { get; set; }

    /// <summary>Away, left behind or come from elsewhere.</summary>
    public string? Residence { get; set; }
}

/// <summary>The county's three townships, 99 villages and their grids.</summary>
internal sealed class Territory
{
    /// <summary>Since when places and federations are there.</summary>
    public static readonly DateOnly Founded = new(2018, 3, 8);

    private Territory(List<Township> townships) => Townships = townships;

    /// <summary>Townships, the great one first.</summary>
    public IReadOnlyList<Township> Townships { get; }

    /// <summary>All villages.</summary>
    public IEnumerable<Village> Villages => Townships.SelectMany(t => t.Villages);

    /// <summary>All grids.</summary>
    public IEnumerable<Grid> Grids => Villages.SelectMany(v => v.Grids);

    /// <summary>The village of the two execs one signs in as.</summary>
    public Village Home => Townships[0].Villages.First(v => v.Name == InventedNames.HomeVillage + "村");

    /// <summary>Lays the county out: seven grids a village in the first township, five to seven in the others; people as the scale says.</summary>
    public static Territory Lay(Chance chance, DemoOptions options)
    {
        var townships = new List<Township>();
        foreach (var (township, villages) in InventedNames.Townships)
        {
            var ordinal = townships.Count + 1;
            var made = new Township(Branch.Root.Child(ordinal), township, $"{InventedNames.CountyCode}{99 + ordinal:000}000", []);
            var names = villages.Split(' ');
            names = [.. names.Take(Math.Clamp((int)Math.Round(names.Length * options.Scale), ordinal == 1 ? 3 : 1, names.Length))];
            foreach (var (i, name) in names.Index())
            {
                var silent = ordinal == 1 && (InventedNames.Silent.Contains(name) || (options.Scale < 0.5 && i == names.Length - 1));
                var share = InventedNames.Slow.Contains(name) ? 0.35 : 0.9 + chance.Between(0, 18) / 100.0;
                made.Villages.Add(new(made.Number.Child(i + 1), name + "村", $"{made.Code[..9]}{200 + i:000}", made, [], share, silent));
            }
            townships.Add(made);
        }
        // About 50 women and children a grid are 80 people; the rest live in the other townships.
        foreach (var village in townships[0].Villages)
            for (var i = 0; i < 7; i++) AddGrid(village, (int)(80 * options.Residents) + (i % 2 == 0 ? 1 : -1) * chance.Between(0, 6));
        var others = townships.Skip(1).SelectMany(t => t.Villages).Select(v => (Village: v, Grids: chance.Between(5, 7))).ToList();
        var left = Math.Max(others.Sum(o => o.Grids), (int)Math.Round(60_000 * options.Scale * options.Residents) - townships[0].Villages.Sum(v => v.Grids.Sum(g => g.People)));
        var grids = others.Sum(o => o.Grids);
        foreach (var (village, count) in others)
        {
            for (var i = 0; i < count; i++, grids--)
            {
                AddGrid(village, left / grids);
                left -= left / grids;
            }
        }
        return new(townships);
    }

    /// <summary>Places as they are kept.</summary>
    public IEnumerable<Place> Places() =>
    [
        Place(Branch.Root, InventedNames.County, InventedNames.CountyCode + "000000"),
        .. Townships.Select(t => Place(t.Number, t.Name, t.Code)),
        .. Villages.Select(v => Place(v.Number, v.Name, v.Code)),
        .. Grids.Select(g => Place(g.Number, g.Name, g.Code)),
    ];

    /// <summary>Federations of county, townships and villages.</summary>
    public IEnumerable<Organization> Organizations() =>
    [
        Organization(Branch.Root, InventedNames.County, "county"),
        .. Townships.Select(t => Organization(t.Number, t.Name, "township")),
        .. Villages.Select(v => Organization(v.Number, v.Name, "village")),
    ];

    private static void AddGrid(Village village, int people)
    {
        var ordinal = village.Grids.Count + 1;
        village.Grids.Add(new(village.Number.Child(ordinal), $"{village.Name}{ordinal}网格", $"{village.Code}{ordinal:00}", village, people));
    }

    private static Place Place(Branch number, string name, string code) => new() { Number = number.Value, Name = name, Code = code, From = Founded };

    private static Organization Organization(Branch number, string name, string level) => new()
    {
        Org = number.Value, Place = number.Value, Name = name + "妇联", Kind = "federation", Level = level, Parent = number.Parent?.Value ?? 0, Date = Founded, From = Founded,
    };
}
