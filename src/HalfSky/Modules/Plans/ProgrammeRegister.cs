using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>品牌项目台账, registers.md §0: summaries are told by programme, and every figure can be split by it.</summary>
public sealed class ProgrammeRegister : Register<Programme>
{
    /// <summary>The county's form.</summary>
    public ProgrammeRegister() : base("programme", "品牌项目", dateLabel: "登记日期")
    {
        Icon = "bulb";
        Room = Room.Results;
        About = "品牌、实事项目：在这里建一个，别的台账就能选它，数字都能按它分";
        ListsKinds("programme");

        Section("什么项目");
        Text(p => p.Name, "名称").Required().Listed().Searched().Max(40).Called("品牌名称", "项目名称");
        Kind(p => p.Kind, "类型", ("brand", "品牌"), ("practical", "实事项目"), ("key", "重点项目"), ("campaign", "专项行动")).Required().Listed().Filtered().Default("brand");
        Kind(p => p.Level, "级别", Levels.All).Listed().Filtered();
        Day(p => p.From, "开始日期").Required().Listed().Default("today");
        Day(p => p.To, "结束日期").Listed().MayBeFuture().Called("完成日期", "完成时限");
        LongText(p => p.Aim, "目标").Called("项目目标");
        LookUp(p => p.Plan, "列在哪个计划", "plan");

        Section("钱和成果");
        Amount(p => p.Budget, "预算").Called("预算金额", "项目资金", "预算资金");
        Amount(p => p.Spent, "已用").Called("已使用", "已支出", "支出", "已使用资金", "支出金额");
        LongText(p => p.Results, "成果").Called("项目成效", "成效", "工作成效", "进展情况", "取得成效");
        Here(p => p.Org);
        Here(p => p.Place);
        Here(p => p.Note);

        TitledBy(p => p.Name);
        MatchedBy(p => p.Name);
        HeldBetween(p => p.From, p => p.To);
        Stock("programme.count", "品牌项目", Unit.Things).By(FieldOf(p => p.Kind), FieldOf(p => p.Level));
        FlowOn(p => p.From, "programme.begun", "新开的品牌项目", Unit.Things).By(FieldOf(p => p.Kind), FieldOf(p => p.Level));
        FlowOn(p => p.From, "programme.budget", "项目预算", Unit.Yuan).Sum(FieldOf(p => p.Budget)).By(FieldOf(p => p.Kind), FieldOf(p => p.Level));
        FlowOn(p => p.From, "programme.spent", "项目已用资金", Unit.Yuan).Sum(FieldOf(p => p.Spent)).By(FieldOf(p => p.Kind), FieldOf(p => p.Level));
        Ratio("programme.spent-share", "项目资金使用率", part: "programme.spent", whole: "programme.budget");
    }
}
