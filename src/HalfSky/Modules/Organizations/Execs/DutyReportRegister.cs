using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>述职台账, registers.md §1: each chair, vice chair and exec once a year.</summary>
public sealed class DutyReportRegister : Register<DutyReport>
{
    /// <summary>The county's form.</summary>
    public DutyReportRegister() : base("duty-report", "述职", dateLabel: "述职日期")
    {
        Icon = "clipboard-list";
        Room = Room.Organization;
        About = "主席、副主席、执委每年述职一次；述职报告作附件";

        Section("谁述职");
        LookUp(r => r.Holder, "述职人", "post").Required().Listed().Called("述职人员", "述职执委");
        Number(r => r.Year, "哪一年").Required().Listed().Between(2000, 2999).Called("年度", "述职年度");
        Here(r => r.Date);
        Number(r => r.Score, "测评得分").Digits(1).Between(0, 1000).Called("得分", "分数", "民主测评得分", "测评分", "满意度得分");
        Kind(r => r.Grade, "评定", ("three-stars", "三星"), ("two-stars", "二星"), ("one-star", "一星"), ("excellent", "优秀"), ("good", "称职"), ("basic", "基本称职"), ("poor", "不称职"))
            .Listed().Filtered().Hint("三型三星或本地办法").Called("等次", "评定等次", "考核等次", "测评等次");
        Here(r => r.Place);
        Here(r => r.Org);
        Here(r => r.Note);
        LookUp(r => r.Person, "姓名", "person").Derived();
        Kind(r => r.Role, "职务").Of("post.role").Derived().Listed().Filtered();
        Kind(r => r.OrgLevel, "组织层级").Of("organization.level").Derived();

        TitledBy(r => r.Holder);
        MatchedBy(r => r.Holder, r => r.Year);
        Flow("duty-report.count", "述职", Unit.Times).By(FieldOf(r => r.Role), FieldOf(r => r.OrgLevel), FieldOf(r => r.Grade));
        Flow("duty-report.people", "述职的人", Unit.People).Distinct(FieldOf(r => r.Person)).By(FieldOf(r => r.Role), FieldOf(r => r.OrgLevel), FieldOf(r => r.Grade));
        Ratio("duty-report.coverage", "述职率", part: "duty-report.people", whole: "post.execs");
    }

    /// <inheritdoc/>
    protected override async Task Complete(DutyReport entry, Recording recording, CancellationToken ct)
    {
        var post = await Nature.OfPost(entry.Holder, recording, ct);
        (entry.Person, entry.Role, entry.OrgLevel) = (post?.Person, post?.Role, post is null ? null : (await Nature.Of(post.Org, recording, ct)).Level);
        if (entry.Year is null && entry.Date != default) entry.Year = entry.Date.Year;
    }
}
