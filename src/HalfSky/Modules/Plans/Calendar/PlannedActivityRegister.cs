using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Calendar;

/// <summary>计划活动: what is to be held on which day. Recording the activity closes it.</summary>
public sealed class PlannedActivityRegister : Register<PlannedActivity>
{
    /// <summary>The county's form.</summary>
    public PlannedActivityRegister() : base("planned-activity", "计划活动", dateLabel: "哪天办")
    {
        Icon = "calendar-plus";
        Room = Room.Results;
        About = "打算办的活动；办完从日历上点“办了，记一笔”，不用再抄一遍";
        ListedAt("/calendar", "看日历", "calendar");

        Section("打算办什么");
        Text(p => p.Title, "活动名称").Required().Listed().Searched().Max(60).Called("活动主题", "计划活动", "主题", "活动内容", "拟开展活动", "计划活动名称");
        Here(p => p.Date).MayBeFuture();
        Kind(p => p.Kind, "类型").Of("activity.kind").Listed().Filtered();
        Here(p => p.Place);
        Here(p => p.Org);
        Kind(p => p.Festival, "节点").Of("activity.festival").Filtered().Hint("为哪个节日办的，没有就不选");
        LookUp(p => p.Task, "哪项计划任务", "plan-task").Hint("列在计划里的才点选");
        Kind(p => p.Outcome, "办了没有", (PlannedActivity.Planned, "还没到"), (PlannedActivity.Held, "办了"), ("dropped", "没办")).Listed().Filtered().Fixed().Default(PlannedActivity.Planned).Called("完成情况", "是否完成", "落实情况", "是否落实", "落实与否", "执行情况");
        Here(p => p.Note).Hint("没办的写为什么");
        LookUp(p => p.Activity, "办成了哪一场", "activity").Derived();

        TitledBy(p => p.Title);
        Field[] by = [FieldOf(p => p.Kind), FieldOf(p => p.Festival), FieldOf(p => p.Outcome)];
        Flow("planned-activity.planned", "计划的活动", Unit.Sessions).By(by);
        Flow("planned-activity.held", "按计划办了的活动", Unit.Sessions).Where(new Filter.Is("outcome", PlannedActivity.Held), "办了").By(by);
        Ratio("planned-activity.held-share", "活动计划完成率", part: "planned-activity.held", whole: "planned-activity.planned");
    }
}
