using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>目标任务, registers.md §2: the tree of a plan's objectives.</summary>
public sealed class ObjectiveRegister : Register<Objective>
{
    private const int Deepest = 4;

    /// <summary>The county's form.</summary>
    public ObjectiveRegister() : base("objective", "计划目标", dateLabel: "印发日期")
    {
        Icon = "target-arrow";
        Room = Room.Results;
        About = "计划里一条一条的目标，可以分层";

        Section("什么目标");
        PartOf(o => o.Plan, "计划", "plan").Called("工作计划", "所属计划");
        Text(o => o.Text, "目标").Required().Listed().Searched().Max(200).Called("工作目标", "目标任务");
        LookUp(o => o.Above, "上面一条", "objective").Hint("最上一层不填");
        Number(o => o.Position, "排第几").Between(1, 999).Listed();
        Here(o => o.Note);

        TitledBy(o => o.Text);
        Flow("objective.count", "计划目标数", Unit.Items);
    }

    /// <summary>The one above stands in the same plan, and following upwards comes to an end.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Objective entry, Objective? before, Recording recording, CancellationToken ct)
    {
        var above = entry.Above;
        for (var depth = 1; above is { } id; depth++)
        {
            if (id == entry.Id) return [new("objective.circle", "一条目标不能放在自己下面，请另选上面一条。", "above")];
            if (depth >= Deepest) return [new("objective.depth", "目标最多分四层，请放到上一层。", "above")];
            if (await recording.PlanOf("objective", id, ct) != entry.Plan) return [new("objective.plan", "上面一条是别的计划的，请选这个计划里的。", "above")];
            above = (await recording.FactsOf("objective", new Filter.Is("id", id), ["above"], ct))?[0] as Guid?;
        }
        return [];
    }
}
