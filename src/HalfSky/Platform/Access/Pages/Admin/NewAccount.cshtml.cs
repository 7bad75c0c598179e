using HalfSky.Kernel;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HalfSky.Platform.Access.Pages.Admin;

/// <summary>Makes an account with a user name 新建账号, and prints the link where its owner chooses her password.</summary>
[Needs(AccessPermissions.Accounts), SealedPage]
public sealed class NewAccountPage(AccountRights rights, AccountDeeds deeds, Invitations invitations, CurrentUser user, IOptions<AccessOptions> options) : AccessPage
{
    /// <summary>Words sought among holders of posts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Person chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    /// <summary>Name.</summary>
    [BindProperty]
    public string? DisplayName { get; set; }

    /// <summary>User name.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>One-time code asked for.</summary>
    [BindProperty]
    public bool RequiresCode { get; set; }

    /// <summary>Looks after the installation.</summary>
    [BindProperty]
    public bool Administrator { get; set; }

    /// <summary>The chosen person's post.</summary>
    public PostHolder? Holder { get; private set; }

    /// <summary>Who was found.</summary>
    public IReadOnlyList<PostHolder>? Found { get; private set; }

    /// <summary>The sheet, after making.</summary>
    public PrintedInvitation? Printed { get; private set; }

    /// <summary>Only who has the whole installation makes administrators.</summary>
    public bool MayMakeAdministrators => user.Scope(AccessPermissions.Accounts).Contains(Branch.Root.Value);

    /// <summary>Where the link leads.</summary>
    public string Address => SiteAddress.Of(HttpContext, options.Value);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        RequiresCode = true;
        if (!await Choose(ct)) return NotFound();
        DisplayName = Holder?.Name;
        if (!string.IsNullOrWhiteSpace(Q)) Found = [.. (await rights.People(Q.Trim(), ct)).Take(20)];
        return Page();
    }

    /// <summary>Makes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Choose(ct)) return NotFound();
        // Without a post in her scope the account would be outside it too.
        if (Holder is null && !MayMakeAdministrators) return Refused(AccessProblems.PersonMissing);
        try
        {
            var account = await deeds.Make(new(UserName, DisplayName, Administrator && MayMakeAdministrators, RequiresCode, Person), ct);
            Printed = await invitations.ForPassword(account.Id, ct);
            return Page();
        }
        catch (Refusal refusal)
        {
            return Refused(refusal.Problems);
        }
    }

    private async Task<bool> Choose(CancellationToken ct)
    {
        if (Person is not { } person) return true;
        Holder = (await rights.InScope(person, ct)).FirstOrDefault();
        return Holder is not null;
    }
}
