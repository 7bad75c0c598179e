using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>发放材料, registers.md §3: part of an activity.</summary>
public sealed class HandoutRegister : Register<Handout>
{
    /// <summary>The county's form.</summary>
    public HandoutRegister() : base("handout", "发放材料")
    {
        Icon = "files";
        Room = Room.Work;
        About = "活动上发了什么、发了多少份";

        Section("发了什么");
        PartOf(h => h.Activity, "活动", "activity").Called("活动名称");
        Kind(h => h.Item, "材料", ("leaflet", "宣传资料"), ("handbook", "手册"), ("book", "读本"), ("letter", "倡议书公开信"), ("poster", "海报挂图"), ("gift", "宣传品"), ("kit", "健康包"), ("other", "其他"))
            .Required().Listed().Filtered().Default("leaflet").Called("材料类型", "资料类型", "宣传品种类", "发放物品", "宣传资料种类", "资料种类");
        Text(h => h.Title, "材料名称").Max(60).Listed().Called("资料名称");
        Number(h => h.Copies, "份数").Required().Between(1, 1_000_000).Listed().Called("发放份数", "数量", "发放数量", "印发份数");
        Copied(h => h.Kind, "活动类型", from: "kind");
        Copied(h => h.Topics, "主题", from: "topics", FieldType.Kinds);
        Copied(h => h.Festival, "节点", from: "festival");
        Copied(h => h.Team, "队伍", from: "team", FieldType.LookUp).Target("team");
        Copied(h => h.VenueKind, "阵地类型", from: "venueKind").Of("venue.kind");

        TitledBy(h => h.Activity);

        Flow("handout.copies", "发放材料份数", Unit.Copies).Also("宣传册 宣传单 宣传资料 宣传材料 手册 折页").Sum(FieldOf(h => h.Copies))
            .By(FieldOf(h => h.Item), FieldOf(h => h.Kind), FieldOf(h => h.Topics), FieldOf(h => h.Festival), FieldOf(h => h.Team), FieldOf(h => h.VenueKind));
    }
}
