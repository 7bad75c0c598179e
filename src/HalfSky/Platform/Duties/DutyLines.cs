using System.Linq.Expressions;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Duties;

/// <summary>A duty as people read it.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Who">Whom it is about.</param>
/// <param name="What">Kinds of the entry it comes from, “困境儿童”.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Responsible">Who holds the post that answers for it.</param>
/// <param name="Record">Address of the form that does it, filled in; null when the reader may not.</param>
public sealed record DutyLine(Duty Duty, DutyRule Rule, string Who, string What, string Place, string Responsible, string? Record)
{
    /// <summary>Days past its date; negative before.</summary>
    public int LateBy(DateOnly today) => today.DayNumber - Duty.Due.DayNumber;

    /// <summary>Tone, icon and words of the date, as a cue.</summary>
    public (string Tone, string Icon, string Words) Cue(DateOnly today) => (Duty.State, LateBy(today)) switch
    {
        (DutyState.Done, _) => ("good", "circle-check", $"{Duty.DoneOn:MM-dd} 已办{(Duty.InTime ? "" : "，逾期")}"),
        (DutyState.Lapsed, _) => ("calm", "f-point", "不用办了"),
        (_, > 0 and var late) => ("late", "f-alert-triangle", $"逾期 {late} 天"),
        (_, 0) => ("soon", "clock", "今天"),
        (_, -1) => ("soon", "clock", "明天"),
        (_, >= -7) => ("soon", "clock", $"{Duty.Due:MM-dd} 前"),
        _ => ("calm", "f-point", $"{Duty.Due:MM-dd} 前"),
    };
}

/// <summary>Reads duties for pages: in batches, never one query a line.</summary>
public sealed class DutyLines(Session session, Names names, CurrentUser user)
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

    /// <summary>Duties of her own posts.</summary>
    public IQueryable<Duty> Hers()
    {
        var posts = user.Posts.Select(p => (Guid?)p.Id).ToList();
        return session.Db.Set<Duty>().Where(d => posts.Contains(d.Responsible));
    }

    /// <summary>Where she sees duties: where she reads every register that makes them.</summary>
    public Scope Seen(Reference reference) => Scope.Of(reference.Catalog.Duties.SelectMany(d => user.Scope(d.Register.Permission("read")).Branches));

    /// <summary>The duties as lines, in the order given.</summary>
    public async Task<IReadOnlyList<DutyLine>> Of(IReadOnlyList<Duty> duties, Reference reference, CancellationToken ct)
    {
        var lines = new Dictionary<Guid, DutyLine>();
        foreach (var group in duties.GroupBy(d => d.Rule))
        {
            if (reference.Catalog.Duties.FirstOrDefault(d => d.Rule.Key == group.Key) is not { Rule: not null } found) continue;
            var (register, rule) = found;
            var closing = reference.Register(rule.ClosedBy)!;
            var shared = closing.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false } && register.Find(f.Key) is { Derived: false } same && same.Target == f.Target).ToList();
            var kinds = register.Fields.FirstOrDefault(f => f is { Type: FieldType.Kinds, Required: true });
            List<string> columns = ["id", rule.ResponsibleKey, .. shared.Select(f => f.Key), .. kinds is null ? Array.Empty<string>() : [kinds.Key]];
            var seen = user.Scope(register.Permission("read"));
            var rows = new Dictionary<Guid, object?[]>();
            foreach (var chunk in group.Select(d => d.Entry).Distinct().Chunk(200))
            {
                var query = new Query(session, register.Shape, seen).Where(new Filter.In("id", [.. chunk.Cast<object>()]));
                await foreach (var row in query.Stream(columns, [], ct)) rows[(Guid)row[0]!] = row;
            }
            var known = await names.Of(reference, rows.Values.SelectMany(r => shared.Select((f, i) => (f, r[i + 2])).Append((register[rule.ResponsibleKey], r[1]))), seen, ct);
            var mayRecord = user.May(closing.Permission("record"));
            foreach (var duty in group)
            {
                if (rows.GetValueOrDefault(duty.Entry) is not { } row) continue;
                var (field, value) = shared.Select((f, i) => (f, row[i + 2] as Guid?)).FirstOrDefault(x => x.Item2 is not null);
                lines[duty.Id] = new(duty, rule, value is { } v ? known.GetValueOrDefault(v, "") : "",
                    kinds is null ? "" : FieldValue.Show(kinds, row[^1], reference), reference.Places.NameOf(duty.Place),
                    duty.Responsible is { } post ? known.GetValueOrDefault(post, "") : "",
                    mayRecord && value is not null ? $"/r/{closing.Key}/new?{field.Key}={value}" : null);
            }
        }
        return [.. duties.Select(d => lines.GetValueOrDefault(d.Id)).OfType<DutyLine>()];
    }
}
