using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>签到, registers.md §3: part of an activity.</summary>
public sealed class SignInRegister : Register<SignIn>
{
    /// <summary>The county's form.</summary>
    public SignInRegister() : base("sign-in", "签到")
    {
        Icon = "writing-sign";
        Room = Room.Work;
        About = "谁来了；同一场活动一个人只签一次";

        Section("谁来了");
        PartOf(s => s.Activity, "活动", "activity").Called("活动名称");
        LookUp(s => s.Person, "人员", "person").Hint("有档案的点选").Called("签到人");
        Text(s => s.Name, "姓名").Max(30).Listed().Hint("没有档案的写姓名");
        Text(s => s.Village, "哪个村").Max(30).Listed().Hint("同名的人靠它分清").Called("村名", "所在村", "所属村", "所在村居", "来自哪个村");
        Text(s => s.Arrived, "签到时间").Max(10).Listed().Called("到达时间", "到场时间", "签到时刻", "到会时间");
        Text(s => s.Left, "离开时间").Max(10).Listed().Hint("志愿者填，用来算服务时长").Called("签退时间", "离场时间", "离场时刻", "签退时刻");
        Here(s => s.Note);
        Copied(s => s.Kind, "活动类型", from: "kind");
        Copied(s => s.Topics, "主题", from: "topics", FieldType.Kinds);

        TitledBy(s => s.Name);
        // Two people may bear one name: asked, not refused.
        MatchedBy(s => s.Activity, s => s.Name);

        Flow("sign-in.people", "签到的人", Unit.People).Distinct(FieldOf(s => s.Person)).By(FieldOf(s => s.Kind), FieldOf(s => s.Topics));
        Flow("sign-in.attendances", "签到人次", Unit.Attendances).By(FieldOf(s => s.Kind), FieldOf(s => s.Topics));
    }

    /// <inheritdoc/>
    protected override async Task Complete(SignIn entry, Recording recording, CancellationToken ct)
    {
        (entry.Arrived, entry.Left) = (TimeOfDay.Tidy(entry.Arrived), TimeOfDay.Tidy(entry.Left));
        if (entry.Person is { } person && await recording.FactsOf("person", new Filter.Is("id", person), ["name"], ct) is [string name]) entry.Name = name;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(SignIn entry, SignIn? before, Recording recording, CancellationToken ct)
    {
        // The course counts who came to its days; a second count beside it could only differ.
        if (await recording.FactsOf("activity", new Filter.Is("id", entry.Activity), ["courseDay"], ct) is [not null])
            return [new("sign-in.course-day", "这是培训班的一天，请到培训班里记到课人数。", "activity")];
        return entry.Person is { } person && await recording.HasAnother(this, entry, new Filter.Is("activity", entry.Activity) & new Filter.Is("person", person), ct)
            ? [new("sign-in.twice", "这个人在这场活动已经签到了，不用再签。", "person")] : [];
    }

    /// <inheritdoc/>
    protected override Task Written(SignIn entry, SignIn? before, Recording recording, CancellationToken ct) =>
        before is null ? recording.RaiseWhole(this, entry, "participants", ct) : Task.CompletedTask;
}
