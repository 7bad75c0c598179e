using HalfSky.Host;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HalfSky.Bench;

/// <summary>The application's services without HTTP and background jobs: what a handler costs by itself.</summary>
internal sealed class InProcess(WebApplication app) : IAsyncDisposable
{
    /// <summary>Opens the application over the database, migrating it.</summary>
    public static async Task<InProcess> Open(BenchDatabase database, TimeProvider? time = null) =>
        new(await Server.Build(database.Folder, database.Connection, null, b =>
        {
            b.Services.RemoveAll<IHostedService>();
            if (time is not null) b.Services.AddSingleton(time);
        }));

    /// <summary>Runs work in a scope of its own; as the account, when one is given.</summary>
    public async Task<T> Run<T>(Guid? account, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (account is { } id)
        {
            var row = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id);
            await scope.ServiceProvider.GetRequiredService<CurrentUserSource>().Become(row, null, default);
        }
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        var dialect = app.Services.GetRequiredService<Dialect>();
        await app.DisposeAsync();
        (dialect as IDisposable)?.Dispose();
    }
}
