using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HalfSky.Kernel;

/// <summary>
/// Identifiers of entries: UUID version 7 (RFC 9562, section 5.7), made where the entry is made, be it a phone without
/// network. Never sort by them: a phone's clock may be wrong.
/// </summary>
public static class Uuid
{
    private static readonly long Earliest = Milliseconds(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    private static readonly long Latest = Milliseconds(new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>A new identifier: 48 bits of milliseconds and 74 random bits.</summary>
    /// <param name="utc">The present (<see cref="Clock.Now"/>), of kind UTC.</param>
    /// <exception cref="ArgumentException">The kind is not UTC.</exception>
    public static Guid New(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? Guid.CreateVersion7(new DateTimeOffset(utc))
        : throw new ArgumentException($"An instant must be UTC, this one is {utc.Kind}.", nameof(utc));

    /// <summary>
    /// The identifier of the nth thing of a batch, always the same, so that the batch sent again makes nothing twice: the batch's time
    /// with bits of a hash over the batch and the number.
    /// </summary>
    /// <param name="batch">Identifier of the batch, acceptable itself.</param>
    /// <param name="number">Number within the batch.</param>
    public static Guid Within(Guid batch, int number)
    {
        Span<byte> source = stackalloc byte[20], hash = stackalloc byte[32], bytes = stackalloc byte[16];
        batch.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], number);
        SHA256.HashData(source, hash);
        source[..6].CopyTo(bytes);
        hash[..10].CopyTo(bytes[6..]);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The identifier of what has this content: always the same, whichever file brings it again.</summary>
    /// <param name="day">A day of it; the time part. Earlier than 2020 counts as 2020.</param>
    /// <param name="hash">A keyed hash over the content, ten bytes at least.</param>
    public static Guid Of(DateOnly day, ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        var at = Math.Clamp(Milliseconds(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)), Earliest, Latest - 1);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at << 16);
        hash[..10].CopyTo(bytes[6..]);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>
    /// Whether an identifier sent from outside may become the identifier of an entry: version 7, RFC variant, a time
    /// between 2020 and 2100, and random bits that are not all zero. Phones with a wrong clock pass on purpose.
    /// </summary>
    /// <param name="id">The identifier as sent.</param>
    public static bool IsAcceptable(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        var random = (BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & 0x3FFF_FFFF_FFFF_FFFF)
            | (BinaryPrimitives.ReadUInt64BigEndian(bytes) & 0x0FFF);
        return bytes[6] >> 4 == 7 && bytes[8] >> 6 == 2 && random != 0
            && milliseconds >= Earliest && milliseconds < Latest;
    }

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeMilliseconds();
}
