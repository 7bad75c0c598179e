using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.People.Pages;

/// <summary>A member as the file shows her.</summary>
public sealed record FileMember(Guid Person, string Name, string Relation, string Age, string Sex, IReadOnlyList<string> Categories);

/// <summary>一户一档.</summary>
[Needs("household.read")]
[SealedPage]
public sealed class HouseholdFilePage(Desk desk, Recording recording, Names names) : FilePage(desk, recording, names)
{
    /// <summary>The household.</summary>
    public Household Household => (Household)Entry;

    /// <summary>Who lives here today.</summary>
    public IReadOnlyList<FileMember> Members { get; private set; } = [];

    /// <inheritdoc/>
    protected override string Key => "household";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Register, Guid Id)>> Subjects(CancellationToken ct)
    {
        var (member, person, care) = (Reference.Register("member")!, Reference.Register("person")!, Reference.Register("care"));
        var relations = new List<(Guid Person, string? Relation)>();
        var here = new Query(Desk.Session, member.Shape, Desk.Sees(member)).Where(new Filter.Is("household", Entry.Id))
            .Where(new Filter.HeldOn("from", "to", Desk.Today)).Where(EntryStates.Count);
        await foreach (var row in here.Stream(["person", "relation"], [new("from")], ct)) relations.Add(((Guid)row[0]!, row[1] as string));
        var ids = relations.Select(r => (object)r.Person).ToList();
        var people = new Dictionary<Guid, object?[]>();
        if (ids.Count > 0)
            await foreach (var row in new Query(Desk.Session, person.Shape, Desk.Sees(person)).Where(new Filter.In("id", ids)).Stream(["id", "name", "birth", "sex"], [], ct)) people[(Guid)row[0]!] = row;
        var categories = new Dictionary<Guid, List<string>>();
        if (care is not null && ids.Count > 0 && !Desk.Sees(care).IsEmpty)
        {
            var held = new Query(Desk.Session, care.Shape, Desk.Sees(care)).Where(new Filter.In("person", ids)).Where(new Filter.HeldOn("from", "to", Desk.Today)).Where(EntryStates.Count);
            await foreach (var row in held.Stream(["person", "categories"], [], ct))
                categories[(Guid)row[0]!] = [.. Codes.Split(row[1] as string).Select(c => Reference.KindsOf(care["categories"]).LabelOf(c))];
        }
        Members = [.. relations.Where(r => people.ContainsKey(r.Person)).OrderBy(r => r.Relation == "head" ? 0 : 1).Select(r => new FileMember(r.Person, (string)people[r.Person][1]!,
            Reference.KindsOf(member["relation"]).LabelOf(r.Relation), people[r.Person][2] is DateOnly born ? Age.On(Desk.Today, born).Years.ToString(System.Globalization.CultureInfo.InvariantCulture) : "", Reference.KindsOf(person["sex"]).LabelOf(people[r.Person][3] as string),
            categories.GetValueOrDefault(r.Person, [])))];
        return [("household", Entry.Id), .. relations.Select(r => ("person", r.Person))];
    }
}
