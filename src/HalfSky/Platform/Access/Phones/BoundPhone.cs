using HalfSky.Platform.Access.Sessions;

namespace HalfSky.Platform.Access.Phones;

/// <summary>
/// A bound phone 绑定的手机 (D20): its cookie says which phone, a six-digit PIN says who holds it. The PIN's hash is made together with
/// the cookie's secret, which the database does not hold, so a stolen database cannot be searched for a million PINs.
/// </summary>
public sealed class BoundPhone
{
    /// <summary>Wrong PINs in a row before the phone is locked for good.</summary>
    public const int MaxFailures = 5;

    /// <summary>Identifier, UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid Account { get; init; }

    /// <summary>Hash of the cookie's secret.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Slow hash of secret and PIN.</summary>
    public required string PinHash { get; set; }

    /// <summary>“Android · 微信”.</summary>
    public required string Device { get; init; }

    /// <summary>Bound, UTC.</summary>
    public DateTime BoundAt { get; init; }

    /// <summary>Bound until, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>Last opened, UTC.</summary>
    public DateTime LastUsedAt { get; set; }

    /// <summary>Wrong PINs in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Locked by wrong PINs, UTC; only a new invitation helps.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>Taken back, UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Can it still be opened by its PIN?</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && LockedAt is null && now < ExpiresAt;

    /// <summary>Tries left.</summary>
    public int TriesLeft => Math.Max(0, MaxFailures - Failures);

    /// <summary>Counts a wrong PIN; the fifth locks.</summary>
    public void Fail(DateTime now)
    {
        Failures++;
        if (Failures >= MaxFailures) LockedAt ??= now;
    }

    /// <summary>The PIN was right.</summary>
    public void Open(DateTime now) => (Failures, LastUsedAt) = (0, now);

    /// <summary>Takes it back: lost, sold, no longer hers.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
