using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Reported;

/// <summary>Why an entry makes the figure known now another than the one reported.</summary>
public enum Cause
{
    /// <summary>补录: recorded after the report.</summary>
    RecordedLater,

    /// <summary>后来核过: recorded before, verified after.</summary>
    VerifiedLater,

    /// <summary>更正: changed after the report.</summary>
    Corrected,

    /// <summary>撤销: withdrawn after the report.</summary>
    Withdrawn,

    /// <summary>退回: returned after the report.</summary>
    Returned,

    /// <summary>相关记录变了: the entry is as it was, another it is counted by is not: the visit that reached it, the category its subject stood in.</summary>
    Related,

    /// <summary>并村或口径变了: the entry is as it was, what is counted is not.</summary>
    Recounted,
}

/// <summary>One entry that makes a difference.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Register">Its register.</param>
/// <param name="Sign">1 came in, -1 fell out, 0 counts for another amount.</param>
/// <param name="Amount">By how much it changes what is counted or summed.</param>
/// <param name="Cause">Why.</param>
public sealed record Change(Guid Entry, Register Register, int Sign, long Amount, Cause Cause);

/// <summary>A reported figure held against what is known now of the same days.</summary>
/// <param name="Then">As reported.</param>
/// <param name="Now">Known now; null when it can no longer be counted.</param>
/// <param name="List">The list frozen then.</param>
/// <param name="Changes">Entry by entry; of a ratio those of its numerator, then of its denominator.</param>
public sealed record Difference(ReportedFigure Then, Reading? Now, FrozenList List, IReadOnlyList<Change> Changes)
{
    /// <summary>Most changes judged one by one.</summary>
    private const int Chunk = 200;

    /// <summary>Chinese words of a cause.</summary>
    public static string Word(Cause cause) => cause switch
    {
        Cause.RecordedLater => "补录", Cause.VerifiedLater => "后来核过", Cause.Corrected => "更正", Cause.Withdrawn => "撤销", Cause.Returned => "退回", Cause.Related => "相关记录变了", _ => "并村或口径变了",
    };

    /// <summary>What came in, in what is counted.</summary>
    public long In => Changes.Where(c => c.Amount > 0).Sum(c => c.Amount);

    /// <summary>What fell out.</summary>
    public long Out => -Changes.Where(c => c.Amount < 0).Sum(c => c.Amount);

    /// <summary>How many entries for each cause, with the sign.</summary>
    public IEnumerable<(Cause Cause, int Sign, int Count)> Causes => Changes.GroupBy(c => (c.Cause, c.Sign)).OrderBy(g => g.Key.Cause).Select(g => (g.Key.Cause, g.Key.Sign, g.Count()));

    /// <summary>Reads it: the same question asked again over the same days and organisations.</summary>
    public static async Task<Difference> Read(Desk desk, ReportedFigure figure, Measure measure, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var evaluator = new Evaluator(desk.Session, reference, figure.Through);
        var (ask, scope) = (Reporting.AskAgain(figure, measure, reference), figure.CountedOver());
        var now = await evaluator.Read(measure, ask, scope, ct);
        var list = FrozenList.Unpack(figure.List);
        var present = await Reporting.ListOf(evaluator, reference, measure, ask, scope, ct);
        var ratio = measure.Kind is MeasureKind.Ratio;
        var changes = await Changed(desk, figure, ratio ? reference.Measure(measure.Part!)! : measure, list.Part, present.Part, ct);
        if (ratio && measure.Whole != Measure.AllVillages) changes.AddRange(await Changed(desk, figure, reference.Measure(measure.Whole!)!, list.Whole, present.Whole, ct));
        return new(figure, now, list, changes);
    }

    private static async Task<List<Change>> Changed(Desk desk, ReportedFigure figure, Measure measure, IReadOnlyList<FrozenRow> then, IReadOnlyList<FrozenRow> now, CancellationToken ct)
    {
        var (before, after) = (then.ToDictionary(r => r.Id), now.ToDictionary(r => r.Id));
        var came = now.Where(r => !before.ContainsKey(r.Id)).ToList();
        var gone = then.Where(r => !after.ContainsKey(r.Id)).ToList();
        var other = now.Where(r => before.TryGetValue(r.Id, out var b) && (b.Amount != r.Amount || b.Key != r.Key)).ToList();
        var deeds = await Deeds(desk, figure.ReportedAt, [.. came.Concat(gone).Concat(other).Select(r => r.Id)], ct);
        var related = await LeansOnOthers(desk, figure, measure, ct) ? await Unmoved(desk, figure, measure.Register, [.. came.Concat(gone).Select(r => r.Id).Where(id => !deeds.Contains(id))], ct) : [];
        Cause CauseOf(FrozenRow row, bool came) => deeds.Contains(row.Id) ? Why([.. deeds[row.Id]], came) : related.Contains(row.Id) ? Cause.Related : Cause.Recounted;
        var changes = new List<Change>();
        changes.AddRange(came.Select(r => new Change(r.Id, measure.Register, 1, r.Amount, CauseOf(r, came: true))));
        changes.AddRange(gone.Select(r => new Change(r.Id, measure.Register, -1, -r.Amount, CauseOf(r, came: false))));
        changes.AddRange(other.Select(r => new Change(r.Id, measure.Register, 0, r.Amount - before[r.Id].Amount, deeds.Contains(r.Id) ? Cause.Corrected : Cause.Recounted)));
        return changes;
    }

    /// <summary>Does it count an entry by what other entries say of it?</summary>
    private static async Task<bool> LeansOnOthers(Desk desk, ReportedFigure figure, Measure measure, CancellationToken ct)
    {
        var asked = QueryHelpers.ParseQuery(figure.Conditions);
        return measure.Reached is not null || Split.Declared(measure, await desk.Reference(ct)).Any(s => s.Dated is not null && asked.ContainsKey(s.Key));
    }

    /// <summary>Those of entries nobody touched whose village counts where it counted on the day of the report.</summary>
    private static async Task<HashSet<Guid>> Unmoved(Desk desk, ReportedFigure figure, Register register, IReadOnlyList<Guid> entries, CancellationToken ct)
    {
        if (entries.Count == 0) return [];
        var since = await desk.Session.Db.Set<EventRow>().AsNoTracking().Where(e => e.Entry == Guid.Empty && e.Verb == "place-merged" && e.At > figure.ReportedAt).Select(e => e.Place).ToListAsync(ct);
        var merges = await desk.Session.Db.Set<Succession>().AsNoTracking().ToListAsync(ct);
        long CountedAt(long place, bool now)
        {
            for (var i = 0; i < merges.Count && merges.Find(m => (now || !since.Contains(m.Old)) && new Branch(m.Old).Contains(place)) is { } merge; i++) place = merge.New;
            return place;
        }
        var unmoved = new HashSet<Guid>();
        foreach (var chunk in entries.Chunk(Chunk))
        {
            var rows = new Query(desk.Session, register.Shape, figure.CountedOver()).Where(new Filter.In("id", [.. chunk.Cast<object>()]));
            await foreach (var row in rows.Stream(["id", "place"], [], ct))
                if (CountedAt((long)row[1]!, now: false) == CountedAt((long)row[1]!, now: true)) unmoved.Add((Guid)row[0]!);
        }
        return unmoved;
    }

    /// <summary>The last deed that can explain it.</summary>
    private static Cause Why(IReadOnlyList<string> deeds, bool came)
    {
        if (came && deeds.Any(d => d is "recorded" or "drafted")) return Cause.RecordedLater;
        var last = deeds[^1];
        if (!came) return last switch { "withdrawn" => Cause.Withdrawn, "returned" => Cause.Returned, _ => Cause.Corrected };
        return deeds.Any(d => d is "edited" or "counted") ? Cause.Corrected : deeds.Contains("verified") || last == "followed" ? Cause.VerifiedLater : Cause.Corrected;
    }

    private static async Task<ILookup<Guid, string>> Deeds(Desk desk, DateTime since, IReadOnlyList<Guid> entries, CancellationToken ct)
    {
        var deeds = new List<(Guid Entry, string Verb)>();
        foreach (var chunk in entries.Chunk(Chunk))
        {
            var ids = chunk.ToList();
            var rows = await desk.Session.Db.Set<EventRow>().AsNoTracking().Where(e => ids.Contains(e.Entry) && e.At > since).OrderBy(e => e.EntryVersion)
                .Select(e => new { e.Entry, e.Verb }).ToListAsync(ct);
            deeds.AddRange(rows.Select(r => (r.Entry, r.Verb)));
        }
        return deeds.Where(d => d.Verb is not ("attached" or "revealed" or "exported")).ToLookup(d => d.Entry, d => d.Verb);
    }
}
