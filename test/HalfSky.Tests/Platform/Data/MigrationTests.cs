using HalfSky.Host;
using HalfSky.Host.Migrations;
using HalfSky.Kernel;
using HalfSky.Modules;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Places;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Platform.Data;

public sealed class MigrationTests
{
    [Fact]
    public void Nothing_in_the_model_waits_for_a_migration()
    {
        using var postgres = new PostgresDialect("Host=unused");
        foreach (var dialect in new Dialect[] { new SqliteDialect("unused.db"), postgres })
        {
            var options = new DbContextOptionsBuilder<AppDb>();
            dialect.Configure(options);
            using var db = MigrationSets.Of(dialect).Open(options.Options, Shipped.Catalog());
            Assert.False(db.Database.HasPendingModelChanges(), $"{dialect.Name}: the model changed; run bin/migrate");
            Assert.NotEmpty(db.GetService<IMigrationsAssembly>().Migrations);
            Assert.Equal(db.GetService<IMigrationsAssembly>().Migrations.Keys, MigrationSets.Of(dialect).Ids);
        }
    }

    [Fact]
    public async Task A_second_start_finds_nothing_to_do_and_makes_no_copy()
    {
        await using var database = await CountyDatabase.Make();
        for (var start = 0; start < 2; start++)
        {
            await using var app = await Start(database);
            using var scope = app.Services.CreateScope();
            Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<Upgrade>().Run());
        }
        Assert.Empty(Directory.GetFiles(database.Folder.Backups));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await using var database = await CountyDatabase.Make();
        await using (var app = await Start(database)) await Run(app, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0')");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Start(database));
        Assert.Equal("data.newer", refusal.Problems[0].Code);
        Assert.Contains("更新版本", refusal.Problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_copies_the_file_first_and_puts_it_back_when_it_fails()
    {
        await using var database = await CountyDatabase.Make();
        if (database.Connection is not null) return;
        await using (var app = await Start(database))
        {
            using var scope = app.Services.CreateScope();
            var session = scope.ServiceProvider.GetRequiredService<Session>();
            await session.Write(_ => { session.Db.Add(new Place { Number = Branch.Root.Value, Name = "青禾县", From = new(2020, 1, 1) }); return Task.CompletedTask; });
            // A killed upgrade left its lock; an earlier migration is applied and the real one is taken for pending: its tables exist, so it must fail.
            await Run(app, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20000101000000_Before', '1.0')");
            await Run(app, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" <> '20000101000000_Before'");
            await Run(app, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2000-01-01')");
        }
        await database.Close();
        var dialect = new SqliteDialect(database.Folder.Database);
        var real = MigrationSets.Of(dialect);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Start(database, real with { Ids = ["20000101000000_Before", .. real.Ids] }));
        Assert.Equal("upgrade.failed", refusal.Problems[0].Code);
        Assert.Single(Directory.GetFiles(database.Folder.Backups, "before-*.db"));
        await database.Close();
        var options = new DbContextOptionsBuilder<AppDb>();
        dialect.Configure(options);
        await using var db = new AppDb(options.Options, Shipped.Catalog());
        Assert.Equal("青禾县", (await db.Set<Place>().SingleAsync()).Name);
    }

    private static Task<WebApplication> Start(CountyDatabase database, MigrationSet? set = null) =>
        Server.Build(database.Folder, database.Connection, null, builder => { if (set is not null) builder.Services.AddSingleton(set); });

    private static async Task Run(WebApplication app, string sql)
    {
        using var scope = app.Services.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        await session.Open(default);
        await using var command = session.Command(sql);
        await command.ExecuteNonQueryAsync();
    }
}
