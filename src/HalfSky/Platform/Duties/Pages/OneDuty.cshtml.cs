using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>A line of a checklist.</summary>
/// <param name="Of">What it is: the household.</param>
/// <param name="Name">Its name.</param>
/// <param name="On">The day it was ticked off; null while it is open.</param>
/// <param name="Entry">Identifier the act will bear, so that pressing twice records once.</param>
public sealed record CheckLine(Guid Of, string Name, DateOnly? On, Guid Entry);

/// <summary>One duty: why it is due, what has been done, the monthly checklist, letting it off.</summary>
[SignedIn]
public sealed class OneDutyPage(Desk desk, DutyLines book, Names names, Recording recording, Vault vault) : AppPage(desk)
{
    private const int Most = 300;
    /// <summary>The duty as a line.</summary>
    public DutyLine Line { get; private set; } = null!;

    /// <summary>The rule with its register.</summary>
    public RuleHistory History { get; private set; } = null!;

    /// <summary>The rule in words.</summary>
    public string Words => DutyWords.Of(History, Line.Rule, Reference);

    /// <summary>May she let it off, or ask for it again?</summary>
    public bool MayWaive { get; private set; }

    /// <summary>Lines of the checklist, open ones first.</summary>
    public IReadOnlyList<CheckLine> Checks { get; private set; } = [];

    /// <summary>Form fields every ticked line is recorded with, with their choices.</summary>
    public IReadOnlyList<(Field Field, string Chosen)> Fills { get; private set; } = [];

    /// <summary>May she tick?</summary>
    public bool MayTick { get; private set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What was ticked.</summary>
    public IReadOnlySet<Guid> Ticked { get; private set; } = new HashSet<Guid>();

    /// <summary>Reason as typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Day of the acts.</summary>
    public string On { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        On = (Line.Duty.Due < Desk.Today ? Line.Duty.Due : Desk.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>To the entry that did it.</summary>
    public async Task<IActionResult> OnGetDoneAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || Line.Duty.DoneBy is not { } entry) return NotFound();
        foreach (var register in History.Acts.Select(a => Reference.Register(a.Register)).OfType<Register>().Append(History.Register))
            if (await new Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(new Filter.Is("id", entry)).Any(ct)) return Redirect($"/r/{register.Key}/{entry}");
        return NotFound();
    }

    /// <summary>Records an act for every ticked line, in one transaction.</summary>
    public async Task<IActionResult> OnPostTickAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayTick) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        On = form["on"].ToString();
        Fills = [.. Fills.Select(f => (f.Field, form.TryGetValue(f.Field.Key, out var v) ? v.ToString() : f.Chosen))];
        Ticked = form["tick"].Select(t => Guid.TryParse(t, out var of) ? of : Guid.Empty).ToHashSet();
        var chosen = Checks.Where(c => Ticked.Contains(c.Of) && c.On is null).ToList();
        if (chosen.Count == 0) return Refuse(new Problem("duty.none", "请先勾上这次联系到的。", "tick"));
        try
        {
            await Desk.Session.Write(async c =>
            {
                foreach (var line in chosen)
                {
                    var entry = Guid.TryParse(form["id." + line.Of], out var given) ? given : line.Entry;
                    var verdict = await recording.Create(Line.Rule.Act!.Register, entry, ActOf(line.Of), c);
                    if (!verdict.IsAccepted) throw new Refusal([.. verdict.Problems.Select(p => new Problem(p.Code, line.Name + "：" + p.Text, p.Field))]);
                }
                return 0;
            }, ct);
        }
        catch (Refusal refusal)
        {
            return Refuse([.. refusal.Problems]);
        }
        Toast = $"记下了 {chosen.Count} 户。";
        return Redirect("/todo/" + id);
    }

    /// <summary>Lets it off.</summary>
    public Task<IActionResult> OnPostWaiveAsync(Guid id, string? reason, CancellationToken ct) => Decide(id, "waived", reason, d => d.Waive(reason), "免办了，理由记在日志里。", ct);

    /// <summary>Asks for it again.</summary>
    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken ct) => Decide(id, "resumed", null, d => d.Resume(), "恢复了，按原来的日期。", ct);

    private async Task<IActionResult> Decide(Guid id, string verb, string? reason, Action<Duty> deed, string toast, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayWaive) return NotFound();
        Reason = reason;
        try
        {
            await Desk.Session.Write(async c =>
            {
                var duty = await Desk.Session.Db.Set<Duty>().SingleAsync(d => d.Id == id, c);
                deed(duty);
                Desk.Session.Db.Add(EventRow.Make(vault, Desk.Clock, Desk.User.Account, History.Register.Key, duty.Entry, duty.Org, duty.Place, verb, 0,
                    new JsonObject { ["duty"] = duty.Rule, ["cycle"] = duty.Cycle, ["reason"] = reason }.ToJsonString()));
                await Desk.Session.Db.SaveChangesAsync(c);
                // What happened while it was let off counts now.
                if (duty.State is DutyState.Open) await new DutyBook(Desk.Session, Reference, Desk.Clock).Settle(History, [duty.Entry], c);
                return 0;
            }, ct);
        }
        catch (Refusal refusal)
        {
            return Refuse([.. refusal.Problems]);
        }
        Toast = toast;
        return Redirect("/todo/" + id);
    }

    private PageResult Refuse(params IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        Response.StatusCode = 422;
        return Page();
    }

    private Input ActOf(Guid of)
    {
        var (rule, register) = (Line.Rule, Reference.Register(Line.Rule.Act!.Register)!);
        var values = register.Fields.Where(f => f is { Derived: false, Default: not null, Type: not FieldType.Date }).ToDictionary(f => f.Key, f => f.Default);
        foreach (var (field, chosen) in Fills) values[field.Key] = chosen;
        (values[rule.Each!], values["date"]) = (of.ToString(), On);
        return new(values, Confirmed: true);
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        var db = Desk.Session.Db;
        if (await db.Set<Duty>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } duty || Reference.Duty(duty.Rule) is not { } history) return false;
        if (!book.Seen(Reference).Contains(duty.Org) && !await (await book.Hers(Reference, ct)).AnyAsync(d => d.Id == id, ct)) return false;
        if (await book.Of([duty], Reference, ct) is not [var line]) return false;
        (Line, History) = (line, history);
        MayWaive = Desk.User.Scope(history.Register.Permission("verify")).Contains(duty.Org);
        if (line.Rule.Each is not null) await ReadChecks(ct);
        return true;
    }

    private async Task ReadChecks(CancellationToken ct)
    {
        var (duty, rule) = (Line.Duty, Line.Rule);
        var act = Reference.Register(rule.Act!.Register)!;
        if (Reference.Register(act[rule.Each!].Target!) is not { Held: { } span } listed) return;
        MayTick = Desk.User.Scope(act.Permission("record")).Contains(duty.Org);
        Fills = [.. Only.Read(rule.Fill).Select(o => (act[o.Key], o.Codes[0]))];
        var day = duty.Due < Desk.Today ? duty.Due : Desk.Today;
        var ids = (await new Query(Desk.Session, listed.Shape, Desk.Sees(listed)).Where(new Filter.Is("place", duty.Place)).Where(EntryStates.Count).Where(new Filter.HeldOn(span.From.Key, span.To.Key, day))
            .List(["id"], [new("date"), new("id")], 0, Most, ct)).Rows.Select(r => (Guid)r[0]!).ToList();
        var titles = await names.Of(listed, ids, Desk.Sees(listed), ct);
        var done = new Dictionary<Guid, DateOnly>();
        var acts = new Query(Desk.Session, act.Shape, Scope.Whole("whether a family was reached, whoever reached it")).Where(new Filter.Is(rule.Act.Field, duty.Place)).Where(EntryStates.Count)
            .Where(new Filter.Range("date", duty.From, duty.Misses)).Where(Only.Of(act, rule.Act.Only));
        await foreach (var row in acts.Stream([rule.Each!, "date"], [new("date")], ct))
            if (row[0] is Guid of) done.TryAdd(of, (DateOnly)row[1]!);
        Checks = [.. ids.Select(i => new CheckLine(i, titles.GetValueOrDefault(i, ""), done.TryGetValue(i, out var on) ? on : null, Uuid.New(Desk.Clock.Now))).OrderBy(c => c.On is not null)];
    }
}
