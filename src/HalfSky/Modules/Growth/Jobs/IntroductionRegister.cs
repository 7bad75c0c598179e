using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>岗位推荐, part of registers.md §10 job seeker.</summary>
public sealed class IntroductionRegister : Register<Introduction>
{
    /// <summary>The county's form.</summary>
    public IntroductionRegister() : base("introduction", "岗位推荐", dateLabel: "推荐日期")
    {
        Icon = "send";
        Room = Room.Work;
        About = "推荐她去哪个岗位、成没成";

        Section("推荐去哪里");
        PartOf(i => i.Seeker, "求职", "seeker", ownDay: true).Called("求职人", "求职者", "姓名", "推荐对象", "推荐人员");
        Here(i => i.Date);
        LookUp(i => i.Job, "岗位", "job").Listed().Called("推荐岗位", "岗位名称");
        Text(i => i.Employer, "用工单位").Listed().Searched().Max(60).Hint("岗位台账里没有的才写").Called("推荐单位", "用人单位");
        Kind(i => i.Result, "结果", ("pending", "等回音"), ("hired", "录用"), ("not-hired", "未录用"), ("declined", "本人没去"))
            .Also(("pending", "等待答复 待反馈 待定"), ("hired", "已录用"), ("not-hired", "没录用"), ("declined", "放弃 本人放弃")).Required().Listed().Filtered().Default("pending").Fixed().Called("推荐结果", "录用情况", "反馈结果");
        Here(i => i.Note);
        Copied(i => i.Person, "求职人", from: "person", FieldType.LookUp).Target("person");
        Copied(i => i.Wants, "想做什么", from: "wants", FieldType.Kinds).Of("job.trade");

        TitledBy(i => i.Seeker);
        MatchedBy(i => i.Seeker, i => i.Job);

        Flow("introduction.times", "推荐岗位", Unit.Attendances).By(FieldOf(i => i.Result), FieldOf(i => i.Wants));
        Flow("introduction.hired", "推荐录用", Unit.People).Distinct(FieldOf(i => i.Person)).Where(new Filter.Is("result", "hired"), "结果是录用").By(FieldOf(i => i.Wants));
    }
}
