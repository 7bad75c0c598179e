using HalfSky.Host;
using HalfSky.Modules;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HalfSky.Tests.Shape;

/// <summary>What a province of many roots needs of the schema (D7): the rules a model can show, on both providers.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_model_keeps_the_rules_of_many_roots(string provider)
    {
        using var db = Open(provider);
        var model = db.GetService<IDesignTimeModel>().Model;
        Assert.Empty(model.GetSequences());
        Assert.DoesNotContain(model.GetAnnotations(), a => a.Name.Contains("PostgresExtension", StringComparison.Ordinal));
        Assert.All(model.GetEntityTypes(), e =>
        {
            Assert.True(e.FindPrimaryKey() is not null, $"{e.GetTableName()} has no key (R10)");
            Assert.True(e.GetSchema() is null, $"{e.GetTableName()} names a schema (R4)");
            Assert.Empty(e.GetDeclaredTriggers());
            Assert.All(e.GetForeignKeys(), k => Assert.Null(k.PrincipalEntityType.GetSchema()));
            foreach (var p in e.GetProperties())
            {
                Assert.True(p.ValueGenerated is ValueGenerated.Never, $"{e.GetTableName()}.{p.Name} is made by the database (R1)");
                Assert.True(p.GetDefaultValueSql() is null && p.GetComputedColumnSql() is null, $"{e.GetTableName()}.{p.Name} is computed by the database (R2)");
                Assert.DoesNotContain(p.GetAnnotations(), a => a.Name.Contains("ValueGenerationStrategy", StringComparison.Ordinal) && a.Value?.ToString() is not "None");
                var type = Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType;
                Assert.True(type != typeof(decimal) && type != typeof(TimeSpan) && type != typeof(ulong) && (type != typeof(DateTimeOffset) || p.GetValueConverter() is not null),
                    $"{e.GetTableName()}.{p.Name}: {type.Name} does not sort alike on both databases");
            }
        });
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        using var sqlite = Open("sqlite");
        using var postgres = Open("postgres");
        Assert.Equal(Columns(sqlite), Columns(postgres));

        static List<string> Columns(AppDb db) => [.. db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()} {p.IsNullable}")).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Migrations_hold_no_sql_of_their_own()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Source.Root, "src/HalfSky.Host/Migrations"), "*.cs", SearchOption.AllDirectories))
            Assert.DoesNotMatch(@"\.Sql\(|CreateSequence|Autoincrement|UseIdentity\w*Column\(|NpgsqlValueGenerationStrategy\.(Identity|Serial)|RenameConstraint|CreateTrigger", File.ReadAllText(file));
    }

    [Fact]
    public void Folders_stay_small_enough_to_be_looked_through()
    {
        // The two that everything stands on.
        string[] full = ["src/HalfSky/Platform/Access", "src/HalfSky/Platform/Registers"];
        Assert.Equal([], Source.Files(".cs").GroupBy(f => f.Path[..f.Path.LastIndexOf('/')]).Where(g => g.Count() > 20 && !full.Contains(g.Key)).Select(g => $"{g.Key} {g.Count()}"));
    }

    private static AppDb Open(string provider)
    {
        Dialect dialect = provider == "sqlite" ? new SqliteDialect("none.db") : new PostgresDialect("Host=none;Database=none");
        var options = new DbContextOptionsBuilder<AppDb>();
        dialect.Configure(options);
        return new AppDb(options.Options, Shipped.Catalog());
    }
}
