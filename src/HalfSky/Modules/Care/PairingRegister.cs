using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>结对台账, registers.md §5.</summary>
public sealed class PairingRegister : Register<Pairing>
{
    /// <summary>The county's form.</summary>
    public PairingRegister() : base("pairing", "结对", dateLabel: "登记日期")
    {
        Icon = "link";
        Room = Room.Work;
        Also = "包联 帮扶对子";
        About = "谁和谁结对、从哪天起；走访记“走访”，捐款记“捐赠”";

        Section("谁来帮");
        Kind(p => p.Kind, "类型", ("social-mother", "社会妈妈"), ("proxy-parent", "代理家长"), ("teacher-pupil", "师生结对"), ("cadre", "党员干部结对"), ("exec", "执委包联"),
            ("enterprise", "企业结对"), ("post-village", "岗村共建"), ("model", "示范村岗结对"), ("organization", "包联组织"), ("other", "其他")).Required().Listed().Filtered();
        LookUp(p => p.Helper, "帮扶人", "person").Listed().Hint("输姓名或首字母").Called("帮扶责任人", "爱心人士", "社会妈妈", "结对帮扶人", "代理妈妈", "代理家长");
        Text(p => p.HelperName, "帮扶人姓名").Searched().Max(50).Hint("台账里没有的人才写").Called("爱心妈妈", "志愿者姓名", "帮扶干部", "代理家长姓名", "爱心妈妈姓名", "结对人姓名", "帮扶者姓名");
        LookUp(p => p.HelperBody, "帮扶单位", "body").Called("结对帮扶单位", "帮扶企业", "干部单位", "帮扶人单位", "所在单位");
        OrganizationOf(p => p.HelperOrganization, "帮扶组织");
        Flag(p => p.Vetted, "已查询，没有违法犯罪记录").Hint("结对的是孩子必须查：未成年人保护法第六十二条").Called("是否查询", "违法犯罪记录查询", "是否核查无犯罪记录", "无犯罪记录", "背景审查", "是否审查");

        Section("帮谁");
        LookUp(p => p.Person, "结对对象", "person").Listed().Hint("输姓名或首字母").Called("被帮扶人", "帮扶对象", "受助人", "结对人", "关爱对象", "结对儿童", "帮扶儿童", "受助儿童", "受助对象");
        LookUp(p => p.Household, "家庭", "household").Hint("填了人就不用填户");
        OrganizationOf(p => p.Organization, "结对组织").Listed();
        LookUp(p => p.Body, "结对单位", "body").Hint("示范岗、学校等").Called("共建单位");

        Section("起止");
        Day(p => p.From, "结对日期").Required().Listed().Default("today").Called("帮扶日期", "开始日期");
        Day(p => p.To, "结束日期").MayBeFuture();
        Here(p => p.Place);
        Here(p => p.Org);
        Here(p => p.Note).Called("帮扶措施");
        LookUp(p => p.Subject, "对象或家庭", "person").Derived();

        TitledBy(p => p.Person);
        HeldBetween(p => p.From, p => p.To);
        MatchedBy(p => p.Kind, p => p.Helper, p => p.Person);

        Stock("pairing.pairs", "结对", Unit.Pairs).By(FieldOf(p => p.Kind)).ByCare(FieldOf(p => p.Subject));
        Stock("pairing.people", "结对帮扶的人", Unit.People).Distinct(FieldOf(p => p.Person)).By(FieldOf(p => p.Kind)).ByCare(FieldOf(p => p.Subject));
        Stock("pairing.organizations", "结对帮扶的组织", Unit.Things).Distinct(FieldOf(p => p.Organization)).By(FieldOf(p => p.Kind));
        FlowOn(p => p.From, "pairing.begun", "新结对", Unit.Pairs).By(FieldOf(p => p.Kind));
        Duty(new("pairing.monthly-visit", "结对学生月走访", DutyCycle.Month) { Only = "kind=teacher-pupil,social-mother,proxy-parent", Subject = "subject", Acts = [new("visit", "subject")], Off = true });
    }

    /// <inheritdoc/>
    protected override async Task Complete(Pairing entry, Recording recording, CancellationToken ct) =>
        (entry.Household, entry.Subject, entry.Place, entry.Org) =
            await Subjects.Resolve(entry, entry.Subject, entry.Person, entry.Household, entry.From, recording, ct, entry.Body);

    /// <summary>A child may stand in any kind of pairing: her birth decides, not the kind alone.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Pairing entry, Pairing? before, Recording recording, CancellationToken ct)
    {
        if (entry.Vetted || entry.Person is not { } id || (entry.Helper is null && string.IsNullOrWhiteSpace(entry.HelperName)) || entry.Check(recording.Clock.Today).Contains(Pairing.Unvetted)) return [];
        var people = (await recording.Reference(ct)).Register("person")!;
        return await recording.Find(people, id, Scope.Whole("the birth of a person already found in scope"), ct) is { } person
            && people["birth"].Read(person) is DateOnly birth && birth > entry.From.AddYears(-18) ? [Pairing.Unvetted] : [];
    }
}
