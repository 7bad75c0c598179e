using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.People.Pages;

/// <summary>一人一档.</summary>
[Needs("person.read")]
[SealedPage]
public sealed class PersonFilePage(Desk desk, Recording recording, Names names) : FilePage(desk, recording, names)
{
    /// <summary>The person.</summary>
    public Person Person => (Person)Entry;

    /// <summary>Where she lives: the household and its name.</summary>
    public (Guid Id, string Name)? Home { get; private set; }

    /// <summary>Age today, as words.</summary>
    public string Age => Person.Birth is { } born ? Kernel.Age.On(Desk.Today, born) + (Person.BirthYearOnly ? "左右" : "") : "";

    /// <inheritdoc/>
    protected override string Key => "person";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Register, Guid Id)>> Subjects(CancellationToken ct)
    {
        var member = Reference.Register("member")!;
        var query = new Query(Desk.Session, member.Shape, Desk.Sees(member)).Where(new Filter.Is("person", Entry.Id)).Where(new Filter.HeldOn("from", "to", Desk.Today))
            .Where(EntryStates.Count);
        await foreach (var row in query.Stream(["household"], [], ct))
        {
            var id = (Guid)row[0]!;
            var household = Reference.Register("household")!;
            Home = (id, (await new Names(Desk.Session, Desk.Source).Of(household, [id], Desk.Sees(household), ct)).GetValueOrDefault(id, "家庭"));
        }
        return [("person", Entry.Id)];
    }
}
