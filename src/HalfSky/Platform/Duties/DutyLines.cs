using System.Linq.Expressions;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties;

/// <summary>A duty as people read it.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Who">Whom or what it is about.</param>
/// <param name="What">Kinds of the entry it comes from, “困境儿童”.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Responsible">Who holds the post that answers for it.</param>
/// <param name="Record">Address of the form that does it, filled in; null when the reader may not.</param>
/// <param name="Verb">Word of its button.</param>
public sealed record DutyLine(Duty Duty, DutyRule Rule, string Who, string What, string Place, string Responsible, string? Record, string Verb)
{
    /// <summary>Days past its date; negative before.</summary>
    public int LateBy(DateOnly today) => today.DayNumber - Duty.Due.DayNumber;

    /// <summary>The place, unless it has been said: what is due may be about the place itself.</summary>
    public string Where => Who == Place ? "" : Place;

    /// <summary>“12/50” of a checklist; empty where one act is asked for.</summary>
    public string Progress => Duty.Needed > 1 ? $"{Math.Min(Duty.Have, Duty.Needed)}/{Duty.Needed}" : "";

    /// <summary>Tone, icon and words of the date, as a cue.</summary>
    public (string Tone, string Icon, string Words) Cue(DateOnly today) => (Duty.State, LateBy(today)) switch
    {
        (DutyState.Done, _) => ("good", "circle-check", $"{Duty.DoneOn:MM-dd} 已办{(Duty.InTime ? "" : "，逾期")}"),
        (DutyState.Lapsed, _) => ("calm", "f-point", "不用办了"),
        (DutyState.Waived, _) => ("calm", "f-point", "免办"),
        (DutyState.Missed, _) => ("late", "f-alert-triangle", "没办成"),
        (_, > 0 and var late) => ("late", "f-alert-triangle", $"逾期 {late} 天"),
        (_, 0) => ("soon", "clock", "今天"),
        (_, -1) => ("soon", "clock", "明天"),
        (_, >= -7) => ("soon", "clock", $"{Duty.Due:MM-dd} 前"),
        // “02-21” in November would read as long past.
        _ => ("calm", "f-point", Duty.Due.Year == today.Year ? $"{Duty.Due:MM-dd} 前" : $"{Duty.Due:yyyy-MM-dd} 前"),
    };
}

/// <summary>Reads duties for pages: in batches, never one query a line.</summary>
public sealed class DutyLines(Session session, Names names, CurrentUser user, Clock clock)
{
    /// <summary>Duties of organisations within a scope.</summary>
    public IQueryable<Duty> Within(Scope scope)
    {
        var duty = Expression.Parameter(typeof(Duty));
        var org = Expression.Property(duty, nameof(Duty.Org));
        Expression any = Expression.Constant(false);
        foreach (var branch in scope.Branches)
        {
            // Properties of a constant become parameters, so that one plan serves everybody.
            var range = Expression.Constant(branch);
            any = Expression.OrElse(any, Expression.AndAlso(Expression.GreaterThanOrEqual(org, Expression.Property(range, nameof(Branch.Low))),
                Expression.LessThan(org, Expression.Property(range, nameof(Branch.High)))));
        }
        return session.Db.Set<Duty>().Where(Expression.Lambda<Func<Duty, bool>>(any, duty));
    }

    /// <summary>Her own: of her posts and of those she follows on; where she leads, also what is nobody's and what a vacant post left.</summary>
    public async Task<IQueryable<Duty>> Hers(Reference reference, CancellationToken ct)
    {
        var led = user.Leads.Select(b => b.Value).ToList();
        var posts = user.Seats.Concat(await Vacant(led, reference, ct)).Select(p => (Guid?)p).ToList();
        var all = session.Db.Set<Duty>();
        return led.Count == 0 ? all.Where(d => posts.Contains(d.Responsible)) : all.Where(d => posts.Contains(d.Responsible) || (d.Responsible == null && led.Contains(d.Org)));
    }

    /// <summary>What others left open long past its date and is therefore shown to her, one level up: her execs' to the chair, the chairs' to the township.</summary>
    public IQueryable<Duty> Escalated()
    {
        var (led, hers, today) = (user.Leads.Select(b => b.Value).ToList(), user.Seats.Select(p => (Guid?)p).ToList(), clock.Today);
        var late = session.Db.Set<Duty>().Where(d => d.State == DutyState.Open && d.Escalates <= today);
        var own = late.Where(d => led.Contains(d.Org) && d.Responsible != null && !hers.Contains(d.Responsible));
        return user.Leads.Where(b => b.Depth < Branch.MaxDepth).Aggregate(own, (all, b) =>
        {
            var (low, high, width) = (b.Low + 1, b.High, Branch.Width(b.Depth + 1));
            return all.Union(late.Where(d => d.Responsible == null && d.Org >= low && d.Org < high && d.Org % width == 0));
        });
    }

    /// <summary>Where she sees duties: where she reads every register that makes them.</summary>
    public Scope Seen(Reference reference) => Scope.Of(reference.Duties.SelectMany(d => user.Scope(d.Register.Permission("read")).Branches));

    /// <summary>The duties as lines, in the order given.</summary>
    public async Task<IReadOnlyList<DutyLine>> Of(IReadOnlyList<Duty> duties, Reference reference, CancellationToken ct)
    {
        var lines = new Dictionary<Guid, DutyLine>();
        foreach (var group in duties.GroupBy(d => d.Rule))
            if (reference.Duty(group.Key) is { } history)
                foreach (var line in await Of([.. group], history, reference, ct)) lines[line.Duty.Id] = line;
        return [.. duties.Select(d => lines.GetValueOrDefault(d.Id)).OfType<DutyLine>()];
    }

    private async Task<IReadOnlyList<DutyLine>> Of(IReadOnlyList<Duty> duties, RuleHistory history, Reference reference, CancellationToken ct)
    {
        var (register, rule) = (history.Register, history.Rule);
        var act = rule.Act is { } done ? reference.Register(done.Register) : null;
        // What the act's form and this register both point at is filled in: the person, the household.
        var shared = act is null || rule.Subject is "id" or "org" or "place" ? []
            : act.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false } && register.Find(f.Key) is { Derived: false } same && same.Target == f.Target).ToList();
        var kinds = register.Fields.FirstOrDefault(f => f is { Type: FieldType.Kinds or FieldType.Kind, Required: true });
        var columns = new List<string?> { "id", rule.Owner, kinds?.Key }.Concat(shared.Select(f => f.Key)).OfType<string>().Distinct().ToList();
        var seen = user.Scope(register.Permission("read"));
        var rows = new Dictionary<Guid, object?[]>();
        foreach (var chunk in duties.Select(d => d.Entry).Distinct().Chunk(200))
        {
            var query = new Query(session, register.Shape, seen).Where(new Filter.In("id", [.. chunk.Cast<object>()]));
            await foreach (var row in query.Stream(columns, [], ct)) rows[(Guid)row[0]!] = row;
        }
        object? Cell(object?[] row, string? key) => key is null ? null : row[columns.IndexOf(key)];
        var posts = reference.Catalog.Posts;
        var known = await names.Of(reference, rows.Values.SelectMany(r => shared.Select(f => (f, Cell(r, f.Key)))), seen, ct);
        foreach (var (id, name) in await names.Of(posts, rows.Values.Select(r => Cell(r, rule.Owner)).OfType<Guid>(), seen, ct)) known[id] = name;
        var titles = shared.Count > 0 ? [] : await names.Of(register, rows.Keys, seen, ct);
        var mayRecord = act is not null && user.May(act.Permission("record"));
        return [.. duties.Where(d => rows.ContainsKey(d.Entry)).Select(duty =>
        {
            var row = rows[duty.Entry];
            var (field, value) = shared.Select(f => (f, Cell(row, f.Key) as Guid?)).FirstOrDefault(x => x.Item2 is not null);
            var who = value is { } v ? known.GetValueOrDefault(v, "") : rule.Subject is "org" ? reference.Organizations.NameOf(duty.Org) : rule.Subject is "place" ? reference.Places.NameOf(duty.Place) : titles.GetValueOrDefault(duty.Entry, "");
            return new DutyLine(duty, rule, who, kinds is null ? "" : FieldValue.Show(kinds, Cell(row, kinds.Key), reference), reference.Places.NameOf(duty.Place),
                Cell(row, rule.Owner) is Guid post ? known.GetValueOrDefault(post, "") : "", rule switch
                {
                    { Each: not null } => $"/todo/{duty.Id}",
                    { Until: not null } => (register.FilePage ?? register.EntryPages.FirstOrDefault())?.Of(duty.Entry) ?? register.AddressOf(duty.Entry),
                    _ when !mayRecord => null,
                    _ => Address(rule, duty, field, value),
                },
                rule.Each is not null ? "逐户记" : rule.Until is not null ? "去办" : act?.RecordLabel ?? "记一笔");
        })];
    }

    /// <summary>The form of the act with what is known filled in.</summary>
    private static string Address(DutyRule rule, Duty duty, Field? field, Guid? value)
    {
        var act = rule.Act!;
        var about = value is not null ? $"{field!.Key}={value}" : rule.Subject is "org" ? $"{act.Field}={duty.Org}" : rule.Subject is "id" ? $"{act.Field}={duty.Entry}" : duty.Responsible is { } post ? $"{act.Field}={post}" : "";
        return $"/r/{act.Register}/new?{about}" + string.Concat(Only.Read(act.Only).Select(o => $"&{o.Key}={o.Codes[0]}"));
    }

    /// <summary>Posts of organisations whose line nobody holds today.</summary>
    private async Task<IReadOnlyList<Guid>> Vacant(IReadOnlyList<long> led, Reference reference, CancellationToken ct)
    {
        if (led.Count == 0) return [];
        var (register, rights) = (reference.Catalog.Posts, reference.Catalog.Posts.Rights!);
        var rows = new List<(Guid Id, Guid Seat, bool Held)>();
        var query = new Query(session, register.Shape, Scope.Whole("posts of organisations she leads")).Where(new Filter.In("org", [.. led.Cast<object>()])).Where(EntryStates.Count);
        await foreach (var row in query.Stream(["id", rights.Seat.Key, rights.From.Key, rights.To.Key], [], ct))
            rows.Add(((Guid)row[0]!, row[1] as Guid? ?? (Guid)row[0]!, (DateOnly)row[2]! <= clock.Today && (row[3] is not DateOnly to || to > clock.Today)));
        var held = rows.Where(r => r.Held).Select(r => r.Seat).ToHashSet();
        return [.. rows.Where(r => !held.Contains(r.Seat)).Select(r => r.Id)];
    }
}
