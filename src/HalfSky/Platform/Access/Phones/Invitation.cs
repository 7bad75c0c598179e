namespace HalfSky.Platform.Access.Phones;

/// <summary>What a printed sheet lets its holder do.</summary>
public enum InvitationKind
{
    /// <summary>邀请执委: bind a phone and choose a PIN.</summary>
    Phone,

    /// <summary>重设密码: choose a password.</summary>
    Password,
}

/// <summary>A printed invitation 邀请: one code, one account, one use, seven days. Only the code's hash is stored.</summary>
public sealed class Invitation
{
    /// <summary>Letters of the code.</summary>
    public const int CodeLength = 12;

    /// <summary>Identifier, UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is for.</summary>
    public InvitationKind Kind { get; init; }

    /// <summary>Whom it is for.</summary>
    public Guid Account { get; init; }

    /// <summary>Hash of the code.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Organisation as printed on the sheet.</summary>
    public string? OrgName { get; init; }

    /// <summary>Account that printed it; absent for the command line.</summary>
    public Guid? MadeBy { get; init; }

    /// <summary>Printed, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Good until, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>Used, UTC.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Taken back, or replaced by a newer one, UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Can it still be used?</summary>
    public bool IsLive(DateTime now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(DateTime now) => UsedAt = now;

    /// <summary>Takes it back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
