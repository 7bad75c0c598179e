using System.Runtime.CompilerServices;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures.Reported;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports.Publishing;

/// <summary>Holds every publication against its hash: its words, and that all its figures are there. The figures themselves are held by <see cref="ReportedCheck"/>.</summary>
public sealed class PublicationCheck(Session session)
{
    /// <summary>A Chinese sentence for each that was changed.</summary>
    public async IAsyncEnumerable<string> Run([EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var id in await session.Db.Set<Publication>().AsNoTracking().OrderBy(p => p.At).Select(p => p.Id).ToListAsync(ct))
        {
            var one = await session.Db.Set<Publication>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
            var ids = one.Frozen.Figures;
            var hashes = await session.Db.Set<ReportedFigure>().AsNoTracking().Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Hash }).ToDictionaryAsync(f => f.Id, f => f.Hash, ct);
            if (hashes.Count != one.Figures || !one.Hash.AsSpan().SequenceEqual(one.HashOf(ids.Where(hashes.ContainsKey).Select(i => hashes[i]))))
                yield return $"报出的《{one.Title}》第 {one.Number} 版被改动过，和指纹对不上。请用报出那天以后的备份核对。";
        }
    }
}
