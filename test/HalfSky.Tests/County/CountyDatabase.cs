using HalfSky.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HalfSky.Tests;

/// <summary>A data folder and, on PostgreSQL, a database of its own; both gone when disposed.</summary>
public sealed class CountyDatabase(DataFolder folder, string? connection) : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("HALFSKY_TEST_POSTGRES") is { Length: > 0 } s ? s : null;

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; } = folder;

    /// <summary>Connection string on PostgreSQL, null for the file in the folder.</summary>
    public string? Connection { get; } = connection;

    /// <summary>An empty one.</summary>
    public static async Task<CountyDatabase> Make()
    {
        var folder = NewFolder();
        return new(folder, Server is null ? null : await Create(folder, null));
    }

    /// <summary>One that holds what this one holds; nobody may be connected to this one.</summary>
    public async Task<CountyDatabase> Copy()
    {
        var folder = NewFolder();
        foreach (var file in Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.Path, Path.GetRelativePath(Folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return new(folder, Connection is null ? null : await Create(folder, new NpgsqlConnectionStringBuilder(Connection).Database));
    }

    /// <summary>Lets go of every connection, so that the files can be copied or taken away.</summary>
    public async Task Close()
    {
        if (Connection is null)
        {
            using var own = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Folder.Database, ForeignKeys = true, DefaultTimeout = 30 }.ToString());
            SqliteConnection.ClearPool(own);
            return;
        }
        await Admin($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(Connection).Database}'");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Close();
        if (Connection is not null) await Admin($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(Connection).Database} WITH (FORCE)");
        Directory.Delete(Folder.Path, recursive: true);
    }

    private static DataFolder NewFolder() => new(Path.Combine(Path.GetTempPath(), "halfsky-county-" + Guid.CreateVersion7().ToString("n")));

    private static async Task<string> Create(DataFolder folder, string? template)
    {
        var name = Path.GetFileName(folder.Path).Replace('-', '_');
        await Admin($"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"));
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
    }

    private static async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The seeded county, made once a process and copied for each test class.</summary>
internal sealed class CountyTemplate(CountyDatabase database, CountyFacts facts)
{
    private static readonly Lazy<Task<CountyTemplate>> Only = new(Make);
    private static readonly SemaphoreSlim Copying = new(1, 1);

    public CountyFacts Facts => facts;

    public static Task<CountyTemplate> Take() => Only.Value;

    /// <summary>PostgreSQL copies a template for one at a time.</summary>
    public async Task<CountyDatabase> Copy()
    {
        await Copying.WaitAsync();
        try
        {
            return await database.Copy();
        }
        finally
        {
            Copying.Release();
        }
    }

    private static async Task<CountyTemplate> Make()
    {
        var database = await CountyDatabase.Make();
        var app = await County.Build(database, new TestClock(), jobs: false);
        var facts = await new Seeding(app.Services).Plant();
        await County.Stop(app);
        await database.Close();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().Wait();
        return new(database, facts);
    }
}
