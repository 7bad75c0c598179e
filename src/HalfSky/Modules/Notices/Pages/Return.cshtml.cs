using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>From a return, which a to-do or a figure points at, to the form where it is filled; who may only read is led to the collection.</summary>
[Needs("collection.read")]
public sealed class ReturnPage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>Leads there.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var parts = (await Take(ct)).Register("collection-return")!;
        if (await recording.Find(parts, id, Desk.Sees(parts), ct) is not CollectionReturn owed) return NotFound();
        return Redirect(Desk.User.Scope(parts.Permission("record")).Contains(owed.Org) ? $"/collections/{owed.Collection}/fill?org={owed.Org}" : $"/collections/{owed.Collection}");
    }
}
