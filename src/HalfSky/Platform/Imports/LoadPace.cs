using System.Diagnostics;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Imports;

/// <summary>How long the pieces of a load may be, and the pauses between them: as fast as it goes while nobody else writes, and never long before whoever does.</summary>
/// <param name="session">The session it is written by.</param>
/// <param name="many">So many rows that the database is told of a load.</param>
internal sealed class LoadPace(Session session, bool many)
{
    private const int Smallest = 20, Largest = 2000;

    /// <summary>How long a transaction may keep other writers waiting, and how long it may take while there are none.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(160), Alone = TimeSpan.FromMilliseconds(250);

    /// <summary>Who waits for the file asks again every 50 ms in the first quarter of a second: a shorter pause may be missed, time after time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>For so long after another wrote, a pause follows every piece.</summary>
    private static readonly TimeSpan Polite = TimeSpan.FromSeconds(5);

    // Alone, a pause every tenth piece lets a first one in; the log is brought into the file at every twentieth.
    private const int Open = 10, Tidy = 20;
    private long? others;
    private long until;
    private int pieces;

    /// <summary>Rows of the next piece.</summary>
    public int Size { get; private set; } = 250;

    /// <summary>Tells the database of the load.</summary>
    public async Task Begin(CancellationToken ct)
    {
        if (many) await session.Say(session.Dialect.BeforeLoad, ct);
    }

    /// <summary>After a piece: its time says how long the next may be, and whoever waited has the file.</summary>
    public async Task After(TimeSpan held, CancellationToken ct)
    {
        var (now, changes) = (Stopwatch.GetTimestamp(), session.Dialect.Changes);
        if (many && changes is not null)
        {
            var seen = await session.Ask(changes, ct);
            if (others is { } before && before != seen) until = now + (long)(Polite.TotalSeconds * Stopwatch.Frequency);
            others = seen;
        }
        var polite = now < until;
        Size = Math.Clamp((int)(Size * Math.Clamp((many && !polite ? Alone : Hold) / held, 0.3, 1.5)), Smallest, Largest);
        if (!many || changes is null) return;
        pieces++;
        if (polite || pieces % Tidy == 0) await session.Say(session.Dialect.DuringLoad, ct);
        var left = Pause - Stopwatch.GetElapsedTime(now);
        if ((polite || pieces % Open == 0) && left > TimeSpan.Zero) await Task.Delay(left, ct);
    }

    /// <summary>The load is over: what was written outlives a power cut from here on.</summary>
    public async Task End(CancellationToken ct)
    {
        if (many) await session.Say(session.Dialect.AfterLoad, ct);
    }
}
