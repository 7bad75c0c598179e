using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Imports;

/// <summary>
/// Takes a whole import back within thirty days: its rows last, what was made for them after. What was changed since, and who is spoken of
/// elsewhere by now, stays, and is told row by row.
/// </summary>
/// <param name="desk">Who takes it back.</param>
/// <param name="recording">The rules of recording.</param>
public sealed class TakeBack(Desk desk, Recording recording)
{
    private const int Piece = 100;

    internal static readonly Problem TooLate = new("import.late", "导入超过 30 天，不能整批撤回了。请在台账里一条一条改或撤销。");
    internal static readonly Problem Nothing = new("import.nothing", "这次导入没有写进台账的行，没有什么可撤回。");

    /// <summary>Goes through what is left of it; a repeat goes on where a kill stopped it.</summary>
    /// <returns>How many were taken back now, and what stayed with the reason.</returns>
    public async Task<(int Done, IReadOnlyList<(ImportLine Line, string Why)> Left)> Run(Guid id, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var lines = await desk.Session.Db.Set<ImportLine>().AsNoTracking().Where(l => l.Import == id && l.Outcome == ImportOutcome.Imported && l.Entry != null)
            .OrderBy(l => l.Part >= ImportPiece.MadeFor ? 1 : 0).ThenByDescending(l => l.Row).ThenByDescending(l => l.Part).ToListAsync(ct);
        var left = new List<(ImportLine, string)>();
        foreach (var piece in lines.Chunk(Piece))
        {
            left.AddRange(await desk.Session.Write(async c =>
            {
                var stay = new List<(ImportLine, string)>();
                foreach (var line in piece)
                {
                    if (await Why(line, reference, c) is { } why)
                    {
                        if (why.Length > 0) stay.Add((line, why));
                        continue;
                    }
                    var verdict = await recording.Withdraw(line.Register, line.Entry!.Value, "撤回整批导入", c);
                    await desk.Session.Db.SaveChangesAsync(c);
                    if (!verdict.IsAccepted) stay.Add((line, verdict.Problems[0].Text));
                }
                foreach (var (line, why) in stay)
                {
                    desk.Session.Db.Attach(line);
                    line.Words = why;
                }
                var head = await desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == id, c);
                head.Through = Math.Max(0, head.Through - piece.Length);
                return stay;
            }, ct));
        }
        var done = lines.Count - left.Count;
        await desk.Session.Write(async c =>
        {
            var head = await desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == id, c);
            (head.Stage, head.EndedAt) = (ImportStage.TakenBack, desk.Clock.Now);
            head.Words = left.Count == 0 ? $"撤回了 {done} 条。" : $"撤回了 {done} 条，{left.Count} 条没有撤：后来改过，或者别处用到了，下面一条一条写着。";
        }, ct);
        return (done, left);
    }

    /// <summary>Why an entry stays; an empty text when it is gone already, null when it can go.</summary>
    private async Task<string?> Why(ImportLine line, Reference reference, CancellationToken ct)
    {
        if (reference.Register(line.Register) is not { } register || await recording.Find(register, line.Entry!.Value, desk.User.Scope(register.Permission("record")), ct) is not { } entry) return "不归您记，或者已经不在。";
        if (entry.State is EntryState.Withdrawn) return "";
        if (entry.Version > 1) return "导入以后改过，留着；要撤请打开这一条。";
        if (line.Part < ImportPiece.MadeFor) return null;
        foreach (var other in reference.Registers)
            foreach (var field in other.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false } && f.Target == register.Key))
                if (await new Query(desk.Session, other.Shape, Scope.Whole("whether somebody made for an import is spoken of elsewhere")).Where(new Filter.Is(field.Key, line.Entry.Value)).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)))).Any(ct))
                    return $"{other.Label}里用到了，留着。";
        return null;
    }
}
