using System.Runtime.CompilerServices;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Reported;

/// <summary>Holds every reported figure against its hash.</summary>
public sealed class ReportedCheck(Session session)
{
    /// <summary>A Chinese sentence for each that was changed.</summary>
    public async IAsyncEnumerable<string> Run([EnumeratorCancellation] CancellationToken ct = default)
    {
        // One at a time: a list of a whole county's people is large.
        foreach (var id in await session.Db.Set<ReportedFigure>().AsNoTracking().OrderBy(r => r.ReportedAt).Select(r => r.Id).ToListAsync(ct))
        {
            if (await session.Db.Set<ReportedFigure>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } figure && !figure.IsWhole())
                yield return $"报出的数“{figure.Label}”（{figure.Period}，报于 {figure.ReportedAt:yyyy-MM-dd}）被改动过，和指纹对不上。请用报出那天以后的备份核对。";
        }
    }
}
