using System.Buffers.Binary;

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
