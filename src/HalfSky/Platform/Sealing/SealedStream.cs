using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// Encrypts what is too long for one piece: header, then chunks of at most 1 MB, each with its tag. Chunk number and “last” are in
/// the nonce, so that chunks cannot be exchanged, repeated or cut off; every file has its own key, derived by a random salt.
/// </summary>
internal static class SealedStream
{
    private const int Chunk = 1024 * 1024, TagLength = 16, NonceLength = 12, SaltLength = 16;
    private const byte AesGcm256 = 1;
    private const int HeaderLength = 4 + 2 + SaltLength;

    private static ReadOnlySpan<byte> Magic => "HSE1"u8;

    /// <summary>Writes all of one stream, encrypted, into another.</summary>
    public static void Write(Vault vault, string use, Stream plain, Stream into, CancellationToken cancel = default)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        header[4] = AesGcm256;
        header[5] = vault.CurrentKey;
        RandomNumberGenerator.Fill(header.AsSpan(6));
        into.Write(header);
        using var aes = CipherFor(vault, use, header);
        var (here, next) = (new byte[Chunk], new byte[Chunk]);
        var cipher = new byte[TagLength + Chunk];
        var length = plain.ReadAtLeast(here, Chunk, throwOnEndOfStream: false);
        for (var number = 0L; ; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var following = length < Chunk ? 0 : plain.ReadAtLeast(next, Chunk, throwOnEndOfStream: false);
            aes.Encrypt(Nonce(number, last: following == 0), here.AsSpan(0, length), cipher.AsSpan(TagLength, length), cipher.AsSpan(0, TagLength), header);
            into.Write(cipher, 0, TagLength + length);
            if (following == 0) return;
            (here, next, length) = (next, here, following);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote. The stream owns its source and throws <see cref="CryptographicException"/> when it was altered.</summary>
    public static Stream Read(Vault vault, string use, Stream source)
    {
        var header = new byte[HeaderLength];
        if (source.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
            || !header.AsSpan(0, 4).SequenceEqual(Magic) || header[4] != AesGcm256)
            throw new CryptographicException("An encrypted file has an unknown layout.");
        return new Reader(source, CipherFor(vault, use, header), header);
    }

    private static AesGcm CipherFor(Vault vault, string use, byte[] header)
    {
        var key = vault.ContentKey(header[5], use) ?? throw new CryptographicException($"The ring has no data key {header[5]}.");
        return new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyRing.KeyLength, header[6..], Encoding.UTF8.GetBytes("file")), TagLength);
    }

    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }

    private sealed class Reader(Stream source, AesGcm aes, byte[] header) : Stream
    {
        private readonly byte[] _plain = new byte[Chunk];
        private byte[] _here = new byte[TagLength + Chunk];
        private byte[] _next = new byte[TagLength + Chunk];
        private int _hereLength = -1, _plainAt, _plainLength;
        private long _number;
        private bool _ended;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            while (_plainAt == _plainLength)
            {
                if (_ended) return 0;
                Advance();
            }
            var length = Math.Min(buffer.Length, _plainLength - _plainAt);
            _plain.AsSpan(_plainAt, length).CopyTo(buffer);
            _plainAt += length;
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                aes.Dispose();
                source.Dispose();
            }
            base.Dispose(disposing);
        }

        private void Advance()
        {
            if (_hereLength < 0) _hereLength = Fill(_here);
            var following = _hereLength < _here.Length ? 0 : Fill(_next);
            if (_hereLength < TagLength) throw new CryptographicException("An encrypted file was cut off.");
            _ended = following == 0;
            _plainLength = _hereLength - TagLength;
            _plainAt = 0;
            aes.Decrypt(Nonce(_number++, _ended), _here.AsSpan(TagLength, _plainLength), _here.AsSpan(0, TagLength), _plain.AsSpan(0, _plainLength), header);
            (_here, _next, _hereLength) = (_next, _here, following);
        }

        private int Fill(byte[] buffer) => source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
    }
}
