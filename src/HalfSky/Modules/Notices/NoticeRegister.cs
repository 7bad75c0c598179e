using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>通知文件台账, registers.md §2.</summary>
public sealed class NoticeRegister : Register<Notice>
{
    /// <summary>The county's form.</summary>
    public NoticeRegister() : base("notice", "通知文件", dateLabel: "收发日期", noteLabel: "内容")
    {
        Icon = "mail";
        Room = Room.Work;
        RecordLabel = "记通知";
        About = "收到的、发出的通知各记一条；发下去以后，谁签收了、谁回复了、谁还没有，一眼看见";

        Section("什么通知");
        Kind(n => n.Direction, "收还是发", ("out", "发出"), ("in", "收到")).Also(("out", "发文 下发"), ("in", "收文 来文")).Required().Listed().Filtered().Fixed().Default("out").Called("收发", "收文发文", "收/发", "收文/发文", "收发类别", "文件方向");
        Text(n => n.Title, "标题").Required().Listed().Searched().Max(100).Called("文件名称", "文件标题", "通知名称");
        Text(n => n.Number, "文号").Searched().Max(40).Called("发文字号", "文件编号", "文件号", "文件文号");
        Here(n => n.Date).Called("收文日期", "来文日期", "发文日期");
        LookUp(n => n.From, "来文单位", "body").Hint("收到的才填").Called("发文单位", "发文机关", "来文机关");
        Here(n => n.Org);

        Section("要大家做什么");
        LongText(n => n.Asks, "要回复什么").Hint("只要签收的就空着").Called("回复要求", "报送要求", "办理要求", "工作要求");
        Day(n => n.Deadline, "回复期限").Listed().MayBeFuture().Called("回复时限", "答复期限", "办理时限", "办结期限", "完成期限", "报送期限", "回复截止日期", "截止日期", "报送时限", "反馈时限");
        Here(n => n.Note);
        Here(n => n.Place);

        TitledBy(n => n.Title);
        FiledAt("/notices/{0}", "签收和回复", "checklist");
        ListedAt("/notices", "要办的通知和收表", "mail");
        MatchedBy(n => n.Title, n => n.Date);

        Flow("notice.count", "收发的通知", Unit.Things).By(FieldOf(n => n.Direction));
        Ratio("notice.signed-share", "通知签收率", part: "notice-receipt.signed", whole: "notice-receipt.count");
        Ratio("notice.in-time-share", "通知按时回复率", part: "notice-receipt.in-time", whole: "notice-receipt.due");
    }
}
