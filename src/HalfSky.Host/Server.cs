using HalfSky.Host.Migrations;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Shell;

namespace HalfSky.Host;

/// <summary>Builds the web application; used by `serve` and by the tests.</summary>
public static class Server
{
    /// <summary>The application over a data folder, ready to start.</summary>
    /// <param name="folder">Data folder.</param>
    /// <param name="database">PostgreSQL connection string; null for SQLite in the data folder.</param>
    /// <param name="urls">Addresses to listen on; null leaves it to the caller.</param>
    /// <param name="set">Last changes to the builder, for tests.</param>
    public static async Task<WebApplication> Build(DataFolder folder, string? database, string? urls, Action<WebApplicationBuilder>? set = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Server).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k => { k.AddServerHeader = false; k.Limits.MaxRequestBodySize = 64L << 20; });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (urls is not null) builder.WebHost.UseUrls(urls);
        var dialect = Dialect(folder, database);
        builder.Services.AddHalfSky(folder, dialect, MigrationSets.Of(dialect));
        builder.Services.AddOpenApi(ApiDocument.Set);
        set?.Invoke(builder);
        var app = builder.Build();
        await Application.Prepare(app.Services);
        app.UseHalfSky();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }

    /// <summary>The dialect of a connection string, SQLite without one.</summary>
    public static Dialect Dialect(DataFolder folder, string? database) =>
        database is null ? new SqliteDialect(folder.Database) : new PostgresDialect(database);
}
