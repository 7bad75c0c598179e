using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Data.Backups;

/// <summary>
/// The inside of a .halfsky file: a stored zip of the manifest, the wrapped keys, the erasure list, the attachments as they lie on
/// disk, and the database, encrypted, because a stick with a backup on it may be lost. The master key is never in it.
/// </summary>
internal static class Archive
{
    public const string Manifest = "manifest.json", ManifestMac = "manifest.mac", Ring = "keys/ring.json", Erasures = "keys/erasures.jsonl";
    public const string Database = "database", Files = "files/";
    public const int Format = 1;
    private const string MacUse = "backup manifest", DatabaseUse = "backup database";

    /// <summary>What a backup says of itself.</summary>
    /// <param name="Format">Version of the layout.</param>
    /// <param name="Kind">Kind of database.</param>
    /// <param name="Schema">Version of the schema; compared as text.</param>
    /// <param name="MadeAt">When, UTC.</param>
    /// <param name="Rows">Rows of every table at that moment.</param>
    /// <param name="Parts">Every other part with its SHA-256.</param>
    public sealed record Content(
        int Format, string Kind, string Schema, DateTime MadeAt, SortedDictionary<string, long> Rows, SortedDictionary<string, string> Parts);

    /// <summary>Writes an archive into a new file and flushes it to the disk.</summary>
    public static void Write(
        string file, DataFolder folder, Vault vault, string database, Content content, IProgress<string>? progress, CancellationToken cancel)
    {
        using var disk = DiskFile.Create(file);
        using (var zip = new ZipArchive(disk, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var plain = File.OpenRead(database))
                Part(zip, content, Database, into => SealedStream.Write(vault, DatabaseUse, plain, into, cancel));
            Copy(zip, content, Ring, folder.KeyRing);
            if (File.Exists(folder.Erasures)) Copy(zip, content, Erasures, folder.Erasures);
            var count = 0;
            foreach (var attachment in Directory.EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories))
            {
                cancel.ThrowIfCancellationRequested();
                if (attachment.EndsWith(".tmp", StringComparison.Ordinal)) continue;
                // A content that the sweep takes away just now is one that no row speaks of.
                try { Copy(zip, content, Files + Path.GetRelativePath(folder.Files, attachment).Replace('\\', '/'), attachment); }
                catch (FileNotFoundException) { continue; }
                if (++count % 200 == 0) progress?.Report($"已备份附件 {count} 个");
            }
            var manifest = JsonSerializer.SerializeToUtf8Bytes(content, JsonSerializerOptions.Web);
            Bytes(zip, Manifest, manifest);
            Bytes(zip, ManifestMac, vault.Mac(MacUse, manifest));
        }
        disk.Flush(flushToDisk: true);
    }

    /// <summary>Reads and judges the manifest, as far as it can be without keys.</summary>
    public static Content Read(ZipArchive zip)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(Bytes(zip, Manifest), JsonSerializerOptions.Web);
            if (content is { Format: > Format }) throw new Refusal(BackupProblems.Newer);
            return content is { Kind: not null, Schema: not null, Rows: not null, Parts: not null } ? content : throw new Refusal(BackupProblems.Damaged);
        }
        catch (JsonException)
        {
            throw new Refusal(BackupProblems.Damaged);
        }
    }

    /// <summary>
    /// Unpacks the database into a file and checks all parts against the manifest, and the manifest against the keys. Attachments go
    /// into a folder where one is given; else they are only read.
    /// </summary>
    public static void Unpack(
        ZipArchive zip, Content content, Vault vault, string database, string? files, IProgress<string>? progress, CancellationToken cancel)
    {
        if (!vault.Mac(MacUse, Bytes(zip, Manifest)).AsSpan().SequenceEqual(Bytes(zip, ManifestMac))) throw new Refusal(BackupProblems.Damaged);
        var count = 0;
        foreach (var (name, hash) in content.Parts)
        {
            cancel.ThrowIfCancellationRequested();
            using var into = Target(name, database, files);
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using (var part = Entry(zip, name).Open())
            {
                var buffer = new byte[81920];
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    sha.AppendData(buffer, 0, read);
                    into.Write(buffer, 0, read);
                }
            }
            if (Convert.ToHexStringLower(sha.GetHashAndReset()) != hash) throw new Refusal(BackupProblems.Damaged);
            (into as FileStream)?.Flush(flushToDisk: true);
            if (++count % 200 == 0) progress?.Report($"已核对附件 {count} 个");
        }
        using (var plain = SealedStream.Read(vault, DatabaseUse, File.OpenRead(database + ".sealed")))
        using (var target = DiskFile.Create(database))
        {
            plain.CopyTo(target, 1 << 20);
            target.Flush(flushToDisk: true);
        }
        DiskFile.TryDelete(database + ".sealed");
    }

    /// <summary>A small part, whole.</summary>
    public static byte[] Bytes(ZipArchive zip, string name)
    {
        using var part = Entry(zip, name).Open();
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new Refusal(BackupProblems.Damaged);

    private static Stream Target(string name, string database, string? files)
    {
        if (name == Database) return DiskFile.Create(database + ".sealed");
        if (files is null || !name.StartsWith(Files, StringComparison.Ordinal)) return Stream.Null;
        // Names come from outside: only the shape we write is taken, so that none leads out of the folder.
        var parts = name[Files.Length..].Split('/');
        if (parts.Length != 2 || !parts.All(p => p.Length > 0 && p.All(char.IsAsciiHexDigitLower))) throw new Refusal(BackupProblems.Damaged);
        DataFolder.Make(Path.Combine(files, parts[0]));
        return DiskFile.Create(Path.Combine(files, parts[0], parts[1]));
    }

    private static void Copy(ZipArchive zip, Content content, string name, string file)
    {
        using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Part(zip, content, name, source.CopyTo);
    }

    private static void Part(ZipArchive zip, Content content, string name, Action<Stream> write)
    {
        using var sha = SHA256.Create();
        using (var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open())
        using (var hashing = new CryptoStream(entry, sha, CryptoStreamMode.Write))
            write(hashing);
        content.Parts[name] = Convert.ToHexStringLower(sha.Hash!);
    }

    private static void Bytes(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(bytes);
    }
}
