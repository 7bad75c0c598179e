using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>领办项目台账, registers.md §1.</summary>
public sealed class AdoptedProjectRegister : Register<AdoptedProject>
{
    /// <summary>The county's form.</summary>
    public AdoptedProjectRegister() : base("adopted-project", "领办项目", dateLabel: "领办日期")
    {
        Icon = "target-arrow";
        Room = Room.Organization;
        About = "执委领办了什么实事，办成了没有";

        Section("领办什么");
        Text(p => p.Title, "项目").Required().Listed().Searched().Max(80).Called("领办项目", "领办事项", "项目名称", "事项", "领办实事", "实事名称", "实事内容", "实事");
        Kind(p => p.Kind, "哪方面", ("care", "关爱帮扶"), ("environment", "环境整治"), ("culture", "家风文化"), ("growth", "创业就业"), ("safety", "平安调解"), ("children", "儿童"), ("elderly", "养老助老"), ("other", "其他"))
            .Listed().Filtered().Called("项目类型", "领办类型", "项目类别");
        LookUp(p => p.Exec, "领办人", "post").Required().Listed().Called("领办执委", "责任人");
        Text(p => p.ForWhom, "为谁办").Max(60).Called("服务对象", "受益对象", "受益人", "受益群体", "服务群体");
        Here(p => p.Date);

        Section("办得怎样");
        Day(p => p.Done, "办成日期").Listed().Called("办结日期", "完成日期");
        LongText(p => p.Result, "办成了什么").Searched().Called("办理结果", "完成情况", "办结情况", "成效", "进展情况", "办理成效");
        Here(p => p.Place);
        Here(p => p.Org);
        Here(p => p.Note);

        TitledBy(p => p.Title);
        Flow("adopted-project.adopted", "领办项目", Unit.Projects).By(FieldOf(p => p.Kind));
        FlowOn(p => p.Done, "adopted-project.done", "办成的领办项目", Unit.Projects).By(FieldOf(p => p.Kind));
        Flow("adopted-project.execs", "领办项目的执委", Unit.People).Distinct(FieldOf(p => p.Exec)).By(FieldOf(p => p.Kind));
    }
}
