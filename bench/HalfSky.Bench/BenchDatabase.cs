using HalfSky.Platform.Data;
using Npgsql;

namespace HalfSky.Bench;

/// <summary>A data folder of its own and, with HALFSKY_TEST_POSTGRES, a database of its own; both gone at the end.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? server;

    private BenchDatabase(DataFolder folder, string? server, string? connection) => (Folder, this.server, Connection) = (folder, server, connection);

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; }

    /// <summary>Connection string on PostgreSQL.</summary>
    public string? Connection { get; }

    /// <summary>“sqlite” or “postgres”.</summary>
    public string Kind => Connection is null ? "sqlite" : "postgres";

    /// <summary>Leave it behind, to look at plans.</summary>
    public bool Keep { get; init; }

    public static async Task<BenchDatabase> Make(bool keep)
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), "halfsky-bench-" + Guid.CreateVersion7().ToString("n")));
        if (Environment.GetEnvironmentVariable("HALFSKY_TEST_POSTGRES") is not { Length: > 0 } server) return new(folder, null, null) { Keep = keep };
        var name = Path.GetFileName(folder.Path).Replace('-', '_');
        await Admin(server, $"CREATE DATABASE {name}");
        return new(folder, server, new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString) { Keep = keep };
    }

    public async ValueTask DisposeAsync()
    {
        if (Keep)
        {
            Console.WriteLine($"kept: {Connection ?? Folder.Path}");
            return;
        }
        if (Connection is not null) await Admin(server!, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(Connection).Database} WITH (FORCE)");
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private static async Task Admin(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
