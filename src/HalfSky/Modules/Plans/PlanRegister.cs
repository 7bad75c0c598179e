using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
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
        LookUp(p => p.Above, "上级计划", "plan").Hint("从上级分下来的才有");
        LookUp(p => p.CopyOf, "照哪个计划来的", "plan");

        TitledBy(p => p.Title);
        FiledAt("/plans/{0}", "进度和对照", "checklist");
        HeldBetween(p => p.From, p => p.To);
        Stock("plan.count", "正在实施的计划", Unit.Things).By(FieldOf(p => p.Kind));
        Flow("plan.issued", "印发的计划", Unit.Things).By(FieldOf(p => p.Kind));
    }

    /// <summary>The targets drafted with a plan come into effect with it.</summary>
    protected override async Task Written(Plan entry, Plan? before, Recording recording, CancellationToken ct)
    {
        if (before is not { State: EntryState.Draft } || !entry.Counts || (await recording.Reference(ct)).Register("target") is not { } targets) return;
        var whose = Scope.Whole("targets drafted with a plan follow it");
        var drafted = new List<Guid>();
        await foreach (var row in new Query(recording.Session, targets.Shape, whose).Where(new Filter.Is("plan", entry.Id)).Where(new Filter.Is("state", nameof(EntryState.Draft))).Stream(["id"], [], ct)) drafted.Add((Guid)row[0]!);
        foreach (var id in drafted)
        {
            if (await recording.Find(targets, id, whose, ct) is not { } target || await recording.Find(targets, id, whose, ct) is not { } was) continue;
            target.Submit(review: false);
            await recording.Write(targets, was, target, "followed", null, ct);
        }
    }
}
