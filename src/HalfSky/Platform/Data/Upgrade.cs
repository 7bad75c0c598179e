using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HalfSky.Platform.Data;

/// <summary>
/// Brings the database to the program's schema at start (D22): one plain query says whether there is anything to do. Before a change
/// the SQLite file is copied aside, and put back when the change fails.
/// </summary>
internal sealed class Upgrade(Session session, MigrationSet set, DbContextOptions<AppDb> options, Catalog catalog, DataFolder folder, Clock clock)
{
    /// <summary>Migrates when something is pending.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="Refusal">The database is newer than the program, another process is migrating, or it failed and the old one is back.</exception>
    public async Task<int> Run(CancellationToken ct = default)
    {
        if ((await Pending(ct)).Count == 0) return 0;
        using var only = Alone();
        var pending = await Pending(ct);
        if (pending.Count == 0) return 0;
        var aside = pending.Count < set.Ids.Count ? await CopyAside(pending[0], ct) : null;
        try
        {
            foreach (var statement in session.Dialect.BeforeMigrating) await Execute(statement, ct);
            await session.Db.Database.CloseConnectionAsync();
            // That model and migrations agree is a test's business; the office that starts the program could do nothing about it.
            var calm = new DbContextOptionsBuilder(options).ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
            await using var db = set.Open(calm, catalog);
            await db.Database.MigrateAsync(ct);
        }
        catch (Exception error) when (aside is not null && error is not OperationCanceledException)
        {
            new SqliteCopy(folder.Database).PutBackOver(aside);
            throw new Refusal(new Problem("upgrade.failed", $"数据库升级没有做成，已经放回升级前的样子（副本在 {aside}）。请继续用原来版本的程序，并把这句话告诉技术人员：{error.GetBaseException().Message}"));
        }
        return pending.Count;
    }

    /// <summary>Migrations the database lacks, in order.</summary>
    private async Task<List<string>> Pending(CancellationToken ct)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await session.Open(ct);
        await using (var known = session.Command(session.Dialect.HasMigrations))
            if (Convert.ToInt64(await known.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) == 0) return [.. set.Ids];
        await using var command = session.Command("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) applied.Add(reader.GetString(0));
        return applied.IsSubsetOf(set.Ids) ? [.. set.Ids.Where(i => !applied.Contains(i))] : throw new Refusal(DataProblems.Newer);
    }

    private async Task<string?> CopyAside(string before, CancellationToken ct)
    {
        if (session.Dialect is not SqliteDialect) return null;
        var file = Path.Combine(folder.Backups, $"before-{before}-{clock.Now:yyyyMMddHHmmss}.db");
        var copy = new SqliteCopy(folder.Database);
        var rows = await copy.CopyTo(file, ct);
        if (await copy.TryOut(file, ct) is { } read && read.SequenceEqual(rows)) return file;
        DiskFile.TryDelete(file);
        throw new Refusal(BackupProblems.NotReadable);
    }

    private async Task Execute(string statement, CancellationToken ct)
    {
        await using var command = session.Command(statement);
        await command.ExecuteNonQueryAsync(ct);
    }

    private FileStream Alone()
    {
        try
        {
            return new(Path.Combine(folder.Path, "upgrade.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new Refusal(DataProblems.Upgrading);
        }
    }
}
