using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>招聘会台账, registers.md §12.</summary>
public sealed class JobFairRegister : Register<JobFair>
{
    /// <summary>The county's form.</summary>
    public JobFairRegister() : base("job-fair", "招聘会", dateLabel: "举办日期")
    {
        Icon = "building-store";
        Room = Room.Work;
        About = "一场记一条；真正上岗的记“就业”";

        Section("什么招聘会");
        Text(f => f.Title, "名称").Required().Listed().Searched().Max(80).Called("招聘会主题", "招聘会名称");
        Here(f => f.Date);
        Kind(f => f.Mode, "方式", ("on-site", "现场"), ("online", "直播带岗")).Required().Listed().Filtered().Default("on-site");
        LookUp(f => f.Partner, "合办单位", "body");
        Here(f => f.Place);
        Here(f => f.Org);

        Section("当天的数");
        Number(f => f.Firms, "来了几家单位").Listed().Called("参会企业数", "参会单位数", "企业数", "用工单位数", "参会企业", "进场企业", "用人单位数");
        Number(f => f.Posts, "提供岗位").Listed().Called("岗位数", "提供岗位数");
        Number(f => f.Seekers, "来求职的人次").Listed().Called("求职人次", "求职人数", "进场人数", "进场求职", "进场人次", "到场人次");
        Number(f => f.Agreed, "达成意向的人次").Called("达成意向数", "达成意向人数", "意向人数", "达成就业意向", "达成意向", "初步达成意向");
        Here(f => f.Note);

        TitledBy(f => f.Title);
        MatchedBy(f => f.Title, f => f.Date);

        Flow("job-fair.sessions", "招聘会", Unit.Sessions).By(FieldOf(f => f.Mode));
        Flow("job-fair.firms", "招聘会到场单位", Unit.Of("家次")).Sum(FieldOf(f => f.Firms)).By(FieldOf(f => f.Mode));
        Flow("job-fair.posts", "招聘会提供岗位", Unit.Things).Sum(FieldOf(f => f.Posts)).By(FieldOf(f => f.Mode));
        Flow("job-fair.seekers", "招聘会求职人次", Unit.Attendances).Sum(FieldOf(f => f.Seekers)).By(FieldOf(f => f.Mode));
        Flow("job-fair.agreed", "招聘会达成意向", Unit.Attendances).Sum(FieldOf(f => f.Agreed)).By(FieldOf(f => f.Mode));
    }
}
