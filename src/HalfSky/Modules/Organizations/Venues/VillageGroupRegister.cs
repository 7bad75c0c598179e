using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>片区分组台账, registers.md §0: every figure can be split by the groups.</summary>
public sealed class VillageGroupRegister : Register<VillageGroup>
{
    /// <summary>The county's form.</summary>
    public VillageGroupRegister() : base("group", "片区分组", dateLabel: "登记日期")
    {
        Icon = "map";
        Room = Room.Organization;
        About = "样板片区、包片、验收小组、路线：数字都能按它分";

        Section("什么片区");
        Text(g => g.Name, "名称").Required().Listed().Searched().Max(60);
        Kind(g => g.Kind, "类型", ("model-area", "样板片区"), ("acceptance", "验收小组"), ("assigned", "挂驻和包片"), ("model-street", "示范街"), ("route", "路线"), ("other", "其他"))
            .Required().Listed().Filtered();
        Day(g => g.From, "从哪天").Required().Listed().Default("today");
        Day(g => g.To, "到哪天").Listed();
        Here(g => g.Org);
        Here(g => g.Place);
        Here(g => g.Note);

        TitledBy(g => g.Name);
        HeldBetween(g => g.From, g => g.To);
        Stock("group.count", "片区", Unit.Things).Also("小组").By(FieldOf(g => g.Kind));
    }
}
