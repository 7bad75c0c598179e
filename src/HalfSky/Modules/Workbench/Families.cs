using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Workbench;

/// <summary>A family on her list.</summary>
/// <param name="Name">Who is looked after.</param>
/// <param name="Household">The household, when a person is looked after.</param>
/// <param name="File">Their file.</param>
/// <param name="Kinds">Why.</param>
/// <param name="Last">When somebody was last there.</param>
/// <param name="Duty">The nearest duty about them.</param>
/// <param name="Record">Form that records a visit to them.</param>
/// <param name="Call">Where their phone is opened; null without a person.</param>
public sealed record Family(string Name, string Household, string File, string Kinds, DateOnly? Last, Duty? Duty, string Record, string? Call)
{
    /// <summary>When she should go, as a cue.</summary>
    public (string Tone, string Icon, string Words) Cue(DateOnly today) => Duty switch
    {
        null => ("calm", "f-point", "没有定期的待办"),
        { State: DutyState.Done } => ("good", "circle-check", Duty.From <= today && today <= Duty.Due ? "这期见过了" : "已办"),
        _ when Duty.Due < today => ("late", "f-alert-triangle", $"{Duty.Due:MM-dd} 就该去"),
        _ when Duty.Due.DayNumber - today.DayNumber <= 14 => ("soon", "clock", $"{Duty.Due:MM-dd} 前"),
        _ => ("calm", "f-point", $"{Duty.Due:MM-dd} 前"),
    };

    /// <summary>“昨天见过”, “上次 8月22日”.</summary>
    public string Seen(DateOnly today) => Last is not { } last ? "还没有走访记录" : (today.DayNumber - last.DayNumber) switch
    {
        0 => "今天见过",
        1 => "昨天见过",
        _ => "上次 " + (last.Year == today.Year ? ChineseDates.Short(last) : ChineseDates.Long(last)),
    };
}

/// <summary>The families she looks after, who should be seen first on top; five queries whatever their number.</summary>
internal sealed class Families(Desk desk, Names names)
{
    private const int Most = 100;
    public async Task<IReadOnlyList<Family>> Read(Reference reference, CancellationToken ct)
    {
        if (reference.Register(WorkbenchModule.Care) is not { } care || reference.Register(WorkbenchModule.Visit) is not { } visit || desk.User.Posts.Count == 0) return [];
        var held = new Query(desk.Session, care.Shape, desk.Sees(care)).Where(new Filter.In("responsible", [.. desk.User.Seats.Select(p => (object)p)]))
            .Where(new Filter.HeldOn("from", "to", desk.Today)).Where(EntryStates.Count);
        var records = (await held.List(["id", "person", "household", "subject", "categories"], [new("date", true), new("id", true)], 0, Most, ct)).Rows;
        if (records.Count == 0) return [];
        var last = await LastSeen(visit, [.. records.Select(r => r[3]).OfType<Guid>().Distinct().Cast<object>()], ct);
        var entries = records.Select(r => (Guid)r[0]!).ToList();
        var duties = (await desk.Session.Db.Set<Duty>().AsNoTracking().Where(d => entries.Contains(d.Entry) && d.State != DutyState.Lapsed).ToListAsync(ct)).ToLookup(d => d.Entry);
        var known = await names.Of(reference, records.SelectMany(r => new[] { (care["person"], r[1]), (care["household"], r[2]) }), desk.Sees(care), ct);
        return [.. records.Select(r => Make(r, reference, care, last, duties, known))
            .OrderBy(f => f.Duty is { State: DutyState.Open } d ? d.Due : DateOnly.MaxValue).ThenBy(f => f.Last ?? DateOnly.MinValue)];
    }

    private async Task<Dictionary<Guid, DateOnly>> LastSeen(Register visit, IReadOnlyList<object> subjects, CancellationToken ct)
    {
        var newest = await new Query(desk.Session, visit.Shape, desk.Sees(visit)).Where(new Filter.In("subject", subjects)).Where(EntryStates.Count)
            .NewestOfEach("subject", ["subject", "date", "id"], "date", 0, Most, ct);
        return newest.Rows.ToDictionary(r => (Guid)r[0]!, r => (DateOnly)r[1]!);
    }

    private static Family Make(object?[] r, Reference reference, Register care, Dictionary<Guid, DateOnly> last, ILookup<Guid, Duty> duties, Dictionary<Guid, string> known)
    {
        var (person, household) = (r[1] as Guid?, r[2] as Guid?);
        var home = household is { } h ? known.GetValueOrDefault(h, "") : "";
        var due = duties[(Guid)r[0]!].OrderBy(d => d.State is DutyState.Open ? 0 : 1).ThenBy(d => d.State is DutyState.Open ? d.Due.DayNumber : -d.Due.DayNumber).FirstOrDefault();
        return new(person is { } p ? known.GetValueOrDefault(p, "") : home, person is null ? "" : home,
            person is { } she ? reference.Register("person")!.AddressOf(she) : reference.Register("household")!.AddressOf(household ?? default), FieldValue.Show(care["categories"], r[4], reference),
            r[3] is Guid subject && last.TryGetValue(subject, out var day) ? day : null, due,
            $"/r/{WorkbenchModule.Visit}/new?{(person is not null ? $"person={person}" : $"household={household}")}&next=%2F", person is null ? null : $"/people/{person}/call");
    }
}
