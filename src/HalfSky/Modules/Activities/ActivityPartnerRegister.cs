using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>协办, registers.md §3: part of an activity, with the place and organisation of who took part.</summary>
public sealed class ActivityPartnerRegister : Register<ActivityPartner>
{
    /// <summary>The county's form.</summary>
    public ActivityPartnerRegister() : base("activity-partner", "协办")
    {
        Icon = "building-community";
        Room = Room.Work;
        About = "和谁一起办的；主办算主办的，协办算协办的，上级只算一场";

        Section("和谁一起办的");
        PartOf(p => p.Activity, "活动", "activity", ownPlace: true).Called("活动名称", "所属活动", "活动主题");
        Here(p => p.Org).Listed().Hint("协办的妇联组织");
        LookUp(p => p.Body, "外面的单位", "body").Listed().Hint("司法所、学校、医院等；填了它，上面的组织就是邀请它的那家").Called("协办单位", "合办单位", "协办方", "参与单位", "合作单位", "联办单位", "共建单位");
        Kind(p => p.Share, "做了什么", ("co-host", "合办"), ("lecturer", "派人讲课"), ("venue", "出场地"), ("material", "出资料物品"), ("money", "出钱"), ("audience", "组织人参加"))
            .Also(("co-host", "联办 共同主办"), ("lecturer", "派讲师 授课 讲课"), ("venue", "提供场地"), ("material", "提供资料 提供物品"), ("money", "赞助 提供资金"), ("audience", "组织群众 组织人员")).Filtered().Default("co-host").Called("协办内容", "提供什么", "承担任务", "承担内容", "分工", "职责分工", "承担工作");
        Copied(p => p.Kind, "活动类型", from: "kind");
        Copied(p => p.Topics, "主题", from: "topics", FieldType.Kinds);
        Copied(p => p.Festival, "节点", from: "festival");

        TitledBy(p => p.Activity);

        Flow("activity-partner.took-part", "协办活动场次", Unit.Sessions).Distinct(FieldOf(p => p.Activity)).Where(new Filter.Is("body", null), "妇联组织协办")
            .By(FieldOf(p => p.Kind), FieldOf(p => p.Topics), FieldOf(p => p.Festival), FieldOf(p => p.Share));
        Flow("activity-partner.bodies", "一起办活动的单位", Unit.Things).Distinct(FieldOf(p => p.Body))
            .By(FieldOf(p => p.Kind), FieldOf(p => p.Topics), FieldOf(p => p.Festival), FieldOf(p => p.Share));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(ActivityPartner entry, ActivityPartner? before, Recording recording, CancellationToken ct)
    {
        var same = new Filter.Is("activity", entry.Activity) & new Filter.Is("body", entry.Body);
        if (entry.Body is not null)
            return await recording.HasAnother(this, entry, same, ct) ? [new("activity-partner.twice", "这个单位已经列在协办里了。", "body")] : [];
        if (await recording.FactsOf("activity", new Filter.Is("id", entry.Activity), ["org"], ct) is [long host] && host == entry.Org)
            return [new("activity-partner.host", "这是主办的组织，不用再记成协办。", "org")];
        return await recording.HasAnother(this, entry, same & new Filter.Is("org", entry.Org), ct)
            ? [new("activity-partner.twice", "这个组织已经列在协办里了。", "org")] : [];
    }
}
