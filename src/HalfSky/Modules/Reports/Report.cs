using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports;

/// <summary>A summary, a plan or a briefing as it is written 工作总结. Its text stands in <see cref="ReportText"/>, a row for each version.</summary>
public sealed class Report : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Annual, half-year, quarter, month, plan, briefing or return.</summary>
    public string? Kind { get; set; }

    /// <summary>The days it tells about, a key of <see cref="Kernel.Period"/>.</summary>
    public string Period { get; set; } = "";

    /// <summary>Whom it is addressed to 主送.</summary>
    public string? Recipient { get; set; }

    /// <summary>Number of the document 发文字号.</summary>
    public string? Number { get; set; }

    /// <summary>Whom it is copied to 抄送.</summary>
    public string? Copies { get; set; }

    /// <summary>Number of the newest publication; 0 while there is none.</summary>
    public long Published { get; set; }

    /// <summary>The days it tells about.</summary>
    public Period Days => Kernel.Period.TryParse(Period, null, out var days) ? days : Kernel.Period.YearOf(Date);

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (!Kernel.Period.TryParse(Period, null, out _)) yield return new("report.period", "时段看不懂。一年写 2026，半年写 2026H1，一季写 2026Q1，一月写 2026-03。", "period");
    }
}
