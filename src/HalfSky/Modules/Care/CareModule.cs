using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>关爱帮扶: who is looked after, the visits, who stands by whom, and small wishes.</summary>
public sealed class CareModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Care";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers => [new CareRecordRegister(), new VisitRegister(), new PairingRegister(), new WishRegister()];
}
