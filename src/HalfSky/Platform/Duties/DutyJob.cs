using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HalfSky.Platform.Duties;

/// <summary>Makes the duties of a new cycle soon after midnight, and at start. Repeating it makes nothing twice.</summary>
public sealed class DutyJob(IServiceProvider services, Clock clock, ILogger<DutyJob> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? rolled = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (rolled != clock.Today)
                {
                    using var scope = services.CreateScope();
                    var session = scope.ServiceProvider.GetRequiredService<Session>();
                    var reference = await scope.ServiceProvider.GetRequiredService<ReferenceSource>().Take(session, stoppingToken);
                    var today = clock.Today;
                    await session.Write(ct => new DutyBook(session, reference, clock).Roll(ct), stoppingToken);
                    rolled = today;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "duties were not rolled; tried again in ten minutes");
            }
            await Task.Delay(TimeSpan.FromMinutes(10), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
