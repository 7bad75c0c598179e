using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>求职台账, registers.md §10.</summary>
public sealed class SeekerRegister : Register<Seeker>
{
    /// <summary>The county's form.</summary>
    public SeekerRegister() : base("seeker", "求职", dateLabel: "登记日期")
    {
        Icon = "user-search";
        Room = Room.Work;
        About = "谁想找活干、会什么；推荐岗位和结果记在下面";

        Section("谁找什么活");
        LookUp(s => s.Person, "姓名", "person").Required().Listed().Hint("输姓名或首字母");
        Kinds(s => s.Wants, "想做什么").Of("job.trade").Required().Listed().Filtered().Called("求职意向", "就业意向", "意向工种", "意向岗位");
        Text(s => s.Skills, "会什么").Searched().Max(100).Called("技能", "特长", "技能特长", "掌握技能");
        Day(s => s.From, "从哪天起").Required().Listed().Default("today").Called("求职日期", "开始日期");
        Day(s => s.To, "到哪天").Listed();
        Kind(s => s.Ending, "结束原因", ("employed", "就业了"), ("start-up", "自己创业"), ("gave-up", "不找了"), ("moved", "迁出"), ("other", "其他"));
        Here(s => s.Place);
        Here(s => s.Org);
        Here(s => s.Note);

        TitledBy(s => s.Person);
        HeldBetween(s => s.From, s => s.To);
        Stock("seeker.people", "求职妇女", Unit.People).Distinct(FieldOf(s => s.Person)).By(FieldOf(s => s.Wants));
    }

    /// <inheritdoc/>
    protected override async Task Complete(Seeker entry, Recording recording, CancellationToken ct)
    {
        if (entry.Version > 0) return;
        var people = (await recording.Reference(ct)).Register("person")!;
        if (await recording.Find(people, entry.Person, Scope.Whole("the place of somebody already found in scope"), ct) is { } person) entry.Place = person.Place;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(Seeker entry, Seeker? before, Recording recording, CancellationToken ct)
    {
        if (entry.To is not null) return [];
        var open = new Query(recording.Session, Shape, Scope.Whole("one open search for work a person, whoever asks"))
            .Where(new Filter.Is("person", entry.Person)).Where(new Filter.Is("to", null)).Where(EntryStates.Count);
        await foreach (var row in open.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("seeker.open", "这个人已经登记求职，还没有结束。请在原来那条上改。", "person")];
        return [];
    }
}
