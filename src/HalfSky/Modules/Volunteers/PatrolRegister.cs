using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>巡护台账, registers.md §9.</summary>
public sealed class PatrolRegister : Register<Patrol>
{
    /// <summary>The county's form.</summary>
    public PatrolRegister() : base("patrol", "巡护", dateLabel: "巡护日期")
    {
        Icon = "binoculars";
        Room = Room.Work;
        Also = "巡查 巡逻 巡河 巡山";
        About = "巡一次记一条；去的人、发现的情况记在它下面";

        Section("谁去巡哪里");
        LookUp(p => p.Team, "队伍", "team").Required().Listed().Called("巡护队伍", "队伍名称", "巡查队", "巡查队伍", "巡护队");
        Kind(p => p.Kind, "类型", ("fire", "护林防火"), ("river", "护河"), ("environment", "环境"), ("drowning", "防溺水"), ("safety", "平安巡逻")).Required().Listed().Filtered().Default("fire");
        Text(p => p.Route, "路线").Max(60).Listed().Hint("没有固定路线的只选地点").Called("巡护路线", "巡护地点", "巡查路线", "巡查路段", "巡逻路线");
        Here(p => p.Place);
        Number(p => p.People, "人数").Required().Between(1, 10_000).Listed().Called("巡护人数", "参加人数", "参加人员数", "巡查人数", "巡逻人数");

        Section("什么时候");
        Here(p => p.Date);
        Text(p => p.Starts, "出发时间").Max(10).Hint("例如 8:30").Called("开始", "开始时间");
        Text(p => p.Ends, "结束时间").Max(10).Called("结束", "结束时间", "返回日期");
        Here(p => p.Org);
        Here(p => p.Note);

        TitledBy(p => p.Team);

        Flow("patrol.times", "巡护次数", Unit.Times).By(FieldOf(p => p.Kind), FieldOf(p => p.Team));
        Flow("patrol.attendances", "巡护人次", Unit.Attendances).Sum(FieldOf(p => p.People)).By(FieldOf(p => p.Kind), FieldOf(p => p.Team));
        Flow("patrol.teams", "参加巡护的队伍", Unit.Teams).Distinct(FieldOf(p => p.Team)).By(FieldOf(p => p.Kind));
        Flow("patrol.villages", "开展巡护的村", Unit.Villages).Villages().By(FieldOf(p => p.Kind));
        Coverage("patrol.coverage", "巡护覆盖率", part: "patrol.villages");
    }

    /// <inheritdoc/>
    protected override Task Complete(Patrol entry, Recording recording, CancellationToken ct)
    {
        (entry.Starts, entry.Ends) = (TimeOfDay.Tidy(entry.Starts), TimeOfDay.Tidy(entry.Ends));
        return recording.CountParts(this, entry, "people", "patrol-person", ct);
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Problem>> Judge(Patrol entry, Patrol? before, Recording recording, CancellationToken ct) =>
        recording.NotFewerThanParts(this, entry, "people", "patrol-person", ct);
}
