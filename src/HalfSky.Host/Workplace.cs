using HalfSky.Host.Migrations;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Host;

/// <summary>The application's services without the web, for one command.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    /// <summary>The command line belongs to whoever has the machine: it could read the files anyway.</summary>
    public static readonly Scope Everything = Scope.Whole("the command line is used by who holds the machine itself");

    private static readonly Problem NoData = new("data.none", "这个文件夹里还没有数据。先运行 halfsky serve（新装）、halfsky demo（演示）或 halfsky restore（恢复备份），或者用 --data 指明文件夹。");

    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;
    private readonly Dialect dialect;
    private readonly string? passing;

    private Workplace(DataFolder folder, string? database, string? passing)
    {
        this.passing = passing;
        (Folder, Database, dialect) = (folder, database, Server.Dialect(folder, database));
        services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Warning)).AddHalfSky(folder, dialect, MigrationSets.Of(dialect)).BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; }

    /// <summary>PostgreSQL connection, if that is used.</summary>
    public string? Database { get; }

    /// <summary>Schema of this program, a text that rises with every version.</summary>
    public string Schema => SchemaOf(dialect);

    /// <summary>Opens a data folder that holds data.</summary>
    /// <exception cref="Refusal">It holds none.</exception>
    public static async Task<Workplace> Open(string data, string? database, CancellationToken ct, bool prepare = true)
    {
        if (!HasData(data, database)) throw new Refusal(NoData);
        var place = new Workplace(new DataFolder(data), database, null);
        if (prepare) await Application.Prepare(place.services, ct);
        return place;
    }

    /// <summary>Opens the data folder, or, where there is none yet, the shipped vocabulary alone: nothing is made where it was asked for.</summary>
    public static async Task<Workplace> OpenOrShipped(string data, string? database, CancellationToken ct)
    {
        if (HasData(data, database)) return await Open(data, database, ct);
        var passing = Path.Combine(Path.GetTempPath(), "halfsky-" + Guid.CreateVersion7().ToString("n"));
        var place = new Workplace(new DataFolder(passing), null, passing);
        await Application.Prepare(place.services, ct);
        return place;
    }

    /// <summary>Is there anything in the folder?</summary>
    public static bool HasData(string data, string? database) => database is not null || File.Exists(Path.Combine(data, "halfsky.db"));

    /// <summary>Schema of this program on a database: its last migration.</summary>
    public static string SchemaOf(Dialect dialect) => MigrationSets.Of(dialect).Ids[^1];

    /// <summary>A service.</summary>
    public T Of<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The reference facts.</summary>
    public Task<Reference> Reference(CancellationToken ct) => Of<Desk>().Reference(ct);

    /// <summary>Reads measures.</summary>
    public Task<Evaluator> Evaluator(CancellationToken ct) => Of<Desk>().Evaluator(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
        (dialect as IDisposable)?.Dispose();
        if (passing is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(passing, recursive: true);
    }
}
