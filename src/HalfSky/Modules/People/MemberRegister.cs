using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>家庭成员, part of registers.md §0 household. A plain register: this file and its entity.</summary>
public sealed class MemberRegister : Register<Member>
{
    /// <summary>The county's form.</summary>
    public MemberRegister() : base("member", "家庭成员", dateLabel: "登记日期")
    {
        Icon = "users-group";
        Room = Room.Organization;
        InNavigation = false;
        About = "谁和谁住一户，从哪天到哪天";

        Section("谁在哪一户");
        LookUp(m => m.Household, "家庭", "household").Required().Listed().Called("户主", "户主姓名", "所在家庭");
        LookUp(m => m.Person, "姓名", "person").Required().Listed().Called("成员姓名", "家庭成员");
        Kind(m => m.Relation, "与户主关系", ("head", "户主"), ("spouse", "配偶"), ("son", "儿子"), ("daughter", "女儿"), ("grandchild", "孙辈"), ("parent", "父母"),
            ("grandparent", "祖辈"), ("sibling", "兄弟姐妹"), ("in-law", "公婆岳父母媳婿"), ("other", "其他")).Required().Listed().Filtered().Called("关系", "称谓", "与户主的关系", "家庭关系");
        Day(m => m.From, "从哪天").Required().Default("today");
        Day(m => m.To, "到哪天");
        Here(m => m.Org);
        Here(m => m.Note);

        TitledBy(m => m.Person);
        HeldBetween(m => m.From, m => m.To);
        Stock("member.people", "居住人口", Unit.People).Distinct(FieldOf(m => m.Person)).By(FieldOf(m => m.Relation));
    }
}
