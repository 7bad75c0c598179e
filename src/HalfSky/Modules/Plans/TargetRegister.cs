using HalfSky.Kernel;
using HalfSky.Platform.Measures.Api;
using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Modules.Plans;

/// <summary>目标台账, registers.md §2: what a measure is to reach. What was reached is asked of the measure when it is shown.</summary>
public sealed class TargetRegister : Register<Target>
{
    /// <summary>The county's form.</summary>
    public TargetRegister() : base("target", "目标", dateLabel: "下达日期")
    {
        Icon = "target-arrow";
        Room = Room.Results;
        About = "哪个口径、哪里、什么时段、要到多少；完成多少由台账自己数";

        Section("什么目标");
        Text(t => t.Title, "目标").Derived().Listed().Searched();
        Text(t => t.Measure, "口径").Required().Hint("口径的名称或编号，如“阵地”或 venue.count").Max(80);
        Text(t => t.Conditions, "只算哪些").Hint("如 kind=children-home；不填就是全部");
        Here(t => t.Place).Required();
        Text(t => t.Period, "时段").Required().Listed().Hint("如 2026、2026H1、2026Q1、2026-03、2026-01-01..2028-12-31").Max(24);
        Kind(t => t.Direction, "要求", ("at-least", "不少于"), ("at-most", "不多于")).Required().Filtered().Fixed().Default("at-least");
        Number(t => t.Value, "目标值").Required().Listed().Digits(2).Hint("按口径的单位：元、%、个").Called("任务数", "指标值");
        LookUp(t => t.Plan, "列在哪个计划", "plan").Listed();
        LookUp(t => t.Objective, "哪条目标", "objective");
        Here(t => t.Date);
        Here(t => t.Org);
        Here(t => t.Note);
        Day(t => t.From, "从哪天").Derived();
        Day(t => t.To, "到哪天").Derived();

        TitledBy(t => t.Title);
        MatchedBy(t => t.Measure, t => t.Conditions, t => t.Place, t => t.Period);
        HeldBetween(t => t.From, t => t.To);
        SetsTargets(t => t.Measure, t => t.Conditions, t => t.Period, t => t.Value, t => t.Direction);
        Stock("target.count", "在期目标", Unit.Things).By(FieldOf(t => t.Direction));
        // Asked of one measure it is that measure's unit; unsplit it says nothing, as the label tells.
        Stock("target.value", "目标值（按口径分）", Unit.Of("按口径", 2)).Max(FieldOf(t => t.Value)).By(FieldOf(t => t.Measure), FieldOf(t => t.Conditions), FieldOf(t => t.Direction));
        Flow("target.set", "下达的目标", Unit.Things).By(FieldOf(t => t.Direction));
    }

    /// <summary>A measure may be named in Chinese; its key is kept.</summary>
    protected override async Task Complete(Target entry, Recording recording, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        entry.Measure = entry.Measure.Trim();
        var named = reference.Measures.Where(m => m.Label == entry.Measure).ToList();
        if (named.Count > 1)
        {
            throw new Refusal(new Problem("target.ambiguous", $"叫“{entry.Measure}”的口径有几个，请填编号：{string.Join("、", named.Select(m => m.Key))}。", "measure"));
        }
        if (named is [var one]) entry.Measure = one.Key;
        var period = Kernel.Period.TryParse(entry.Period, null, out var read) ? read : (Period?)null;
        (entry.From, entry.To, entry.Period) = (period?.From, period?.To, period?.Key ?? entry.Period);
        if (reference.Measure(entry.Measure) is not { } measure || period is not { } days || entry.Value is not { } value) return;
        var direction = reference.KindsOf(this["direction"]).LabelOf(entry.Direction);
        entry.Title = $"{reference.Places.NameOf(entry.Place)} {measure.Label} {days.Label}{direction} {(value / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)}{measure.Unit.Label}".Trim();
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(Target entry, Target? before, Recording recording, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        if (reference.Measure(entry.Measure) is not { } measure)
            return [new("target.measure", $"没有“{entry.Measure}”这个口径。请到“数字”里看一看叫什么，再填名称或编号。", "measure")];
        if (entry.From is null) return [new("target.period", "时段看不懂，请写成 2026、2026H1、2026Q1、2026-03 或 2026-01-01..2028-12-31。", "period")];
        if (measure.Unit.Digits == 0 && entry.Value % 100 != 0) return [new("target.whole", $"“{measure.Label}”按{measure.Unit.Label}数，目标值要填整数。", "value")];
        if (entry.Objective is { } objective && await recording.PlanOf("objective", objective, ct) != entry.Plan)
            return [new("target.objective", "这条目标是别的计划的，请选同一个计划里的。", "objective")];
        if (string.IsNullOrWhiteSpace(entry.Conditions)) return [];
        var asked = QueryHelpers.ParseQuery(entry.Conditions);
        // Place and period are the target's own; a split is no figure to reach.
        var own = asked.Keys.FirstOrDefault(k => k is "place" or "period" or "from" or "to" or "by");
        if (own is not null) return [new("target.conditions", $"“只算哪些”里不写 {own}，地点和时段在各自那一格填。", "conditions")];
        StrictAsk.Read([.. asked, new("period", entry.Period)], measure, reference, new(entry.Place), recording.Clock.Today, [], out var problems);
        return [.. problems.Select(p => new Problem("target.conditions", p.Text, "conditions"))];
    }
}
