using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;

namespace HalfSky.Host.Migrations;

/// <summary>Which migrations belong to which database.</summary>
public static class MigrationSets
{
    /// <summary>The set of a dialect.</summary>
    public static MigrationSet Of(Dialect dialect) => dialect is SqliteDialect
        ? MigrationSet.Of((options, catalog) => new SqliteDb(options, catalog))
        : MigrationSet.Of((options, catalog) => new PostgresDb(options, catalog));
}
