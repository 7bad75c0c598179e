using HalfSky.Kernel;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HalfSky.Platform.Events;

/// <summary>
/// Numbers the events and links their digests about every second, so that writers never queue behind the chain (D9). After a start it
/// first replays the erasures, in case the database was restored, and catches up with what was not yet numbered.
/// </summary>
public sealed class SealerJob(Func<DbContext> open, Vault vault, Erasure erasure, Clock clock, ILogger<SealerJob> log) : BackgroundService
{
    /// <summary>Events of one transaction: few enough that nobody waits for it.</summary>
    public const int Batch = 500;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1), AfterFailure = TimeSpan.FromSeconds(10), Breath = TimeSpan.FromMilliseconds(15);
    private DateOnly _headPrinted;

    /// <summary>Seals at most <see cref="Batch"/> events in one short transaction; returns how many.</summary>
    public async Task<int> SealBatch(CancellationToken cancel = default)
    {
        await using var db = open();
        // Numbering rewrites rows: what moves must leave no copy behind that a later erasure would not reach.
        await SqliteFile.Overwrite(db, cancel);
        var head = await db.Set<EventHead>().SingleOrDefaultAsync(cancel);
        // Read before the transaction: a row never changes but by erasure, and no other column than payload and salt then.
        // Ordered by the number too, although it is always null here, so that PostgreSQL takes the index.
        var rows = await db.Set<EventRow>().AsNoTracking().Where(e => e.Seq == null)
            .OrderBy(e => e.Seq).ThenBy(e => e.At).ThenBy(e => e.Id).Take(Batch)
            .Select(e => new EventRow
            {
                Id = e.Id, At = e.At, Actor = e.Actor, Register = e.Register, Entry = e.Entry, Org = e.Org, Place = e.Place,
                Verb = e.Verb, EntryVersion = e.EntryVersion, Request = e.Request, Digest = e.Digest,
            })
            .ToListAsync(cancel);
        if (head is null) db.Add(head = new EventHead());
        else if (rows.Count == 0) return 0;
        foreach (var row in rows)
        {
            var link = row.LinkAfter(vault, head.Link, head.Seq + 1);
            db.Attach(row);
            (row.Seq, row.Link) = (head.Seq + 1, link);
            (head.Seq, head.Link) = (head.Seq + 1, link);
        }
        // The head's number is a concurrency token: a second sealer that read the same head writes nothing at all.
        await db.SaveChangesAsync(cancel);
        return rows.Count;
    }

    /// <summary>Seals all there is; returns how many.</summary>
    public async Task<int> SealAll(CancellationToken cancel = default)
    {
        for (var all = 0; ;)
        {
            var some = await SealBatch(cancel);
            all += some;
            if (some < Batch) return all;
            // While catching up, whoever waits to write goes first.
            await Task.Delay(Breath, cancel);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        var replayed = false;
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!replayed) await Replay(stoppingToken);
                replayed = true;
                await SealAll(stoppingToken);
                await PrintHead(stoppingToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another server sealed these; the next beat goes on from there.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Events could not be sealed; they keep, and are tried again.");
                await Task.Delay(AfterFailure, stoppingToken);
            }
        }
    }

    private async Task Replay(CancellationToken cancel)
    {
        await using var db = open();
        if (await erasure.Replay(db, cancel) is > 0 and var count) log.LogInformation("Replayed erasures: {Count} payloads.", count);
    }

    // Printed once a day, on paper or in the log, a head proves that what lay before it was not rewritten since.
    private async Task PrintHead(CancellationToken cancel)
    {
        if (_headPrinted == clock.Today) return;
        await using var db = open();
        var head = await db.Set<EventHead>().AsNoTracking().SingleAsync(cancel);
        log.LogInformation("Event chain on {Day:yyyy-MM-dd}: number {Seq}, link {Link}", clock.Today, head.Seq, Convert.ToHexStringLower(head.Link));
        _headPrinted = clock.Today;
    }
}
