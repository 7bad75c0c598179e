using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>通知与收表: what is sent out, signed for and answered; what is asked of villages, merged and sent up.</summary>
public sealed class NoticesModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Notices";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers => [new NoticeRegister(), new NoticeReceiptRegister(), new CollectionRegister(), new CollectionReturnRegister()];
}
