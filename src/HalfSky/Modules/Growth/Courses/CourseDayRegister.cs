using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Courses;

/// <summary>培训日, part of registers.md §10 course: “a course day is also an activity of kind 培训: counted once, owned by the course”.</summary>
public sealed class CourseDayRegister : Register<CourseDay>
{
    /// <summary>The county's form.</summary>
    public CourseDayRegister() : base("course-day", "培训日", dateLabel: "哪一天")
    {
        Icon = "calendar-event";
        Room = Room.Work;
        About = "上一天课记一条；活动台账里自动有它，不用再记";

        Section("哪一天的课");
        PartOf(d => d.Course, "培训班", "course", ownDay: true).Called("培训班名称");
        Here(d => d.Date);
        Text(d => d.Topic, "讲什么").Listed().Searched().Max(80).Called("课程", "授课内容", "培训内容", "课程内容", "课程名称", "授课主题");
        Number(d => d.Hours, "课时（小时）").Digits(1).Listed().Called("学时", "课时");
        Number(d => d.Attendance, "到课人数").Required().Between(1, 100_000).Listed().Called("参训人数", "人数", "到课数", "实到人数", "听课人数");
        Here(d => d.Note);
        Copied(d => d.Title, "班名", from: "title", FieldType.Text);
        Copied(d => d.Skill, "内容", from: "skill");
        Copied(d => d.Purpose, "培训类别", from: "purpose");
        Copied(d => d.Audience, "给谁办", from: "audience", FieldType.Kinds);
        Copied(d => d.Mode, "方式", from: "mode");

        TitledBy(d => d.Course);
        MatchedBy(d => d.Course, d => d.Date);

        var split = new[] { FieldOf(d => d.Purpose), FieldOf(d => d.Skill), FieldOf(d => d.Audience), FieldOf(d => d.Mode) };
        Flow("course-day.sessions", "培训场次", Unit.Sessions).By(split);
        Flow("course-day.attendances", "培训人次", Unit.Attendances).Also("参训 受训 学员").Sum(FieldOf(d => d.Attendance)).By(split);
        Flow("course-day.hours", "培训课时", Unit.Hours).Sum(FieldOf(d => d.Hours)).By(split);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(CourseDay entry, CourseDay? before, Recording recording, CancellationToken ct)
    {
        var courses = (await recording.Reference(ct)).Register("course")!;
        if (await recording.Find(courses, entry.Course, Scope.Whole("the course this day is a part of"), ct) is not Course course) return [];
        return entry.Date < course.Date || (course.LastDay is { } last && entry.Date > last)
            ? [new("course-day.span", "这一天不在培训班的起止日期里。请看一下日期，或者先改培训班的起止。", "date")]
            : [];
    }

    /// <summary>The activity of the day follows it through every change, so that whoever counts activities counts it, and counts it once.</summary>
    protected override async Task Written(CourseDay entry, CourseDay? before, Recording recording, CancellationToken ct)
    {
        if ((await recording.Reference(ct)).Register("activity") is not { } activities) return;
        var whole = Scope.Whole("the activity stands under the organisation of its course day, which was checked when the day was written");
        // Its number follows from the day's: taken out and brought in elsewhere, the two find one another again.
        var its = Uuid.Within(entry.Id, 1);
        Guid? known = await recording.Find(activities, its, whole, ct) is not null ? its : null;
        await foreach (var row in new Query(recording.Session, activities.Shape, whole).Where(new Filter.Is("courseDay", entry.Id)).Stream(["id"], [], ct)) known = (Guid)row[0]!;
        if (known is null && !entry.Counts) return;

        var was = known is { } id ? await recording.Find(activities, id, whole, ct) : null;
        var activity = known is { } again ? (await recording.Find(activities, again, whole, ct))! : activities.New();
        if (was is null) (activity.Id, activity.RecordedBy, activity.RecordedAt) = (its, recording.User.Account, recording.Clock.Now);
        (activity.Org, activity.Place, activity.Date, activity.Programmes) = (entry.Org, entry.Place, entry.Date, entry.Programmes);
        activities["kind"].Write(activity, "training");
        activities["title"].Write(activity, string.IsNullOrEmpty(entry.Topic) ? entry.Title : $"{entry.Title}：{entry.Topic}");
        activities["participants"].Write(activity, entry.Attendance);
        activities["mode"].Write(activity, entry.Mode == "live" ? "live" : "on-site");
        activities["courseDay"].Write(activity, entry.Id);
        await activities.Complete(activity, recording, ct);
        activity.Restore(entry.State, entry.Reason);
        if (was is null || Recording.Payload(activities, was) != Recording.Payload(activities, activity))
            await recording.Write(activities, was, activity, was is null ? "recorded" : "followed", null, ct);
    }
}
