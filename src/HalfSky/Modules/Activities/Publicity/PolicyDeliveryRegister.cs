using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>政策送户台账, registers.md §3.</summary>
public sealed class PolicyDeliveryRegister : Register<PolicyDelivery>
{
    /// <summary>The county's form.</summary>
    public PolicyDeliveryRegister() : base("policy-delivery", "政策送户", dateLabel: "送到日期")
    {
        Icon = "home-check";
        Room = Room.Work;
        About = "把政策送到了哪些户；可以一户一户列，也可以只填户数";

        Section("送了什么");
        Text(d => d.Title, "送的什么").Required().Listed().Searched().Max(100).Called("宣传内容", "政策名称", "送政策内容", "政策内容", "宣传政策");
        Kind(d => d.Policy, "政策", ("pension", "养老保险"), ("medical", "医疗保险"), ("social-aid", "低保救助"), ("two-cancers", "两癌筛查救助"), ("women-insurance", "女性安康保险"),
            ("loan", "创业贷款"), ("employment", "就业培训"), ("birth", "生育支持"), ("schooling", "入学助学"), ("law", "法律法规"), ("land", "土地权益"), ("safety", "安全防火"),
            ("environment", "环境庭院"), ("other", "其他")).Required().Listed().Filtered().Called("政策类型", "政策类别");

        Section("送到哪里");
        Here(d => d.Date);
        Number(d => d.Households, "户数").Between(1, 1_000_000).Listed().Hint("一户一户列的可不填").Called("送达户数", "入户数", "入户户数", "覆盖户数", "宣传户数");
        Here(d => d.Place);
        Here(d => d.Org);
        Here(d => d.Note);

        TitledBy(d => d.Title);

        Flow("policy-delivery.times", "政策送户次数", Unit.Times).By(FieldOf(d => d.Policy));
        Flow("policy-delivery.households", "政策送到户次", Unit.Of("户次")).Sum(FieldOf(d => d.Households)).By(FieldOf(d => d.Policy));
    }

    /// <inheritdoc/>
    protected override Task Complete(PolicyDelivery entry, Recording recording, CancellationToken ct) =>
        recording.CountParts(this, entry, "households", "delivered-household", ct);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Problem>> Judge(PolicyDelivery entry, PolicyDelivery? before, Recording recording, CancellationToken ct) =>
        recording.NotFewerThanParts(this, entry, "households", "delivered-household", ct);
}
