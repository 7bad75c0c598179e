using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Pages.Admin;

/// <summary>A county's own registers.</summary>
[Needs("admin.registers")]
public sealed class RegistersPage(Desk desk) : AppPage(desk)
{
    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Take(ct);
}
