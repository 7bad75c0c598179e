using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Pages;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HalfSky.Modules.Activities.Pages;

/// <summary>
/// The code a meeting room shows 扫码签到: phones that open it sign in without an account, in the name of who shows it. No copy of the page
/// is kept, because the code is a right.
/// </summary>
[Needs("activity.record")]
[SealedPage]
public sealed class SignInScreenPage(Desk desk, Recording recording, IOptions<AccessOptions> options) : AppPage(desk)
{
    /// <summary>The activity.</summary>
    public Activity Activity { get; private set; } = null!;

    /// <summary>It is held today, so the code opens.</summary>
    public bool IsOpen => SignInCode.IsOpen(Activity, Desk.Today);

    /// <summary>The address in the code.</summary>
    public string Link => $"{Site}/s/{new SignInCode(Activity.Id, Desk.User.Account, Desk.Today).Write(recording.Vault)}";

    /// <summary>Address of the site as a phone reaches it.</summary>
    public string Site => SiteAddress.Of(HttpContext, options.Value);

    /// <summary>How many signed in.</summary>
    public long Count { get; private set; }

    /// <summary>Shows the code.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Page() : NotFound();

    /// <summary>The count alone, asked for every few seconds; once the day is over it asks no more.</summary>
    public async Task<IActionResult> OnGetCountAsync(Guid id, CancellationToken ct) => await Open(id, ct) ? Partial("_SignInCount", this) : NotFound();

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        var register = (await Take(ct)).Register("activity")!;
        var scope = Desk.User.Scope(register.Permission("record"));
        if (await recording.Find(register, id, scope, ct) is not Activity activity || activity.State is EntryState.Withdrawn) return false;
        (Activity, Count) = (activity, await CountOf(id, Reference, Desk.Session, scope, ct));
        return true;
    }

    /// <summary>How many have signed in to an activity.</summary>
    internal static Task<long> CountOf(Guid activity, Reference reference, Session session, Scope scope, CancellationToken ct) =>
        new Query(session, reference.Register("sign-in")!.Shape, scope).Where(new Filter.Is("activity", activity))
            .Where(EntryStates.Count).Count(ct);
}
