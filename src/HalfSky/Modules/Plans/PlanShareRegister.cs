using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>目标责任书, registers.md §2: part of a plan, one for each organisation that signed its share.</summary>
public sealed class PlanShareRegister : Register<PlanShare>
{
    /// <summary>The county's form.</summary>
    public PlanShareRegister() : base("plan-share", "目标责任书", dateLabel: "印发日期")
    {
        Icon = "signature";
        Room = Room.Results;
        About = "哪个组织签了、哪天签的；分到的数在“目标责任分解”里";

        Section("谁签的");
        PartOf(s => s.Plan, "计划", "plan", ownPlace: true).Called("工作计划", "责任书名称");
        Here(s => s.Org).Required().Listed();
        Day(s => s.SignedOn, "签订日期").Required().Listed();
        Text(s => s.Signer, "签字人").Max(30).Listed().Called("签订人", "责任人", "签订人姓名");
        Here(s => s.Place);
        Here(s => s.Note);

        TitledBy(s => s.Plan);
        FlowOn(s => s.SignedOn, "plan-share.signed", "签订的目标责任书", Unit.Copies);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(PlanShare entry, PlanShare? before, Recording recording, CancellationToken ct) =>
        await recording.HasAnother(this, entry, new Filter.Is("plan", entry.Plan) & new Filter.Is("org", entry.Org), ct)
            ? [new("plan-share.twice", "这个组织已经签过这份责任书；日期不对的，请改原来那一条。", "signedOn")] : [];
}
