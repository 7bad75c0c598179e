using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>就业台账, registers.md §10.</summary>
public sealed class EmploymentRegister : Register<Employment>
{
    /// <summary>The county's form.</summary>
    public EmploymentRegister() : base("employment", "就业", dateLabel: "上岗日期")
    {
        Icon = "briefcase-2";
        Room = Room.Work;
        Also = "再就业 转移就业 上岗";
        About = "谁上岗了、怎么找到的；满三个月回访一次";

        Section("谁上岗了");
        LookUp(e => e.Person, "姓名", "person").Listed().Hint("输姓名或首字母").Called("就业人员");
        Number(e => e.Number, "人数").Between(1, 100_000).Listed().Hint("没有名单、只知道人数才填");
        Here(e => e.Date).Called("就业日期", "入职日期");
        Text(e => e.Employer, "用工单位").Listed().Searched().Max(60).Called("就业单位", "用人单位", "工作单位", "就业企业", "用工企业", "企业名称", "务工单位");
        Kind(e => e.Form, "形式", ("full", "固定就业"), ("flexible", "灵活就业"), ("start-up", "自己创业")).Listed().Filtered().Called("就业形式");

        Section("怎么找到的");
        Kind(e => e.Source, "途径", ("course", "培训班"), ("job-fair", "招聘会"), ("workshop", "工坊基地"), ("introduction", "妇联介绍"), ("policy", "政策帮扶"), ("self", "自己找的"), ("other", "其他"))
            .Also(("course", "培训后就业 技能培训"), ("introduction", "妇联推荐 推荐就业"), ("workshop", "基地就业 工坊就业"), ("self", "自主就业 自谋职业")).Required().Listed().Filtered().Called("就业途径", "就业渠道", "就业方式");
        LookUp(e => e.Course, "哪个培训班", "course").Called("培训班");
        LookUp(e => e.Fair, "哪场招聘会", "job-fair").Called("招聘会");
        LookUp(e => e.Workshop, "哪个工坊", "base");

        Section("满三个月回访");
        Day(e => e.CheckedOn, "回访日期").Called("回访时间", "跟踪日期");
        Kind(e => e.Found, "还在岗吗", ("at-work", "在岗"), ("changed", "换了工作"), ("left", "没有工作"))
            .Also(("at-work", "仍在岗 稳定就业"), ("changed", "换岗 转岗"), ("left", "离岗 离职 失业")).Filtered().Fixed().Called("是否在岗", "目前是否在岗", "在岗情况", "稳岗情况", "目前状况");
        Here(e => e.Place);
        Here(e => e.Org);
        Here(e => e.Note);

        TitledBy(e => e.Person);
        MatchedBy(e => e.Person, e => e.Date);

        var split = new[] { FieldOf(e => e.Source), FieldOf(e => e.Form) };
        Flow("employment.people", "新增就业", Unit.People).Distinct(FieldOf(e => e.Person)).By(split);
        Flow("employment.told-people", "新增就业（只报数的）", Unit.People).Sum(FieldOf(e => e.Number))
            .Where(new Filter.Is("person", null), "没有名单、只报人数；和“新增就业”不重复").By(split);
        FlowOn(e => e.CheckedOn, "employment.checked", "就业回访", Unit.People).Distinct(FieldOf(e => e.Person)).By(split);
        FlowOn(e => e.CheckedOn, "employment.kept", "回访仍在业", Unit.People).Distinct(FieldOf(e => e.Person))
            .Where(new Filter.In("found", ["at-work", "changed"]), "在岗或换了工作").By(split);
        Ratio("employment.retention", "稳岗率", part: "employment.kept", whole: "employment.checked");
    }

    /// <summary>What it came through is known from what was chosen; the place from the person.</summary>
    protected override async Task Complete(Employment entry, Recording recording, CancellationToken ct)
    {
        entry.Source = entry switch
        {
            { Course: not null } => "course",
            { Fair: not null } => "job-fair",
            { Workshop: not null } => "workshop",
            _ => entry.Source,
        };
        if (entry.Version > 0 || entry.Person is not { } id) return;
        var people = (await recording.Reference(ct)).Register("person")!;
        if (await recording.Find(people, id, Scope.Whole("the place of somebody already found in scope"), ct) is { } person) entry.Place = person.Place;
    }
}
