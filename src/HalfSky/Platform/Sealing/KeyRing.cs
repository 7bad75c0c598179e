using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// What <c>keys/ring.json</c> holds: every key wrapped by the master key, and the master key wrapped under the recovery code.
/// A backup may carry it; without the master key or the code it opens nothing.
/// </summary>
internal sealed class KeyRing
{
    /// <summary>Bytes of every key.</summary>
    public const int KeyLength = 32;

    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA256; kept in the file, so that it may rise.</summary>
    private const int Iterations = 600_000;

    private const int NonceLength = 12, TagLength = 16;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Version of the file's layout.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Number of the data key that seals from now on.</summary>
    public byte Current { get; set; } = 1;

    /// <summary>Data keys: they seal values and contents. Old ones stay, for what they sealed.</summary>
    public List<WrappedKey> Keys { get; init; } = [];

    /// <summary>Key of all keyed hashes. It never changes, or equality would be lost.</summary>
    public byte[] Index { get; set; } = [];

    /// <summary>The master key under the recovery code, once one was printed.</summary>
    public RecoveryWrap? Recovery { get; set; }

    /// <summary>A data key as kept.</summary>
    public sealed record WrappedKey(byte Id, string Algorithm, byte[] Wrapped);

    /// <summary>How the master key is kept for the recovery code.</summary>
    public sealed record RecoveryWrap(string Kdf, int Iterations, byte[] Salt, byte[] Wrapped);

    /// <summary>A new ring with one data key.</summary>
    public static KeyRing New(ReadOnlySpan<byte> master)
    {
        var ring = new KeyRing();
        ring.Keys.Add(new WrappedKey(1, "AES-256-GCM", Wrap(master, RandomNumberGenerator.GetBytes(KeyLength), "key 1")));
        ring.Index = Wrap(master, RandomNumberGenerator.GetBytes(KeyLength), "index");
        return ring;
    }

    /// <summary>Reads a ring file.</summary>
    public static KeyRing Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyRing>(json, Json) is { Version: 1, Keys.Count: > 0, Index.Length: > 0 } ring
                ? ring : throw new Refusal(SealingProblems.DamagedRing);
        }
        catch (JsonException)
        {
            throw new Refusal(SealingProblems.DamagedRing);
        }
    }

    /// <summary>Writes the ring in one step.</summary>
    public void Save(string path) => DiskFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <summary>All data keys in the clear, by number.</summary>
    public Dictionary<byte, byte[]> OpenKeys(ReadOnlySpan<byte> master)
    {
        var opened = new Dictionary<byte, byte[]>();
        foreach (var key in Keys)
            opened[key.Id] = Unwrap(master, key.Wrapped, $"key {key.Id}") ?? throw new Refusal(SealingProblems.WrongMasterKey);
        return opened;
    }

    /// <summary>The hash key in the clear.</summary>
    public byte[] OpenIndex(ReadOnlySpan<byte> master) =>
        Unwrap(master, Index, "index") ?? throw new Refusal(SealingProblems.WrongMasterKey);

    /// <summary>Adds a data key, which seals from now on.</summary>
    public void AddKey(ReadOnlySpan<byte> master)
    {
        var id = checked((byte)(Keys.Max(k => k.Id) + 1));
        Keys.Add(new WrappedKey(id, "AES-256-GCM", Wrap(master, RandomNumberGenerator.GetBytes(KeyLength), $"key {id}")));
        Current = id;
    }

    /// <summary>Keeps the master key under a recovery code, in place of any earlier code.</summary>
    public void WrapMaster(ReadOnlySpan<byte> master, string code)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        Recovery = new RecoveryWrap("PBKDF2-SHA256", Iterations, salt, Wrap(Derive(code, salt, Iterations), master, "master"));
    }

    /// <summary>The master key, given the code; null when the code is another's.</summary>
    public byte[]? UnwrapMaster(string code) => Recovery is { } kept
        ? Unwrap(Derive(code, kept.Salt, Math.Clamp(kept.Iterations, 1, 10_000_000)), kept.Wrapped, "master")
        : throw new Refusal(SealingProblems.NoCode);

    private static byte[] Derive(string code, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(code, salt, iterations, HashAlgorithmName.SHA256, KeyLength);

    // nonce | tag | cipher; the name of the place is bound in, so that wrapped keys cannot be exchanged.
    private static byte[] Wrap(ReadOnlySpan<byte> by, ReadOnlySpan<byte> key, string place)
    {
        var wrapped = new byte[NonceLength + TagLength + key.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var aes = new AesGcm(by, TagLength);
        aes.Encrypt(wrapped.AsSpan(0, NonceLength), key, wrapped.AsSpan(NonceLength + TagLength),
            wrapped.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes("halfsky " + place));
        return wrapped;
    }

    private static byte[]? Unwrap(ReadOnlySpan<byte> by, ReadOnlySpan<byte> wrapped, string place)
    {
        if (wrapped.Length != NonceLength + TagLength + KeyLength) throw new Refusal(SealingProblems.DamagedRing);
        var key = new byte[KeyLength];
        using var aes = new AesGcm(by, TagLength);
        try
        {
            aes.Decrypt(wrapped[..NonceLength], wrapped[(NonceLength + TagLength)..], wrapped.Slice(NonceLength, TagLength),
                key, Encoding.UTF8.GetBytes("halfsky " + place));
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
