namespace HalfSky.Platform.Access.Sessions;

/// <summary>How somebody signed in.</summary>
public enum SignInKind
{
    /// <summary>用户名和密码.</summary>
    Password,

    /// <summary>绑定的手机和六位密码.</summary>
    Device,
}

/// <summary>
/// A signed-in browser 登录. The cookie holds a random secret, this row its hash, so that a session ends when the row says so.
/// </summary>
public sealed class SignInSession
{
    /// <summary>Identifier, UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid Account { get; init; }

    /// <summary>Hash of the cookie's secret.</summary>
    public required string SecretHash { get; init; }

    /// <summary>The account's security stamp when it began; a changed stamp ends it.</summary>
    public required string Stamp { get; set; }

    /// <summary>How she signed in.</summary>
    public SignInKind Kind { get; init; }

    /// <summary>The bound phone, for sessions opened by PIN.</summary>
    public Guid? Phone { get; init; }

    /// <summary>Begin, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Last request, UTC, to the minute.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>Ends at the latest then, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>When it was ended, UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>“Windows · Chrome”.</summary>
    public required string Device { get; init; }

    /// <summary>The network it came from, never the full address: “10.3.7.*”.</summary>
    public string? Network { get; init; }

    /// <summary>How long it may lie idle.</summary>
    public TimeSpan Idle => Kind == SignInKind.Device ? SignInTimes.IdleOnPhone : SignInTimes.Idle;

    /// <summary>Does it still hold?</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && now < ExpiresAt && now - LastSeenAt < Idle;

    /// <summary>Ends it; the first end stays.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}

/// <summary>How long things hold.</summary>
public static class SignInTimes
{
    /// <summary>An office browser left alone.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>An office browser at most: a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>A bound phone left alone; the PIN opens it again.</summary>
    public static readonly TimeSpan IdleOnPhone = TimeSpan.FromHours(4);

    /// <summary>A bound phone at most.</summary>
    public static readonly TimeSpan LongestOnPhone = TimeSpan.FromHours(24);

    /// <summary>A phone stays bound (D20).</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromDays(90);

    /// <summary>A printed invitation is good.</summary>
    public static readonly TimeSpan Invited = TimeSpan.FromDays(7);

    /// <summary>Between password and one-time code.</summary>
    public static readonly TimeSpan Halfway = TimeSpan.FromMinutes(5);
}
