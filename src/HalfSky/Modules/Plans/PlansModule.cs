using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>计划与目标: programmes, plans with their tasks, and the targets figures are held against.</summary>
public sealed class PlansModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Plans";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers => [new ProgrammeRegister(), new PlanRegister(), new PlanTaskRegister(), new TargetRegister()];
}
