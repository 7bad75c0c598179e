using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>考核评分, registers.md §2: what is given by hand needs evidence, so it is given on the page of the scheme, where the file goes along.</summary>
public sealed class AssessmentScoreRegister : Register<AssessmentScore>
{
    /// <summary>The county's form.</summary>
    public AssessmentScoreRegister() : base("assessment-score", "考核评分", dateLabel: "印发日期")
    {
        Icon = "clipboard-check";
        Room = Room.Results;
        About = "人评的分，每条都有佐证；到“考核得分”里打";

        Section("给谁几分");
        PartOf(s => s.Rubric, "考核办法", "rubric", ownPlace: true).Called("考核文件", "考核名称");
        LookUp(s => s.Item, "考核项", "rubric-item").Required().Listed().Called("考核指标", "指标", "考核内容", "考核项目");
        Here(s => s.Org).Required().Listed();
        Number(s => s.Points, "得分").Required().Listed().Digits(1).Between(0, 10_000).Called("考核得分", "评分", "分数");
        Text(s => s.Because, "理由").Listed().Max(200).Called("扣分原因", "得分说明", "扣分理由");
        Here(s => s.Place);
        Here(s => s.Note);

        TitledBy(s => s.Item);
        Flow("assessment-score.count", "人评的考核分", Unit.Items);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(AssessmentScore entry, AssessmentScore? before, Recording recording, CancellationToken ct)
    {
        var problems = new List<Problem>();
        var item = (await recording.Reference(ct)).Register("rubric-item")!;
        if (await recording.Find(item, entry.Item, Scope.Whole("a rule holds whoever records"), ct) is not RubricItem of || of.Rubric != entry.Rubric || of.Kind != RubricItem.ByHand)
            return [new("assessment-score.item", "这一项不是这份考核里人评的项目，请另选。", "item")];
        if (entry.Points > of.Points) problems.Add(new("assessment-score.points", $"这一项满分 {of.Points / 10m:0.#} 分，不能超过。", "points"));
        if (await recording.HasAnother(this, entry, new Filter.Is("item", entry.Item) & new Filter.Is("org", entry.Org), ct))
            problems.Add(new("assessment-score.twice", "这个组织的这一项已经打过分了；要改的，先撤销原来那条。", "item"));
        // The row of the file is written before the score, in the same transaction.
        if (!recording.Session.Db.Set<Attachment>().Local.Any(a => a.Entry == entry.Id) && !await recording.Session.Db.Set<Attachment>().AnyAsync(a => a.Entry == entry.Id && a.RemovedAt == null, ct))
            problems.Add(new("assessment-score.evidence", "人评的分要有佐证：请到“考核得分”里选一个佐证文件，连分数一起交。", "because"));
        return problems;
    }
}
