using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>岗位台账, registers.md §10.</summary>
public sealed class JobRegister : Register<Job>
{
    /// <summary>The county's form.</summary>
    public JobRegister() : base("job", "岗位", dateLabel: "发布日期")
    {
        Icon = "briefcase";
        Room = Room.Work;
        About = "哪家单位要人、要几个、招到哪天";

        Section("什么岗位");
        Text(j => j.Title, "岗位").Required().Listed().Searched().Max(60).Called("岗位名称", "招聘岗位", "用工岗位");
        Kind(j => j.Trade, "工种", ("housekeeping", "家政"), ("care", "育婴养老护理"), ("factory", "进厂务工"), ("handicraft", "手工来料"), ("farm", "种植养殖"), ("catering", "餐饮民宿"),
            ("e-commerce", "电商直播"), ("sales", "销售客服"), ("cleaning", "保洁保安"), ("office", "文员会计"), ("teaching", "教师幼教"), ("other", "其他")).Required().Listed().Filtered().Called("工种类别", "岗位类型");
        LookUp(j => j.Body, "用工单位", "body").Listed().Called("用人单位", "招聘单位");
        Text(j => j.Employer, "单位名称").Searched().Max(60).Hint("单位台账里没有的才写").Called("用工企业", "招聘单位", "招聘企业");
        Number(j => j.Number, "要几个人").Required().Between(1, 100_000).Listed().Called("需求人数", "招聘人数", "招工人数", "岗位数", "用工需求");

        Section("招到哪天");
        Here(j => j.Date);
        Day(j => j.OpenUntil, "截止日期").MayBeFuture().Listed().Called("有效期至", "有效期", "招聘截止");
        Day(j => j.FilledOn, "招满日期").Listed();
        Here(j => j.Place);
        Here(j => j.Org);
        Here(j => j.Note);
        Day(j => j.Closed, "不再招的日期").Derived();

        TitledBy(j => j.Title);
        HeldBetween(j => j.Date, j => j.Closed);

        Stock("job.open", "在招岗位", Unit.Things).Sum(FieldOf(j => j.Number)).By(FieldOf(j => j.Trade));
        FlowOn(j => j.FilledOn, "job.filled", "招满岗位", Unit.Things).Sum(FieldOf(j => j.Number)).By(FieldOf(j => j.Trade));
    }

    /// <inheritdoc/>
    protected override Task Complete(Job entry, Recording recording, CancellationToken ct)
    {
        entry.Closed = entry.FilledOn ?? entry.OpenUntil?.AddDays(1);
        return Task.CompletedTask;
    }
}
