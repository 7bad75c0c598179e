using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>服务时长台账, registers.md §9.</summary>
public sealed class ServiceHoursRegister : Register<ServiceHours>
{
    /// <summary>The county's form.</summary>
    public ServiceHoursRegister() : base("service", "服务时长", dateLabel: "服务日期", noteLabel: "做了什么")
    {
        Icon = "clock-heart";
        Room = Room.Work;
        Also = "志愿者";
        About = "志愿者服务了几小时；路上不算，一场活动一人记一次";

        Section("谁服务了多久");
        LookUp(s => s.Person, "志愿者", "person").Required().Listed().Hint("志愿服务按实名记").Called("志愿者姓名", "服务人员");
        LookUp(s => s.Activity, "活动", "activity").Listed().Hint("在活动上服务的点选，日期跟着活动").Called("活动名称", "所属活动");
        LookUp(s => s.Team, "队伍", "team").Called("志愿队伍", "队伍名称", "所在志愿队", "志愿队", "服务队");
        Kind(s => s.Kind, "服务内容", ("publicity", "宣讲宣传"), ("environment", "环境整治"), ("elderly", "助老"), ("children", "护童助学"), ("disabled", "助残"), ("mediation", "调解"),
            ("health", "健康义诊"), ("forest", "护林护河"), ("arts", "文体"), ("order", "秩序引导"), ("other", "其他")).Required().Listed().Filtered().Called("服务项目", "服务类别", "服务类型", "做了什么事");
        Here(s => s.Date);
        Number(s => s.Hours, "小时").Digits(1).Between(0, 240).Listed().Hint("例如 2.5；活动有签到和离开时间的可不填").Called("服务时长", "时长", "服务小时", "小时数", "工时", "服务工时", "志愿时长");
        Here(s => s.Place);
        Here(s => s.Org);
        Here(s => s.Note).Called("服务情况", "服务说明");

        TitledBy(s => s.Person);

        Flow("service.hours", "志愿服务时长", Unit.Hours).Sum(FieldOf(s => s.Hours)).By(FieldOf(s => s.Kind), FieldOf(s => s.Team));
        Flow("service.people", "参加服务的志愿者", Unit.People).Distinct(FieldOf(s => s.Person)).By(FieldOf(s => s.Kind), FieldOf(s => s.Team));
        Flow("service.attendances", "志愿服务人次", Unit.Attendances).By(FieldOf(s => s.Kind), FieldOf(s => s.Team));
    }

    /// <inheritdoc/>
    protected override async Task Complete(ServiceHours entry, Recording recording, CancellationToken ct)
    {
        if (entry.Activity is not { } activity) return;
        if (await recording.FactsOf("activity", new Filter.Is("id", activity), ["date", "place", "team"], ct) is not [DateOnly day, long place, var team]) return;
        (entry.Date, entry.Place, entry.Team) = (day, place, entry.Team ?? (Guid?)team);
        if (entry.Hours is null && await recording.FactsOf("sign-in", new Filter.Is("activity", activity) & new Filter.Is("person", entry.Person), ["arrived", "left"], ct) is [var arrived, var left])
            entry.Hours = TimeOfDay.TenthsBetween((string?)arrived, (string?)left);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(ServiceHours entry, ServiceHours? before, Recording recording, CancellationToken ct) =>
        entry.Activity is { } activity && await recording.HasAnother(this, entry, new Filter.Is("person", entry.Person) & new Filter.Is("activity", activity), ct)
            ? [new("service.twice", "这个人在这场活动的服务时长已经记过了，请在原来那条上改。", "activity")] : [];
}
