namespace HalfSky.Platform.Access.Sessions;

/// <summary>A personal token 接口令牌 for programs: may do what its owner may do. Only its hash is stored.</summary>
public sealed class ApiToken
{
    /// <summary>How every token begins, so that one left in a file is recognised.</summary>
    public const string Prefix = "hs_";

    /// <summary>Identifier, UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid Account { get; init; }

    /// <summary>What it is for, in her words.</summary>
    public required string Label { get; init; }

    /// <summary>Hash of the token.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Ends, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>Last used, UTC, to the minute.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>Taken back, UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Does it still hold?</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Takes it back; the first time stays.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
