using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Data.Backups;

/// <summary>Puts a backup into an empty data folder, whole or not at all.</summary>
/// <param name="schema">Version of this program's schema; a backup with a higher one is refused.</param>
/// <param name="postgres">Connection when the database is PostgreSQL; absent for SQLite.</param>
public sealed class Restore(string schema, string? postgres = null)
{
    private const string WorkPrefix = ".restore-";

    /// <summary>
    /// Restores. The folder may hold nothing but <c>keys</c>, where a later erasure list is kept and joined with the backup's. Who opens
    /// the database next must replay that list (<see cref="Events.Erasure.Replay"/>; the sealer does at its start).
    /// </summary>
    /// <param name="folder">Where to.</param>
    /// <param name="file">The .halfsky file.</param>
    /// <param name="recoveryCode">Needed when the folder does not hold the master key.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops; nothing is left behind.</param>
    /// <exception cref="Refusal">It was not restored; the folder is as it was.</exception>
    public async Task<BackupReport> Into(
        DataFolder folder, string file, string? recoveryCode = null, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        if (!File.Exists(file)) throw new Refusal(BackupProblems.Missing);
        var copy = DatabaseCopy.For(folder, postgres);
        if (File.Exists(folder.Database) || Directory.EnumerateFileSystemEntries(folder.Files).Any()) throw new Refusal(BackupProblems.NotEmpty);
        if (!await copy.IsEmpty(cancel)) throw new Refusal(BackupProblems.DatabaseNotEmpty);
        foreach (var left in Directory.EnumerateDirectories(folder.Path, WorkPrefix + "*")) DiskFile.TryDeleteFolder(left);
        var work = Path.Combine(folder.Path, WorkPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var content = Archive.Read(zip);
            if (string.CompareOrdinal(content.Schema, schema) > 0) throw new Refusal(BackupProblems.Newer);
            if (content.Kind != copy.Kind) throw new Refusal(BackupProblems.OtherDatabase);
            var aside = new DataFolder(work);
            using (var keys = KeysFor(folder, aside, zip, recoveryCode))
            {
                progress?.Report("正在读备份文件");
                await Task.Run(() => Archive.Unpack(zip, content, keys, aside.Database, aside.Files, progress, cancel), cancel);
                TakeNewerRing(folder, aside, keys);
            }
            progress?.Report("正在检查数据库");
            if (copy is SqliteCopy && (await copy.TryOut(aside.Database, cancel) is not { } rows || !rows.SequenceEqual(content.Rows)))
                throw new Refusal(BackupProblems.Damaged);
            await PutInPlace(folder, aside, copy, zip, cancel);
            return new BackupReport(file, new FileInfo(file).Length, content.Rows.Values.Sum(), content.Rows.Count,
                content.Parts.Keys.Count(p => p.StartsWith(Archive.Files, StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is InvalidDataException or CryptographicException)
        {
            throw new Refusal(BackupProblems.Damaged);
        }
        catch (Exception e) when (e is not Refusal && StorageProblems.Of(e) is { } problem)
        {
            throw new Refusal(problem);
        }
        finally
        {
            DiskFile.TryDeleteFolder(work);
        }
    }

    private static Vault KeysFor(DataFolder folder, DataFolder aside, ZipArchive zip, string? recoveryCode)
    {
        var ring = Archive.Bytes(zip, Archive.Ring);
        byte[] master;
        if (File.Exists(folder.MasterKey)) master = File.ReadAllBytes(folder.MasterKey);
        else if (recoveryCode is null) throw new Refusal(BackupProblems.NeedsKey);
        else master = Vault.MasterFrom(ring, recoveryCode) ?? throw new Refusal(SealingProblems.WrongCode);
        DiskFile.Replace(aside.KeyRing, ring);
        DiskFile.Replace(aside.MasterKey, master);
        return Vault.Open(aside);
    }

    // A ring that lies here may know newer keys than the backup's; one with another hash key belongs to other data.
    private static void TakeNewerRing(DataFolder folder, DataFolder aside, Vault keys)
    {
        if (!File.Exists(folder.KeyRing)) return;
        using var here = keys.Over(folder);
        if (!here.Mac("same ring", []).AsSpan().SequenceEqual(keys.Mac("same ring", []))) throw new Refusal(BackupProblems.OtherKeys);
        if (here.KeyCount >= keys.KeyCount) File.Copy(folder.KeyRing, aside.KeyRing, overwrite: true);
    }

    // The database comes last: until it is there, the folder counts as empty and the restore can be run again.
    private static async Task PutInPlace(DataFolder folder, DataFolder aside, DatabaseCopy copy, ZipArchive zip, CancellationToken cancel)
    {
        var moved = new List<string>();
        try
        {
            foreach (var shelf in Directory.EnumerateDirectories(aside.Files))
            {
                var target = Path.Combine(folder.Files, Path.GetFileName(shelf));
                Directory.Move(shelf, target);
                moved.Add(target);
            }
            JoinErasures(folder, zip);
            File.Move(aside.KeyRing, folder.KeyRing, overwrite: true);
            if (!File.Exists(folder.MasterKey)) File.Move(aside.MasterKey, folder.MasterKey);
            await copy.PutBack(aside.Database, cancel);
        }
        catch
        {
            moved.ForEach(DiskFile.TryDeleteFolder);
            throw;
        }
    }

    private static void JoinErasures(DataFolder folder, ZipArchive zip)
    {
        if (zip.GetEntry(Archive.Erasures) is null) return;
        var lines = Encoding.UTF8.GetString(Archive.Bytes(zip, Archive.Erasures)).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (File.Exists(folder.Erasures)) lines.AddRange(File.ReadAllLines(folder.Erasures, Encoding.UTF8));
        DiskFile.Replace(folder.Erasures, Encoding.UTF8.GetBytes(string.Concat(lines.Distinct().Select(l => l + "\n"))));
    }
}
