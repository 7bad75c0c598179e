using HalfSky.Kernel;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Api;
using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>考核项, part of a scheme of assessment.</summary>
public sealed class RubricItemRegister : Register<RubricItem>
{
    /// <summary>The county's form.</summary>
    public RubricItemRegister() : base("rubric-item", "考核项", dateLabel: "印发日期")
    {
        Icon = "list-check";
        Room = Room.Results;
        About = "一项多少分，怎么得分";

        Section("考什么");
        PartOf(i => i.Rubric, "考核办法", "rubric").Called("考核文件", "考核名称", "考评办法");
        Text(i => i.Text, "考核项").Required().Listed().Searched().Max(80).Called("考核指标", "考核内容", "指标", "指标内容", "评分项");
        Number(i => i.Position, "排第几").Between(1, 999).Listed();
        Number(i => i.Points, "满分").Required().Listed().Digits(1).Between(1, 10_000).Called("分值", "分数", "标准分");
        Kind(i => i.Kind, "怎么得分", (RubricItem.ByMeasure, "按口径算"), (RubricItem.ByHand, "人评，要佐证"))
            .Also((RubricItem.ByMeasure, "系统计分 自动计分"), (RubricItem.ByHand, "人工评分 人评")).Required().Listed().Fixed().Default(RubricItem.ByMeasure).Called("评分方式", "得分方式", "计分方式", "计分办法", "评分办法");
        Section("按口径算的填");
        Text(i => i.Measure, "口径").Hint("名称或编号，如“活动场次”或 activity.sessions").Max(80);
        Text(i => i.Conditions, "只算哪些").Hint("如 kind=talk；不填就是全部");
        Number(i => i.Full, "到多少得满分").Digits(2).Hint("按口径的单位；不到的按比例").Called("满分值", "目标值");
        Here(i => i.Note);

        TitledBy(i => i.Text);
        Flow("rubric-item.count", "考核项数", Unit.Items).By(FieldOf(i => i.Kind));
    }

    /// <summary>A measure may be named in Chinese; its key is kept.</summary>
    protected override async Task Complete(RubricItem entry, Recording recording, CancellationToken ct)
    {
        entry.Measure = entry.Measure?.Trim();
        if ((await recording.Reference(ct)).Measures.Where(m => m.Label == entry.Measure).ToList() is [var one]) entry.Measure = one.Key;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(RubricItem entry, RubricItem? before, Recording recording, CancellationToken ct)
    {
        if (entry.Kind != RubricItem.ByMeasure || string.IsNullOrEmpty(entry.Measure)) return [];
        var reference = await recording.Reference(ct);
        if (reference.Measure(entry.Measure) is not { } measure)
            return [new("rubric-item.measure", $"没有“{entry.Measure}”这个口径，或者叫这个名字的不止一个。请到“数字”里看一看，填编号。", "measure")];
        if (string.IsNullOrWhiteSpace(entry.Conditions)) return [];
        StrictAsk.Read([.. QueryHelpers.ParseQuery(entry.Conditions), new("period", "2026")], measure, reference, Branch.Root, recording.Clock.Today, [], out var problems);
        return [.. problems.Select(p => new Problem("rubric-item.conditions", p.Text, "conditions"))];
    }
}
