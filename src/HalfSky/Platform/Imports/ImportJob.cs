using System.Threading.Channels;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HalfSky.Platform.Imports;

/// <summary>Writes confirmed imports, one after another, in the name of who confirmed them; at start it goes on with what a stop interrupted. Forgets files after thirty days.</summary>
/// <param name="services">Makes a scope for each import.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public sealed class ImportJob(IServiceProvider services, Clock clock, ILogger<ImportJob> log) : BackgroundService
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Does all that waits; the tests call it, the program waits for the bell.</summary>
    public async Task Run(CancellationToken ct)
    {
        while (await Next(ct) is { } next)
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                await Do(scope.ServiceProvider, next, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception error)
            {
                if (error is not Refusal) log.LogError(error, "import {Import} failed", next.Id);
                await using var aside = services.CreateAsyncScope();
                var session = aside.ServiceProvider.GetRequiredService<Session>();
                await session.Write(async c =>
                {
                    var import = await session.Db.Set<Import>().SingleAsync(i => i.Id == next.Id, c);
                    (import.Stage, import.EndedAt) = (ImportStage.Failed, clock.Now);
                    import.Words = error is Refusal refusal ? string.Join(" ", refusal.Problems.Select(p => p.Text)) : next.Stage is ImportStage.TakingBack ? "程序出错，没有撤完。再点一次“整批撤回”会接着撤。" : "程序出错，没有做完。写进去的行都在；再导一次同一个文件会接着做，不会重复。";
                }, ct);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Run(stoppingToken);
                await Forget(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "imports were not worked at; tried again in ten minutes");
            }
            await Task.WhenAny(bell.Reader.WaitToReadAsync(stoppingToken).AsTask(), Task.Delay(TimeSpan.FromMinutes(10), stoppingToken));
            bell.Reader.TryRead(out _);
        }
    }

    private async Task<Import?> Next(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Session>().Db.Set<Import>().AsNoTracking().Where(i => i.Stage == ImportStage.Running || i.Stage == ImportStage.TakingBack).OrderBy(i => i.At).FirstOrDefaultAsync(ct);
    }

    private static async Task Do(IServiceProvider scope, Import import, CancellationToken ct)
    {
        var account = await scope.GetRequiredService<Session>().Db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == import.By, ct);
        await scope.GetRequiredService<CurrentUserSource>().Become(account, null, ct);
        if (import.Stage is ImportStage.Running) await scope.GetRequiredService<Importing>().Continue(import.Id, ct);
        else await scope.GetRequiredService<TakeBack>().Run(import.Id, ct);
    }

    private async Task Forget(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (before, yesterday) = (clock.Now - Import.Undoable, clock.Now.AddDays(-1));
        // The command line was killed: what it wrote can be taken back.
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        var killed = session.Db.Set<Import>().Where(i => i.Stage == ImportStage.AtHand && i.At < yesterday);
        if (await killed.AnyAsync(ct))
        {
            await session.Write(async c =>
            {
                foreach (var import in await killed.ToListAsync(c)) (import.Stage, import.EndedAt) = (ImportStage.Stopped, clock.Now);
            }, ct);
        }
        var files = scope.ServiceProvider.GetRequiredService<ImportFiles>();
        foreach (var id in await session.Db.Set<Import>().Where(i => i.At < before).Select(i => i.Id).ToListAsync(ct)) files.Forget(id);
    }
}
