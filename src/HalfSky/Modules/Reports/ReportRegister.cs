using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports;

/// <summary>总结和计划: what is written with figures that open, registers.md.</summary>
public sealed class ReportRegister : Register<Report>
{
    /// <summary>The county's form.</summary>
    public ReportRegister() : base("report", "总结", dateLabel: "起草日期")
    {
        Title = "总结和计划";
        Icon = "file-text";
        Room = Room.Results;
        RecordLabel = "登记总结";
        About = "写总结：数字从台账里数出来，点开就是明细；报出以后数字不变，差多少都说得清";

        Section("写什么");
        Kind(r => r.Kind, "哪一种", ("annual", "年度总结"), ("half-year", "半年总结"), ("quarter", "季度总结"), ("month", "月小结"), ("plan", "工作计划"), ("briefing", "简报"), ("return", "报表")).Required().Listed().Filtered().Fixed().Called("材料类别", "材料类型", "总结类型");
        Text(r => r.Title, "标题").Required().Listed().Searched().Max(100).Called("材料名称", "文件名称", "报告名称", "总结名称", "标题名称");
        Text(r => r.Period, "时段").Required().Listed().Max(30).Hint("一年写 2026，半年写 2026H1，一季写 2026Q1，一月写 2026-03").Called("时间段", "所属时段", "期间");
        Here(r => r.Place).Required();
        Here(r => r.Org).Required();
        Here(r => r.Date);
        Section("怎么发");
        Text(r => r.Recipient, "主送").Max(100).Hint("写给谁，例如“县妇联”").Called("主送机关", "主送单位", "报送对象");
        Text(r => r.Number, "发文字号").Max(40).Called("文号", "文件编号");
        Text(r => r.Copies, "抄送").Max(200);
        Here(r => r.Note);
        Number(r => r.Published, "报出第几版").Derived();

        TitledBy(r => r.Title);
        FiledAt("/reports/{0}", "写和看", "file-text");
        ListedAt("/reports/new", "写总结", "pencil");
        MatchedBy(r => r.Title, r => r.Period);

        Flow("report.count", "写的总结和计划", Unit.Copies).By(FieldOf(r => r.Kind));
    }
}
