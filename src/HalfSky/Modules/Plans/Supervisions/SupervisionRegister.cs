using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Supervisions;

/// <summary>督办台账, registers.md §2: an answer is asked by a day; a late one is taken and marked.</summary>
public sealed class SupervisionRegister : Register<Supervision>
{
    /// <summary>The county's form.</summary>
    public SupervisionRegister() : base("supervision", "督办", dateLabel: "督办日期")
    {
        Icon = "urgent";
        Room = Room.Results;
        About = "催办的事：督办谁、哪天前答复；对方在网上答复，逾期的也收，注明逾期";
        AlsoAt("/supervisions/{0}", "答复", "message", "reply");

        Section("督办什么");
        Text(s => s.Title, "什么事").Required().Listed().Searched().Max(120).Called("督办事项", "事项", "督办内容", "督办任务");
        Here(s => s.Org).Required().Listed().Hint("督办哪个组织");
        LongText(s => s.Demand, "要求").Searched().Called("督办要求", "工作要求");
        Here(s => s.Date);
        Day(s => s.Deadline, "哪天前答复").Required().Listed().MayBeFuture().Called("答复期限", "答复时限", "办理时限", "办结时限", "完成时限");
        LookUp(s => s.Task, "哪项计划任务", "plan-task");
        LookUp(s => s.Target, "哪个目标", "target");
        LookUp(s => s.Problem, "哪个问题", "problem");
        Section("答复");
        LongText(s => s.Reply, "答复").Searched().Hint("对方在网上答复；电话、纸上答复的由您代填").Called("答复情况", "办理情况", "办理结果", "落实情况", "完成情况", "反馈情况");
        Day(s => s.Replied, "答复日期").Listed().Called("反馈日期", "反馈时间", "办结日期");
        Here(s => s.Place);
        Here(s => s.Note);
        Flag(s => s.Late, "逾期答复").Derived().Listed().Filtered();
        OrganizationOf(s => s.Issuer, "谁督办的").Derived().Called("督办单位", "交办单位", "交办人");

        TitledBy(s => s.Title);
        // Overdue, it is shown one level up once a day has gone by.
        Duty(new("supervision.answer", "答复督办", DutyCycle.Once) { On = "deadline", Until = "replied", Days = 60, Escalate = 1 });
        Field[] by = [FieldOf(s => s.Late)];
        Flow("supervision.issued", "督办件", Unit.Matters).By(by);
        FlowOn(s => s.Deadline, "supervision.due", "到期的督办件", Unit.Matters).By(by);
        FlowOn(s => s.Deadline, "supervision.in-time", "按期答复的督办件", Unit.Matters).Where(new Filter.Is("late", false), "在期限内答复").By(by);
        Ratio("supervision.in-time-share", "督办按期答复率", part: "supervision.in-time", whole: "supervision.due");
    }

    /// <inheritdoc/>
    protected override Task Complete(Supervision entry, Recording recording, CancellationToken ct)
    {
        entry.Issuer ??= recording.User.Home?.Value;
        entry.Judge();
        return Task.CompletedTask;
    }
}
