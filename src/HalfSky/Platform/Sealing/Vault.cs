using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// Holds the keys and does all sealing (D10). One for the process; every member may be called from any thread. Values come
/// normalised by the caller: what is hashed must be written one way only.
/// </summary>
public sealed class Vault : IDisposable
{
    private const byte AesGcm256 = 1;
    private const int HeaderAt = SealedText.HashLength + SealedText.TailLength, HeaderLength = 2;
    private const int NonceAt = HeaderAt + HeaderLength, NonceLength = 12;
    private const int TagAt = NonceAt + NonceLength, TagLength = 16;
    private const int CipherAt = TagAt + TagLength;
    private const int Block = 16;

    private readonly DataFolder _folder;
    private readonly byte[] _master;
    private readonly byte[] _index;
    private readonly KeyRing _ring;
    private readonly Lock _changing = new();
    private volatile Dictionary<byte, byte[]> _keys;
    private volatile byte _current;
    private readonly ConcurrentDictionary<(SealPurpose, string), FieldKeys> _fields = new();
    private readonly ConcurrentDictionary<(string, byte), byte[]> _derived = new();

    // AesGcm is not safe for several threads at once, and making one costs more than sealing a value.
    private readonly ThreadLocal<AesGcm?[]> _ciphers = new(() => new AesGcm?[256], trackAllValues: true);

    private Vault(DataFolder folder, byte[] master, KeyRing ring)
    {
        _folder = folder;
        _master = master;
        _ring = ring;
        _keys = ring.OpenKeys(master);
        _index = ring.OpenIndex(master);
        _current = ring.Current;
        if (!_keys.ContainsKey(_current)) throw new Refusal(SealingProblems.DamagedRing);
    }

    /// <summary>True once a recovery code was printed for these keys.</summary>
    public bool HasRecoveryCode => _ring.Recovery is not null;

    /// <summary>Opens the key ring of a data folder; makes one only where there is nothing yet that keys could belong to.</summary>
    /// <exception cref="Refusal">Part of the keys is missing, damaged or another installation's.</exception>
    public static Vault Open(DataFolder folder)
    {
        if (!File.Exists(folder.KeyRing))
        {
            // A new ring beside old data would look like an installation in order while every sealed value is lost.
            if (File.Exists(folder.Database)) throw new Refusal(SealingProblems.NoRing);
            // The master may be there from a first start that was killed here.
            if (!File.Exists(folder.MasterKey)) DiskFile.Replace(folder.MasterKey, RandomNumberGenerator.GetBytes(KeyRing.KeyLength));
            KeyRing.New(ReadMaster(folder)).Save(folder.KeyRing);
        }
        else if (!File.Exists(folder.MasterKey)) throw new Refusal(SealingProblems.NoMasterKey);
        return new Vault(folder, ReadMaster(folder), KeyRing.Parse(File.ReadAllBytes(folder.KeyRing)));
    }

    /// <summary>Writes the master key anew from the recovery code.</summary>
    /// <returns>True when it was restored; false when the code belongs to another ring.</returns>
    /// <exception cref="Refusal">The code is not well formed, no code was ever printed, or there is no ring.</exception>
    public static bool Recover(DataFolder folder, string code)
    {
        if (!File.Exists(folder.KeyRing)) throw new Refusal(SealingProblems.NoRing);
        if (MasterFrom(File.ReadAllBytes(folder.KeyRing), code) is not { } master) return false;
        DiskFile.Replace(folder.MasterKey, master);
        return true;
    }

    /// <summary>Makes a recovery code, to be shown and printed once; an earlier code opens this ring no more.</summary>
    public string CreateRecoveryCode()
    {
        var code = RecoveryCode.New();
        lock (_changing)
        {
            _ring.WrapMaster(_master, RecoveryCode.Parse(code)!);
            _ring.Save(_folder.KeyRing);
        }
        return code;
    }

    /// <summary>Seals a value for one field.</summary>
    public SealedText Seal(SealPurpose purpose, string field, string plain)
    {
        var keys = KeysOf(purpose, field);
        var length = Encoding.UTF8.GetByteCount(plain);
        // Padded to whole blocks, so that the length tells 阳性 from 未见异常 no better than it must.
        var padded = (length / Block + 1) * Block;
        var sealedBytes = new byte[CipherAt + padded];
        var text = sealedBytes.AsSpan(CipherAt);
        Encoding.UTF8.GetBytes(plain, text);
        text[length] = 0x80;
        Truncated(keys.Hash, text[..length], sealedBytes.AsSpan(0, SealedText.HashLength));
        WriteTail(keys, plain, sealedBytes.AsSpan(SealedText.HashLength, SealedText.TailLength));
        sealedBytes[HeaderAt] = AesGcm256;
        sealedBytes[HeaderAt + 1] = _current;
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(NonceAt, NonceLength));
        CipherOf(sealedBytes[HeaderAt + 1]).Encrypt(sealedBytes.AsSpan(NonceAt, NonceLength), text, text,
            sealedBytes.AsSpan(TagAt, TagLength), Bound(keys, sealedBytes));
        return new SealedText(sealedBytes);
    }

    /// <summary>The value behind a seal.</summary>
    /// <exception cref="CryptographicException">It was sealed for another purpose or field, or with another ring, or was altered.</exception>
    public string Reveal(SealPurpose purpose, string field, SealedText value)
    {
        var bytes = value.Bytes;
        if (bytes.Length < CipherAt + Block || bytes[HeaderAt] != AesGcm256)
            throw new CryptographicException("A sealed value has an unknown layout.");
        var text = new byte[bytes.Length - CipherAt];
        CipherOf(bytes[HeaderAt + 1]).Decrypt(bytes.AsSpan(NonceAt, NonceLength), bytes.AsSpan(CipherAt),
            bytes.AsSpan(TagAt, TagLength), text, Bound(KeysOf(purpose, field), bytes));
        return Encoding.UTF8.GetString(text, 0, Array.LastIndexOf(text, (byte)0x80));
    }

    /// <summary>Keyed hash of a whole value, the prefix of every seal of it for this field.</summary>
    public byte[] HashOf(SealPurpose purpose, string field, string plain)
    {
        var hash = new byte[SealedText.HashLength];
        Truncated(KeysOf(purpose, field).Hash, Encoding.UTF8.GetBytes(plain), hash);
        return hash;
    }

    /// <summary>Keyed hash of the last four characters of a value, given whole or as the four alone.</summary>
    public byte[] TailOf(SealPurpose purpose, string field, string plainOrLastFour)
    {
        var tail = new byte[SealedText.TailLength];
        WriteTail(KeysOf(purpose, field), plainOrLastFour, tail);
        return tail;
    }

    /// <summary>Keyed, salted digest of an event's payload.</summary>
    public byte[] Digest(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, IndexKey("event digest"));
        mac.AppendData([(byte)salt.Length]);
        mac.AppendData(salt);
        mac.AppendData(payload);
        return mac.GetHashAndReset();
    }

    /// <summary>Keyed code of some bytes for one named use; codes of different uses have nothing in common.</summary>
    public byte[] Mac(string use, ReadOnlySpan<byte> content) => HMACSHA256.HashData(IndexKey("mac " + use), content);

    /// <summary>Adds a data key that seals from now on; earlier values stay readable.</summary>
    public void Rotate()
    {
        lock (_changing)
        {
            _ring.AddKey(_master);
            // On the disk before its first use: a value sealed with a key that was never saved is lost.
            _ring.Save(_folder.KeyRing);
            _keys = _ring.OpenKeys(_master);
            _current = _ring.Current;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cipher in _ciphers.Values.SelectMany(perThread => perThread)) cipher?.Dispose();
        _ciphers.Dispose();
    }

    /// <summary>Number of the key that seals now.</summary>
    internal byte CurrentKey => _current;

    /// <summary>A key for contents such as attachments, derived from a data key; null when the ring does not hold that data key.</summary>
    internal byte[]? ContentKey(byte id, string use) => !_keys.TryGetValue(id, out var key) ? null
        : _derived.GetOrAdd(("content " + use, id), name => Derive(key, name.Item1));

    /// <summary>How many data keys the ring holds.</summary>
    internal int KeyCount => _keys.Count;

    /// <summary>A vault over a ring that lies elsewhere, as in a backup, opened by this one's master key.</summary>
    internal Vault Over(DataFolder folder) => new(folder, _master, KeyRing.Parse(File.ReadAllBytes(folder.KeyRing)));

    /// <summary>The master key of a ring; null when the code belongs to another ring.</summary>
    internal static byte[]? MasterFrom(ReadOnlySpan<byte> ring, string code) =>
        KeyRing.Parse(ring).UnwrapMaster(RecoveryCode.Parse(code) ?? throw new Refusal(SealingProblems.MistypedCode));

    private static byte[] ReadMaster(DataFolder folder)
    {
        var master = File.ReadAllBytes(folder.MasterKey);
        return master.Length == KeyRing.KeyLength ? master : throw new Refusal(SealingProblems.WrongMasterKey);
    }

    private AesGcm CipherOf(byte id)
    {
        var mine = _ciphers.Value!;
        return mine[id] ??= _keys.TryGetValue(id, out var key)
            ? new AesGcm(key, TagLength) : throw new CryptographicException($"The ring has no data key {id}.");
    }

    private FieldKeys KeysOf(SealPurpose purpose, string field) => _fields.GetOrAdd((purpose, field), name =>
    {
        var place = $"{name.Item1}|{name.Item2}";
        return new FieldKeys(Derive(_index, "hash|" + place), Derive(_index, "tail|" + place), Encoding.UTF8.GetBytes(place));
    });

    private byte[] IndexKey(string use) => _derived.GetOrAdd((use, 0), name => Derive(_index, name.Item1));

    private static byte[] Derive(byte[] key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyRing.KeyLength, info: Encoding.UTF8.GetBytes(use));

    // Bound into the cipher: the place it was made for, and the hashes before it, so that nothing can be exchanged.
    private static byte[] Bound(FieldKeys keys, byte[] sealedBytes)
    {
        var bound = new byte[keys.Place.Length + NonceAt];
        sealedBytes.AsSpan(0, NonceAt).CopyTo(bound);
        keys.Place.CopyTo(bound.AsSpan(NonceAt));
        return bound;
    }

    private static void WriteTail(FieldKeys keys, string plain, Span<byte> into) =>
        Truncated(keys.Tail, Encoding.UTF8.GetBytes(plain.Length > 4 ? plain[^4..] : plain), into);

    private static void Truncated(byte[] key, ReadOnlySpan<byte> content, Span<byte> into)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, whole);
        whole[..into.Length].CopyTo(into);
    }

    private sealed record FieldKeys(byte[] Hash, byte[] Tail, byte[] Place);
}
