using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>队员, registers.md §9: part of a team.</summary>
public sealed class TeamMemberRegister : Register<TeamMember>
{
    /// <summary>The county's form.</summary>
    public TeamMemberRegister() : base("team-member", "队员")
    {
        Icon = "users";
        Room = Room.Work;
        About = "谁在哪支队，从哪天到哪天；一个人在几支队里，数人时只算一个";

        Section("谁在队里");
        PartOf(m => m.Team, "队伍", "team").Called("队伍名称", "所在队伍", "所属队伍");
        LookUp(m => m.Person, "人员", "person").Hint("有档案的点选").Called("队员", "队员姓名");
        Text(m => m.Name, "姓名").Max(30).Listed().Hint("没有档案的写姓名；数不同的人时不算她");
        Day(m => m.From, "入队日期").Required().Listed().Default("today").Called("加入日期");
        Day(m => m.To, "退队日期").Listed();
        Here(m => m.Note);
        Copied(m => m.Kind, "队伍类型", from: "kind");

        TitledBy(m => m.Name);
        MatchedBy(m => m.Team, m => m.Name);
        HeldBetween(m => m.From, m => m.To);

        Stock("team-member.people", "在册队员（不重复）", Unit.People).Distinct(FieldOf(m => m.Person)).By(FieldOf(m => m.Kind));
    }

    /// <inheritdoc/>
    protected override async Task Complete(TeamMember entry, Recording recording, CancellationToken ct)
    {
        if (entry.Person is { } person && await recording.FactsOf("person", new Filter.Is("id", person), ["name"], ct) is [string name]) entry.Name = name;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(TeamMember entry, TeamMember? before, Recording recording, CancellationToken ct) =>
        entry.Person is { } person && await recording.HasAnother(this, entry, new Filter.Is("team", entry.Team) & new Filter.Is("person", person) & Overlapping(entry), ct)
            ? [new("team-member.twice", "这个人这段时间已经在这支队里了。", "person")] : [];

    /// <inheritdoc/>
    protected override Task Written(TeamMember entry, TeamMember? before, Recording recording, CancellationToken ct) =>
        before is null ? recording.RaiseWhole(this, entry, "headcount", ct) : Task.CompletedTask;

    private static Filter Overlapping(TeamMember entry) =>
        new Filter.Range("from", null, entry.To) & new Filter.Any([new Filter.Is("to", null), new Filter.Range("to", entry.From.AddDays(1), null)]);
}
