using System.Runtime.CompilerServices;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Data.Backups;

/// <summary>What <c>halfsky check</c> does: the database's file, the event log, the attachments, and the parts others add.</summary>
/// <param name="folder">What is checked.</param>
/// <param name="open">Makes a context.</param>
/// <param name="chain">The check of the event log.</param>
/// <param name="files">The contents of attachments.</param>
/// <param name="parts">More checks; each yields a Chinese sentence per finding.</param>
public sealed class DataCheck(
    DataFolder folder, Func<DbContext> open, ChainCheck chain, AttachmentFiles files,
    IReadOnlyList<Func<CancellationToken, IAsyncEnumerable<string>>> parts)
{
    private const int Piece = 500;

    /// <summary>Yields what is wrong, one sentence each; nothing when all is in order. What was looked at goes to the progress.</summary>
    public async IAsyncEnumerable<string> Run(IProgress<string>? progress = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using (var db = open())
        {
            if (SqliteFile.Is(db))
            {
                progress?.Report("正在检查数据库文件");
                foreach (var fault in await SqliteCopy.Check(folder.Database, cancel)) yield return $"数据库文件：{fault}";
            }
        }
        progress?.Report("正在检查事件记录");
        var report = await chain.Run(null, cancel);
        foreach (var fault in report.Faults) yield return $"事件记录：{fault.Text}";
        progress?.Report(report.ToString());
        progress?.Report("正在检查附件");
        await foreach (var fault in Attachments(progress, cancel)) yield return fault;
        foreach (var part in parts)
        {
            await foreach (var fault in part(cancel).WithCancellation(cancel)) yield return fault;
        }
    }

    private async IAsyncEnumerable<string> Attachments(IProgress<string>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = 0;
        for (var after = ""; await Next(after, cancel) is { Count: > 0 } hashes; after = hashes[^1])
        {
            foreach (var hash in hashes)
            {
                if (files.FaultOf(hash) is { } fault) yield return $"附件 {hash[..12]}…：{fault}";
            }
            progress?.Report($"已检查附件 {count += hashes.Count} 个");
        }
    }

    private async Task<List<string>> Next(string after, CancellationToken cancel)
    {
        await using var db = open();
        return await db.Set<Attachment>().AsNoTracking().Where(a => a.RemovedAt == null && a.ContentHash.CompareTo(after) > 0)
            .Select(a => a.ContentHash).Distinct().OrderBy(h => h).Take(Piece).ToListAsync(cancel);
    }
}
