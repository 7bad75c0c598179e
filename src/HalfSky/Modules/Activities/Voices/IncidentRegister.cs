using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Voices;

/// <summary>突发事件当日报告, registers.md §4; 信访工作条例 art. 25.</summary>
public sealed class IncidentRegister : Register<Incident>
{
    /// <summary>The county's form.</summary>
    public IncidentRegister() : base("incident", "突发事件", dateLabel: "发生日期", noteLabel: "经过")
    {
        Icon = "alert-triangle";
        Room = Room.Work;
        About = "出了急事当天报；先打电话，再记这里";

        Section("出了什么事");
        Text(i => i.Title, "什么事").Required().Listed().Searched().Max(100).Hint("写事，不写姓名").Called("事件名称", "事件", "事由", "事件概况");
        Kind(i => i.Kind, "类型", ("family", "家庭矛盾激化"), ("personal-safety", "人身安全"), ("child", "儿童走失受伤"), ("drowning", "溺水"), ("fire", "火情"), ("disaster", "自然灾害"),
            ("accident", "安全事故"), ("gathering", "聚集上访"), ("public-opinion", "网络舆情"), ("other", "其他")).Required().Listed().Filtered();
        Here(i => i.Date);
        Text(i => i.Happened, "发生时间").Max(10).Hint("例如 8:30");
        Number(i => i.People, "涉及人数").Between(0, 100_000).Called("人数");
        Here(i => i.Place);
        Here(i => i.Note);

        Section("报给谁");
        Text(i => i.ReportedTo, "报给谁").Required().Listed().Max(60).Hint("同级党委政府、公安、上级妇联").Called("上报单位", "报告单位", "报告部门", "报告对象", "上报对象", "报送对象");
        Day(i => i.ReportedOn, "上报日期").Required().Listed().Default("today").Hint("当天报；隔天的记为迟报").Called("报告日期");
        Text(i => i.ReportedAt, "上报时间").Max(10);
        LongText(i => i.FollowUp, "后来怎么处置的").Called("处置情况", "处理结果", "后续处置", "处理情况", "处置结果");
        Here(i => i.Org);
        Flag(i => i.Late, "迟报").Filtered().Derived();

        TitledBy(i => i.Title);

        Flow("incident.count", "突发事件", Unit.Matters).By(FieldOf(i => i.Kind), FieldOf(i => i.Late));
        Flow("incident.people", "突发事件涉及人次", Unit.Attendances).Sum(FieldOf(i => i.People)).By(FieldOf(i => i.Kind));
        Flow("incident.same-day", "当天上报的突发事件", Unit.Matters).Where(new Filter.Is("late", false), "发生当天上报").By(FieldOf(i => i.Kind));
        Ratio("incident.punctuality", "突发事件当天上报率", part: "incident.same-day", whole: "incident.count");
    }

    /// <inheritdoc/>
    protected override Task Complete(Incident entry, Recording recording, CancellationToken ct)
    {
        (entry.Happened, entry.ReportedAt) = (TimeOfDay.Tidy(entry.Happened), TimeOfDay.Tidy(entry.ReportedAt));
        entry.Late = entry.ReportedOn > entry.Date;
        return Task.CompletedTask;
    }
}
