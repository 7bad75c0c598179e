using System.Security.Cryptography;
using HalfSky.Kernel;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// Contents of attachments on disk: encrypted, named by a keyed hash of the content, so that neither name nor content is told and
/// the same photo is kept once. A content may be there without a row (the save failed later); the sweep takes it away.
/// </summary>
/// <param name="folder">Where the files lie.</param>
/// <param name="vault">The keys.</param>
/// <param name="create">Makes the temporary file; a test gives a disk that is full.</param>
public sealed class AttachmentFiles(DataFolder folder, Vault vault, Func<string, Stream>? create = null)
{
    /// <summary>Largest file, in bytes.</summary>
    public const long Limit = 10 * 1024 * 1024;

    private const string Use = "attachment";

    /// <summary>
    /// Judges an upload by its content, strips a picture's metadata, encrypts and keeps it. Reads no further than the limit.
    /// Bad content, a broken connection and a full disk come back as a problem, never as an exception.
    /// </summary>
    /// <param name="content">The upload; stays open.</param>
    /// <param name="fileName">Name given by the browser; only its last part is used.</param>
    /// <param name="declaredType">Media type given by the browser. Never believed; it words a refusal where the name has no ending.</param>
    /// <param name="cancel">Stops the upload.</param>
    public async Task<FileVerdict> Accept(Stream content, string fileName, string? declaredType, CancellationToken cancel = default)
    {
        byte[] bytes;
        try
        {
            if (await ReadToLimit(content, cancel) is not { } read) return AttachmentProblems.TooBig;
            bytes = read;
        }
        // Kestrel's own exceptions for a broken or oversized body are IOExceptions too.
        catch (IOException)
        {
            return AttachmentProblems.Interrupted;
        }
        if (bytes.Length == 0) return AttachmentProblems.Empty;
        var (kind, problem) = FileKind.Of(bytes, EndingOf(fileName, declaredType));
        if (kind is null) return problem!;
        if (kind.Clean is { } clean)
        {
            if (clean(bytes) is not { } cleaned) return AttachmentProblems.DamagedPicture;
            bytes = cleaned;
        }
        var hash = Convert.ToHexStringLower(vault.Mac("attachment content", bytes));
        try
        {
            Keep(hash, bytes);
        }
        catch (Exception e) when (StorageProblems.Of(e) is { } failure)
        {
            return failure.At("file");
        }
        return new AcceptedFile(hash, bytes.Length, kind.MediaType, kind.NameFor(fileName));
    }

    /// <summary>Opens a content for reading, decrypted as it is read.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="CryptographicException">It was altered, then or while reading.</exception>
    public Stream Open(string contentHash) => SealedStream.Read(vault, Use, File.OpenRead(PathOf(contentHash)));

    /// <summary>True when a content is there.</summary>
    public bool Exists(string contentHash) => File.Exists(PathOf(contentHash));

    /// <summary>Reads a content to its end; says what is wrong with it, or null.</summary>
    internal string? FaultOf(string contentHash)
    {
        try
        {
            using var mac = new MemoryStream();
            using (var content = Open(contentHash)) content.CopyTo(mac);
            return Convert.ToHexStringLower(vault.Mac("attachment content", mac.GetBuffer().AsSpan(0, (int)mac.Length))) == contentHash
                ? null : "内容与登记的不一致";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "文件不见了";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return "文件解不开或读不出";
        }
    }

    /// <summary>Where a content lies.</summary>
    internal string PathOf(string contentHash) =>
        contentHash.Length == 64 && contentHash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder.Files, contentHash[..2], contentHash[2..])
            : throw new ArgumentException("Not the hash of a content.", nameof(contentHash));

    private void Keep(string hash, byte[] bytes)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            // Its earlier row may be gone and the sweep near: young again, it is left alone until the new row is there.
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch + TimeProvider.System.GetUtcNow().Subtract(DateTimeOffset.UnixEpoch));
            return;
        }
        DataFolder.Make(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        try
        {
            using (var file = (create ?? DiskFile.Create)(temporary))
            {
                SealedStream.Write(vault, Use, new MemoryStream(bytes, writable: false), file);
                if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            DiskFile.TryDelete(temporary);
            throw;
        }
    }

    private static async Task<byte[]?> ReadToLimit(Stream content, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (all.Length + read > Limit) return null;
            all.Write(buffer, 0, read);
        }
        return all.ToArray();
    }

    private static string EndingOf(string fileName, string? declaredType) =>
        FileKind.ExtensionOf(fileName) is { Length: > 0 } ending ? ending
            : declaredType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true ? "jpg" : "";
}
