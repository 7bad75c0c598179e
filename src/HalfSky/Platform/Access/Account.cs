using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Identity;

namespace HalfSky.Platform.Access;

/// <summary>
/// An account 账号: who may sign in. Rights come from the posts of its person, never from the account (D6). An account that was
/// made by a QR invitation has neither user name nor password, only bound phones.
/// </summary>
public class Account : IdentityUser<Guid>
{
    /// <summary>Wrong answers in a row before the account rests.</summary>
    public const int MaxFailures = 5;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>For EF.</summary>
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>A new account.</summary>
    /// <param name="displayName">Name shown on screen.</param>
    /// <param name="userName">Name typed at sign-in; absent for somebody who only uses her bound phone.</param>
    /// <param name="now">The present instant.</param>
    public Account(string displayName, string? userName, DateTime now) : this()
    {
        (DisplayName, CreatedAt) = (displayName.Trim(), now);
        SecurityStamp = Secret.New();
        ConcurrencyStamp = Secret.New();
        if (userName is not null) Call(userName);
    }

    /// <summary>The person record behind the account, if any.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Name shown on screen.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Looks after accounts, kinds and settings.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>No longer signs in; her entries stay hers.</summary>
    public bool Disabled { get; private set; }

    /// <summary>Must answer with a one-time code besides the password (officers, D20).</summary>
    public bool RequiresCode { get; set; }

    /// <summary>Somebody else chose the password: she must choose her own before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the password was last set, UTC.</summary>
    public DateTime? PasswordSetAt { get; private set; }

    /// <summary>When she last signed in, UTC.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>Secret shared with the authenticator app.</summary>
    public SealedText? CodeSecret { get; set; }

    /// <summary>Hashes of the recovery codes left, separated by spaces.</summary>
    public string? RecoveryCodes { get; set; }

    /// <summary>Hash of the one-time code accepted last: a code is good once.</summary>
    public string? LastCode { get; set; }

    /// <summary>Has she set up the authenticator app?</summary>
    public bool HasCode => TwoFactorEnabled && CodeSecret is not null;

    /// <summary>Must she set up the authenticator app before anything else?</summary>
    public bool OwesCode => RequiresCode && !HasCode && PasswordHash is not null;

    /// <summary>Six digits on a phone are not enough for administrators and for who must show a one-time code.</summary>
    public bool IsBarredFromPhones => RequiresCode || IsAdministrator;

    /// <summary>How the account is called in lists: its user name, or that it lives on a phone.</summary>
    public string CalledName => UserName ?? "手机登录";

    /// <summary>Gives the user name. Compared without regard to case.</summary>
    public void Call(string userName)
    {
        UserName = userName.Trim();
        NormalizedUserName = Normalize(userName);
    }

    /// <summary>The form in which user names are compared.</summary>
    public static string Normalize(string userName) => userName.Trim().ToUpperInvariant();

    /// <summary>Is it resting after too many wrong answers?</summary>
    public bool IsLocked(DateTime now) => LockoutEnd is { } end && end.UtcDateTime > now;

    /// <summary>Counts a wrong password or code; the fifth locks.</summary>
    public void Fail(DateTime now)
    {
        AccessFailedCount++;
        if (AccessFailedCount < MaxFailures) return;
        LockoutEnd = new DateTimeOffset(now + Rest, TimeSpan.Zero);
        AccessFailedCount = 0;
    }

    /// <summary>Everything was right: forgets the wrong answers.</summary>
    public void Succeed() => (AccessFailedCount, LockoutEnd) = (0, null);

    /// <summary>Sets the password's hash. Ends every session, because the stamp changes.</summary>
    public void SetPassword(string hash, DateTime now)
    {
        (PasswordHash, PasswordSetAt) = (hash, now);
        EndSessions();
        Succeed();
    }

    /// <summary>Ends every session: they carry the stamp they were made with.</summary>
    public void EndSessions() => SecurityStamp = Secret.New();

    /// <summary>Takes the authenticator app away, so that it can be set up anew.</summary>
    public void ForgetCode() => (TwoFactorEnabled, CodeSecret, RecoveryCodes, LastCode) = (false, null, null, null);

    /// <summary>Stops the account.</summary>
    public void Disable()
    {
        Disabled = true;
        EndSessions();
    }

    /// <summary>Lets the account in again.</summary>
    public void Enable()
    {
        Disabled = false;
        Succeed();
    }
}
