using HalfSky.Kernel;
using HalfSky.Modules.Organizations.Venues;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>会议学习台账, registers.md §1.</summary>
public sealed class MeetingRegister : Register<Meeting>
{
    /// <summary>The county's form.</summary>
    public MeetingRegister() : base("meeting", "会议学习", dateLabel: "哪天", noteLabel: "备注")
    {
        Icon = "notes";
        Room = Room.Organization;
        RecordLabel = "记会议";
        About = "执委会、例会、学习、议事：记一次，阵地的会议簿就有了";

        Section("什么会");
        Text(m => m.Title, "名称").Required().Listed().Searched().Max(80).Called("会议名称", "会议主题", "主题");
        Kind(m => m.Kind, "类型", ("execs", "执委会"), ("regular", "例会"), ("cadres", "妇女干部会"), ("study", "理论学习"), ("council", "妇女议事和议家事"), ("appraisal", "评比会"),
            ("joint", "联席会"), ("mobilising", "动员部署会"), ("review", "总结述职会"), ("other", "其他"))
            .Also(("council", "妇女议事会")).Required().Listed().Filtered().Default("regular").Called("学习形式", "会议形式", "会议类别", "会议类型");
        Here(m => m.Date);
        LookUp(m => m.Venue, "阵地", "venue").Hint("在妇女之家、微家开的，记进它的会议簿");
        Here(m => m.Place);
        Number(m => m.Present, "到会人数").Required().Listed().Between(1, 99_999).Called("参会人数", "参加人数", "实到人数", "出席人数", "与会人数", "参学人数", "到会数", "应到实到");

        Section("说了什么，定了什么");
        LongText(m => m.Agenda, "议程").Searched().Called("会议内容", "会议议程", "会议议题", "学习内容");
        LongText(m => m.Resolutions, "决议").Searched().Called("议定事项", "会议决定", "会议决议", "形成决议");
        Here(m => m.Org);
        Here(m => m.Note);
        Kind(m => m.VenueKind, "阵地类型").Of("venue.kind").Derived();
        Kind(m => m.OrgLevel, "组织层级").Of("organization.level").Derived();

        TitledBy(m => m.Title);
        Flow("meeting.count", "会议学习", Unit.Times).By(FieldOf(m => m.Kind), FieldOf(m => m.OrgLevel), FieldOf(m => m.VenueKind), FieldOf(m => m.Venue));
        Flow("meeting.attendances", "到会人次", Unit.Attendances).Sum(FieldOf(m => m.Present)).By(FieldOf(m => m.Kind), FieldOf(m => m.OrgLevel), FieldOf(m => m.VenueKind));
        Flow("meeting.villages", "开过会的村", Unit.Villages).Villages().By(FieldOf(m => m.Kind));
    }

    /// <inheritdoc/>
    protected override async Task Complete(Meeting entry, Recording recording, CancellationToken ct)
    {
        entry.OrgLevel = (await Nature.Of(entry.Org, recording, ct)).Level;
        entry.VenueKind = null;
        if (entry.Venue is not { } id) return;
        var venues = (await recording.Reference(ct)).Register("venue")!;
        if (await recording.Find(venues, id, Scope.Whole("the venue of a meeting already found in scope"), ct) is not Venue venue) return;
        entry.VenueKind = venue.Kind;
        if (entry.Place == 0) entry.Place = venue.Place;
    }

    /// <summary>Typing over the list is no way to lose somebody who came.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Meeting entry, Meeting? before, Recording recording, CancellationToken ct) =>
        before is not null && await Listed(entry.Id, recording, ct) is var listed && entry.Present < listed
            ? [new("meeting.present", $"到会名单上已有 {listed} 人，到会人数不能少于名单。", "present")] : [];

    /// <summary>How many stand on the list of a meeting.</summary>
    internal static async Task<long> Listed(Guid meeting, Recording recording, CancellationToken ct)
    {
        var attendances = (await recording.Reference(ct)).Register("attendance")!;
        return await new Query(recording.Session, attendances.Shape, Scope.Whole("everybody who came to a meeting already found in scope"))
            .Where(new Filter.Is("meeting", meeting)).Where(EntryStates.Count).Count(ct);
    }
}
