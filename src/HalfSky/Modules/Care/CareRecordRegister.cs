using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>关爱对象台账, registers.md §5.</summary>
public sealed class CareRecordRegister : Register<CareRecord>
{
    /// <summary>The county's form.</summary>
    public CareRecordRegister() : base("care", "关爱对象", dateLabel: "登记日期")
    {
        Icon = "heart-handshake";
        Room = Room.Work;
        About = "谁需要关心、由哪位执委联系；每季度至少走访一次";

        Section("关爱谁");
        LookUp(c => c.Person, "对象", "person").Listed().Hint("输姓名或首字母").Called("关爱对象", "帮扶对象", "姓名");
        LookUp(c => c.Household, "家庭", "household").Hint("填了人就不用填户");
        Kinds(c => c.Categories, "类别", ("difficult-child", "困境儿童"), ("poor-child", "贫困儿童"), ("left-behind-child", "留守儿童"), ("migrant-child", "流动儿童"), ("orphan", "孤儿和事实无人抚养"),
            ("left-behind-woman", "留守妇女"), ("single-mother", "单亲母亲"), ("poor-woman", "贫困妇女"), ("disabled-woman", "残疾妇女"), ("elderly", "老龄空巢五保老人"), ("destitute-elder", "特困（五保）老人"),
            ("sick-woman", "病残妇女"), ("migrant-woman", "流动妇女"), ("two-cancers", "两癌患者"), ("zero-employment", "零就业家庭"), ("lost-only-child", "失独家庭"),
            ("old-chair", "老妇女主任"), ("aided", "救助对象"))
            .Also(("difficult-child", "特困儿童 困难儿童"), ("poor-child", "贫困学生 困难学生"), ("single-mother", "单亲妈妈"), ("poor-woman", "贫困母亲 困境妇女 困难妇女 困境母亲"),
                ("two-cancers", "两癌妇女 两癌患病妇女")).Required().Listed().Filtered().Called("人员类别", "对象类别", "关爱类别", "困境类型", "关爱对象类别", "特殊类型", "困境类别");
        Kind(c => c.Level, "关爱等级", ("high", "重点"), ("middle", "一般"), ("low", "平稳")).Required().Listed().Filtered().Default("middle").Called("等级", "关爱级别", "风险等级", "帮扶等级");
        Kinds(c => c.Needs, "需要", ("study", "学习"), ("doctor", "看病"), ("living", "生活"), ("guardian", "监护"), ("work", "就业"), ("company", "陪伴"), ("other", "其他")).Called("需求", "帮扶需求", "主要困难", "存在困难", "困难诉求");

        Section("谁来联系");
        LookUp(c => c.Responsible, "联系执委", "post").Required().Listed().Called("责任执委", "包联执委", "包保责任人", "帮扶责任人", "结对执委", "联系人", "包保人");
        Day(c => c.From, "开始日期").Required().Default("today").Called("纳入日期", "建档日期");
        Day(c => c.To, "结束日期").MayBeFuture().Called("退出日期");
        Kind(c => c.Ending, "结束原因", ("better", "情况好转"), ("moved", "迁出"), ("died", "去世"), ("grown", "成年"), ("recategorized", "换了类别"), ("other", "其他")).Fixed().Called("退出原因", "终止原因", "销号原因");
        Here(c => c.Place);
        Here(c => c.Org);
        Here(c => c.Note);
        LookUp(c => c.Subject, "对象或家庭", "person").Derived();
        LookUp(c => c.Continues, "接着哪一条", "care").Derived();

        TitledBy(c => c.Person);
        HeldBetween(c => c.From, c => c.To);

        Stock("care.people", "在册关爱对象", Unit.People).Distinct(FieldOf(c => c.Subject)).By(FieldOf(c => c.Categories), FieldOf(c => c.Level));
        Stock("care.visited", "走访到的关爱对象", Unit.People).Distinct(FieldOf(c => c.Subject)).By(FieldOf(c => c.Categories), FieldOf(c => c.Level))
            .Reached("visit", "subject", FieldOf(c => c.Subject));
        Flow("care.filed", "新建档关爱对象", Unit.People).Also("建档 档案 摸底 摸排").Distinct(FieldOf(c => c.Subject)).Where(new Filter.Is("continues", null), "换类别接着记的不算")
            .By(FieldOf(c => c.Categories), FieldOf(c => c.Level));
        FlowOn(c => c.To, "care.left", "不再关爱的对象", Unit.People).Distinct(FieldOf(c => c.Subject)).Where(new Filter.Not(new Filter.Is("ending", "recategorized")), "换了类别的不算")
            .By(FieldOf(c => c.Categories), FieldOf(c => c.Ending));
        Ratio("care.coverage", "走访覆盖率", part: "care.visited", whole: "care.people");

        Duty(new("care.quarterly-visit", "季走访", DutyCycle.Quarter) { Subject = "subject", Owner = "responsible", Acts = [new("visit", "subject")] });
        Duty(new("care.monthly-visit", "重点对象月走访", DutyCycle.Month) { Only = "level=high", Subject = "subject", Owner = "responsible", Acts = [new("visit", "subject")], Off = true });
    }

    /// <inheritdoc/>
    protected override async Task Complete(CareRecord entry, Recording recording, CancellationToken ct) =>
        (entry.Household, entry.Subject, entry.Place, entry.Org) = await Subjects.Resolve(entry, entry.Subject, entry.Person, entry.Household, entry.From, recording, ct);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(CareRecord entry, CareRecord? before, Recording recording, CancellationToken ct)
    {
        if (entry.To is not null) return [];
        var open = new Query(recording.Session, Shape, Scope.Whole("one open care record a person, whoever asks"))
            .Where(new Filter.Is("subject", entry.Subject)).Where(new Filter.Is("to", null)).Where(EntryStates.Count);
        await foreach (var row in open.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("care.open", "这个人已经在册，还没有结束。要换类别，请在原来那条上改。", "person")];
        return [];
    }
}
