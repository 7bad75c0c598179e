using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Workbench;

/// <summary>Somebody nobody has seen for long.</summary>
/// <param name="Id">Her record.</param>
/// <param name="Name">Name.</param>
/// <param name="Place">Number of her grid or village.</param>
/// <param name="Child">Not yet eighteen.</param>
/// <param name="Age">Age; null when the birth is not known.</param>
/// <param name="Last">When an entry last spoke of her or her household; null for never.</param>
public sealed record UnseenPerson(Guid Id, string Name, long Place, bool Child, int? Age, DateOnly? Last);

/// <summary>How many of a village nobody has seen.</summary>
/// <param name="Village">Number of the village.</param>
/// <param name="All">Women and children there.</param>
/// <param name="Women">Women not seen.</param>
/// <param name="Children">Children not seen.</param>
public sealed record UnseenVillage(long Village, int All, int Women, int Children);

/// <summary>
/// Women and children 好久没见的人 of whom no entry of any register has spoken for months: neither of them nor of the household they live in.
/// Who stands in the rolls (person, household, who lives with whom) is not seen by that alone.
/// </summary>
internal sealed class Unseen(Desk desk, Reference reference, DateOnly since)
{
    private const int Chunk = 200;
    private static readonly string[] Rolls = [WorkbenchModule.Person, WorkbenchModule.Household, WorkbenchModule.Member];
    private Register People => reference.Register(WorkbenchModule.Person)!;

    /// <summary>Those of the places, without those of the other places; longest not seen first.</summary>
    public async Task<IReadOnlyList<UnseenPerson>> Named(IReadOnlyList<Branch> within, IReadOnlyList<Branch> without, int most, CancellationToken ct)
    {
        if (within.Count == 0) return [];
        var query = Residents().Where(new Filter.Within("place", within));
        if (without.Count > 0) query = query.Where(new Filter.Not(new Filter.Within("place", without)));
        var rows = new List<object?[]>();
        await foreach (var row in query.Stream(["id", "name", "place", "birth", "from"], [], ct))
            if (row[4] is DateOnly from && from <= since) rows.Add(row);
        var homes = await Homes(ct);
        var touched = await Touched(ct);
        bool Seen(Guid id) => touched.People.Contains(id) || (homes.TryGetValue(id, out var home) && touched.Households.Contains(home));
        var unseen = rows.Where(r => !Seen((Guid)r[0]!)).ToList();
        // Who would not be shown is not asked about.
        var last = await LastOf([.. unseen.Take(most * 2).Select(r => (Guid)r[0]!)], homes, ct);
        var adult = desk.Today.AddYears(-18);
        return [.. unseen.Select(r => new UnseenPerson((Guid)r[0]!, (string?)r[1] ?? "", (long)r[2]!, r[3] is DateOnly b && b > adult,
                r[3] is DateOnly born ? desk.Today.Year - born.Year - (born.AddYears(desk.Today.Year - born.Year) > desk.Today ? 1 : 0) : null,
                last.TryGetValue((Guid)r[0]!, out var day) ? day : null))
            .OrderBy(p => p.Last ?? DateOnly.MinValue).ThenBy(p => p.Place).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>Numbers by village, in the order of the villages; never a name.</summary>
    public async Task<IReadOnlyList<UnseenVillage>> ByVillage(Branch within, CancellationToken ct)
    {
        var rows = new List<object?[]>();
        await foreach (var row in Residents().Where(new Filter.Within("place", reference.Covered(within))).Stream(["id", "place", "birth", "from"], [], ct)) rows.Add(row);
        var homes = await Homes(ct);
        var touched = await Touched(ct);
        var adult = desk.Today.AddYears(-18);
        return [.. rows.GroupBy(r => VillageOf((long)r[1]!)).OrderBy(g => g.Key).Select(g =>
        {
            var unseen = g.Where(r => r[3] is DateOnly from && from <= since && !touched.People.Contains((Guid)r[0]!)
                && !(homes.TryGetValue((Guid)r[0]!, out var home) && touched.Households.Contains(home))).ToList();
            var children = unseen.Count(r => r[2] is DateOnly born && born > adult);
            return new UnseenVillage(g.Key, g.Count(), unseen.Count - children, children);
        })];
    }

    /// <summary>Women and children who live here today, as far as the reader sees them.</summary>
    private Query Residents() => new Query(desk.Session, People.Shape, desk.Sees(People)).Where(EntryStates.Count)
        .Where(new Filter.HeldOn("from", "to", desk.Today)).Where(new Filter.Any([new Filter.Is("sex", "female"), new Filter.Younger("birth", 18)]).On(desk.Today));

    /// <summary>A village that was merged counts where it belongs now.</summary>
    private long VillageOf(long place)
    {
        var number = new Branch(place);
        foreach (var moved in reference.Successors)
            if (moved.Old.Contains(place)) number = moved.New;
        return number.Depth > 3 ? number.AtDepth(3).Value : number.Value;
    }

    /// <summary>Which household each person lives in today.</summary>
    private async Task<Dictionary<Guid, Guid>> Homes(CancellationToken ct)
    {
        var homes = new Dictionary<Guid, Guid>();
        if (reference.Register(WorkbenchModule.Member) is not { } members) return homes;
        var query = new Query(desk.Session, members.Shape, desk.Sees(members)).Where(EntryStates.Count).Where(new Filter.HeldOn("from", "to", desk.Today));
        await foreach (var row in query.Stream(["person", "household"], [], ct)) homes[(Guid)row[0]!] = (Guid)row[1]!;
        return homes;
    }

    /// <summary>
    /// Everybody some entry spoke of since: one pass for each look-up there is. Whoever wrote the entry: that somebody was there is all it
    /// tells. Registers the reader may not open at all are left out, so that nobody is missing here because of one.
    /// </summary>
    private async Task<(HashSet<Guid> People, HashSet<Guid> Households)> Touched(CancellationToken ct)
    {
        var (people, households) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var (register, field) in LookUps())
        {
            var into = field.Target == WorkbenchModule.Person ? people : households;
            foreach (var row in await Since(register).Group([new Dimension(field.Key)], [new Aggregate.Rows()], ct))
                if (Guid.TryParse(row.Keys[0], out var id)) into.Add(id);
        }
        return (people, households);
    }

    /// <summary>When an entry last spoke of them, however long ago.</summary>
    private async Task<Dictionary<Guid, DateOnly>> LastOf(IReadOnlyList<Guid> persons, Dictionary<Guid, Guid> homes, CancellationToken ct)
    {
        var (people, households) = (new Dictionary<Guid, DateOnly>(), new Dictionary<Guid, DateOnly>());
        foreach (var (register, field) in LookUps())
        {
            var into = field.Target == WorkbenchModule.Person ? people : households;
            var asked = field.Target == WorkbenchModule.Person ? persons : [.. persons.Where(homes.ContainsKey).Select(p => homes[p]).Distinct()];
            foreach (var chunk in asked.Chunk(Chunk))
            {
                var query = new Query(desk.Session, register.Shape, AnyWriter).Where(EntryStates.Count).Where(new Filter.In(field.Key, [.. chunk.Cast<object>()]));
                await foreach (var row in query.Stream([field.Key, "date"], [], ct))
                    if (row[1] is DateOnly day && day <= desk.Today && (!into.TryGetValue((Guid)row[0]!, out var known) || known < day)) into[(Guid)row[0]!] = day;
            }
        }
        foreach (var person in persons)
            if (homes.TryGetValue(person, out var home) && households.TryGetValue(home, out var day) && (!people.TryGetValue(person, out var known) || known < day)) people[person] = day;
        return people;
    }

    private IEnumerable<(Register Register, Field Field)> LookUps() => from register in reference.Registers
                                                                       where !Rolls.Contains(register.Key) && !desk.Sees(register).IsEmpty
                                                                       from field in register.Fields
                                                                       where field is { Type: FieldType.LookUp, Derived: false, Target: WorkbenchModule.Person or WorkbenchModule.Household }
                                                                       select (register, field);

    private Query Since(Register register) => new Query(desk.Session, register.Shape, AnyWriter).Where(EntryStates.Count)
        .Where(new Filter.Range("date", since.AddDays(1), desk.Today.AddDays(1)));

    private static Scope AnyWriter { get; } = Scope.Whole("whether anybody was there, whoever wrote it; nothing of the entry is shown");
}
