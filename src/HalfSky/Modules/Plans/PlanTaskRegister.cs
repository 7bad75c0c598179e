using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>计划任务, part of registers.md §2 plan.</summary>
public sealed class PlanTaskRegister : Register<PlanTask>
{
    /// <summary>The county's form.</summary>
    public PlanTaskRegister() : base("plan-task", "计划任务", dateLabel: "印发日期")
    {
        About = "一项任务一条：谁负责，哪天前办完，办完没有";

        Section("什么任务");
        PartOf(t => t.Plan, "计划", "plan").Called("所属计划", "计划名称", "工作计划");
        Text(t => t.Text, "任务").Required().Listed().Searched().Called("工作任务", "任务内容", "重点任务", "工作内容");
        LookUp(t => t.Objective, "哪条目标", "objective").Hint("计划里列了目标的点选");
        Kind(t => t.Kind, "哪方面", ("organisation", "组织和阵地"), ("activity", "活动"), ("publicity", "宣传"), ("training", "培训"), ("rights", "维权"), ("care", "关爱"), ("family", "家庭家风"),
            ("growth", "创业就业"), ("health", "健康"), ("children", "儿童"), ("other", "其他")).Listed().Filtered();
        OrganizationOf(t => t.Owner, "责任组织").Listed().Called("责任单位", "牵头组织", "牵头单位", "承办单位");
        LookUp(t => t.Department, "责任部门", "body").Hint("妇联以外的部门").Called("牵头部门", "配合部门", "责任科室", "配合单位");
        Day(t => t.Due, "哪天前办完").Required().Listed().MayBeFuture().Called("完成时限", "完成期限", "截止日期", "时限", "时间节点");
        Number(t => t.Aim, "目标数").Hint("几场、几个、几人").Called("目标", "指标数", "任务数", "目标任务数");
        Day(t => t.Done, "办完日期").Listed().Called("完成日期");
        Here(t => t.Note);
        Copied(t => t.PlanKind, "计划类型", from: "kind");

        TitledBy(t => t.Text);
        // Of whose plan it is: those below see their own plan, given down to them with their tasks.
        Duty(new("plan-task.deadline", "计划任务到期", DutyCycle.Once) { On = "due", Until = "done", Days = 30 });
        Flow("plan-task.planned", "计划任务", Unit.Projects).By(FieldOf(t => t.Kind), FieldOf(t => t.PlanKind));
        FlowOn(t => t.Due, "plan-task.due", "到期的计划任务", Unit.Projects).By(FieldOf(t => t.Kind), FieldOf(t => t.PlanKind), FieldOf(t => t.Owner), FieldOf(t => t.Department));
        FlowOn(t => t.Due, "plan-task.met", "到期且办完的计划任务", Unit.Projects).Where(new Filter.Not(new Filter.Is("done", null)), "填了办完日期")
            .By(FieldOf(t => t.Kind), FieldOf(t => t.PlanKind), FieldOf(t => t.Owner), FieldOf(t => t.Department));
        FlowOn(t => t.Due, "plan-task.owners", "有到期任务的组织", Unit.Things).Distinct(FieldOf(t => t.Owner)).By(FieldOf(t => t.Kind), FieldOf(t => t.PlanKind));
        Ratio("plan-task.completion", "计划任务完成率", part: "plan-task.met", whole: "plan-task.due");
        FlowOn(t => t.Done, "plan-task.done", "办完的计划任务", Unit.Projects).By(FieldOf(t => t.Kind), FieldOf(t => t.PlanKind));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(PlanTask entry, PlanTask? before, Recording recording, CancellationToken ct) =>
        entry.Objective is { } objective && await recording.PlanOf("objective", objective, ct) != entry.Plan
            ? [new("plan-task.objective", "这条目标是别的计划的，请选这个计划里的。", "objective")] : [];
}
