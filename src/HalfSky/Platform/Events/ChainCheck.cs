using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Events;

/// <summary>Recomputes every digest and link of the event log, in pieces, so that it holds no long transaction and little memory.</summary>
public sealed class ChainCheck(Func<DbContext> open, Vault vault, Erasure erasure)
{
    private const int Piece = 1000, MostFaults = 1000;

    /// <summary>Checks all events.</summary>
    /// <param name="progress">Told the number of events checked so far.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<ChainReport> Run(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var (lines, altered) = erasure.Read();
        var walk = new Walk(vault, lines.GroupBy(l => l.Entry).ToDictionary(g => g.Key, g => g.Max(l => l.At)));
        foreach (var line in altered) walk.Fault(null, null, $"擦除名单第 {line} 行被改动过，不作数");
        for (var after = 0L; await Read(after, cancel) is { Count: > 0 } rows; after = rows[^1].Seq!.Value)
        {
            rows.ForEach(walk.Sealed);
            progress?.Report(walk.Count);
        }
        // The head is read after the rows: the sealer may have gone on meanwhile, but never back.
        await using var db = open();
        var head = await db.Set<EventHead>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if ((head?.Seq ?? 0) < walk.Last) walk.Fault(walk.Last, null, "链尾记录的编号小于最后一条事件");
        else if (head is not null && head.Seq == walk.Last && walk.Last > 0 && !head.Link.AsSpan().SequenceEqual(walk.Link))
            walk.Fault(walk.Last, null, "链尾记录与最后一条事件对不上");
        else if (head is not null && head.Seq > walk.Last && !await Goes(db, walk.Last + 1, head.Seq, cancel))
            walk.Fault(walk.Last + 1, null, $"第 {walk.Last + 1} 至 {head.Seq} 号事件缺失");
        await Unsealed(db, walk, cancel);
        return new ChainReport(walk.Count, walk.Waiting, walk.Erased, walk.Last, Convert.ToHexStringLower(walk.Link), walk.Faults);
    }

    private async Task<List<EventRow>> Read(long after, CancellationToken cancel)
    {
        await using var db = open();
        var rows = await db.Set<EventRow>().AsNoTracking().Where(e => e.Seq > after).OrderBy(e => e.Seq).Take(Piece).ToListAsync(cancel);
        // A piece may end amid rows that were given one number by hand; the rest of them belongs to it.
        if (rows.Count == Piece && rows[^1].Seq is { } last)
            rows = [.. rows.Where(r => r.Seq != last), .. await db.Set<EventRow>().AsNoTracking().Where(e => e.Seq == last).ToListAsync(cancel)];
        return rows;
    }

    private static async Task<bool> Goes(DbContext db, long from, long to, CancellationToken cancel) =>
        await db.Set<EventRow>().CountAsync(e => e.Seq >= from && e.Seq <= to, cancel) == to - from + 1;

    private static async Task Unsealed(DbContext db, Walk walk, CancellationToken cancel)
    {
        await foreach (var row in db.Set<EventRow>().AsNoTracking().Where(e => e.Seq == null).AsAsyncEnumerable().WithCancellation(cancel))
            walk.Unsealed(row);
    }

    private sealed class Walk(Vault vault, Dictionary<Guid, DateTime> erasures)
    {
        public long Count { get; private set; }
        public long Waiting { get; private set; }
        public long Erased { get; private set; }
        public long Last { get; private set; }
        public byte[] Link { get; private set; } = new byte[32];
        public List<ChainFault> Faults { get; } = [];

        public void Sealed(EventRow row)
        {
            var seq = row.Seq!.Value;
            Count++;
            Content(row);
            if (seq == Last) Fault(seq, row.Id, $"第 {seq} 号有两条事件");
            else if (seq != Last + 1) Fault(seq, row.Id, $"第 {Last + 1} 至 {seq - 1} 号事件缺失");
            else if (row.Link is null || !row.Link.AsSpan().SequenceEqual(row.LinkAfter(vault, Link, seq)))
                Fault(seq, row.Id, $"第 {seq} 号事件被改动过：时间、人员、组织等与链不符");
            // Goes on from the link as kept, so that one altered row is reported once and not with all that follow.
            Last = seq;
            Link = row.Link ?? Link;
        }

        public void Unsealed(EventRow row)
        {
            Waiting++;
            Content(row);
        }

        public void Fault(long? seq, Guid? id, string text)
        {
            if (Faults.Count < MostFaults) Faults.Add(new ChainFault(seq, id, text));
        }

        private void Content(EventRow row)
        {
            if (row.DigestHolds(vault)) return;
            var name = row.Seq is { } seq ? $"第 {seq} 号事件" : $"未编号的事件 {row.Id}";
            if (row.Payload is not null) Fault(row.Seq, row.Id, $"{name}的内容被改动过");
            else if (erasures.TryGetValue(row.Entry, out var at) && row.At <= at) Erased++;
            else Fault(row.Seq, row.Id, $"{name}的内容不见了，又不在擦除名单里");
        }
    }
}

/// <summary>What a check of the event log found.</summary>
/// <param name="Sealed">Events with a number.</param>
/// <param name="Waiting">Events not yet numbered.</param>
/// <param name="Erased">Events lawfully erased 已擦除; not a fault.</param>
/// <param name="HeadSeq">Last number.</param>
/// <param name="HeadLink">Last link, hexadecimal; compare it with a printed head.</param>
/// <param name="Faults">What is broken, at most the first thousand.</param>
public sealed record ChainReport(long Sealed, long Waiting, long Erased, long HeadSeq, string HeadLink, IReadOnlyList<ChainFault> Faults)
{
    /// <summary>True when nothing is broken.</summary>
    public bool IsWhole => Faults.Count == 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"事件 {Sealed + Waiting} 条（未编号 {Waiting} 条，已擦除 {Erased} 条），链尾第 {HeadSeq} 号 {HeadLink}，{(IsWhole ? "完好" : $"有问题 {Faults.Count} 处")}";
}

/// <summary>One broken place of the event log.</summary>
/// <param name="Seq">Number, when it has one.</param>
/// <param name="Event">Event, when it is one row.</param>
/// <param name="Text">What is wrong, in Chinese.</param>
public sealed record ChainFault(long? Seq, Guid? Event, string Text);
