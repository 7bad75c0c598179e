using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// Once a day takes away contents no row speaks of (their save failed), contents taken off their entries long enough ago, and
/// temporary files left by a kill.
/// </summary>
public sealed class AttachmentSweep(DataFolder folder, Func<DbContext> open, Clock clock, ILogger<AttachmentSweep> log) : BackgroundService
{
    private static readonly TimeSpan Young = TimeSpan.FromDays(1), Undoable = TimeSpan.FromDays(30);

    /// <summary>Sweeps once; returns how many files went.</summary>
    public async Task<int> Run(CancellationToken cancel = default)
    {
        var gone = 0;
        foreach (var shelf in Directory.EnumerateDirectories(folder.Files))
        {
            var old = Directory.EnumerateFiles(shelf).Where(IsOld).ToList();
            foreach (var temporary in old.Where(f => f.EndsWith(".tmp", StringComparison.Ordinal)))
            {
                DiskFile.TryDelete(temporary);
                gone++;
            }
            foreach (var some in old.Where(f => !f.EndsWith(".tmp", StringComparison.Ordinal)).Chunk(500))
            {
                var wanted = await WantedAmong([.. some.Select(HashOf)], cancel);
                // Its age is asked again: it may have been accepted anew while we looked.
                foreach (var file in some.Where(f => !wanted.Contains(HashOf(f)) && IsOld(f)))
                {
                    DiskFile.TryDelete(file);
                    gone++;
                }
            }
        }
        return gone;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1));
        do
        {
            try
            {
                if (await Run(stoppingToken) is > 0 and var gone) log.LogInformation("Swept {Count} unused attachment files.", gone);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The sweep of attachments failed; it is tried again tomorrow.");
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<HashSet<string>> WantedAmong(string[] hashes, CancellationToken cancel)
    {
        await using var db = open();
        var undoable = clock.Now - Undoable;
        return [.. await db.Set<Attachment>().AsNoTracking()
            .Where(a => hashes.Contains(a.ContentHash) && (a.RemovedAt == null || a.RemovedAt > undoable))
            .Select(a => a.ContentHash).Distinct().ToListAsync(cancel)];
    }

    private bool IsOld(string file) => File.GetLastWriteTimeUtc(file) < clock.Now - Young;

    private static string HashOf(string file) => Path.GetFileName(Path.GetDirectoryName(file)) + Path.GetFileName(file);
}
