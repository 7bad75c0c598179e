using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>The 口径 in Chinese sentences, written from the declaration; nobody types it.</summary>
public static class Wording
{
    /// <summary>Heading and sentence of each point.</summary>
    public static IReadOnlyList<(string Head, string Text)> Of(Measure measure, Reference reference)
    {
        if (measure.Kind is MeasureKind.Ratio)
        {
            var part = reference.Measure(measure.Part!)!;
            var whole = measure.Whole == Measure.AllVillages ? null : reference.Measure(measure.Whole!)!;
            return
            [
                ("数什么", $"“{part.Label}”除以“{whole?.Label ?? "村数"}”，按百分比。"),
                ("分子", Counted(part, reference)),
                ("分母", whole is null ? "所选地方现有的村。" : Counted(whole, reference)),
                ("算不出时", "分母为零时显示“—”，不写成 0。"),
                ("能不能加", "比率不能相加，合计另算。"),
                ("哪一版", Version(measure)),
            ];
        }
        return
        [
            ("数什么", Counted(measure, reference)),
            ("不数什么", "草稿、退回的、撤销的都不数；待核的数进去，另注“其中待核”。"),
            ("按哪天", measure.Kind is MeasureKind.Flow
                ? $"按{measure.Register[measure.Span.Keys[0]].Label}（发生的那天），不按录入那天。"
                : $"按期末那天还在的数：{measure.Register[measure.Span.Keys[0]].Label}不晚于当天，{measure.Register[measure.Span.To!].Label}没到或没填；期未满按今天。"),
            ("算谁的", "算事情发生时所在的村；村合并或改名后，旧村的记录算进新村。"),
            ("能不能加", measure.Additive ? "各村各月可以相加。" : "要去重：各部分相加会比合计多，合计单独算。"),
            ("可以怎么分", "月、季、年、镇、村、网格" + string.Concat(Split.Declared(measure, reference).Select(s => "、" + s.Label)) + "。"),
            ("哪一版", Version(measure)),
        ];
    }

    private static string Counted(Measure measure, Reference reference)
    {
        var register = measure.Register;
        var what = measure.Count switch
        {
            Aggregate.Distinct d => $"{register.Title}里不同的{register[d.Key].Label}，一个算 1 {measure.Unit.Label}",
            Aggregate.Max m => $"{register.Title}里“{register[m.Key].Label}”最大的一个，单位{measure.Unit.Label}",
            Aggregate.Villages => $"{register.Title}里有记录的村，一个村算 1 个",
            Aggregate.Sum s => $"{register.Title}里“{register[s.Key].Label}”之和，单位{measure.Unit.Label}",
            _ => $"{register.Title}里的每一条算 1 {measure.Unit.Label}",
        };
        if (measure.WhereText is not null) what += $"；只数{measure.WhereText}的";
        if (measure.Reached is { } reached) what += $"；只数期内在{reference.Register(reached.Register)!.Title}里有记录的";
        return what + "。";
    }

    private static string Version(Measure measure) => $"第 {measure.Version} 版，{measure.ValidFrom:yyyy-MM-dd} 起。";
}
