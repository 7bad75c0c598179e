using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.People;

/// <summary>家庭台账, registers.md §0.</summary>
public sealed class HouseholdRegister : Register<Household>
{
    /// <summary>The county's form.</summary>
    public HouseholdRegister() : base("household", "家庭", dateLabel: "登记日期")
    {
        Icon = "home-heart";
        Room = Room.Organization;
        About = "一户一档：家里人、走访、帮扶都在这里";

        Section("哪一户");
        Text(h => h.Name, "户名").Derived().Listed().Searched().Max(60);
        LookUp(h => h.Head, "户主", "person").Required().Called("户主姓名");
        Kind(h => h.Kind, "户别", ("residence", "居住户"), ("registered", "户籍户")).Required().Listed().Filtered().Fixed().Default("residence");
        Text(h => h.Number, "户号").Listed().Searched().Max(40).Called("户口簿号", "户编号", "门牌号");
        Here(h => h.Place).Required();
        Sealed(h => h.Address, "住址", SealPurpose.Address).Hint("加密保存");

        Section("家庭情况");
        Kind(h => h.Housing, "住房", ("own", "自有"), ("rent", "租住"), ("unsafe", "危房"), ("resettled", "搬迁安置")).Called("住房情况", "房屋情况");
        Kinds(h => h.Marks, "家庭标记", ("zero-employment", "零就业"), ("single-parent", "单亲"), ("lost-only-child", "失独"), ("left-behind", "留守"), ("dibao", "低保"), ("disabled", "残疾"), ("model", "示范户")).Listed().Filtered().Called("家庭类型", "家庭类别", "困难类型", "困难类别", "特殊情况");
        Day(h => h.MarksSince, "标记起自").Called("摸排时间", "认定时间");
        Day(h => h.From, "入住日期").Required().Default("today");
        Day(h => h.To, "搬走日期");
        Here(h => h.Org);
        Here(h => h.Note);

        TitledBy(h => h.Name);
        FiledAt("/households/{0}", "一户一档");
        HeldBetween(h => h.From, h => h.To);
        Stock("household.count", "居住户数", Unit.Households).Where(new Filter.Is("kind", "residence"), "居住户").By(FieldOf(h => h.Marks));
    }

    /// <inheritdoc/>
    protected override async Task Complete(Household entry, Recording recording, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        var names = await recording.Names.Of(reference.Register("person")!, [entry.Head], Scope.Whole("the head's name is kept as the household's title"), ct);
        if (names.TryGetValue(entry.Head, out var name)) entry.Name = name + "家";
    }
}
