using System.Globalization;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Pages;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Modules.Activities.Pages;

/// <summary>
/// The other side of the code on the screen: whoever scans it writes her name, and one sign-in is recorded. Nothing of anybody else is
/// shown but how many there are; opening it changes nothing, because messengers open every link once for a preview.
/// </summary>
[AllowAnonymous, SealedPage, EnableRateLimiting(DoorLimits.Hall)]
public sealed class PublicSignInPage(IServiceScopeFactory scopes, Vault vault, Clock clock) : AccessPage
{
    private const int LongestName = 30;
    private const string Path = "/s";

    /// <summary>Name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Village as typed.</summary>
    [BindProperty]
    public string? Village { get; set; }

    /// <summary>Identifier of the sign-in, made with the form, so that pressing twice signs once.</summary>
    [BindProperty]
    public Guid Entry { get; set; }

    /// <summary>The activity; absent when the code is over.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>Where it is held.</summary>
    public string Place { get; private set; } = "";

    /// <summary>How many signed in.</summary>
    public long Count { get; private set; }

    /// <summary>This phone has signed in.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows the form, or that she has signed in.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (SignInCode.Read(vault, token, clock.Today) is not { } code || !await Open(code, ct)) return Over();
        Entry = Uuid.New(clock.Now);
        return Page();
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (SignInCode.Read(vault, token, clock.Today) is not { } code || !await Open(code, ct)) return Over();
        if (Done) return Redirect($"{Path}/{token}");
        var (name, village) = (Tidy(Name), Tidy(Village));
        if (!IsName(name)) return Refused(new Problem("sign-in.name", "请写真实姓名，2 到 30 个字，不要写数字和符号。", nameof(Name)));
        if (village.Length > LongestName || !village.All(c => char.IsLetterOrDigit(c) || c is '·' or ' ')) return Refused(new Problem("sign-in.village", "村名最多 30 个字，不要写符号。", nameof(Village)));
        var problem = await As(code.Account, (user, recording) => Record(code, user, recording, name, village, ct), ct);
        if (problem is not null) return Refused(problem);
        Response.Cookies.Append(CookieOf(code.Activity), "1", new()
        {
            Path = Path, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromHours(24), IsEssential = true,
        });
        return Redirect($"{Path}/{token}");
    }

    /// <summary>Checks that nobody of that name and village has signed, and records, in one transaction; two phones at once cannot both be first.</summary>
    private Task<Problem?> Record(SignInCode code, CurrentUser user, Recording recording, string name, string village, CancellationToken ct) =>
        recording.Session.Write<Problem?>(async c =>
        {
            if (await HasSigned(code.Activity, user, recording, name, village, c)) return null;
            var values = new Dictionary<string, string?>
            {
                ["activity"] = code.Activity.ToString(), ["name"] = name, ["village"] = village.Length > 0 ? village : null,
                ["arrived"] = clock.WallTimeOf(clock.Now).ToString("HH:mm", CultureInfo.InvariantCulture),
            };
            var verdict = await recording.Create("sign-in", Entry, new Input(values, Confirmed: true), c);
            return verdict.IsAccepted ? null : verdict.Problems[0] with { Field = null };
        }, ct);

    /// <summary>The same name signs once. Namesakes are told apart by their villages; the answer is the same either way, so that it tells nothing of who came.</summary>
    private static async Task<bool> HasSigned(Guid activity, CurrentUser user, Recording recording, string name, string village, CancellationToken ct)
    {
        var register = (await recording.Reference(ct)).Register("sign-in")!;
        var query = new Query(recording.Session, register.Shape, user.Scope(register.Permission("record"))).Where(new Filter.Is("activity", activity)).Where(new Filter.Is("name", name))
            .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in query.Stream(["village"], [], ct))
            if (village.Length == 0 || row[0] is not string other || other == village) return true;
        return false;
    }

    private async Task<bool> Open(SignInCode code, CancellationToken ct)
    {
        (Activity, Place, Count) = await As(code.Account, async (user, recording) =>
        {
            var reference = await recording.Reference(ct);
            var register = reference.Register("activity")!;
            var scope = user.Scope(register.Permission("record"));
            return await recording.Find(register, code.Activity, scope, ct) is Activity activity && SignInCode.IsOpen(activity, clock.Today)
                ? (activity, reference.Places.PathOf(activity.Place), await SignInScreenPage.CountOf(activity.Id, reference, recording.Session, scope, ct)) : (null, "", 0L);
        }, ct);
        Done = Request.Cookies.ContainsKey(CookieOf(code.Activity));
        return Activity is not null;
    }

    /// <summary>Works in the name of who showed the code, with the rights she has now; nobody's once her account is closed. Apart from the request, so that the phone gains nothing by it.</summary>
    private async Task<T?> As<T>(Guid account, Func<CurrentUser, Recording, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == account && !a.Disabled, ct) is not { } shower) return default;
        var user = await services.GetRequiredService<CurrentUserSource>().Become(shower, null, ct);
        return await work(user, services.GetRequiredService<Recording>());
    }

    private IActionResult Over()
    {
        Activity = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private static string CookieOf(Guid activity) => "signed-" + activity.ToString("n")[^12..];

    private static string Tidy(string? typed) => string.Join(' ', (typed ?? "").Normalize(NormalizationForm.FormKC).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names of every nationality: letters, with points or blanks between them.</summary>
    private static bool IsName(string name) => name.Length is >= 2 and <= LongestName && name.EnumerateRunes().All(r => Rune.IsLetter(r) || r.Value is '·' or '.' or ' ');
}
