using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>任职台账, registers.md §1. The role codes are those of the shipped roles, so the list is fixed.</summary>
public sealed class PostRegister : Register<Post>
{
    private const string Officers = "role=chair,vice,part-time-vice,exec";

    /// <summary>The county's form.</summary>
    public PostRegister() : base("post", "任职", dateLabel: "登记日期")
    {
        Icon = "user";
        Room = Room.Organization;
        About = "谁在哪个组织任什么职；换人时，待办跟着职务走";

        Section("谁任什么职");
        LookUp(p => p.Person, "姓名", "person").Required().Listed();
        Kind(p => p.Role, "职务", ("chair", "主席"), ("vice", "副主席"), ("part-time-vice", "兼职副主席"), ("exec", "执委"), ("group-leader", "妇女小组长"),
            ("delegate", "代表"), ("officer", "乡镇专干"), ("county", "县妇联干部"), ("auditor", "审计员")).Required().Listed().Filtered().Fixed().Called("妇联职务", "担任职务");
        Here(p => p.Org).Required().Listed().Hint("在哪个组织");
        Kind(p => p.Means, "产生方式", ("elected", "选举"), ("appointed", "任命")).Called("任职方式", "产生形式");

        LookUp(p => p.Follows, "接替谁", "post").Hint("填了，前任当天卸任，没办完的待办、联系户都接过来");

        Section("起止");
        Day(p => p.From, "任职日期").Required().Listed().Default("today").Called("任职时间", "任职起始日期", "上任日期", "当选日期");
        Day(p => p.To, "卸任日期").Listed().MayBeFuture().Called("离任日期", "免职日期");
        Here(p => p.Note);
        Kind(p => p.OrgKind, "组织类型").Of("organization.kind").Derived();
        Kind(p => p.OrgLevel, "组织层级").Of("organization.level").Derived().Filtered();
        Kind(p => p.OrgDomain, "两新四新").Of("organization.domain").Derived();

        LookUp(p => p.Seat, "这一职的头一任", "post").Derived();

        TitledBy(p => p.Person);
        HeldBetween(p => p.From, p => p.To);
        AlsoAt("/posts/{0}/hand-over", "交接", "switch-horizontal", "record");
        GivesRights(p => p.Person, p => p.Role, p => p.From, p => p.To, p => p.Seat);
        Duty(new("post.good-deed", "每年办一件实事", DutyCycle.Year) { Only = Officers, Subject = "seat", Owner = "id", Acts = [new("visit", "visitor", "kind=good-deed"), new("adopted-project", "exec")] });
        Duty(new("post.report", "年度述职", DutyCycle.Year) { Only = Officers, Subject = "seat", Owner = "id", Acts = [new("duty-report", "holder")] });
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
    protected override async Task Complete(Post entry, Recording recording, CancellationToken ct)
    {
        (entry.OrgKind, entry.OrgLevel, entry.OrgDomain) = await Nature.Of(entry.Org, recording, ct);
        entry.Seat = entry.Follows is { } id && await Before(id, recording, ct) is { } followed ? followed.Seat ?? followed.Id : entry.Id;
    }

    /// <summary>One chair at a time in an organisation; a post is taken over once, by somebody who does the same there.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Post entry, Post? before, Recording recording, CancellationToken ct)
    {
        var posts = new Query(recording.Session, Shape, Scope.Whole("one chair an organisation and one successor a post, whoever asks")).Where(EntryStates.Count);
        if (entry.Follows is { } id)
        {
            if (await Before(id, recording, ct) is not { } followed || followed.Id == entry.Id || followed.Org != entry.Org || followed.Role != entry.Role)
                return [new("post.follows", "接替的要是同一个组织、同一职务的前任。", "follows")];
            if (entry.From <= followed.From) return [new("post.follows-early", $"要晚于前任的任职日期 {followed.From:yyyy-MM-dd}。", "from")];
            await foreach (var row in posts.Where(new Filter.Is("follows", id)).Stream(["id"], [], ct))
                if ((Guid)row[0]! != entry.Id) return [new("post.followed", "这一任已经有人接替了。", "follows")];
        }
        if (before is not null && before.Follows != entry.Follows && await posts.Where(new Filter.Is("follows", entry.Id)).Any(ct))
            return [new("post.line", "这一任已经有人接替，接替谁不能再改。", "follows")];
        if (entry.Role != "chair") return [];
        await foreach (var row in posts.Where(new Filter.Is("org", entry.Org)).Where(new Filter.Is("role", "chair")).Where(new Filter.HeldOn("from", "to", entry.From)).Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id && (Guid)row[0]! != entry.Follows) return [new("post.chair", "这个组织那天已经有主席了。请先给原主席填卸任日期。", "role")];
        return [];
    }

    /// <summary>Who is taken over from leaves on the day her successor comes.</summary>
    protected override async Task Written(Post entry, Post? before, Recording recording, CancellationToken ct)
    {
        if (!entry.Counts || entry.Follows is not { } id || await Before(id, recording, ct) is not { } followed || followed.To == entry.From) return;
        if (followed.To is { } ended && ended < entry.From) return;
        var left = (Post)EntryColumns.Make(this, [.. Shape.Columns.Select(c => EntryColumns.Read(this, followed, c))]);
        left.To = entry.From;
        await recording.Write(this, followed, left, "handed-over", null, ct);
        await HandOver.Pairings(followed, entry, recording, ct);
        await HandOver.Keys(followed, entry, this, recording, ct);
    }

    private async Task<Post?> Before(Guid id, Recording recording, CancellationToken ct) =>
        await recording.Find(this, id, Scope.Whole("a post already found in scope"), ct) as Post;
}
