using System.Diagnostics;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Imports;

/// <summary>Writes a piece of judged rows with their lines and counts in one transaction. A row a rule refuses while it is written is left out, the others are written without it.</summary>
internal sealed class ImportPiece(Desk desk, Recording recording, Register register, Guid import, bool many)
{
    /// <summary>Where the numbers of what was made for a row begin (<see cref="ImportLine.Part"/>).</summary>
    public const int MadeFor = 100;

    private const int LongestWords = 900;

    /// <summary>Writes the piece; outcomes stand on the rows afterwards.</summary>
    /// <returns>How long it kept other writers waiting.</returns>
    public async Task<TimeSpan> Write(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        while (true)
        {
            var (at, begun) = (rows[0], Stopwatch.GetTimestamp());
            try
            {
                var outcomes = await desk.Session.Write(async c =>
                {
                    begun = Stopwatch.GetTimestamp();
                    var told = new List<(JudgedRow Row, ImportOutcome Outcome, IReadOnlyList<Problem> Problems)>();
                    var (lines, made) = (new List<ImportLine>(), new HashSet<Guid>());
                    await using var entries = many ? await ManyEntries.Begin(recording, register, c) : null;
                    var fresh = entries is null ? [] : rows.Where(r => r is { Outcome: ImportOutcome.Ready, Version: 0, Missing.Count: 0 }).ToList();
                    var written = fresh.Count == 0 ? [] : (await entries!.Add([.. fresh.Select(r => (r.Entry, r.Input!))], c)).Zip(fresh).ToDictionary(x => x.Second, x => x.First);
                    foreach (var row in rows)
                    {
                        at = row;
                        var (outcome, problems) = row.Outcome is ImportOutcome.Ready ? written.TryGetValue(row, out var verdict) ? Told(verdict, 0) : await Put(row, lines, made, c) : (row.Outcome, row.Problems);
                        told.Add((row, outcome, problems));
                        lines.Add(Line(row, outcome, problems));
                        if (!many) await desk.Session.Db.SaveChangesAsync(c);
                    }
                    await Keep(lines, rows.Count, c);
                    return told;
                }, ct);
                var held = Stopwatch.GetElapsedTime(begun);
                foreach (var (row, outcome, problems) in outcomes)
                {
                    // A hundred thousand of them are kept until the end.
                    (row.Outcome, row.Input) = (outcome, null);
                    if (outcome is ImportOutcome.Refused) foreach (var problem in problems.Except(row.Problems).ToList()) row.Problems.Add(problem);
                }
                return held;
            }
            catch (Refusal refusal) when (refusal.Problems.All(p => p.Code is not ("data.busy" or "data.full")))
            {
                foreach (var problem in refusal.Problems) at.Refuse(problem);
            }
        }
    }

    private async Task<(ImportOutcome, IReadOnlyList<Problem>)> Put(JudgedRow row, List<ImportLine> lines, HashSet<Guid> made, CancellationToken ct)
    {
        foreach (var (thing, nth) in row.Missing.Select((m, i) => (m, i)))
        {
            if (!made.Add(thing.Id)) continue;
            var verdict = await recording.Create(thing.Register.Key, thing.Id, thing.Input, ct);
            await desk.Session.Db.SaveChangesAsync(ct);
            // Another row of the file told her otherwise: she stands as she was made first.
            if (!verdict.IsAccepted && verdict.Outcome is not Outcome.Conflict) return (ImportOutcome.Refused, [.. verdict.Problems.Select(p => p with { Text = $"给“{thing.Title}”建档：{p.Text}" })]);
            if (verdict.Outcome is Outcome.Accepted) lines.Add(new() { Import = import, Row = row.Row.Number, Part = MadeFor * (row.Row.Block + 1) + nth, Register = thing.Register.Key, Entry = thing.Id, Outcome = ImportOutcome.Imported });
        }
        var answer = row.Version == 0 ? await recording.Create(register.Key, row.Entry, row.Input!, ct) : await recording.Change(register.Key, row.Entry, row.Version, row.Input!, ct);
        return Told(answer, row.Version);
    }

    private static (ImportOutcome, IReadOnlyList<Problem>) Told(Verdict answer, int version)
    {
        return answer.Outcome switch
        {
            Outcome.Accepted => (version == 0 ? ImportOutcome.Imported : ImportOutcome.Changed, []),
            Outcome.Repeated => (ImportOutcome.Already, []),
            _ => (ImportOutcome.Refused, answer.Problems),
        };
    }

    private ImportLine Line(JudgedRow row, ImportOutcome outcome, IReadOnlyList<Problem> problems)
    {
        var words = outcome is ImportOutcome.Refused ? string.Join(" ", problems.Select(p => p.Text).Distinct()) : null;
        return new()
        {
            Import = import, Row = row.Row.Number, Part = row.Row.Block, Register = register.Key, Entry = outcome is ImportOutcome.Refused ? null : row.Entry, Outcome = outcome,
            Words = words is { Length: > LongestWords } ? words[..LongestWords] : words,
        };
    }

    /// <summary>A row written before a kill stands as this import's, also when it is gone through again.</summary>
    private async Task Keep(List<ImportLine> lines, int rows, CancellationToken ct)
    {
        // A span of rows: asked for one by one they would be looked for among all lines written so far.
        var (first, last) = (lines.Min(l => l.Row), lines.Max(l => l.Row));
        var before = await desk.Session.Db.Set<ImportLine>().Where(l => l.Import == import && l.Row >= first && l.Row <= last).ToDictionaryAsync(l => (l.Row, l.Part), ct);
        var head = await desk.Session.Db.Set<Import>().SingleAsync(i => i.Id == import, ct);
        await using var loader = new RowLoader<ImportLine>(desk.Session);
        foreach (var line in lines)
        {
            if (before.TryGetValue((line.Row, line.Part), out var old))
            {
                if (old.Outcome is ImportOutcome.Imported or ImportOutcome.Changed) continue;
                Count(head, old, -1);
                (old.Entry, old.Outcome, old.Words) = (line.Entry, line.Outcome, line.Words);
                Count(head, old, 1);
                continue;
            }
            await loader.Add(line, ct);
            Count(head, line, 1);
        }
        head.Through = Math.Min(head.Rows, head.Through + rows);
    }

    private static void Count(Import head, ImportLine line, int by)
    {
        if (line.Part >= MadeFor) return;
        switch (line.Outcome)
        {
            case ImportOutcome.Refused: head.Refused += by; break;
            case ImportOutcome.Already: head.Already += by; break;
            case ImportOutcome.Imported or ImportOutcome.Changed: head.Written += by; break;
        }
    }
}
