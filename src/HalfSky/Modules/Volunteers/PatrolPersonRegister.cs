using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>巡护人员, registers.md §9: part of a patrol.</summary>
public sealed class PatrolPersonRegister : Register<PatrolPerson>
{
    /// <summary>The county's form.</summary>
    public PatrolPersonRegister() : base("patrol-person", "巡护人员")
    {
        Icon = "walk";
        Room = Room.Work;
        Also = "巡查 巡逻";
        About = "这一次是谁去的；一年里一个人去几次也只算一个人";

        Section("谁去了");
        PartOf(p => p.Patrol, "巡护", "patrol").Called("所属巡护", "巡护名称");
        LookUp(p => p.Person, "姓名", "person").Required().Listed().Called("巡护人员");
        Copied(p => p.Kind, "巡护类型", from: "kind");

        TitledBy(p => p.Person);

        Flow("patrol-person.people", "参加巡护的人", Unit.People).Distinct(FieldOf(p => p.Person)).By(FieldOf(p => p.Kind));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(PatrolPerson entry, PatrolPerson? before, Recording recording, CancellationToken ct) =>
        await recording.HasAnother(this, entry, new Filter.Is("patrol", entry.Patrol) & new Filter.Is("person", entry.Person), ct)
            ? [new("patrol-person.twice", "这个人已经列在这次巡护里了。", "person")] : [];

    /// <inheritdoc/>
    protected override Task Written(PatrolPerson entry, PatrolPerson? before, Recording recording, CancellationToken ct) =>
        before is null ? recording.RaiseWhole(this, entry, "people", ct) : Task.CompletedTask;
}
