using HalfSky.Host.Migrations;
using HalfSky.Modules;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HalfSky.Migrations;

/// <summary>Started by dotnet-ef alone, which looks for the two makers below.</summary>
internal static class Program
{
    private static void Main() => Console.Error.WriteLine("bin/migrate makes migrations; this program has nothing to run");

    /// <summary>Options of a dialect. Nothing is connected to: a migration is made from the model.</summary>
    public static DbContextOptions Options(Dialect dialect)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        dialect.Configure(options);
        return options.Options;
    }
}

/// <summary>The SQLite context for dotnet-ef.</summary>
internal sealed class SqliteMaker : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(Program.Options(new SqliteDialect("unused.db")), Shipped.Catalog());
}

/// <summary>The PostgreSQL context for dotnet-ef.</summary>
internal sealed class PostgresMaker : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(Program.Options(new PostgresDialect("Host=unused")), Shipped.Catalog());
}
