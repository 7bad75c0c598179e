using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>活动成果, registers.md §3: part of an activity. The kinds carry units, so the list is fixed.</summary>
public sealed class ActivityResultRegister : Register<ActivityResult>
{
    /// <summary>The county's form.</summary>
    public ActivityResultRegister() : base("activity-result", "活动成果")
    {
        Icon = "plant-2";
        Room = Room.Work;
        About = "种了多少树、卖了多少货、牵成几对";

        Section("办成了什么");
        PartOf(r => r.Activity, "活动", "activity").Called("所属活动", "活动名称");
        Kind(r => r.Result, "成果", ("trees", "植树（株）"), ("area", "绿化整治面积（亩）"), ("rubbish", "清运垃圾（车）"), ("broadcasts", "直播（场）"), ("sales", "销售额（元）"),
            ("pledges", "签承诺书（份）"), ("couples", "牵手成功（对）"), ("patients", "义诊（人次）"), ("hires", "达成就业意向（人）")).Required().Listed().Filtered().Fixed().Called("活动成果", "成果类型", "成果名称");
        Number(r => r.Number, "数量").Between(1, 100_000_000).Listed();
        Number(r => r.Area, "面积（亩）").Digits(1).Listed();
        Amount(r => r.Sales, "金额").Listed();
        Here(r => r.Note);
        Copied(r => r.Kind, "活动类型", from: "kind");
        Copied(r => r.Topics, "主题", from: "topics", FieldType.Kinds);

        TitledBy(r => r.Activity);

        Count("trees", "植树", Unit.Of("株"), r => r.Number).Also("栽树 种树 栽种 栽植");
        Count("area", "绿化整治面积", Unit.Of("亩", 1), r => r.Area);
        Count("rubbish", "清运垃圾", Unit.Of("车"), r => r.Number);
        Count("broadcasts", "直播场次", Unit.Sessions, r => r.Number);
        Count("sales", "活动销售额", Unit.Yuan, r => r.Sales);
        Count("pledges", "签承诺书", Unit.Copies, r => r.Number);
        Count("couples", "牵手成功", Unit.Pairs, r => r.Number);
        Count("patients", "义诊人次", Unit.Attendances, r => r.Number);
        Count("hires", "达成就业意向", Unit.People, r => r.Number);
    }

    private MeasureDeclaration Count(string result, string label, Unit unit, System.Linq.Expressions.Expression<Func<ActivityResult, long?>> what) =>
        Flow($"activity-result.{result}", label, unit).Sum(FieldOf(what)).Where(new Filter.Is("result", result), $"成果是“{label}”").By(FieldOf(r => r.Kind), FieldOf(r => r.Topics));
}
