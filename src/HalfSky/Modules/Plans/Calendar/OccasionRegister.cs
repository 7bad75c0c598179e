using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Calendar;

/// <summary>节点, rules.md §14: days of the year with what is usually done. Those shipped stand in <see cref="ShippedDays"/>.</summary>
public sealed class OccasionRegister : Register<OwnOccasion>
{
    /// <summary>The county's form.</summary>
    public OccasionRegister() : base("occasion", "节点", dateLabel: "登记日期")
    {
        Icon = "calendar-star";
        Room = Room.Results;
        About = "每年要准备的日子。常用的已经在计划日历里；这里只记本地加的、改的和不办的";

        Section("什么日子");
        Text(o => o.Name, "名称").Required().Listed().Searched().Max(30).Hint("和已有的同名，就以这里的为准").Called("节日名称", "节日");
        Text(o => o.Rule, "哪一天").Required().Listed().Max(20).Hint("如 3月8日、农历九月初九、5月第2个周日、除夕、清明").Called("时间", "日期", "节日日期");
        LongText(o => o.Action, "一般做什么").Listed().Searched().Max(200).Called("常规工作", "活动安排", "工作安排");
        Number(o => o.Ahead, "提前几天提醒").Between(0, 60).Default("7");
        Kind(o => o.Festival, "办哪种活动算办了").Of("activity.festival").Hint("记活动时选了这个节点，日历上就算办了");
        Kinds(o => o.Levels, "哪一级要办", ("county", "县"), ("township", "镇"), ("village", "村")).Filtered().Fixed().Hint("不选就是都办");
        Flag(o => o.Off, "不用了").Listed().Filtered();

        TitledBy(o => o.Name);
        MatchedBy(o => o.Name);
        ListsDays(o => o.Name, o => o.Rule, o => o.Action, o => o.Ahead, (o => o.Festival, o => o.Levels, o => o.Off), ShippedDays.All);
    }

    /// <summary>However the day was typed, it is kept as it is read: 03-08 becomes 3月8日.</summary>
    protected override Task Complete(OwnOccasion entry, Recording recording, CancellationToken ct)
    {
        if (YearDay.TryParse(entry.Rule, out var day, out _)) entry.Rule = day!.Label;
        return Task.CompletedTask;
    }
}
