using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports;

/// <summary>看成效: the summary whose figures open to their entries.</summary>
public sealed class ReportsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Reports";
}
