using System.Data;
using System.Data.Common;
using HalfSky.Platform.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Data.Provider;

/// <summary>SQLite: one file, write-ahead log, one writer.</summary>
#pragma warning disable CA1001 // The gate lives as long as the process; a SemaphoreSlim without a wait handle holds nothing to release.
public sealed class SqliteDialect(string file) : Dialect
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>The database file.</summary>
    public string File { get; } = file;

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override SemaphoreSlim WriteGate => gate;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, DefaultTimeout = 30 }.ToString(),
            o => o.MigrationsAssembly("HalfSky.Host"))
        .AddInterceptors(Pragmas.Instance);

    /// <inheritdoc/>
    public override string TypeOf(Type clr) =>
        clr == typeof(long) || clr == typeof(int) || clr == typeof(bool) ? "INTEGER"
        : clr == typeof(Guid) || clr == typeof(byte[]) || clr == typeof(Sealing.SealedText) ? "BLOB" : "TEXT";

    /// <inheritdoc/>
    public override object ToDriver(object? value) => value is Guid id ? id.ToByteArray(bigEndian: true) : base.ToDriver(value);

    /// <inheritdoc/>
    protected override Guid ReadGuid(DbDataReader reader, int ordinal) => new(reader.GetFieldValue<byte[]>(ordinal), bigEndian: true);

    /// <inheritdoc/>
    public override Task<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    /// <inheritdoc/>
    public override bool IsTransient(DbException error) => error is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <inheritdoc/>
    public override bool IsDuplicate(DbException error) => error is SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 1555 or 2067 };

    /// <inheritdoc/>
    public override bool IsFull(DbException error) => error is SqliteException { SqliteErrorCode: 13 or 10 };

    /// <inheritdoc/>
    public override string Month(string column) => $"substr({column}, 1, 7)";

    /// <inheritdoc/>
    public override string Quarter(string column) => $"(substr({column}, 1, 4) || 'Q' || ((CAST(substr({column}, 6, 2) AS INTEGER) + 2) / 3))";

    /// <inheritdoc/>
    public override string Year(string column) => $"substr({column}, 1, 4)";

    /// <inheritdoc/>
    public override string Position(string column, string parameter) => $"COALESCE(instr({column}, {parameter}), 0)";

    /// <inheritdoc/>
    public override string WithoutIndex(string column) => "+" + column;

    /// <inheritdoc/>
    public override void WriteMatch(SqlWriter w, string idColumn, SearchQuery query) =>
        w.Add(idColumn).Add(" IN (SELECT d.entry FROM search_text s JOIN search_doc d ON d.doc = s.rowid WHERE s.search_text MATCH ")
            .Value(MatchText(query)).Add(")");

    /// <inheritdoc/>
    // CROSS JOIN keeps the order: the text index gives its rows from the newest, and the walk ends when the page is full.
    public override string WriteWalk(SqlWriter w, string table, SearchQuery query)
    {
        w.Add(" FROM search_text s CROSS JOIN search_doc d ON d.doc = s.rowid CROSS JOIN ").Add(table).Add(" t ON t.id = d.entry WHERE s.search_text MATCH ").Value(MatchText(query));
        return "s.rowid";
    }

    /// <summary>FTS5 expression: each phrase in quotes, scope as an alternative of tokens.</summary>
    public override string MatchText(SearchQuery query)
    {
        var parts = query.Phrases.Select(p => "\"" + string.Join(' ', p.Tokens) + "\"" + (p.Prefix ? " *" : ""))
            .Concat(query.AnyOf.Select(any => "(" + string.Join(" OR ", any.Select(t => "\"" + t + "\"")) + ")"));
        return string.Join(" AND ", parts);
    }

    /// <inheritdoc/>
    public override SearchSql Search { get; } = new(
        ["INSERT INTO search_doc (doc, entry, register) VALUES (@doc, @entry, @register)",
         "INSERT INTO search_text (rowid, grams) VALUES (@doc, @grams)"],
        ["DELETE FROM search_text WHERE rowid = @doc", "DELETE FROM search_doc WHERE doc = @doc"],
        "SELECT d.entry, d.register FROM search_text s JOIN search_doc d ON d.doc = s.rowid WHERE s.search_text MATCH @match ORDER BY s.rowid DESC LIMIT @take OFFSET @skip",
        "SELECT COUNT(*) FROM (SELECT rowid FROM search_text WHERE search_text MATCH @match LIMIT @take)");

    /// <inheritdoc/>
    public override string HasMigrations => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";

    /// <inheritdoc/>
    // A lock left by a killed upgrade would be waited for without end; the lock file keeps other processes out.
    public override IReadOnlyList<string> BeforeMigrating { get; } = ["DROP TABLE IF EXISTS \"__EFMigrationsLock\""];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extras { get; } =
        ["CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(grams, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"];

    /// <inheritdoc/>
    public override string Explain(string sql) => "EXPLAIN QUERY PLAN " + sql;

    /// <inheritdoc/>
    public override bool ReadsAll(string planLine) =>
        planLine.StartsWith("SCAN ", StringComparison.Ordinal) && !planLine.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && !planLine.Contains("CONSTANT ROW", StringComparison.Ordinal) && !planLine.Contains("SUBQUERY", StringComparison.Ordinal)
        && !planLine.StartsWith("SCAN kinds", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string Analyze => "PRAGMA analysis_limit=1000; ANALYZE;";

    /// <inheritdoc/>
    // A piece need not outlive a power cut, only be whole: what is lost is loaded again. The log is brought into the file between pieces, where nobody waits.
    public override string BeforeLoad => "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=0;";

    /// <inheritdoc/>
    public override string Changes => "PRAGMA data_version";

    /// <inheritdoc/>
    public override string DuringLoad => "PRAGMA wal_checkpoint(PASSIVE);";

    /// <inheritdoc/>
    public override string AfterLoad => "PRAGMA wal_checkpoint(PASSIVE); PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA mmap_size=67108864;";

    /// <inheritdoc/>
    public override string ColumnsOfDatabase =>
        "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";

    /// <summary>Sets what each connection needs. FULL: an acknowledged entry outlives a power cut, not only a killed process.</summary>
    private sealed class Pragmas : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<SQLitePCL.sqlite3, Pragmas> Known = [];

        public override void ConnectionOpened(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            // A pooled connection keeps them: each is set once, not once a request.
            if (!Known.TryAdd(((SqliteConnection)connection).Handle!, Instance)) return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=67108864;";
            command.ExecuteNonQuery();
        }
    }
}
