using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>信息报送台账, registers.md §3.</summary>
public sealed class InformationReportRegister : Register<InformationReport>
{
    /// <summary>The county's form.</summary>
    public InformationReportRegister() : base("information-report", "信息报送", dateLabel: "报送日期")
    {
        Icon = "news";
        Room = Room.Work;
        Also = "信息稿件 投稿 报道";
        About = "向哪里报了什么信息，采用了没有";

        Section("报了什么");
        Text(r => r.Title, "标题").Required().Listed().Searched().Max(100).Called("信息标题", "信息题目");
        Text(r => r.Outlet, "报给哪里").Required().Listed().Searched().Max(60).Hint("简报、报刊、网站、公众号").Called("采用媒体", "报送媒体", "媒体", "报送单位", "刊发平台", "发布平台", "刊发媒体", "采用单位", "刊登媒体", "投稿平台", "投稿媒体", "发布渠道", "刊发渠道");
        Kind(r => r.Level, "级别", Levels.All).Required().Listed().Filtered().Called("媒体级别");
        Here(r => r.Date);

        Section("采用");
        Day(r => r.Adopted, "采用日期").Listed().Hint("采用了再来填").Called("录用日期", "刊发日期", "发表日期", "采用时间", "发布日期");
        Text(r => r.Link, "链接").Max(500).Called("网址");
        Here(r => r.Org);
        Here(r => r.Note);

        TitledBy(r => r.Title);
        MatchedBy(r => r.Title, r => r.Outlet);

        Flow("information-report.reports", "报送信息", Unit.Articles).By(FieldOf(r => r.Level));
        FlowOn(r => r.Adopted, "information-report.adopted", "信息采用", Unit.Articles).Also("采用 采纳 刊登 刊发").By(FieldOf(r => r.Level));
    }
}
