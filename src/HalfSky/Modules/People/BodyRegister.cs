using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.People;

/// <summary>单位台账, registers.md §0.</summary>
public sealed class BodyRegister : Register<Body>
{
    /// <summary>The county's form.</summary>
    public BodyRegister() : base("body", "单位", dateLabel: "登记日期")
    {
        Icon = "school";
        Room = Room.Organization;
        About = "学校、企业、司法所、医院：协办、捐赠、用工、转介都从这里选";

        Section("什么单位");
        Text(b => b.Name, "名称").Required().Listed().Searched().Max(60).Called("单位名称", "企业名称");
        Kind(b => b.Kind, "类型", ("judicial-office", "司法所"), ("police", "派出所"), ("court", "法院检察院"), ("civil-affairs", "民政"), ("health", "卫健和医院"), ("labour", "人社"),
            ("youth-league", "团委"), ("school", "学校"), ("kindergarten", "幼儿园"), ("care-home", "敬老院和福利院"), ("enterprise", "企业"), ("charity", "慈善组织"),
            ("law-firm", "律所和律协"), ("social-work", "社工机构"), ("volunteers", "志愿组织"), ("member-unit", "成员单位"), ("cooperative", "合作社"), ("association", "协会商会"),
            ("bank", "银行"), ("media", "媒体"), ("village-office", "村（居）委会"), ("other", "其他"))
            .Also(("school", "小学 中学")).Required().Listed().Filtered();
        Kind(b => b.Domain, "两新四新", NewDomains.All).Listed().Filtered().Hint("不是就不填");
        Here(b => b.Place).Required();

        Section("人");
        Number(b => b.Staff, "职工人数").Listed().Between(0, 1_000_000).Called("职工数", "从业人数", "员工人数", "职工总数", "从业人员数", "在职人数");
        Number(b => b.Women, "女职工人数").Listed().Between(0, 1_000_000).Called("女职工数", "女员工人数", "女从业人数", "女从业人员数");
        Flag(b => b.WomenLed, "负责人是女性").Filtered().Called("女性负责人", "负责人是否女性", "负责人是否为女性");
        Flag(b => b.HasUnion, "建了工会").Hint("女职工组织和工会同时筹备、同时选举、同时报批").Called("是否建会", "工会");
        Text(b => b.Contact, "联系人").Max(50).Called("联系人姓名", "负责人", "法人", "负责人姓名", "法定代表人");
        Sealed(b => b.Phone, "联系电话", SealPurpose.Phone, FieldType.Phone).Hint("加密保存").Called("负责人电话", "联系人电话");

        Section("起止");
        Day(b => b.From, "从哪天起").Required().Default("today");
        Day(b => b.To, "注销或搬走日期");
        Here(b => b.Org);
        Here(b => b.Note);

        TitledBy(b => b.Name);
        MatchedBy(b => b.Name);
        HeldBetween(b => b.From, b => b.To);

        Stock("body.count", "单位", Unit.Things).By(FieldOf(b => b.Kind), FieldOf(b => b.Domain), FieldOf(b => b.WomenLed));
        Stock("body.staff", "单位职工", Unit.People).Sum(FieldOf(b => b.Staff)).By(FieldOf(b => b.Kind), FieldOf(b => b.Domain));
        Stock("body.women", "单位女职工", Unit.People).Sum(FieldOf(b => b.Women)).By(FieldOf(b => b.Kind), FieldOf(b => b.Domain));
        Ratio("body.women-share", "女职工占比", part: "body.women", whole: "body.staff");
        Stock("body.with-union", "建了工会的单位", Unit.Things).Where(new Filter.Is("hasUnion", true), "建了工会").By(FieldOf(b => b.Domain));
        Ratio("body.coverage", "妇女组织组建率", part: "organization.bodies", whole: "body.count");
        Ratio("body.union-coverage", "女职工组织组建率", part: "organization.union-bodies", whole: "body.with-union");
    }
}
