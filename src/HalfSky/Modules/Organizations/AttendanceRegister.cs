using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>到会, part of registers.md §1 meeting.</summary>
public sealed class AttendanceRegister : Register<Attendance>
{
    /// <summary>The county's form.</summary>
    public AttendanceRegister() : base("attendance", "到会", dateLabel: "哪天")
    {
        About = "谁到了会；可以只记人数，不记名单";

        Section("谁到了");
        PartOf(a => a.Meeting, "会议", "meeting").Called("会议名称", "所属会议");
        LookUp(a => a.Person, "姓名", "person").Listed().Called("参会人员", "到会人员");
        Text(a => a.Guest, "没有档案的写姓名").Listed().Max(50);
        Here(a => a.Note);
        Copied(a => a.MeetingKind, "会议类型", from: "kind");

        TitledBy(a => a.Person);
        Flow("attendance.people", "到会的人", Unit.People).Distinct(FieldOf(a => a.Person)).By(FieldOf(a => a.MeetingKind));
        Flow("attendance.listed", "有名单的到会人次", Unit.Attendances).By(FieldOf(a => a.MeetingKind));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(Attendance entry, Attendance? before, Recording recording, CancellationToken ct)
    {
        if (entry.Person is not { } person) return [];
        var same = new Query(recording.Session, Shape, Scope.Whole("a person comes to a meeting once, whoever asks"))
            .Where(new Filter.Is("meeting", entry.Meeting)).Where(new Filter.Is("person", person)).Where(EntryStates.Count);
        await foreach (var row in same.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("attendance.double", "这个人已经在到会名单上。", "person")];
        return [];
    }

    /// <summary>The number told for a meeting is never below its list: people come late and are written down after.</summary>
    protected override async Task Written(Attendance entry, Attendance? before, Recording recording, CancellationToken ct)
    {
        if (!entry.Counts) return;
        var meetings = (await recording.Reference(ct)).Register("meeting")!;
        var scope = Scope.Whole("the meeting of an attendance already judged");
        var listed = await MeetingRegister.Listed(entry.Meeting, recording, ct);
        if (await recording.Find(meetings, entry.Meeting, scope, ct) is not Meeting { Counts: true } meeting || meeting.Present >= listed) return;
        var was = await recording.Find(meetings, entry.Meeting, scope, ct);
        meeting.Present = listed;
        await recording.Write(meetings, was, meeting, "edited", null, ct);
    }
}
