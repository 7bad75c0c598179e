using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>巡护发现, registers.md §9: part of a patrol.</summary>
public sealed class FindingRegister : Register<Finding>
{
    /// <summary>The county's form.</summary>
    public FindingRegister() : base("finding", "巡护发现")
    {
        Icon = "flame";
        Room = Room.Work;
        About = "发现了什么、当场处置了没有、交给了谁；有火先打 119";

        Section("发现什么");
        PartOf(f => f.Patrol, "巡护", "patrol").Called("所属巡护", "巡护名称");
        Kind(f => f.Finds, "情况", ("fire-source", "火源"), ("illegal-fire", "违规用火"), ("grave-sweeping", "祭扫用火"), ("dry-grass", "枯草杂物"), ("dumping", "乱倒垃圾"), ("sewage", "排污"),
            ("water", "危险水域"), ("child-alone", "儿童独自涉险"), ("other", "其他")).Required().Listed().Filtered().Called("发现问题", "发现情况", "隐患类型", "问题类型");
        Number(f => f.Spots, "几处").Required().Between(1, 1_000).Listed().Default("1").Called("处数", "隐患处数", "数量", "隐患数", "问题数");
        Flag(f => f.Settled, "当场处置").Required().Listed().Default("true").Called("是否当场处置", "是否处置", "是否整改", "当场整改");
        Text(f => f.HandedTo, "交给谁").Max(60).Listed().Hint("没有当场处置的才填").Called("移交单位", "移交对象", "上报单位");
        Here(f => f.Note);
        Copied(f => f.Kind, "巡护类型", from: "kind");

        TitledBy(f => f.Patrol);

        Flow("finding.spots", "巡护发现问题", Unit.Of("处")).Also("隐患").Sum(FieldOf(f => f.Spots)).By(FieldOf(f => f.Finds), FieldOf(f => f.Settled), FieldOf(f => f.Kind));
    }
}
