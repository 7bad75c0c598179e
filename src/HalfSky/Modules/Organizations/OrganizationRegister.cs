using HalfSky.Kernel;
using HalfSky.Modules.Organizations.Execs;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>组织台账, registers.md §1.</summary>
public sealed class OrganizationRegister : Register<Organization>
{
    /// <summary>The county's form.</summary>
    public OrganizationRegister() : base("organization", "组织", dateLabel: "登记日期")
    {
        Icon = "users-group";
        Room = Room.Organization;
        IsOrganizationTree = true;
        Also = "妇委会";
        About = "妇联组织和妇女组织；谁看得见什么，按这棵树";

        Section("是什么组织");
        Text(o => o.Name, "名称").Required().Listed().Searched().Max(60).Called("组织名称", "妇联名称", "单位名称");
        Kind(o => o.Kind, "类型", ("federation", "妇联"), ("committee", "机关事业妇委会"), ("member", "团体会员"), ("new-domain", "两新四新妇女组织"),
            ("group", "妇女小组（网格）"), ("member-unit", "成员单位"), ("union", "工会女职工委员会"), ("children", "妇儿工委"), ("mediation", "调委会"),
            ("social", "社会组织联盟"), ("cooperative", "合作社"))
            .Also(("group", "妇女小组"), ("mediation", "调解委员会")).Required().Listed().Filtered().Default("federation");
        Kind(o => o.Level, "层级", ("province", "省"), ("city", "市"), ("county", "县"), ("township", "乡镇"), ("village", "村"), ("grid", "网格"),
            ("direct", "县直"), ("enterprise", "企业"), ("university", "高校")).Required().Listed().Filtered().Fixed().Called("组织层级", "级别");
        Kind(o => o.Domain, "两新四新", NewDomains.All).Filtered().Hint("不是就不填");
        LookUp(o => o.Body, "建在哪个单位", "body").Hint("机关、企业、学校里的组织才填").Called("所在单位");
        OrganizationOf(o => o.Parent, "上级").Listed().Called("上级组织", "上级妇联", "隶属于", "隶属", "上级单位", "主管妇联");

        Section("起止");
        Day(o => o.From, "成立日期").Required().Default("today").Called("建立日期");
        Day(o => o.To, "撤销日期").MayBeFuture();
        Here(o => o.Place).Hint("组织所在的地点");
        Here(o => o.Note);

        TitledBy(o => o.Name);
        FiledAt("/organizations/{0}", "一组织一档");
        ListedAt("/organizations/chart", "组织图", "sitemap");
        HeldBetween(o => o.From, o => o.To);
        Stock("organization.count", "妇联组织", Unit.Things).By(FieldOf(o => o.Kind), FieldOf(o => o.Level), FieldOf(o => o.Domain));
        FlowOn(o => o.From, "organization.founded", "新建妇女组织", Unit.Things).By(FieldOf(o => o.Kind), FieldOf(o => o.Level), FieldOf(o => o.Domain));
        Stock("organization.villages", "有妇女组织的村", Unit.Villages).Villages().By(FieldOf(o => o.Kind), FieldOf(o => o.Level));
        Coverage("organization.coverage", "妇女组织覆盖率", part: "organization.villages");
        Stock("organization.bodies", "建了妇女组织的单位", Unit.Things).Distinct(FieldOf(o => o.Body)).Where(InBody, "建在单位里的").By(FieldOf(o => o.Domain));
        Stock("organization.union-bodies", "建了女职工组织的单位", Unit.Things).Distinct(FieldOf(o => o.Body))
            .Where(InBody & new Filter.Is("kind", "union"), "建在单位里的工会女职工委员会").By(FieldOf(o => o.Domain));
        MonthlyWork();
    }

    /// <summary>What organisations do month by month in some counties; each county switches on what it asks for.</summary>
    private void MonthlyWork()
    {
        const string Federations = "kind=federation&level=township,village";
        Duty(new("organization.monthly-talk", "每月主题宣讲", DutyCycle.Month) { Only = Federations, Subject = "org", Acts = [new("activity", "org", "kind=talk")], Off = true });
        Duty(new("organization.monthly-law", "每月普法", DutyCycle.Month) { Only = Federations, Subject = "org", Acts = [new("activity", "org", "kind=legal-education")], Off = true });
        Duty(new("organization.monthly-study", "每月理论学习", DutyCycle.Month) { Only = Federations, Subject = "org", Acts = [new("meeting", "org", "kind=study")], Off = true });
        Duty(new("organization.quarterly-course", "每季专题培训", DutyCycle.Quarter) { Only = Federations, Subject = "org", Acts = [new("course", "org"), new("activity", "org", "kind=training,family-education")], Off = true });
        foreach (var (register, label) in ZeroReportRegister.Kept)
            Duty(new($"organization.monthly-{register}", $"月底报{label}", DutyCycle.Month) { Only = Federations, Subject = "org", Acts = [new(register, "org"), new("zero-report", "org", "about=" + register)], Off = true });
    }

    private static Filter InBody { get; } = new Filter.Not(new Filter.Is("body", null));

    /// <summary>Posts keep what their organisation is, so that past and present holders are split by it; they follow a correction.</summary>
    protected override async Task Written(Organization entry, Organization? before, Recording recording, CancellationToken ct)
    {
        if (before is null || (before.Kind, before.Level, before.Domain) == (entry.Kind, entry.Level, entry.Domain)) return;
        var posts = (await recording.Reference(ct)).Register("post")!;
        var rows = new List<object?[]>();
        var query = new Query(recording.Session, posts.Shape, Scope.Whole("posts follow their organisation, whoever corrects it")).Where(new Filter.Is("org", entry.Org));
        await foreach (var row in query.Stream([.. posts.Shape.Columns.Select(c => c.Key)], [], ct)) rows.Add(row);
        foreach (var row in rows)
        {
            var post = (Post)EntryColumns.Make(posts, row);
            (post.OrgKind, post.OrgLevel, post.OrgDomain) = (entry.Kind, entry.Level, entry.Domain);
            await recording.Write(posts, EntryColumns.Make(posts, row), post, "followed", null, ct);
        }
    }

    /// <inheritdoc/>
    protected override async Task Complete(Organization entry, Recording recording, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        var isNew = entry.RecordedAt != default && entry.Version == 0;
        if (isNew && entry.Place != 0) Derive(entry, reference);
        if (isNew && entry.Parent != 0)
        {
            var parent = new Branch(entry.Parent);
            if (parent.Depth == Branch.MaxDepth) throw new Refusal(new Problem("organization.depth", "这个组织已经是最下面一层，不能再往下建。", "parent"));
            // Asked of the table, not of the tree: a number is given once, also when its organisation was withdrawn or is a draft.
            var taken = 0;
            await foreach (var row in new Query(recording.Session, Shape, Scope.Whole("numbers are given once")).Where(new Filter.Is("parent", entry.Parent)).Stream(["org"], [], ct))
                taken = Math.Max(taken, new Branch((long)row[0]!).Ordinal);
            entry.Org = parent.Child(taken + 1).Value;
            if (entry.Place == 0) entry.Place = reference.Organizations.Find(entry.Parent)?.Place ?? 0;
        }
    }

    /// <summary>A list of organisations seldom says what stands above them: the federation of a village is under that of its township, other bodies under the federation of their place.</summary>
    private static void Derive(Organization entry, Reference reference)
    {
        var place = new Branch(entry.Place);
        entry.Level ??= place.Depth switch { 1 => "county", 2 => "township", 3 => "village", 4 => "grid", _ => null };
        if (entry.Parent != 0 || reference.Organizations.All.Count == 0) return;
        var above = entry.Kind == "federation" ? place.Parent : place;
        if (above is not { } at) return;
        entry.Parent = reference.Organizations.All.Where(o => !o.Ended && o.Place == at.Value).OrderBy(o => o.Name.EndsWith("妇联", StringComparison.Ordinal) ? 0 : 1).ThenBy(o => o.Number.Depth).Select(o => o.Number.Value).FirstOrDefault();
        if (entry.Parent == 0 && entry.Kind == "federation") throw new Refusal(new Problem("organization.unknown", $"{reference.Places.NameOf(at.Value)}还没有妇联，请先建它的，或者填上级。", "parent"));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(Organization entry, Organization? before, Recording recording, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        if (before is null && entry.Parent == 0 && reference.Organizations.All.Count > 0)
            return [new("organization.parent", "请选上级组织。", "parent")];
        if (before is not null && (before.Parent != entry.Parent || before.Org != entry.Org))
            return [new("organization.moved", "组织的上级不能改。要换上级，请撤销这一个，在新上级下另建一个。", "parent")];
        return [];
    }
}
