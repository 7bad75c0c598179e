using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Data.Backups;

/// <summary>What only SQLite needs asking for. On PostgreSQL these do nothing.</summary>
internal static class SqliteFile
{
    /// <summary>Makes this connection overwrite what it deletes, so that an erased text is not left in free pages.</summary>
    public static async Task Overwrite(DbContext db, CancellationToken cancel)
    {
        if (!Is(db)) return;
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancel);
    }

    /// <summary>Empties the write-ahead log, which still holds the pages from before; readers may hold part of it back until later.</summary>
    public static async Task EmptyWal(DbContext db, CancellationToken cancel)
    {
        if (Is(db)) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    /// <summary>True when the context is on SQLite.</summary>
    public static bool Is(DbContext db) => db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
}
