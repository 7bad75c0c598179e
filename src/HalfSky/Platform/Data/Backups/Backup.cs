using System.IO.Compression;
using System.Security.Cryptography;
using HalfSky.Kernel;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Data.Backups;

/// <summary>Makes backups while people go on working (D10).</summary>
/// <param name="folder">What is backed up.</param>
/// <param name="vault">Its keys.</param>
/// <param name="clock">The time.</param>
/// <param name="schema">Version of the database's schema, as a text that rises with every version.</param>
/// <param name="postgres">Connection when the database is PostgreSQL; absent for SQLite.</param>
public sealed class Backup(DataFolder folder, Vault vault, Clock clock, string schema, string? postgres = null)
{
    private const string WorkPrefix = ".work-";

    /// <summary>
    /// Writes one .halfsky file. It gets its name only after a test restore has read it: hashes, keys, the database's own check, and
    /// the rows of every table compared with those at the moment of the copy.
    /// </summary>
    /// <exception cref="Refusal">It could not be made; nothing is left behind.</exception>
    public async Task<BackupReport> Make(string file, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file)) throw new Refusal(BackupProblems.Exists);
        var copy = DatabaseCopy.For(folder, postgres);
        foreach (var left in Directory.EnumerateDirectories(folder.Backups, WorkPrefix + "*")) DiskFile.TryDeleteFolder(left);
        var work = Path.Combine(folder.Backups, WorkPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
        var part = file + ".part";
        try
        {
            await RequireRoom(copy, file, cancel);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            DataFolder.Make(work);
            progress?.Report("正在复制数据库");
            var snapshot = Path.Combine(work, "snapshot");
            var rows = await copy.CopyTo(snapshot, cancel);
            var content = new Archive.Content(Archive.Format, copy.Kind, schema, clock.Now, rows, new(StringComparer.Ordinal));
            progress?.Report("正在写备份文件");
            File.Delete(part);
            await Task.Run(() => Archive.Write(part, folder, vault, snapshot, content, progress, cancel), cancel);
            File.Delete(snapshot);
            progress?.Report("正在试恢复");
            await TestRestore(copy, part, work, rows, progress, cancel);
            File.Move(part, file);
            return new BackupReport(file, new FileInfo(file).Length, rows.Values.Sum(), rows.Count,
                content.Parts.Keys.Count(p => p.StartsWith(Archive.Files, StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is not Refusal && StorageProblems.Of(e) is not null)
        {
            throw new Refusal(StorageProblems.Of(e) == StorageProblems.Full ? BackupProblems.NoRoom : BackupProblems.Failed);
        }
        finally
        {
            DiskFile.TryDelete(part);
            DiskFile.TryDeleteFolder(work);
        }
    }

    private async Task TestRestore(
        DatabaseCopy copy, string part, string work, SortedDictionary<string, long> rows, IProgress<string>? progress, CancellationToken cancel)
    {
        var database = Path.Combine(work, "restored");
        try
        {
            var aside = new DataFolder(Path.Combine(work, "folder"));
            await Task.Run(() =>
            {
                using var zip = ZipFile.OpenRead(part);
                DiskFile.Replace(aside.KeyRing, Archive.Bytes(zip, Archive.Ring));
                using var keys = vault.Over(aside);
                Archive.Unpack(zip, Archive.Read(zip), keys, database, files: null, progress, cancel);
            }, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or CryptographicException || e is Refusal)
        {
            throw new Refusal(BackupProblems.NotReadable);
        }
        if (await copy.TryOut(database, cancel) is not { } read || !read.SequenceEqual(rows)) throw new Refusal(BackupProblems.NotReadable);
    }

    // The copy and the test restore lie in the data folder, the backup at its target; asked beforehand, since a full disk stops everyone.
    private async Task RequireRoom(DatabaseCopy copy, string file, CancellationToken cancel)
    {
        var database = await copy.Size(cancel);
        var attachments = Directory.EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        const long Spare = 16 * 1024 * 1024;
        if (RoomAt(folder.Path) < 2 * database + Spare || RoomAt(Path.GetDirectoryName(file)!) < database + attachments + Spare)
            throw new Refusal(BackupProblems.NoRoom);
    }

    private static long RoomAt(string folder)
    {
        try
        {
            var existing = folder;
            while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent) existing = parent;
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(existing)! : existing).AvailableFreeSpace;
        }
        // A network share may not tell; then the write itself will.
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return long.MaxValue;
        }
    }
}

/// <summary>A backup that was made and read back.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Tables">Number of tables.</param>
/// <param name="Attachments">Number of attachments.</param>
public sealed record BackupReport(string File, long Bytes, long Rows, int Tables, int Attachments)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"备份已完成并试恢复通过：{File}，{Bytes / 1024.0 / 1024:0.0} MB，{Tables} 张表 {Rows} 行，附件 {Attachments} 个";
}
