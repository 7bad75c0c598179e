using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Access.Web;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access.Pages.Me;

/// <summary>Her own page 我: name, posts, large type, the ways out.</summary>
[SignedIn]
public sealed class MePage(CurrentUserSource source, AccountRights rights, AppDb db, Clock clock) : AccessPage
{
    /// <summary>Her account.</summary>
    public Account Account => source.Account!;

    /// <summary>Her posts with the names of the organisations.</summary>
    public IReadOnlyList<PostHolder> Posts { get; private set; } = [];

    /// <summary>Links somebody else printed for her account lately: nobody takes it over unseen.</summary>
    public IReadOnlyList<string> Foreign { get; private set; } = [];

    /// <summary>Large type is on.</summary>
    public bool Large => LargeText.IsOn(HttpContext);

    /// <summary>She came by her bound phone.</summary>
    public bool OnPhone => source.Session?.Kind is SignInKind.Device;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Account.PersonId is { } person) Posts = await rights.PostsWithNames(person, ct);
        var since = clock.Now - TimeSpan.FromDays(7);
        var printed = await (from i in db.Set<Invitation>().AsNoTracking()
                             join a in db.Set<Account>() on i.MadeBy equals a.Id
                             where i.Account == Account.Id && i.MadeBy != Account.Id && i.UsedAt != null && i.CreatedAt > since
                             select new { i.Kind, i.CreatedAt, a.DisplayName }).ToListAsync(ct);
        Foreign = [.. printed.Select(p =>
            $"{clock.WallTimeOf(p.CreatedAt):M月d日 HH:mm}，{p.DisplayName}给您印了{(p.Kind is InvitationKind.Phone ? "手机邀请单" : "重设密码的单子")}，已经用过。")];
    }
}
