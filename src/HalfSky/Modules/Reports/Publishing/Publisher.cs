using HalfSky.Kernel;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports.Publishing;

/// <summary>A frozen figure beside what is known now.</summary>
/// <param name="Figure">As reported.</param>
/// <param name="Measure">Its measure; null when it is gone.</param>
/// <param name="Now">Known now; null when it can no longer be counted.</param>
/// <param name="IsWhole">Its hash holds.</param>
public sealed record ThenAndNow(ReportedFigure Figure, Measure? Measure, long? Now, bool IsWhole)
{
    /// <summary>Another value now.</summary>
    public bool Differs => Now is { } now && now != Figure.Value;

    /// <summary>A value of it with its unit.</summary>
    public string Text(long value) => Measure is { } measure ? new Figure(value, measure.Unit).ToString() : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where the difference is explained, entry by entry.</summary>
    public string Address => $"/measures/{Figure.Measure}/reported/{Figure.Id}";
}

/// <summary>Publishes reports 报出: freezes the text and every figure in it, and holds them against what is known later.</summary>
public sealed class Publisher(Desk desk, Reporting reporting, Recording recording)
{
    /// <summary>Publishes the newest text of a report. Sent again, the same publication stands.</summary>
    /// <exception cref="Refusal">Nothing is written, or nothing verified stands behind any figure.</exception>
    public Task<Publication> Publish(Guid id, Report report, CancellationToken ct) => desk.Session.Write(async c =>
    {
        if (!Uuid.IsAcceptable(id)) throw new Refusal(EntryProblems.BadId);
        var all = desk.Session.Db.Set<Publication>();
        if (await all.FindAsync([id], c) is { } known) return known.By == desk.User.Account && known.Report == report.Id ? known : throw new Refusal(EntryProblems.Taken);
        var text = await desk.Session.Db.Set<ReportText>().AsNoTracking().Where(t => t.Report == report.Id).OrderByDescending(t => t.Number).FirstOrDefaultAsync(c) ?? throw new Refusal(ReportProblems.Empty);
        var reference = await desk.Source.Take(desk.Session, c);
        var composed = await new Composer(desk.Session, reference, desk.Today, Asker.Of(desk)).Compose(text.Blocks, new Branch(report.Place), report.Days, published: true, c);
        if (text.Blocks.Count == 0) throw new Refusal(ReportProblems.Empty);
        var frozen = new Dictionary<string, ReportedFigure>(StringComparer.Ordinal);
        foreach (var piece in composed.Figures.Where(f => f.Reading is { Value: not null, IsSilent: false }))
        {
            var query = AskQuery.Read(QueryHelpers.ParseQuery(piece.Address![piece.Address!.IndexOf('?', StringComparison.Ordinal)..]), piece.Reading!.Measure, reference, composed.Place, composed.Days, desk.Today);
            // The address of a row of a table narrows the period it stands in; nothing verified is not an error here, the words stand by themselves.
            if (Reporting.Refused(query) is null && await reporting.Froze(Uuid.New(desk.Clock.Now), piece.Reading.Measure, query, c) is { } figure) frozen[piece.Address!] = figure;
        }
        if (frozen.Count == 0) throw new Refusal(ReportProblems.NoFigures);
        var words = FrozenText.Of(composed, piece => piece.Address is { } address && frozen.TryGetValue(address, out var figure)
            ? new(piece.Token!.Show(new(figure.Value, piece.Reading!.Measure.Unit)), figure.Id) : new(piece.Text));
        var number = await all.Where(p => p.Report == report.Id).MaxAsync(p => (int?)p.Number, c) + 1 ?? 1;
        var publication = new Publication
        {
            Id = id, Report = report.Id, Number = number, Title = report.Title, Place = report.Place, Org = report.Org, Period = report.Period, Version = text.Number, Text = words.ToString(),
            Figures = frozen.Count, By = desk.User.Account, ByName = desk.User.Name, At = desk.Clock.Now,
        };
        publication.Hash = publication.HashOf(words.Figures.Select(f => frozen.Values.First(v => v.Id == f).Hash));
        desk.Session.Db.Add(publication);
        await Mark(report.Id, r => r.Published = number, c);
        Note(publication, "reported", publication.Hash);
        return publication;
    }, ct);

    /// <summary>Signs as the second person.</summary>
    public Task Countersign(Guid publication, CancellationToken ct) => desk.Session.Write(async c =>
    {
        var one = await desk.Session.Db.Set<Publication>().SingleAsync(p => p.Id == publication, c);
        one.Countersign(desk.User.Account, desk.User.Name, desk.Clock.Now);
        Note(one, "verified", one.Hash);
    }, ct);

    /// <summary>Publications of a report, newest first.</summary>
    public async Task<IReadOnlyList<Publication>> Of(Guid report, CancellationToken ct) =>
        await desk.Session.Db.Set<Publication>().AsNoTracking().Where(p => p.Report == report).OrderByDescending(p => p.Number).ToListAsync(ct);

    /// <summary>Its figures then and now, in the order of the text; those alike in few passes.</summary>
    public async Task<IReadOnlyList<ThenAndNow>> Figures(Publication publication, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var ids = publication.Frozen.Figures;
        var rows = await desk.Session.Db.Set<ReportedFigure>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var figures = ids.Where(rows.ContainsKey).Select(i => rows[i]).ToList();
        var now = new Dictionary<Guid, long?>();
        foreach (var alike in figures.GroupBy(f => (f.Scope, f.Through)))
        {
            var asked = alike.Select(f => (Figure: f, Measure: reference.Measure(f.Measure))).Where(x => x.Measure is not null).Select(x => (x.Figure.Id, Measure: x.Measure!,
                Query: AskQuery.Read(QueryHelpers.ParseQuery(x.Figure.Conditions + "&published=1"), x.Measure!, reference, new Branch(x.Figure.Place), x.Figure.Days, x.Figure.Through))).ToList();
            var scope = alike.First().CountedOver();
            var readings = await new ManyFigures(desk.Session, reference, alike.Key.Through).Read([.. asked.Select(a => (a.Measure, a.Query))], _ => scope, ct);
            for (var i = 0; i < asked.Count; i++) now[asked[i].Id] = readings[i].Value ?? 0;
        }
        return [.. figures.Select(f => new ThenAndNow(f, reference.Measure(f.Measure), now.GetValueOrDefault(f.Id), f.IsWhole()))];
    }

    /// <summary>Its hash holds, and with it its text and figures.</summary>
    public static bool IsWhole(Publication publication, IReadOnlyList<ThenAndNow> figures) =>
        figures.Count == publication.Figures && figures.All(f => f.IsWhole) && publication.Hash.AsSpan().SequenceEqual(publication.HashOf(figures.Select(f => f.Figure.Hash)));

    private async Task Mark(Guid id, Action<Report> change, CancellationToken ct)
    {
        var register = (await desk.Reference(ct)).Register("report")!;
        var scope = desk.User.Scope("report.record");
        if (await recording.Find(register, id, scope, ct) is not Report before || await recording.Find(register, id, scope, ct) is not Report after) throw new Refusal(EntryProblems.NotFound);
        change(after);
        await recording.Write(register, before, after, "edited", null, ct);
    }

    private void Note(Publication publication, string verb, byte[] hash)
    {
        var payload = new System.Text.Json.Nodes.JsonObject { ["number"] = publication.Number, ["figures"] = publication.Figures, ["hash"] = Convert.ToHexStringLower(hash) };
        desk.Session.Db.Add(EventRow.Make(recording.Vault, desk.Clock, desk.User.Account, "publication", publication.Id, publication.Org, publication.Place, verb, publication.Number, payload.ToJsonString()));
    }
}
