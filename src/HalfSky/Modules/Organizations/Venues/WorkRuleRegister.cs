using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>工作制度台账, registers.md §1: the rules an organisation works by. What hangs on a venue's wall is counted with the venue.</summary>
public sealed class WorkRuleRegister : Register<WorkRule>
{
    /// <summary>The county's form.</summary>
    public WorkRuleRegister() : base("work-rule", "工作制度", dateLabel: "登记日期")
    {
        Icon = "list-check";
        Room = Room.Organization;
        About = "执委轮值、领办、联系、述职等制度；文件作附件";

        Section("什么制度");
        Text(r => r.Title, "名称").Required().Listed().Searched().Max(80).Called("制度名称");
        Kind(r => r.Kind, "哪方面", ("exec", "执委工作"), ("women-home", "妇女之家"), ("children-home", "儿童之家"), ("council", "妇女议事"), ("meeting", "会议和学习"), ("contact", "联系妇女"),
            ("finance", "财务和物资"), ("volunteer", "志愿服务"), ("other", "其他")).Required().Listed().Filtered().Called("类别");
        Here(r => r.Org).Listed();
        Day(r => r.From, "施行日期").Required().Listed().Default("today").Called("实施日期", "执行日期");
        Day(r => r.To, "废止日期");
        Here(r => r.Place);
        Here(r => r.Note);

        TitledBy(r => r.Title);
        HeldBetween(r => r.From, r => r.To);
        Stock("work-rule.count", "工作制度", Unit.Projects).By(FieldOf(r => r.Kind));
        FlowOn(r => r.From, "work-rule.made", "新立工作制度", Unit.Projects).By(FieldOf(r => r.Kind));
    }
}
