using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>队伍台账, registers.md §9.</summary>
public sealed class TeamRegister : Register<Team>
{
    /// <summary>The county's form.</summary>
    public TeamRegister() : base("team", "队伍", dateLabel: "登记日期")
    {
        Icon = "users-group";
        Room = Room.Work;
        About = "宣讲队、志愿队、林长队、广场舞队；队员可以一个个列，也可以只填人数";

        Section("什么队伍");
        Text(t => t.Name, "队名").Required().Listed().Searched().Max(60).Called("队伍名称", "名称");
        Kind(t => t.Kind, "类型", ("talk", "宣讲"), ("legal-education", "普法"), ("mediation", "调解"), ("screening", "排查"), ("forest", "林长护林"), ("environment", "环境整治"),
            ("river", "护河"), ("housekeeping", "家政"), ("dance", "文体广场舞"), ("matchmaking", "红娘"), ("child-watch", "护童观察"), ("family-education", "家庭教育"),
            ("elderly", "助老"), ("volunteer", "综合志愿服务"), ("other", "其他"))
            .Also(("talk", "宣讲队 宣讲团"), ("legal-education", "普法队"), ("mediation", "调解队 调解员"), ("forest", "护林队 护林队伍"), ("dance", "广场舞队 舞蹈队 文艺队 文体队"), ("river", "护河队"),
                ("volunteer", "志愿服务队 志愿者队伍")).Required().Listed().Filtered();
        LookUp(t => t.Leader, "队长", "person").Listed().Called("负责人", "队长姓名", "领队", "带队人");
        Number(t => t.Headcount, "队员人数").Between(1, 100_000).Listed().Hint("一个个列了队员的可不填").Called("人数", "队伍人数", "队员数", "成员人数");

        Section("起止");
        Day(t => t.From, "成立日期").Required().Listed().Default("today").Called("组建日期");
        Day(t => t.To, "解散日期").MayBeFuture();
        Here(t => t.Place);
        Here(t => t.Org);
        Here(t => t.Note);

        TitledBy(t => t.Name);
        MatchedBy(t => t.Name, t => t.Org);
        HeldBetween(t => t.From, t => t.To);

        Stock("team.count", "队伍", Unit.Teams).By(FieldOf(t => t.Kind));
        Stock("team.members", "队员数（按队伍填报）", Unit.People).Also("队员 成员").Sum(FieldOf(t => t.Headcount)).By(FieldOf(t => t.Kind));
        Stock("team.villages", "有队伍的村", Unit.Villages).Villages().By(FieldOf(t => t.Kind));
        Coverage("team.coverage", "队伍覆盖率", part: "team.villages");
    }

    /// <inheritdoc/>
    protected override Task Complete(Team entry, Recording recording, CancellationToken ct) =>
        recording.CountParts(this, entry, "headcount", "team-member", ct);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Problem>> Judge(Team entry, Team? before, Recording recording, CancellationToken ct) =>
        recording.NotFewerThanParts(this, entry, "headcount", "team-member", ct);
}
