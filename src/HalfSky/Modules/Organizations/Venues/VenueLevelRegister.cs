using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>示范级别, dated part of registers.md §1 venue.</summary>
public sealed class VenueLevelRegister : Register<VenueLevel>
{
    /// <summary>The county's form.</summary>
    public VenueLevelRegister() : base("venue-level", "示范级别", dateLabel: "登记日期")
    {
        About = "哪级示范点，从哪天到哪天";

        Section("哪级示范");
        PartOf(l => l.Venue, "阵地", "venue").Called("妇女之家名称", "阵地名称");
        Kind(l => l.Level, "示范级别", Levels.All).Required().Listed().Filtered();
        Day(l => l.From, "认定日期").Required().Listed().Default("today");
        Day(l => l.To, "摘牌或升级日期").Listed();
        Here(l => l.Note);
        Copied(l => l.VenueKind, "阵地类型", from: "kind");

        TitledBy(l => l.Venue);
        HeldBetween(l => l.From, l => l.To);
        Stock("venue-level.venues", "示范阵地", Unit.Things).Distinct(FieldOf(l => l.Venue)).By(FieldOf(l => l.VenueKind), FieldOf(l => l.Level));
        FlowOn(l => l.From, "venue-level.recognised", "新认定示范阵地", Unit.Things).Distinct(FieldOf(l => l.Venue)).By(FieldOf(l => l.VenueKind), FieldOf(l => l.Level));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(VenueLevel entry, VenueLevel? before, Recording recording, CancellationToken ct) =>
        await DatedFacts.Overlap(this, entry, "venue", entry.Venue, entry.From, entry.To, recording, ct)
            ? [new("venue-level.overlap", "这段日子已经有一个示范级别。升级的，请先给原来那条填升级日期。", "from")] : [];
}
