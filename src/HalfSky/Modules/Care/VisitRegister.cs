using HalfSky.Kernel;
using HalfSky.Platform.Access;
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
        Also = "慰问 看望 探望 上门";
        About = "记一次：进台账、销待办、计入数字和总结";

        Section("走访谁");
        LookUp(v => v.Person, "对象", "person").Listed().Hint("输姓名或首字母").Called("走访对象", "被走访人", "被走访人姓名", "慰问对象", "慰问对象姓名", "看望对象", "受访人", "被慰问人", "探访对象");
        LookUp(v => v.Household, "家庭", "household").Hint("填了人就不用填户").Called("走访户", "走访家庭", "户主", "户主姓名", "慰问户");
        LookUp(v => v.Body, "单位", "body").Hint("学校、敬老院等；看望的是单位才填");
        LookUp(v => v.Visitor, "走访人", "post").Listed().Hint("替村里录，写实际去的人").Called("走访干部", "走访人员", "入户干部", "走访执委", "慰问人", "探访人", "看望人", "入户人员");

        Section("什么时候，怎么见的");
        Here(v => v.Date).Hint("按发生那天").Called("慰问日期", "入户日期", "联系日期");
        Kind(v => v.Kind, "类型", ("quarterly", "季走访"), ("monthly", "月联系"), ("good-deed", "好事实事"), ("festival", "节日慰问"), ("publicity", "入户宣讲"), ("return", "回访"))
            .Also(("quarterly", "季度走访 每季走访"), ("monthly", "月走访 每月走访")).Required().Listed().Filtered().Default("quarterly").Called("走访类型", "走访类别");
        Kind(v => v.Festival, "节点").Of("activity.festival").Filtered().Hint("节日慰问才选").Called("节日", "慰问节日");
        Kinds(v => v.Topics, "讲了什么").Of("activity.topics").Filtered().Hint("入户宣讲才选").Called("宣讲内容", "宣讲主题");
        Kind(v => v.Mode, "方式", ("home", "入户"), ("phone", "电话"), ("video", "视频")).Required().Listed().Filtered().Default("home").Also(("home", "上门 上门走访 实地 实地走访 面对面"), ("phone", "打电话 电话联系 微信"), ("video", "视频通话 微信视频")).Called("走访方式", "走访形式");

        Section("看到什么");
        Kind(v => v.Situation, "家里怎么样", ("fine", "都好"), ("changed", "有变化"), ("help", "要帮忙"))
            .Also(("fine", "情况正常 正常 良好 一切都好 无异常"), ("changed", "有变动"), ("help", "需帮助 需要帮助 有困难")).Required().Filtered().Default("fine").Fixed().Called("家庭情况", "走访情况", "入户情况", "家庭状况", "近期情况");
        Kinds(v => v.Needs, "要帮什么", ("study", "学习"), ("doctor", "看病"), ("living", "生活"), ("guardian", "监护"), ("work", "就业"), ("other", "其他")).Hint("可多选").Filtered().Called("需求", "困难需求", "诉求", "存在困难", "需要解决的困难", "困难和需求", "存在问题", "急难愁盼");
        Amount(v => v.Given, "慰问金和慰问品").Hint("东西折成钱；专项资金发的记“发放”").Called("慰问金", "慰问金额", "慰问物资", "慰问品折款", "慰问金及物资折价", "慰问金及物资", "物资折价", "折价金额", "慰问品", "慰问情况");
        Here(v => v.Note).Hint("一两句就行；写事，不写身份证号、电话");
        Here(v => v.Place);
        Here(v => v.Org);
        Kind(v => v.BodyKind, "单位类型").Of("body.kind").Derived();
        LookUp(v => v.Subject, "对象或家庭", "person").Derived();

        TitledBy(v => v.Person);

        var subject = FieldOf(v => v.Subject);
        Field[] split = [FieldOf(v => v.Kind), FieldOf(v => v.Mode), FieldOf(v => v.Festival), FieldOf(v => v.Topics)];
        Flow("visit.times", "走访", Unit.Times).By([.. split, FieldOf(v => v.Situation), FieldOf(v => v.Needs)]).ByCare(subject);
        Flow("visit.people", "走访到的人", Unit.People).Distinct(FieldOf(v => v.Person)).By(split).ByCare(subject);
        Flow("visit.households", "走访到的户", Unit.Households).Distinct(FieldOf(v => v.Household)).By(split).ByCare(subject);
        Flow("visit.bodies", "走访到的单位", Unit.Of("所")).Distinct(FieldOf(v => v.Body)).By([.. split, FieldOf(v => v.BodyKind)]);
        Flow("visit.given", "走访慰问金物", Unit.Yuan).Also("慰问金 慰问品 慰问物资 折合").Sum(FieldOf(v => v.Given)).By(split).ByCare(subject);
    }

    /// <inheritdoc/>
    protected override async Task Complete(Visit entry, Recording recording, CancellationToken ct)
    {
        (entry.Household, entry.Subject, entry.Place, entry.Org) = await Subjects.Resolve(entry, entry.Subject, entry.Person, entry.Household, entry.Date, recording, ct, entry.Body);
        entry.BodyKind = entry.Body is { } body && (await recording.Reference(ct)).Register("body") is { } bodies
            && await recording.Find(bodies, body, Scope.Whole("the kind of a body already found in scope"), ct) is { } visited ? (string?)bodies["kind"].Read(visited) : null;
        entry.Visitor ??= recording.User.Posts.OrderByDescending(p => p.Org.Depth).FirstOrDefault()?.Id;
    }
}
