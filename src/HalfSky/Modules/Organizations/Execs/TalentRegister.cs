using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>女性人才台账, registers.md §1.</summary>
public sealed class TalentRegister : Register<Talent>
{
    /// <summary>The county's form.</summary>
    public TalentRegister() : base("talent", "女性人才", dateLabel: "登记日期")
    {
        Icon = "star";
        Room = Room.Organization;
        About = "女能手、带头人、好物代言人、法律明白人：谁会什么，用得上时找得到";

        Section("谁，会什么");
        LookUp(t => t.Person, "姓名", "person").Required().Listed();
        Kinds(t => t.Kinds, "哪一类", ("entrepreneur", "女企业家"), ("leader", "致富带头人"), ("skilled", "女能手"), ("capable", "女能人"), ("craft", "手工艺人"), ("heritage", "非遗传承人"),
            ("new-farmer", "新农人"), ("streamer", "电商主播"), ("spokeswoman", "好物代言人"), ("law-adept", "法律明白人"), ("mediator", "金牌调解人"), ("speaker", "宣讲员"),
            ("counsellor", "心理咨询"), ("parenting-guide", "家教指导"), ("forest-chief", "巾帼林长"), ("matchmaker", "红娘"), ("performer", "文艺骨干"), ("cadre", "女干部和后备"))
            .Also(("leader", "带头人"))
            .Required().Listed().Filtered().Called("人才类别", "人才类型", "类别");
        Text(t => t.Speciality, "特长").Listed().Searched().Max(80).Called("专长", "技能特长", "擅长领域", "专业特长", "专业");
        Kind(t => t.Level, "认定级别", Levels.All).Listed().Filtered().Called("人才级别");
        Day(t => t.From, "认定日期").Required().Default("today");
        Day(t => t.To, "结束日期");
        Here(t => t.Place);
        Here(t => t.Org);
        Here(t => t.Note);

        TitledBy(t => t.Person);
        HeldBetween(t => t.From, t => t.To);
        Stock("talent.people", "女性人才", Unit.People).Distinct(FieldOf(t => t.Person)).By(FieldOf(t => t.Kinds), FieldOf(t => t.Level));
        FlowOn(t => t.From, "talent.recognised", "新认定女性人才", Unit.People).Also("选拔 评定").Distinct(FieldOf(t => t.Person)).By(FieldOf(t => t.Kinds), FieldOf(t => t.Level));
    }
}
