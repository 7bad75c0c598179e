using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>送到的户: part of a policy delivery.</summary>
public sealed class DeliveredHouseholdRegister : Register<DeliveredHousehold>
{
    /// <summary>The county's form.</summary>
    public DeliveredHouseholdRegister() : base("delivered-household", "送到的户")
    {
        Icon = "home-check";
        Room = Room.Work;
        About = "政策送到了哪一户";

        Section("送到哪一户");
        PartOf(h => h.Delivery, "政策送户", "policy-delivery").Called("宣传事项", "宣传内容", "政策名称", "宣传主题", "送政策事项");
        LookUp(h => h.Household, "家庭", "household").Required().Listed().Called("户主", "户主姓名", "受访户", "入户户主", "宣传对象户");
        Here(h => h.Note);
        Copied(h => h.Policy, "政策", from: "policy");

        TitledBy(h => h.Household);

        Flow("delivered-household.households", "政策送到的户", Unit.Households).Distinct(FieldOf(h => h.Household)).By(FieldOf(h => h.Policy));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(DeliveredHousehold entry, DeliveredHousehold? before, Recording recording, CancellationToken ct) =>
        await recording.HasAnother(this, entry, new Filter.Is("delivery", entry.Delivery) & new Filter.Is("household", entry.Household), ct)
            ? [new("delivered-household.twice", "这一户已经列过了。", "household")] : [];

    /// <inheritdoc/>
    protected override Task Written(DeliveredHousehold entry, DeliveredHousehold? before, Recording recording, CancellationToken ct) =>
        before is null ? recording.RaiseWhole(this, entry, "households", ct) : Task.CompletedTask;
}
