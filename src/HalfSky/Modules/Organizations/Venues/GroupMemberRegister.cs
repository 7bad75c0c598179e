using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>片区里的地点, dated part of registers.md §0 group of places.</summary>
public sealed class GroupMemberRegister : Register<GroupMember>
{
    /// <summary>The county's form.</summary>
    public GroupMemberRegister() : base("group-member", "片区里的地点", dateLabel: "登记日期")
    {
        About = "哪个村从哪天到哪天在这个片区";

        Section("哪个地点");
        PartOf(m => m.Group, "片区", "group").Called("片区名称", "所属片区");
        PlaceOf(m => m.Covers, "地点").Required().Listed().Called("点位", "片区点位", "覆盖村");
        LookUp(m => m.Venue, "阵地", "venue").Listed().Hint("路线上的点才填");
        Number(m => m.Ordinal, "第几站").Listed().Between(1, 999);
        Day(m => m.From, "从哪天").Required().Listed().Default("today");
        Day(m => m.To, "到哪天").Listed();
        Here(m => m.Note);
        Copied(m => m.GroupKind, "片区类型", from: "kind");

        TitledBy(m => m.Group);
        HeldBetween(m => m.From, m => m.To);
        GroupsPlaces(m => m.Covers, m => m.From, m => m.To);
        Stock("group-member.places", "片区里的地点", Unit.Things).Distinct(FieldOf(m => m.Covers)).By(FieldOf(m => m.GroupKind), FieldOf(m => m.Group));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(GroupMember entry, GroupMember? before, Recording recording, CancellationToken ct) =>
        await Overlaps(entry, recording, ct) ? [new("group-member.double", "这个地点那段日子已经在这个片区里。", "covers")] : [];

    // A route may stop at several venues of one village; the figures need each place of a group once a day.
    private async Task<bool> Overlaps(GroupMember entry, Recording recording, CancellationToken ct) =>
        entry.Venue is null && await DatedFacts.Overlap(this, entry, "covers", entry.Covers, entry.From, entry.To, recording, ct, new Platform.Data.Filter.Is("group", entry.Group));
}
