using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>关爱帮扶: who is looked after, and the visits.</summary>
public sealed class CareModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Care";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers => [new CareRecordRegister(), new VisitRegister()];
}
