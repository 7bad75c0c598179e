using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Voices;

/// <summary>妇情民意台账, registers.md §2.</summary>
public sealed class OpinionRegister : Register<Opinion>
{
    /// <summary>The county's form.</summary>
    public OpinionRegister() : base("opinion", "妇情民意", dateLabel: "提出日期", noteLabel: "具体情况")
    {
        Icon = "message-dots";
        Room = Room.Work;
        Also = "意见建议 诉求";
        About = "妇女反映的、议事会议的，转给了谁、怎么答复";

        Section("反映什么");
        Text(o => o.Title, "什么事").Required().Listed().Searched().Max(100).Called("反映事项", "反映问题", "事项", "民意内容", "反映内容", "议题", "主要事项", "诉求内容", "诉求", "意见建议", "建议内容");
        Kind(o => o.Source, "从哪里来", ("person", "妇女反映"), ("council", "妇女议事会"), ("visit", "走访收集"), ("survey", "调查摸底"), ("delegate", "代表建议")).Required().Listed().Filtered().Default("person").Called("来源", "收集渠道", "渠道");
        Kinds(o => o.Topics, "关于", ("rights", "妇女权益"), ("children", "儿童"), ("elderly", "养老"), ("work", "就业收入"), ("health", "医疗健康"), ("schooling", "上学"),
            ("environment", "环境卫生"), ("facilities", "道路设施"), ("culture", "文化活动"), ("customs", "婚俗家风"), ("other", "其他")).Filtered().Hint("可多选").Called("涉及类别", "类别", "问题类别", "事项类别");
        LookUp(o => o.Person, "谁提的", "person").Hint("不愿留名就不填").Called("提出人", "反映人", "诉求人", "反映人姓名");
        Number(o => o.People, "参加议事人数").Between(1, 10_000).Hint("议事会才填").Called("议事人数");
        Here(o => o.Date).Called("上报日期", "收集日期", "反映日期");
        Here(o => o.Note);

        Section("转办和答复");
        Text(o => o.PassedTo, "转给谁").Required().Listed().Max(60).Called("转办单位", "交办单位", "承办单位", "转交单位", "承办部门");
        LongText(o => o.Answer, "答复或议定的办法").Called("答复内容", "办理结果", "处理结果", "答复", "办理情况", "处理意见", "答复意见", "办理意见", "答复情况");
        Day(o => o.AnsweredOn, "答复日期").Listed().Called("办结日期", "反馈日期", "办结时间", "办理日期");
        Here(o => o.Place);
        Here(o => o.Org);

        TitledBy(o => o.Title);

        Flow("opinion.raised", "收集妇情民意", Unit.Items).By(FieldOf(o => o.Source), FieldOf(o => o.Topics));
        FlowOn(o => o.AnsweredOn, "opinion.answered", "答复妇情民意", Unit.Items).Also("答复 回复 办结").By(FieldOf(o => o.Source), FieldOf(o => o.Topics));
        Flow("opinion.attendances", "参加议事人次", Unit.Attendances).Sum(FieldOf(o => o.People)).Where(new Filter.Is("source", "council"), "妇女议事会").By(FieldOf(o => o.Topics));
    }
}
