using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Duties;

/// <summary>Reads what duties are reckoned from, in batches: the entries that make them, the acts that do them, leave and holidays.</summary>
internal sealed class DutyFacts(Session session, Reference reference, Clock clock)
{
    private const string Own = "id", Organization = "org", Place = "place";
    private static readonly Scope Everywhere = Scope.Whole("duties are reckoned for every organisation, whoever records");
    private List<(DateOnly From, DateOnly Last)>? holidays;

    /// <summary>The entries of a rule's register: those named, or all that could make a duty.</summary>
    public async Task<IReadOnlyList<Origin>> Sources(RuleHistory history, IReadOnlyList<Guid>? ids, DateOnly since, CancellationToken ct)
    {
        var (register, rule) = (history.Register, history.Rule);
        var columns = new[] { Own, Organization, Place, "recordedAt", register.Held?.From.Key ?? "date", register.Held?.To.Key, rule.On, rule.Until, rule.Owner, rule.Organization, rule.Subject }.OfType<string>().Distinct().ToList();
        var fits = new Dictionary<string, HashSet<Guid>>();
        var rows = new Dictionary<Guid, object?[]>();
        foreach (var only in history.Versions.Select(v => v.Only ?? "").Distinct())
        {
            var held = fits[only] = [];
            foreach (var chunk in ids is null ? [null] : ids.Chunk(500).Cast<Guid[]?>())
            {
                var query = new Query(session, register.Shape, Everywhere).Where(EntryStates.Count).Where(Only.Of(register, only));
                if (chunk is not null) query = query.Where(new Filter.In(Own, [.. chunk.Cast<object>()]));
                else if (register.Held is { } span) query = query.Where(new Filter.Any([new Filter.Is(span.To.Key, null), new Filter.Range(span.To.Key, since, null)]));
                await foreach (var row in query.Stream(columns, [], ct))
                {
                    var id = (Guid)row[columns.IndexOf(Own)]!;
                    held.Add(id);
                    rows[id] = row;
                }
            }
        }
        return [.. rows.Select(r => Make(history, r.Key, k => k is null ? null : r.Value[columns.IndexOf(k)], v => fits[v.Only ?? ""].Contains(r.Key), since))];
    }

    private Origin Make(RuleHistory history, Guid id, Func<string?, object?> of, Func<DutyRule, bool> fits, DateOnly since)
    {
        var (register, rule) = (history.Register, history.Rule);
        var own = (long)of(Organization)!;
        var org = of(rule.Organization) as long? is { } other and not 0 ? other : own;
        var begun = new[] { of(register.Held?.From.Key ?? "date") as DateOnly? ?? since, clock.DayOf((DateTime)of("recordedAt")!), since }.Max();
        var subject = rule.Subject switch
        {
            Own or Place => id,
            Organization => reference.Organizations.Find(own)?.Entry ?? id,
            _ => of(rule.Subject) as Guid? ?? Guid.Empty,
        };
        var place = org == own ? (long)of(Place)! : reference.Organizations.Find(org)?.Place ?? (long)of(Place)!;
        return new(id, org, place, subject, of(rule.Owner) as Guid?, begun, of(register.Held?.To.Key) as DateOnly?, of(rule.On) as DateOnly?, of(rule.Until) as DateOnly?,
            v => fits(v) && (v.Within == 0 || new Branch(v.Within).Contains(new Branch(org))));
    }

    /// <summary>The acts about each entry since a day, by day.</summary>
    public async Task<ILookup<Guid, Deed>> Acts(RuleHistory history, IReadOnlyList<Origin> sources, DateOnly since, CancellationToken ct)
    {
        var found = new List<(Guid Of, Deed Deed)>();
        foreach (var act in history.Acts)
        {
            if (reference.Register(act.Register) is not { } register || register.Find(act.Field) is not { } field) continue;
            var wanted = await Wanted(history.Rule, field, sources, ct);
            List<string> columns = [act.Field, Own, "date", .. history.Rule.Each is { } each && register.Find(each) is not null ? [each] : Array.Empty<string>()];
            foreach (var chunk in wanted.Select(w => w.Key).Chunk(500))
            {
                var query = new Query(session, register.Shape, Everywhere).Where(new Filter.In(act.Field, [.. chunk])).Where(new Filter.Range("date", since, null))
                    .Where(EntryStates.Count).Where(Only.Of(register, act.Only));
                await foreach (var row in query.Stream(columns, [], ct))
                    foreach (var source in wanted[row[0]!]) found.Add((source, new((Guid)row[1]!, (DateOnly)row[2]!, columns.Count > 3 ? row[3] as Guid? ?? Guid.Empty : (Guid)row[1]!)));
            }
        }
        return found.Distinct().OrderBy(f => f.Deed.On).ThenBy(f => f.Deed.Entry).ToLookup(f => f.Of, f => f.Deed);
    }

    /// <summary>What the acts must point at, for which entry.</summary>
    private async Task<ILookup<object, Guid>> Wanted(DutyRule rule, Field field, IReadOnlyList<Origin> sources, CancellationToken ct)
    {
        if (field.Type is FieldType.Organization) return sources.ToLookup(s => (object)(rule.Subject is Organization or Own ? s.Org : 0L), s => s.Id);
        if (field.Type is FieldType.Place) return sources.ToLookup(s => (object)s.Place, s => s.Id);
        if (!IsSeat(rule, field)) return sources.Where(s => s.Subject != Guid.Empty).ToLookup(s => (object)s.Subject, s => s.Id);
        // What one holder of a seat began, the next need not do again.
        var (posts, rights) = (reference.Catalog.Posts, reference.Catalog.Posts.Rights!);
        var seats = sources.ToLookup(s => s.Subject, s => s.Id);
        var held = new List<(object Post, Guid Of)>();
        foreach (var chunk in seats.Select(s => (object)s.Key).Chunk(500))
            await foreach (var row in new Query(session, posts.Shape, Everywhere).Where(new Filter.In(rights.Seat.Key, [.. chunk])).Stream([Own, rights.Seat.Key], [], ct))
                held.AddRange(seats[(Guid)row[1]!].Select(s => (row[0]!, s)));
        return held.ToLookup(h => h.Post, h => h.Of);
    }

    /// <summary>The subjects an act is about: seats for posts, organisations by their entry. A place names no subject: its duties are found by the place.</summary>
    public async Task<IReadOnlyList<(Guid Subject, long Place)>> About(RuleHistory history, Field field, Entry entry, CancellationToken ct)
    {
        switch (field.Read(entry))
        {
            case long number when field.Type is FieldType.Organization && reference.Organizations.Find(number) is { } node: return [(node.Entry, 0)];
            case long number when field.Type is FieldType.Place && number != 0: return [(Guid.Empty, number)];
            case Guid id when id != Guid.Empty && !IsSeat(history.Rule, field): return [(id, 0)];
            case Guid id when id != Guid.Empty:
                var rights = reference.Catalog.Posts.Rights!;
                var seats = new List<(Guid, long)>();
                await foreach (var row in new Query(session, reference.Catalog.Posts.Shape, Everywhere).Where(new Filter.Is(Own, id)).Stream([rights.Seat.Key], [], ct))
                    if (row[0] is Guid seat) seats.Add((seat, 0));
                return seats;
            default: return [];
        }
    }

    /// <summary>How many a checklist asks for at each entry's place.</summary>
    public async Task<IReadOnlyDictionary<long, int>> Needed(RuleHistory history, IReadOnlyList<Origin> sources, CancellationToken ct)
    {
        var needed = new Dictionary<long, int>();
        if (Listed(history.Rule) is not { Held: { } span } register) return needed;
        foreach (var place in sources.Select(s => s.Place).Distinct())
            needed[place] = (int)await new Query(session, register.Shape, Everywhere).Where(new Filter.Is(Place, place)).Where(EntryStates.Count).Where(new Filter.HeldOn(span.From.Key, span.To.Key, clock.Today)).Count(ct);
        return needed;
    }

    /// <summary>The register whose entries a checklist ticks off; null when the rule has none.</summary>
    public Register? Listed(DutyRule rule) => rule is { Each: { } each, Act: { } act } && reference.Register(act.Register)?.Find(each) is { Target: { } target } ? reference.Register(target) : null;

    /// <summary>How each entry's dates move past holidays and its owner's leave.</summary>
    public async Task<Func<Origin, Func<DateOnly, DateOnly>>> Shifts(IReadOnlyList<Origin> sources, CancellationToken ct)
    {
        holidays ??= await Holidays(ct);
        var away = new List<(Guid Post, DateOnly From, DateOnly To)>();
        if (reference.Catalog.Registers.FirstOrDefault(r => r.Leave is not null) is { Leave: { } leave } register)
        {
            foreach (var chunk in sources.Select(s => s.Owner).OfType<Guid>().Distinct().Cast<object>().Chunk(500))
                await foreach (var row in new Query(session, register.Shape, Everywhere).Where(new Filter.In(leave.Post.Key, [.. chunk])).Where(EntryStates.Count).Stream([leave.Post.Key, leave.From.Key, leave.To.Key], [], ct))
                    away.Add(((Guid)row[0]!, (DateOnly)row[1]!, row[2] as DateOnly? ?? DateOnly.MaxValue.AddDays(-30)));
        }
        var leaves = away.ToLookup(a => a.Post, a => (a.From, a.To));
        return source => day => Shift(day, source.Owner is { } owner ? [.. leaves[owner]] : []);
    }

    /// <summary>
    /// A date within leave moves to a week after it; one on a holiday to the first day after (as 民法典 203 has it for statutory periods; weekends are days
    /// like others in a village).
    /// </summary>
    private DateOnly Shift(DateOnly day, IReadOnlyList<(DateOnly From, DateOnly To)> leaves)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var (from, to) in leaves.Where(l => day >= l.From && day < l.To)) (day, moved) = (to.AddDays(6), true);
            while (Kernel.Holidays.Contains(day) || holidays!.Exists(h => day >= h.From && day <= h.Last)) (day, moved) = (day.AddDays(1), true);
        }
        return day;
    }

    private async Task<List<(DateOnly, DateOnly)>> Holidays(CancellationToken ct)
    {
        var days = new List<(DateOnly, DateOnly)>();
        if (reference.Catalog.Registers.FirstOrDefault(r => r.Rest is not null) is not { Rest: { } rest } register) return days;
        await foreach (var row in new Query(session, register.Shape, Everywhere).Where(EntryStates.Count).Stream([rest.First.Key, rest.Last.Key], [], ct))
            days.Add(((DateOnly)row[0]!, row[1] as DateOnly? ?? (DateOnly)row[0]!));
        return days;
    }

    private bool IsSeat(DutyRule rule, Field field) => field.Target == reference.Catalog.Posts.Key && rule.Subject == reference.Catalog.Posts.Rights!.Seat.Key;
}
