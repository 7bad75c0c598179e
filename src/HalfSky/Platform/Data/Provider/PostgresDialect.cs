using System.Data;
using System.Data.Common;
using HalfSky.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HalfSky.Platform.Data.Provider;

/// <summary>PostgreSQL, for more than one office PC carries. One data source, pool capped (R9).</summary>
public sealed class PostgresDialect(string connection) : Dialect, IDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 40 }.ConnectionString);

    /// <summary>Closes the pool.</summary>
    public void Dispose() => source.Dispose();

    /// <inheritdoc/>
    public override string Name => "postgres";

    /// <inheritdoc/>
    public override SemaphoreSlim? WriteGate => null;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(source, o => o.MigrationsAssembly("HalfSky.Host"));

    /// <inheritdoc/>
    public override string TypeOf(Type clr) =>
        clr == typeof(long) ? "bigint" : clr == typeof(int) ? "integer" : clr == typeof(bool) ? "boolean" : clr == typeof(Guid) ? "uuid"
        : clr == typeof(DateOnly) ? "date" : clr == typeof(DateTime) ? "timestamp with time zone"
        : clr == typeof(byte[]) || clr == typeof(Sealing.SealedText) ? "bytea" : "text";

    /// <inheritdoc/>
    protected override Guid ReadGuid(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);

    /// <inheritdoc/>
    public override async Task<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct) =>
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, ct);

    /// <inheritdoc/>
    // XX000 is how a serialisation failure at commit is told through another node (scale.md); the work is idempotent.
    public override bool IsTransient(DbException error) => error is PostgresException { SqlState: "40001" or "40P01" or "XX000" or "57P01" };

    /// <inheritdoc/>
    public override bool IsDuplicate(DbException error) => error is PostgresException { SqlState: "23505" };

    /// <inheritdoc/>
    public override bool IsFull(DbException error) => error is PostgresException { SqlState: "53100" or "53200" };

    /// <inheritdoc/>
    public override string Month(string column) => $"CAST(date_part('year', {column}) * 100 + date_part('month', {column}) AS bigint)";

    /// <inheritdoc/>
    public override string Quarter(string column) => $"CAST(date_part('year', {column}) * 10 + date_part('quarter', {column}) AS bigint)";

    /// <inheritdoc/>
    public override string Year(string column) => $"CAST(date_part('year', {column}) AS bigint)";

    /// <inheritdoc/>
    public override string Position(string column, string parameter) => $"COALESCE(strpos({column}, {parameter}), 0)";

    /// <inheritdoc/>
    public override string WithoutIndex(string column) => column;

    /// <inheritdoc/>
    public override void WriteMatch(SqlWriter w, string idColumn, SearchQuery query) =>
        w.Add(idColumn).Add(" IN (SELECT d.entry FROM search_doc d WHERE d.grams @@ CAST(").Value(MatchText(query)).Add(" AS tsquery))");

    /// <inheritdoc/>
    public override string WriteWalk(SqlWriter w, string table, SearchQuery query)
    {
        w.Add(" FROM search_doc d JOIN ").Add(table).Add(" t ON t.id = d.entry WHERE d.grams @@ CAST(").Value(MatchText(query)).Add(" AS tsquery)");
        return "d.doc";
    }

    /// <summary>tsquery text: a phrase is tokens joined by &lt;-&gt;.</summary>
    public override string MatchText(SearchQuery query)
    {
        var parts = query.Phrases.Select(p => "(" + string.Join(" <-> ", p.Tokens.Select((t, i) => "'" + t + "'" + (p.Prefix && i == p.Tokens.Count - 1 ? ":*" : ""))) + ")")
            .Concat(query.AnyOf.Select(any => "(" + string.Join(" | ", any.Select(t => "'" + t + "'")) + ")"));
        return string.Join(" & ", parts);
    }

    /// <inheritdoc/>
    public override SearchSql Search { get; } = new(
        ["INSERT INTO search_doc (doc, entry, register, grams) VALUES (@doc, @entry, @register, to_tsvector('simple', @grams))"],
        ["DELETE FROM search_doc WHERE doc = @doc"],
        "SELECT d.entry, d.register FROM search_doc d WHERE d.grams @@ CAST(@match AS tsquery) ORDER BY d.doc DESC LIMIT @take OFFSET @skip",
        "SELECT COUNT(*) FROM (SELECT 1 FROM search_doc WHERE grams @@ CAST(@match AS tsquery) LIMIT @take) x");

    /// <inheritdoc/>
    public override string HasMigrations => "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '__EFMigrationsHistory'";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extras { get; } =
        ["ALTER TABLE search_doc ADD COLUMN IF NOT EXISTS grams tsvector", "CREATE INDEX IF NOT EXISTS ix_search_doc_grams ON search_doc USING gin (grams)"];

    /// <inheritdoc/>
    public override string Explain(string sql) => "EXPLAIN " + sql;

    /// <inheritdoc/>
    public override bool ReadsAll(string planLine) => planLine.Contains("Seq Scan on ", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string Analyze => "ANALYZE";

    /// <inheritdoc/>
    public override string ColumnsOfDatabase =>
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema()";
}
