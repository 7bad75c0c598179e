using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>任职台账, registers.md §1. The role codes are those of the shipped roles, so the list is fixed.</summary>
public sealed class PostRegister : Register<Post>
{
    /// <summary>The county's form.</summary>
    public PostRegister() : base("post", "任职", dateLabel: "登记日期")
    {
        Icon = "user";
        Room = Room.Organization;
        About = "谁在哪个组织任什么职；换人时，待办跟着职务走";

        Section("谁任什么职");
        LookUp(p => p.Person, "姓名", "person").Required().Listed();
        Kind(p => p.Role, "职务", ("chair", "主席"), ("vice", "副主席"), ("part-time-vice", "兼职副主席"), ("exec", "执委"), ("group-leader", "妇女小组长"),
            ("delegate", "代表"), ("officer", "乡镇专干"), ("county", "县妇联干部"), ("auditor", "审计员")).Required().Listed().Filtered().Fixed();
        Here(p => p.Org).Required().Listed().Hint("在哪个组织");
        Kind(p => p.Means, "产生方式", ("elected", "选举"), ("appointed", "任命"));

        Section("起止");
        Day(p => p.From, "任职日期").Required().Listed().Default("today");
        Day(p => p.To, "卸任日期").Listed().MayBeFuture();
        Here(p => p.Note);
        Kind(p => p.OrgKind, "组织类型").Of("organization.kind").Derived();
        Kind(p => p.OrgLevel, "组织层级").Of("organization.level").Derived().Filtered();
        Kind(p => p.OrgDomain, "两新四新").Of("organization.domain").Derived();

        TitledBy(p => p.Person);
        HeldBetween(p => p.From, p => p.To);
        GivesRights(p => p.Person, p => p.Role, p => p.From, p => p.To);
        Holders("post.holders", "任职人数");
        Holders("post.execs", "妇联执委", "执委、主席、副主席", "exec", "chair", "vice", "part-time-vice");
        Holders("post.chairs", "妇联主席", "主席", "chair");
        Holders("post.vice-chairs", "妇联副主席", "副主席、兼职副主席", "vice", "part-time-vice");
        Holders("post.group-leaders", "妇女小组长", "妇女小组长", "group-leader");
    }

    private void Holders(string key, string label, string words = "", params object[] roles)
    {
        var holders = Stock(key, label, Unit.People).Distinct(FieldOf(p => p.Person))
            .By(FieldOf(p => p.Role), FieldOf(p => p.OrgLevel), FieldOf(p => p.OrgKind), FieldOf(p => p.OrgDomain), FieldOf(p => p.Means));
        if (roles.Length > 0) holders.Where(new Filter.In("role", roles), words);
    }

    /// <inheritdoc/>
    protected override async Task Complete(Post entry, Recording recording, CancellationToken ct) =>
        (entry.OrgKind, entry.OrgLevel, entry.OrgDomain) = await Nature.Of(entry.Org, recording, ct);

    /// <summary>One chair at a time in an organisation.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Post entry, Post? before, Recording recording, CancellationToken ct)
    {
        if (entry.Role != "chair") return [];
        var others = new Query(recording.Session, Shape, Scope.Whole("one chair an organisation, whoever asks"))
            .Where(new Filter.Is("org", entry.Org)).Where(new Filter.Is("role", "chair"))
            .Where(new Filter.HeldOn("from", "to", entry.From)).Where(new Filter.In("state", [nameof(EntryState.Submitted), nameof(EntryState.Verified)]));
        await foreach (var row in others.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("post.chair", "这个组织那天已经有主席了。请先给原主席填卸任日期。", "role")];
        return [];
    }
}
