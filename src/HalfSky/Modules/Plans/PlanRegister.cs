using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>计划台账, registers.md §2. A task is written once, with the day it is due and who answers for it.</summary>
public sealed class PlanRegister : Register<Plan>
{
    /// <summary>The county's form.</summary>
    public PlanRegister() : base("plan", "工作计划", dateLabel: "印发日期")
    {
        Icon = "checklist";
        Room = Room.Results;
        About = "年度、三年、五年计划：目标和任务，谁负责、哪天前办完";

        Section("什么计划");
        Text(p => p.Title, "名称").Required().Listed().Searched().Max(80);
        Kind(p => p.Kind, "类型", ("year", "年度计划"), ("three-year", "三年计划"), ("five-year", "五年规划"), ("campaign", "专项方案")).Required().Listed().Filtered().Default("year");
        Here(p => p.Org).Listed();
        Here(p => p.Date);
        Day(p => p.From, "从哪天").Required().Listed().MayBeFuture();
        Day(p => p.To, "到哪天").Required().Listed().MayBeFuture().Hint("写最后一天的后一天，如次年 1 月 1 日");
        LongText(p => p.Objectives, "总目标").Searched();
        Here(p => p.Place);
        Here(p => p.Note);

        TitledBy(p => p.Title);
        HeldBetween(p => p.From, p => p.To);
        Stock("plan.count", "正在实施的计划", Unit.Things).By(FieldOf(p => p.Kind));
        Flow("plan.issued", "印发的计划", Unit.Things).By(FieldOf(p => p.Kind));
    }
}
