namespace HalfSky.Platform.Sealing;

/// <summary>
/// A sealed value as kept: one byte string, so that one column holds it on both databases. Layout: 16 bytes keyed hash of the
/// whole value (equality is a range over the prefix), 8 bytes keyed hash of its last four characters, then key id, nonce, tag, cipher.
/// Never prints its content.
/// </summary>
public sealed class SealedText(byte[] bytes) : IEquatable<SealedText>
{
    /// <summary>Length of the equality hash at the front.</summary>
    public const int HashLength = 16;

    /// <summary>Length of the last-four hash after it.</summary>
    public const int TailLength = 8;

    /// <summary>The packed bytes.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>Keyed hash of the value.</summary>
    public ReadOnlySpan<byte> Hash => Bytes.AsSpan(0, HashLength);

    /// <summary>Equal when the sealed values are (the nonce differs each time, the hash does not).</summary>
    public bool Equals(SealedText? other) => other is not null && Hash.SequenceEqual(other.Hash);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SealedText);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(Bytes, 0);

    /// <inheritdoc/>
    public override string ToString() => "（已加密）";
}
