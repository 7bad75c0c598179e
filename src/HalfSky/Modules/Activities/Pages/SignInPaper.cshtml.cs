using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Activities.Pages;

/// <summary>The sheet for who comes without a phone 纸质签到表: numbered rows under the activity's title, day and place. No phone numbers unless asked for.</summary>
[Needs("activity.read")]
public sealed class SignInPaperPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    private const int RowsOnSheet = 25, MostRows = 500;

    /// <summary>The activity.</summary>
    public Activity Activity { get; private set; } = null!;

    /// <summary>Name of its venue, if it was held in one.</summary>
    public string Venue { get; private set; } = "";

    /// <summary>Rows printed.</summary>
    public int Rows { get; private set; }

    /// <summary>A column for telephone numbers.</summary>
    public bool Phone { get; private set; }

    /// <summary>Shows the sheet.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int? rows, bool phone, CancellationToken ct)
    {
        var register = (await Take(ct)).Register("activity")!;
        if (await recording.Find(register, id, Desk.Sees(register), ct) is not Activity activity || activity.State is EntryState.Withdrawn) return NotFound();
        (Activity, Phone) = (activity, phone);
        // Whole sheets, enough for those expected.
        Rows = Math.Clamp(rows ?? (int)Math.Min((activity.Participants ?? 0) + RowsOnSheet - 1, MostRows) / RowsOnSheet * RowsOnSheet, rows is null ? RowsOnSheet : 1, MostRows);
        if (activity.Venue is { } venue) Venue = (await names.Of(Reference.Register("venue")!, [venue], Desk.Sees(register), ct)).GetValueOrDefault(venue, "");
        return Page();
    }
}
