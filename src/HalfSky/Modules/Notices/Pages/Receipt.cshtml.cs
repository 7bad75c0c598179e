using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>From a receipt, which a to-do or a figure points at, to the notice's page where it is signed and answered.</summary>
[Needs("notice.read")]
public sealed class ReceiptPage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>Leads there.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var parts = (await Take(ct)).Register("notice-receipt")!;
        return await recording.Find(parts, id, Desk.Sees(parts), ct) is NoticeReceipt receipt ? Redirect($"/notices/{receipt.Notice}") : NotFound();
    }
}
