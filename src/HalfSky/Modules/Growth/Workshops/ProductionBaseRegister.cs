using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>基地、合作社、工坊台账, registers.md §10: among the four commonest figures of real summaries.</summary>
public sealed class ProductionBaseRegister : Register<ProductionBase>
{
    /// <summary>The county's form.</summary>
    public ProductionBaseRegister() : base("base", "基地工坊", dateLabel: "登记日期")
    {
        Icon = "building-factory-2";
        Room = Room.Work;
        About = "带着妇女一起干的基地、合作社、工坊；用工、带动、面积、产值每年记一次";

        Section("是什么");
        Text(b => b.Name, "名称").Required().Listed().Searched().Max(60).Called("基地名称", "工坊名称", "基地", "创业基地", "车间名称");
        Kind(b => b.Kind, "类型", ("demonstration", "巾帼示范基地"), ("cooperative", "合作社"), ("prosperity-workshop", "巾帼共富工坊"), ("sister-workshop", "大姐工坊"), ("craft-workshop", "手工工坊"),
            ("homestay", "民宿"), ("farmhouse", "农家乐"), ("housekeeping", "家政"), ("farm", "家庭农场"), ("e-commerce", "电商直播"), ("incubator", "创业孵化基地"), ("alliance", "创业联盟"),
            ("firm", "女性创办企业"), ("other", "其他"))
            .Also(("craft-workshop", "手工坊")).Required().Listed().Filtered();
        Kind(b => b.Level, "认定级别", Levels.All).Listed().Filtered();
        LookUp(b => b.LedBy, "带头人", "person").Listed().Called("负责人", "带头人姓名", "法人", "负责人姓名", "领办妇女", "法人代表");
        LookUp(b => b.Body, "所属单位", "body");

        Section("从哪天到哪天");
        Day(b => b.Opened, "建成日期").Required().Listed().Called("成立日期");
        Day(b => b.Closed, "关停日期");
        Here(b => b.Place);
        Here(b => b.Org);
        Here(b => b.Note);

        TitledBy(b => b.Name);
        MatchedBy(b => b.Name, b => b.Kind);
        HeldBetween(b => b.Opened, b => b.Closed);

        Stock("base.count", "基地工坊", Unit.Of("处")).By(FieldOf(b => b.Kind), FieldOf(b => b.Level));
        FlowOn(b => b.Opened, "base.opened", "新建基地工坊", Unit.Of("处")).By(FieldOf(b => b.Kind), FieldOf(b => b.Level));
        Stock("base.villages", "有基地工坊的村", Unit.Villages).Villages().By(FieldOf(b => b.Kind), FieldOf(b => b.Level));
        Coverage("base.coverage", "基地工坊覆盖率", part: "base.villages");
    }
}
