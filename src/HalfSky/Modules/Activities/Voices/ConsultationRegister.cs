using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Voices;

/// <summary>咨询疏导台账, registers.md §3.</summary>
public sealed class ConsultationRegister : Register<Consultation>
{
    /// <summary>The county's form.</summary>
    public ConsultationRegister() : base("consultation", "咨询疏导", dateLabel: "咨询日期", noteLabel: "问了什么")
    {
        Icon = "message-question";
        Room = Room.Work;
        Also = "接待 接访";
        About = "来问一件事、说几句心里话；要立案的另记个案";

        Section("问什么");
        Kind(c => c.Kind, "类型", ("legal", "法律"), ("psychological", "心理"), ("marriage-family", "婚姻家庭"), ("family-education", "家庭教育"), ("policy", "政策"), ("employment", "就业"))
            .Required().Listed().Filtered();
        Kind(c => c.Channel, "怎么来的", ("visit", "来访"), ("phone", "电话"), ("online", "网络微信"), ("stall", "活动现场"), ("doorstep", "上门"), ("letter", "来信"))
            .Also(("phone", "来电 热线")).Required().Listed().Filtered().Default("visit").Called("咨询方式", "咨询渠道", "来源", "来访方式", "受理方式");
        LookUp(c => c.Person, "谁来问", "person").Listed().Hint("不愿留名就不填").Called("咨询人", "来访人", "求助人", "咨询者", "来访群众", "咨询人姓名");
        Number(c => c.People, "人次").Required().Between(1, 10_000).Listed().Default("1").Hint("活动现场可以合记");

        Section("怎么答复");
        Here(c => c.Date);
        Flag(c => c.OnSpot, "当场答复").Required().Listed().Filtered().Default("true").Called("是否当场答复", "是否答复", "是否当场解答", "当场解答", "现场答复");
        Text(c => c.HandedTo, "转给谁").Max(60).Hint("没有当场答复的才填").Called("转办单位", "转交单位", "转交部门", "转办部门", "移交部门", "移交单位", "转介单位", "转介到");
        Here(c => c.Place);
        Here(c => c.Org);
        Here(c => c.Note).Hint("写事不写隐私；家暴等要保密的请记个案").Called("咨询事项", "咨询内容", "咨询问题", "反映问题", "来访事由", "反映事项", "反映情况", "诉求", "求助内容");

        TitledBy(c => c.Person);

        Flow("consultation.matters", "咨询疏导", Unit.Matters).By(FieldOf(c => c.Kind), FieldOf(c => c.Channel), FieldOf(c => c.OnSpot));
        Flow("consultation.attendances", "咨询疏导人次", Unit.Attendances).Sum(FieldOf(c => c.People)).By(FieldOf(c => c.Kind), FieldOf(c => c.Channel), FieldOf(c => c.OnSpot));
    }
}
