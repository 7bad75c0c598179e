using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>All ledgers she may open, for the phone's tab.</summary>
[SignedIn]
public sealed class IndexPage(Desk desk) : AppPage(desk)
{
    /// <summary>Shows the list of ledgers.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Take(ct);
}
