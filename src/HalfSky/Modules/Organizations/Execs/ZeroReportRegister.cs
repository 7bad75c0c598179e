using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>零报告台账: closes the month of a register in which nothing happened.</summary>
public sealed class ZeroReportRegister : Register<ZeroReport>
{
    /// <summary>The county's form.</summary>
    public ZeroReportRegister() : base("zero-report", "零报告", dateLabel: "哪个月", noteLabel: "说明")
    {
        Icon = "circle-check";
        Room = Room.Organization;
        About = "这个月没有这样的事，报一个“没有”；报过的不算漏报";

        Section("报什么");
        Text(z => z.Title, "零报告").Derived().Listed().Searched();
        Kind(z => z.About, "哪本台账", Kept).Required().Listed().Filtered().Called("台账名称", "报告事项");
        Here(z => z.Date).Hint("那个月里的任一天").Called("月份", "所属月份", "报告月份");
        Here(z => z.Org).Listed();
        Here(z => z.Place);
        Here(z => z.Note);

        TitledBy(z => z.Title);
        MatchedBy(z => z.About, z => z.Org, z => z.Date);
        Flow("zero-report.times", "零报告", Unit.Times).By(FieldOf(z => z.About));
    }

    /// <inheritdoc/>
    protected override async Task Complete(ZeroReport entry, Recording recording, CancellationToken ct) =>
        entry.Title = $"{entry.Date.Month}月 {(await recording.Reference(ct)).KindsOf(this["about"]).LabelOf(entry.About)}";

    /// <summary>Registers an organisation reports on every month, also that there was nothing.</summary>
    internal static (string Register, string Label)[] Kept { get; } = [("patrol", "巡护"), ("opinion", "妇情民意"), ("incident", "突发事件"), ("activity", "活动"), ("visit", "走访")];
}
