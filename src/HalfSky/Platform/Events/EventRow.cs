using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Events;

/// <summary>
/// What was done to an entry, by whom and when: audit line and timeline entry in one, written in the transaction of the deed (D9).
/// Rows are only ever added; the sealer numbers and links them later, an erasure takes payload and salt away.
/// </summary>
public sealed class EventRow
{
    /// <summary>Bytes of <see cref="Salt"/>: without the salt nobody can try out what an erased payload said.</summary>
    private const int SaltLength = 16;

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Account that did it.</summary>
    public Guid Actor { get; set; }

    /// <summary>Key of the register.</summary>
    public string Register { get; set; } = "";

    /// <summary>The entry it was done to.</summary>
    public Guid Entry { get; set; }

    /// <summary>Number of the entry's organisation at that moment.</summary>
    public long Org { get; set; }

    /// <summary>Number of the entry's place at that moment.</summary>
    public long Place { get; set; }

    /// <summary>What was done: recorded, edited, submitted, verified, returned, withdrawn, erased …</summary>
    public string Verb { get; set; } = "";

    /// <summary>The entry's version after it.</summary>
    public int EntryVersion { get; set; }

    /// <summary>JSON of what changed, sealed values still sealed; absent when there is none or it was erased.</summary>
    public string? Payload { get; set; }

    /// <summary>Fingerprint of the request, 16 bytes: a repeat is a repeat only with the same author and body (D3).</summary>
    public byte[]? Request { get; set; }

    /// <summary>Random salt of the digest; erased with the payload.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>Keyed digest of the payload; stays when the payload is erased.</summary>
    public byte[] Digest { get; set; } = [];

    /// <summary>Number in the chain, once sealed.</summary>
    public long? Seq { get; set; }

    /// <summary>Link to all before it, once sealed.</summary>
    public byte[]? Link { get; set; }

    /// <summary>True when a payload was here and was taken away.</summary>
    public bool IsErased(Vault vault) => Payload is null && !Digest.AsSpan().SequenceEqual(DigestOf(vault, Id, [], null));

    /// <summary>A row ready to be inserted, digest included.</summary>
    public static EventRow Make(
        Vault vault, Clock clock, Guid actor, string register, Guid entry, long org, long place, string verb, int version,
        string? payload, byte[]? request = null)
    {
        var at = clock.Now;
        var row = new EventRow
        {
            Id = Uuid.New(at), At = at, Actor = actor, Register = register, Entry = entry, Org = org, Place = place, Verb = verb,
            EntryVersion = version, Payload = payload, Request = request,
            Salt = payload is null ? null : RandomNumberGenerator.GetBytes(SaltLength),
        };
        row.Digest = DigestOf(vault, row.Id, row.Salt, payload);
        return row;
    }

    /// <summary>True when payload, salt and digest belong together.</summary>
    internal bool DigestHolds(Vault vault) => Digest.AsSpan().SequenceEqual(DigestOf(vault, Id, Salt, Payload));

    /// <summary>The link of this row with that number. It covers every column but the payload, so it holds after an erasure.</summary>
    internal byte[] LinkAfter(Vault vault, ReadOnlySpan<byte> previous, long seq)
    {
        using var content = new MemoryStream(256);
        content.Write(previous);
        Number(content, seq);
        content.Write(Id.ToByteArray(bigEndian: true));
        Number(content, At.Ticks);
        content.Write(Actor.ToByteArray(bigEndian: true));
        Sized(content, Encoding.UTF8.GetBytes(Register));
        content.Write(Entry.ToByteArray(bigEndian: true));
        Number(content, Org);
        Number(content, Place);
        Sized(content, Encoding.UTF8.GetBytes(Verb));
        Number(content, EntryVersion);
        Sized(content, Request);
        Sized(content, Digest);
        return vault.Mac("event link", content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Table and columns.</summary>
    public static void Map(ModelBuilder model)
    {
        var row = model.Entity<EventRow>();
        row.ToTable("event");
        row.HasKey(e => e.Id);
        row.Property(e => e.Id).ValueGeneratedNever();
        row.Property(e => e.Register).HasMaxLength(60);
        row.Property(e => e.Verb).HasMaxLength(40);
        row.Property(e => e.Request).HasMaxLength(16);
        row.Property(e => e.Salt).HasMaxLength(SaltLength);
        row.Property(e => e.Digest).HasMaxLength(32);
        row.Property(e => e.Link).HasMaxLength(32);
        row.HasIndex(e => new { e.Entry, e.EntryVersion });
        // The sealer takes those without a number, oldest first, straight from this index.
        row.HasIndex(e => new { e.Seq, e.At, e.Id });
        row.HasIndex(e => new { e.Org, e.At });
        row.HasIndex(e => new { e.Actor, e.At });
        EventHead.Map(model);
    }

    private static byte[] DigestOf(Vault vault, Guid id, byte[]? salt, string? payload) =>
        vault.Digest(salt, [.. id.ToByteArray(bigEndian: true), .. payload is null ? [] : Encoding.UTF8.GetBytes(payload)]);

    private static void Number(MemoryStream into, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        into.Write(bytes);
    }

    private static void Sized(MemoryStream into, byte[]? bytes)
    {
        Number(into, bytes?.Length ?? -1);
        into.Write(bytes);
    }
}
