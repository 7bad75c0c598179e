using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Workbench;

/// <summary>Something to do or to wait for.</summary>
/// <param name="Tone">late, soon, calm or good.</param>
/// <param name="Icon">Icon of the cue.</param>
/// <param name="When">Words of the cue.</param>
/// <param name="What">What it is.</param>
/// <param name="Words">A line below.</param>
/// <param name="Action">Word of the button.</param>
/// <param name="Address">Where it leads.</param>
public sealed record Matter(string Tone, string Icon, string When, string What, string Words, string Action, string Address);

/// <summary>What is to be done: the few things of today, what she does herself, what she waits for.</summary>
internal sealed class Agenda(Desk desk, DutyLines book)
{
    private const int Rows = 5, Near = 45;

    /// <summary>The most pressing, at most three: overdue, to be verified, returned to her, due within a week.</summary>
    public async Task<IReadOnlyList<Matter>> Today(Reference reference, IQueryable<Duty> duties, string of, CancellationToken ct)
    {
        var (today, week) = (desk.Today, desk.Today.AddDays(7));
        var matters = new List<Matter>();
        var late = duties.Where(d => d.State == DutyState.Open && d.Due < today);
        if (await late.OrderBy(d => d.Due).Select(d => (DateOnly?)d.Due).FirstOrDefaultAsync(ct) is { } first)
            matters.Add(new("late", "f-alert-triangle", $"逾期 {today.DayNumber - first.DayNumber} 天", $"{await late.CountAsync(ct)} 件待办过了期", "", "看名单", $"/todo?of={of}&show=late"));
        foreach (var (register, waiting) in await Waiting(reference, ct))
            matters.Add(new("soon", "clock", "待核", $"{waiting} 条{register.Label}等您核", "", "去核", $"/r/{register.Key}?state=submitted"));
        foreach (var (register, returned) in await Returned(reference, hers: true, ct))
            matters.Add(new("soon", "arrow-back-up", "退回给您", $"{returned} 条{register.Label}要补", "", "去改", $"/r/{register.Key}?state=returned"));
        var soon = await duties.CountAsync(d => d.State == DutyState.Open && d.Due >= today && d.Due <= week, ct);
        if (soon > 0) matters.Add(new("soon", "clock", "7 天内", $"{soon} 件待办快到期", "", "看名单", $"/todo?of={of}&show=week"));
        return [.. matters.Take(3)];
    }

    /// <summary>Open duties by village, the latest first.</summary>
    public async Task<IReadOnlyList<Matter>> Villages(Reference reference, IQueryable<Duty> duties, CancellationToken ct)
    {
        var (today, width) = (desk.Today, Branch.Width(3));
        var groups = await duties.Where(d => d.State == DutyState.Open).GroupBy(d => d.Place - d.Place % width)
            .Select(g => new { Place = g.Key, Open = g.Count(), Late = g.Count(d => d.Due < today), Due = g.Min(d => d.Due) }).ToListAsync(ct);
        return [.. groups.OrderByDescending(g => g.Late).ThenBy(g => g.Due).ThenByDescending(g => g.Open).Take(Rows).Select(g => g.Late > 0
            ? new Matter("late", "f-alert-triangle", $"逾期 {today.DayNumber - g.Due.DayNumber} 天", $"{reference.Places.NameOf(g.Place)}：{g.Late} 件过了期", $"一共 {g.Open} 件没办", "看名单", $"/todo?of=org&show=late&village={g.Place}")
            : new Matter(g.Due.DayNumber - today.DayNumber <= 7 ? "soon" : "calm", g.Due.DayNumber - today.DayNumber <= 7 ? "clock" : "f-point", $"{g.Due:MM-dd} 前",
                $"{reference.Places.NameOf(g.Place)}：{g.Open} 件没办", "按到期先后", "看名单", $"/todo?of=org&show=all&village={g.Place}"))];
    }

    /// <summary>Her own duties, nearest first.</summary>
    public async Task<IReadOnlyList<Matter>> Hers(Reference reference, CancellationToken ct)
    {
        var (today, until) = (desk.Today, desk.Today.AddDays(Near));
        var open = await (await book.Hers(reference, ct)).AsNoTracking().Where(d => d.State == DutyState.Open && d.Due <= until).OrderBy(d => d.Due).ThenBy(d => d.Id).Take(Rows).ToListAsync(ct);
        return [.. (await book.Of(open, reference, ct)).Select(l =>
        {
            var (tone, icon, words) = l.Cue(today);
            return new Matter(tone, icon, words, $"{l.Who} · {l.Rule.Label}", l.Progress.Length > 0 ? "已联系 " + l.Progress + " 户" : l.What, l.Verb, l.Record is null ? "/todo" : l.Record + (l.Record.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "next=%2F");
        })];
    }

    /// <summary>What others have to do first: entries sent back to the villages.</summary>
    public async Task<IReadOnlyList<Matter>> Others(Reference reference, CancellationToken ct) =>
        [.. (await Returned(reference, hers: false, ct)).Select(r => new Matter("calm", "arrow-back-up", "已退回", $"退回的{r.Register.Label}：等村里补", $"{r.Count} 条", $"看 {r.Count} 条", $"/r/{r.Register.Key}?state=returned"))];

    /// <summary>Registers with entries she may verify, how many.</summary>
    private async Task<IReadOnlyList<(Register Register, long Count)>> Waiting(Reference reference, CancellationToken ct)
    {
        var found = new List<(Register, long)>();
        foreach (var register in reference.Registers.Where(reference.Reviewed))
        {
            var scope = desk.User.Scope(register.Permission("verify"));
            if (!scope.IsEmpty && await Recent(register, scope, EntryState.Submitted).Count(ct) is > 0 and var count) found.Add((register, count));
        }
        return found;
    }

    private async Task<IReadOnlyList<(Register Register, long Count)>> Returned(Reference reference, bool hers, CancellationToken ct)
    {
        var found = new List<(Register, long)>();
        foreach (var register in reference.Registers.Where(r => reference.Reviewed(r)))
        {
            var scope = hers ? desk.User.Scope(register.Permission("record")) : desk.User.Scope(register.Permission("verify"));
            if (scope.IsEmpty) continue;
            var query = Recent(register, scope, EntryState.Returned);
            var mine = await query.Where(new Filter.Is("recordedBy", desk.User.Account)).Count(ct);
            var count = hers ? mine : await query.Count(ct) - mine;
            if (count > 0) found.Add((register, count));
        }
        return found;
    }

    private Query Recent(Register register, Scope scope, EntryState state) => new Query(desk.Session, register.Shape, scope)
        .Where(new Filter.In("state", [state.ToString()])).Where(new Filter.Range("date", desk.Today.AddDays(-365), desk.Today.AddDays(1)));
}
