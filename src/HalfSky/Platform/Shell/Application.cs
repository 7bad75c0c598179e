using System.Text.Encodings.Web;
using System.Text.Unicode;
using HalfSky.Kernel;
using HalfSky.Modules;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Pages;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;

namespace HalfSky.Platform.Shell;

/// <summary>Puts the application together: services, then the pipeline.</summary>
public static class Application
{
    /// <summary>Services of the application over one data folder and database.</summary>
    public static IServiceCollection AddHalfSky(this IServiceCollection services, DataFolder folder, Dialect dialect, MigrationSet migrations)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new Clock(s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(folder);
        services.AddSingleton(dialect);
        services.AddSingleton(migrations);
        services.AddSingleton(_ => Vault.Open(folder));
        services.AddSingleton(_ => Shipped.Catalog());
        services.AddSingleton(s => s.GetRequiredService<Catalog>().Roles);
        services.AddSingleton<ReferenceSource>();
        services.AddSingleton(s =>
        {
            var options = new DbContextOptionsBuilder<AppDb>().UseLoggerFactory(s.GetRequiredService<ILoggerFactory>())
                // Identity maps what we leave out on purpose (R1).
                .ConfigureWarnings(w => w.Ignore(CoreEventId.MappedEntityTypeIgnoredWarning, CoreEventId.MappedPropertyIgnoredWarning));
            dialect.Configure(options);
            return options.Options;
        });
        services.AddScoped(s => new AppDb(s.GetRequiredService<DbContextOptions<AppDb>>(), s.GetRequiredService<Catalog>()));
        services.AddScoped<Session>();
        services.AddScoped<Upgrade>();
        services.AddScoped<Recording>();
        services.AddScoped<Names>();
        services.AddScoped<Desk>();
        services.AddScoped<Imports.Importing>();
        services.AddScoped<Imports.ImportFiles>();
        services.AddScoped<Imports.TakeBack>();
        services.AddScoped<Store>();
        services.AddScoped<DutyLines>();
        services.AddScoped<Places.PlaceBook>();
        services.AddScoped<Measures.Reported.Reporting>();
        services.AddScoped<PostsOf>(s => s.GetRequiredService<HeldPosts>().Of);
        services.AddScoped<PostHolders>(s => s.GetRequiredService<HeldPosts>().Holders);
        services.AddScoped<HeldPosts>();
        services.AddAccess();
        services.AddHalfSkyApi();
        services.AddSingleton<Func<DbContext>>(s => () => new AppDb(s.GetRequiredService<DbContextOptions<AppDb>>(), s.GetRequiredService<Catalog>()));
        services.AddSingleton(s => new AttachmentFiles(folder, s.GetRequiredService<Vault>()));
        services.AddSingleton<Erasure>();
        services.AddSingleton<ChainCheck>();
        services.AddHostedService<SealerJob>();
        services.AddHostedService<AttachmentSweep>();
        services.AddHostedService<DutyJob>();
        services.AddSingleton<Imports.ImportJob>();
        services.AddHostedService(s => s.GetRequiredService<Imports.ImportJob>());
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(o => { o.MultipartBodyLengthLimit = 64L << 20; o.ValueLengthLimit = 1 << 20; o.ValueCountLimit = 4096; });
        services.AddRazorPages(o => o.RootDirectory = "/").AddApplicationPart(typeof(Application).Assembly)
            .AddMvcOptions(o => o.Filters.Add<RefusalFilter>());
        services.AddResponseCompression(o => o.EnableForHttps = true);
        return services;
    }

    /// <summary>The pipeline, in order.</summary>
    public static WebApplication UseHalfSky(this WebApplication app)
    {
        app.UseMiddleware<Mishaps>();
        app.UseResponseCompression();
        app.UseAccess();
        app.UseMiddleware<StaticCache>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapAttachments();
        app.MapHalfSkyApi();
        app.MapGet("/healthz", () => "ok").AllowAnonymous();
        RootPlace.PlantOn(app.Services.GetRequiredService<FirstRun>());
        return app;
    }

    /// <summary>Brings the database up to date: migrations, what EF's model cannot say, tables of defined registers.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken ct = default)
    {
        // Before the database exists: a database without keys is refused, an empty folder gets new ones.
        services.GetRequiredService<Vault>();
        using var scope = services.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        await scope.ServiceProvider.GetRequiredService<Upgrade>().Run(ct);
        await session.Open(ct);
        foreach (var statement in session.Dialect.Extras)
        {
            await using var command = session.Command(statement);
            await command.ExecuteNonQueryAsync(ct);
        }
        var source = scope.ServiceProvider.GetRequiredService<ReferenceSource>();
        await source.Take(session, ct);
        await TallyBook.CatchUp(session, source, ct);
    }
}
