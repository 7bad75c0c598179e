using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>走访台账, registers.md §5.</summary>
public sealed class VisitRegister : Register<Visit>
{
    /// <summary>The county's form.</summary>
    public VisitRegister() : base("visit", "走访", dateLabel: "走访日期", noteLabel: "情况")
    {
        Icon = "home-heart";
        Room = Room.Work;
        Reviewed = true;
        About = "记一次：进台账、销待办、计入数字和总结";

        Section("走访谁");
        LookUp(v => v.Person, "对象", "person").Listed().Hint("输姓名或首字母");
        LookUp(v => v.Household, "家庭", "household").Hint("填了人就不用填户");
        LookUp(v => v.Visitor, "走访人", "post").Listed().Hint("替村里录，写实际去的人");

        Section("什么时候，怎么见的");
        Here(v => v.Date).Hint("按发生那天");
        Kind(v => v.Kind, "类型", ("quarterly", "季走访"), ("monthly", "月联系"), ("good-deed", "好事实事"), ("festival", "节日慰问"), ("publicity", "入户宣讲"), ("return", "回访"))
            .Required().Listed().Filtered().Default("quarterly");
        Kind(v => v.Mode, "方式", ("home", "入户"), ("phone", "电话"), ("video", "视频")).Required().Listed().Filtered().Default("home");

        Section("看到什么");
        Kind(v => v.Situation, "家里怎么样", ("fine", "都好"), ("changed", "有变化"), ("help", "要帮忙")).Required().Filtered().Default("fine").Fixed();
        Kinds(v => v.Needs, "要帮什么", ("study", "学习"), ("doctor", "看病"), ("living", "生活"), ("guardian", "监护"), ("work", "就业"), ("other", "其他")).Hint("可多选").Filtered();
        Here(v => v.Note).Hint("一两句就行；写事，不写身份证号、电话");
        Here(v => v.Place);
        Here(v => v.Org);
        LookUp(v => v.Subject, "对象或家庭", "person").Derived();

        TitledBy(v => v.Person);

        Flow("visit.times", "走访", Unit.Times).By(FieldOf(v => v.Kind), FieldOf(v => v.Mode), FieldOf(v => v.Situation), FieldOf(v => v.Needs));
        Flow("visit.people", "走访到的人", Unit.People).Distinct(FieldOf(v => v.Person)).By(FieldOf(v => v.Kind), FieldOf(v => v.Mode));
        Flow("visit.households", "走访到的户", Unit.Households).Distinct(FieldOf(v => v.Household)).By(FieldOf(v => v.Kind), FieldOf(v => v.Mode));
    }

    /// <inheritdoc/>
    protected override async Task Complete(Visit entry, Recording recording, CancellationToken ct)
    {
        (entry.Household, entry.Subject, entry.Place, entry.Org) = await Subjects.Resolve(entry, entry.Subject, entry.Person, entry.Household, entry.Date, recording, ct);
        entry.Visitor ??= recording.User.Posts.OrderByDescending(p => p.Org.Depth).FirstOrDefault()?.Id;
    }
}
