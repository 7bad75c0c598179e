using System.Globalization;
using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>How many of hers are overdue or fall due within seven days: the badge beside 待办, asked for after the page is there.</summary>
[SignedIn]
public sealed class CountPage(Desk desk, DutyLines book) : AppPage(desk)
{
    /// <summary>The number alone; kept by the browser for a minute.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        var week = Desk.Today.AddDays(7);
        var count = await (await book.Hers(Reference, ct)).CountAsync(d => d.State == DutyState.Open && d.Due <= week, ct);
        Response.Headers.CacheControl = "private, max-age=60";
        return Content(count.ToString(CultureInfo.InvariantCulture));
    }
}
