using HalfSky.Modules.Reports.Publishing;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports;

/// <summary>看成效: summaries, plans and briefings whose figures open to their entries.</summary>
public sealed class ReportsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Reports";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers => [new ReportRegister()];

    /// <inheritdoc/>
    public override void Map(ModelBuilder builder)
    {
        ReportText.Map(builder);
        ReportComment.Map(builder);
        ReportTemplate.Map(builder);
        Publication.Map(builder);
    }
}
