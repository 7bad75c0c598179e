using Microsoft.Data.Sqlite;

namespace HalfSky.Platform.Data.Backups;

/// <summary>SQLite: the online backup, under a read transaction, so that the rows counted are the rows copied; writers go on.</summary>
internal sealed class SqliteCopy(string database) : DatabaseCopy
{
    /// <inheritdoc/>
    public override string Kind => "sqlite";

    /// <inheritdoc/>
    public override Task<long> Size(CancellationToken cancel) =>
        Task.FromResult(new[] { database, database + "-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length));

    /// <inheritdoc/>
    public override Task<SortedDictionary<string, long>> CopyTo(string file, CancellationToken cancel) => Task.Run(() =>
    {
        using var source = Open(database, SqliteOpenMode.ReadWrite);
        using var moment = source.BeginTransaction(deferred: true);
        var rows = Rows(source, cancel);
        using (DiskFile.Create(file)) { }
        using (var target = Open(file, SqliteOpenMode.ReadWrite))
        {
            source.BackupDatabase(target);
            // One plain file: the copy must not need a -wal beside it.
            Run(target, "PRAGMA journal_mode = DELETE");
        }
        return rows;
    }, cancel);

    /// <inheritdoc/>
    public override Task<SortedDictionary<string, long>?> TryOut(string file, CancellationToken cancel) => Task.Run(() =>
    {
        try
        {
            using var copy = Open(file, SqliteOpenMode.ReadOnly);
            return Faults(copy).Count == 0 ? Rows(copy, cancel) : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }, cancel);

    /// <inheritdoc/>
    public override Task<bool> IsEmpty(CancellationToken cancel) => Task.FromResult(!File.Exists(database));

    /// <inheritdoc/>
    public override Task PutBack(string file, CancellationToken cancel)
    {
        File.Move(file, database);
        return Task.CompletedTask;
    }

    /// <summary>Puts a copy over what is there; nobody may have the database open.</summary>
    public void PutBackOver(string file)
    {
        SqliteConnection.ClearAllPools();
        File.Copy(file, database + ".back", overwrite: true);
        foreach (var beside in new[] { "-wal", "-shm" }) File.Delete(database + beside);
        File.Move(database + ".back", database, overwrite: true);
    }

    /// <summary>What the database itself finds wrong with its file.</summary>
    public static Task<List<string>> Check(string file, CancellationToken cancel) => Task.Run(() =>
    {
        try
        {
            using var open = Open(file, SqliteOpenMode.ReadWrite);
            return Faults(open);
        }
        catch (SqliteException e)
        {
            return [$"打不开（{e.SqliteErrorCode}）"];
        }
    }, cancel);

    private static List<string> Faults(SqliteConnection open)
    {
        var faults = Texts(open, "PRAGMA integrity_check");
        faults.Remove("ok");
        faults.AddRange(Texts(open, "SELECT DISTINCT \"table\" || ' → ' || parent FROM pragma_foreign_key_check").Select(t => $"外键悬空：{t}"));
        return faults;
    }

    private static SortedDictionary<string, long> Rows(SqliteConnection open, CancellationToken cancel)
    {
        // Virtual tables are kept in shadow tables, which are counted like any other.
        var tables = Texts(open, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%'");
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            cancel.ThrowIfCancellationRequested();
            using var count = open.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            rows[table] = (long)count.ExecuteScalar()!;
        }
        return rows;
    }

    private static List<string> Texts(SqliteConnection open, string sql)
    {
        using var command = open.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    private static void Run(SqliteConnection open, string sql)
    {
        using var command = open.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Not pooled: a pooled connection would hold the file, and Windows would not let it be moved or deleted.
    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
        connection.Open();
        return connection;
    }
}
