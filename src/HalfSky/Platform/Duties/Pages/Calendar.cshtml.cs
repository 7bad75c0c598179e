using System.Security.Cryptography;
using System.Text;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>How to put the duties into a phone's calendar.</summary>
[SignedIn]
public sealed class CalendarPage(Desk desk, Vault vault) : AppPage(desk)
{
    /// <summary>Address of her feed.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}/ics/{Desk.User.Account:N}/{Feed.KeyOf(vault, Desk.User.Account)}.ics";

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Take(ct);
}
