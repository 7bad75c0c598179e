using System.Data;
using System.Data.Common;
using HalfSky.Host;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Search;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HalfSky.Bench;

/// <summary>The limit: the best SQL a person would write for each workload with the same scope, prepared, on the same database.</summary>
internal sealed class Bare : IAsyncDisposable
{
    private const string Shown = "v.id, v.state, v.date, v.recorded_at, v.place, p.name, h.name, w.name, v.kind, v.mode";
    private const string Named = " LEFT JOIN person p ON p.id = v.person LEFT JOIN household h ON h.id = v.household LEFT JOIN post o ON o.id = v.visitor LEFT JOIN person w ON w.id = o.person";
    private const string Kept = "v.state IN ('Draft','Submitted','Verified','Returned')";

    private readonly Dialect dialect;
    private readonly DbConnection connection;
    private readonly CountyKeys keys;
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    private Bare(Dialect dialect, DbConnection connection, CountyKeys keys) => (this.dialect, this.connection, this.keys) = (dialect, connection, keys);

    public static async Task<Bare> Open(BenchDatabase database, CountyKeys keys) =>
        new(Server.Dialect(database.Folder, database.Connection), await Connect(database), keys);

    /// <summary>A connection set as the program sets its own.</summary>
    public static async Task<DbConnection> Connect(BenchDatabase database)
    {
        if (database.Connection is { } postgres)
        {
            var other = new NpgsqlConnection(postgres);
            await other.OpenAsync();
            return other;
        }
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.Folder.Database, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>A page of a township's month, or of all its visits, and the total.</summary>
    public async Task<long> List(bool month, int skip)
    {
        var org = dialect.WithoutIndex("v.org");
        var where = month
            ? $"v.date >= @from AND v.date < @to AND {org} >= @low AND {org} < @high AND {dialect.WithoutIndex("v.place")} >= @low AND {dialect.WithoutIndex("v.place")} < @high AND {Kept}"
            : $"{org} >= @low AND {org} < @high AND {Kept}";
        (string, object)[] values = month
            ? [("@from", keys.Month.From), ("@to", keys.Month.To), ("@low", keys.Township.Low), ("@high", keys.Township.High)]
            : [("@low", keys.Township.Low), ("@high", keys.Township.High)];
        // The page is cut from the index before the names are looked up.
        await Rows($"SELECT {Shown} FROM (SELECT * FROM visit v WHERE {where} ORDER BY v.date DESC, v.id DESC LIMIT 50 OFFSET @skip) v{Named} ORDER BY v.date DESC, v.id DESC",
            [.. values, ("@skip", (long)skip)]);
        return await Number($"SELECT COUNT(*) FROM visit v WHERE {where.Replace("+v.org", "v.org", StringComparison.Ordinal)}", values);
    }

    /// <summary>Month × kind of a branch; gives the sum.</summary>
    public async Task<long> Split(Branch at)
    {
        var rows = await Rows(
            $"SELECT {dialect.Month("v.date")}, v.kind, COUNT(*), COUNT(CASE WHEN v.state = 'Verified' THEN 1 END) FROM visit v WHERE v.place >= @low AND v.place < @high "
            + $"AND {dialect.WithoutIndex("v.org")} >= @low AND {dialect.WithoutIndex("v.org")} < @high AND v.date >= @from AND v.date < @to AND v.state IN ('Submitted','Verified') GROUP BY 1, 2",
            [("@low", at.Low), ("@high", at.High), ("@from", keys.Years.From), ("@to", keys.Years.To)]);
        return rows.Sum(r => (long)r[2]);
    }

    /// <summary>The newest fifty whose text holds the word, and the total.</summary>
    public async Task<long> Search(string word, Branch at)
    {
        var match = dialect.MatchText(SearchIndex.Query(word, Scope.Of([at]), "visit")!);
        var (from, hit, doc) = dialect is SqliteDialect
            ? ("search_text s JOIN search_doc d ON d.doc = s.rowid", "s.search_text MATCH @match", "s.rowid")
            : ("search_doc d", "d.grams @@ CAST(@match AS tsquery)", "d.doc");
        await Rows($"SELECT {Shown} FROM (SELECT d.entry, {doc} AS doc FROM {from} WHERE {hit} ORDER BY {doc} DESC LIMIT 50) f JOIN visit v ON v.id = f.entry{Named} ORDER BY f.doc DESC", [("@match", match)]);
        return await Number(dialect is SqliteDialect ? $"SELECT COUNT(*) FROM search_text s WHERE {hit}" : $"SELECT COUNT(*) FROM search_doc d WHERE {hit}", [("@match", match)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
        (dialect as IDisposable)?.Dispose();
    }

    internal async Task<long> Number(string sql, params (string, object)[] values) => Convert.ToInt64(await Command(sql, values).ExecuteScalarAsync(), null);

    internal async Task<List<object[]>> Rows(string sql, params (string, object)[] values)
    {
        await using var reader = await Command(sql, values).ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private DbCommand Command(string sql, (string Name, object Value)[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) Bind(dialect, command, name, value);
            command.Prepare();
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = dialect.ToDriver(values[i].Value);
        return command;
    }

    internal static void Bind(Dialect dialect, DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = dialect.ToDriver(value);
        command.Parameters.Add(parameter);
    }
}
