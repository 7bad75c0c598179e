using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>One line of an entry's history.</summary>
public sealed record HistoryLine(DateTime At, string Who, string Verb, IReadOnlyList<(string Label, string Before, string After)> Changes, string? Reason);

/// <summary>The parts of one kind an entry has.</summary>
/// <param name="Register">Their register.</param>
/// <param name="Fields">What is shown of each.</param>
/// <param name="Rows">The newest, as text.</param>
/// <param name="Total">How many there are.</param>
public sealed record PartList(Register Register, IReadOnlyList<Field> Fields, IReadOnlyList<(Guid Id, IReadOnlyList<string> Texts)> Rows, long Total)
{
    /// <summary>So many are shown on the whole's page.</summary>
    public const int Most = 50;
}

/// <summary>An entry of any register: its fields, what it closed, its history; verify, return, withdraw. Also the side panel of the list.</summary>
[SignedIn]
public sealed class DetailsPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["recorded"] = "记下", ["drafted"] = "存成草稿", ["edited"] = "改动", ["verified"] = "核验通过", ["returned"] = "退回", ["withdrawn"] = "撤销",
        ["revealed"] = "看了加密项", ["attached"] = "加了附件", ["detached"] = "去掉附件", ["erased"] = "依法删除内容", ["followed"] = "跟着整条变", ["counted"] = "跟着明细变",
    };

    /// <summary>The register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>The entry.</summary>
    public Entry Entry { get; private set; } = null!;

    /// <summary>Its name for people.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Names of what it points at.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Newest last.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>Duties it closed.</summary>
    public IReadOnlyList<(string Label, Duty Duty)> Closed { get; private set; } = [];

    /// <summary>Attachments.</summary>
    public IReadOnlyList<(Guid Id, string Name, long Size)> Files { get; private set; } = [];

    /// <summary>What the entry consists of: each kind of part with its newest entries and how many there are.</summary>
    public IReadOnlyList<PartList> Parts { get; private set; } = [];

    /// <summary>What a refused act said.</summary>
    public string? Refused { get; private set; }

    /// <summary>Its fields as shown.</summary>
    public EntryFacts Facts => new(Desk, Reference, Register, Entry, Titles);

    /// <summary>May she do this with it?</summary>
    public bool May(string act) => Desk.User.Scope(Register.Permission(act)).Contains(Entry.Org);

    /// <summary>May she change it?</summary>
    public bool MayEdit => Entry.State is not EntryState.Withdrawn && May("record");

    /// <summary>May she verify or return it?</summary>
    public bool MayVerify => May("verify");

    /// <summary>Shows the entry, or only the panel.</summary>
    public async Task<IActionResult> OnGetAsync(string key, Guid id, bool panel, CancellationToken ct)
    {
        if (!await Open(key, id, ct)) return NotFound();
        await Fill(history: !panel, ct);
        return panel ? Partial("_Panel", this) : Page();
    }

    /// <summary>Verifies.</summary>
    public Task<IActionResult> OnPostVerifyAsync(string key, Guid id, CancellationToken ct) => Act(key, id, () => recording.Verify(key, id, ct), "核验通过了。", ct);

    /// <summary>Returns with a reason.</summary>
    public Task<IActionResult> OnPostReturnAsync(string key, Guid id, string? reason, CancellationToken ct) =>
        Act(key, id, () => recording.Return(key, id, reason ?? "", ct), "退回了，对方的待办会重新打开。", ct);

    /// <summary>Withdraws with a reason.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string key, Guid id, string? reason, CancellationToken ct) =>
        Act(key, id, () => recording.Withdraw(key, id, reason ?? "", ct), "撤销了，数字里不再算它。", ct);

    private async Task<IActionResult> Act(string key, Guid id, Func<Task<Verdict>> act, string done, CancellationToken ct)
    {
        if (!await Open(key, id, ct)) return NotFound();
        var verdict = await act();
        if (verdict.Outcome is Outcome.NotFound) return NotFound();
        if (verdict.IsAccepted)
        {
            Toast = done;
            return Redirect(Url.IsLocalUrl(Request.Query["next"]) ? Request.Query["next"]! : $"/r/{key}/{id}");
        }
        Refused = verdict.Problems[0].Text;
        Response.StatusCode = verdict.Outcome is Outcome.Conflict ? 409 : 422;
        await Open(key, id, ct);
        await Fill(true, ct);
        return Page();
    }

    private async Task<bool> Open(string key, Guid id, CancellationToken ct)
    {
        if ((await Take(ct)).Register(key) is not { } register) return false;
        Register = register;
        if (await recording.Find(register, id, Desk.Sees(register), ct) is not { } entry) return false;
        Entry = entry;
        return true;
    }

    private async Task Fill(bool history, CancellationToken ct)
    {
        var scope = Desk.Sees(Register);
        var values = Register.Fields.Select(f => (f, f.Read(Entry))).ToList();
        var db = Desk.Session.Db;
        var rows = history ? await db.Set<EventRow>().AsNoTracking().Where(e => e.Entry == Entry.Id).OrderBy(e => e.EntryVersion).ThenBy(e => e.At).Take(200).ToListAsync(ct) : [];
        var payloads = rows.ConvertAll(r => r.Payload is null ? null : JsonNode.Parse(r.Payload) as JsonObject);
        // Names of what earlier versions pointed at, too.
        values.AddRange(payloads.OfType<JsonObject>().SelectMany(p => Register.Fields.Where(f => f.Type is FieldType.LookUp && p[f.Key] is not null).Select(f => (f, (object?)Guid.Parse(p[f.Key]!.ToString())))));
        Titles = await names.Of(Reference, values, scope, ct);
        Title = Register.TitleField is { } t ? FieldValue.Show(t, t.Read(Entry), Reference, Titles) : Register.Label;
        var actors = rows.Select(r => r.Actor).Distinct().ToList();
        var people = await db.Set<Account>().AsNoTracking().Where(a => actors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var lines = new List<HistoryLine>();
        JsonObject? last = null;
        for (var i = 0; i < rows.Count; i++)
        {
            lines.Add(new(rows[i].At, people.GetValueOrDefault(rows[i].Actor, "系统"), Verbs.GetValueOrDefault(rows[i].Verb, rows[i].Verb), Changes(last, payloads[i]),
                payloads[i]?["reason"]?.ToString()));
            last = payloads[i] ?? last;
            // A hundred sign-ins raise the number a hundred times; it is read as one rise.
            if (i > 0 && rows[i].Verb == "counted" && rows[i - 1].Verb == "counted" && lines[^1].Changes is [var now] && lines[^2].Changes is [var then] && now.Label == then.Label)
            {
                lines[^2] = lines[^1] with { Changes = [(now.Label, then.Before, now.After)] };
                lines.RemoveAt(lines.Count - 1);
            }
        }
        History = lines;
        Closed = [.. (await db.Set<Duty>().AsNoTracking().Where(d => d.DoneBy == Entry.Id).OrderBy(d => d.Due).Take(10).ToListAsync(ct)).Select(d => (Reference.Duty(d.Rule)?.Rule.Label ?? "", d))];
        if (history) Parts = await PartsOf(ct);
        var vault = recording.Vault;
        Files = [.. (await db.Set<Attachment>().AsNoTracking().Where(a => a.Entry == Entry.Id && a.RemovedAt == null).OrderBy(a => a.AddedAt).ToListAsync(ct)).Select(a => (a.Id, a.NameFor(vault), a.Size))];
    }

    private async Task<IReadOnlyList<PartList>> PartsOf(CancellationToken ct)
    {
        var lists = new List<PartList>();
        foreach (var parts in Reference.PartsOf(Register))
        {
            var fields = parts.Fields.Where(f => f is { Derived: false, Common: false, Sealed: null } && f != parts.Whole).ToList();
            if (parts.OwnDay) fields.Insert(0, parts["date"]);
            if (parts.OwnPlace) fields.Insert(0, parts["org"]);
            var shown = fields.Where(f => f.Listed).DefaultIfEmpty(fields[0]).ToList();
            var rows = await new Query(Desk.Session, parts.Shape, Desk.Sees(parts)).Where(new Filter.Is(parts.Whole!.Key, Entry.Id))
                .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))))
                .List(["id", .. shown.Select(f => f.Key)], [new("date", true), new("id", true)], 0, PartList.Most, ct);
            var known = await names.Of(Reference, rows.Rows.SelectMany(r => shown.Select((f, i) => (f, r[i + 1]))), Desk.Sees(parts), ct);
            lists.Add(new(parts, shown, [.. rows.Rows.Select(r => ((Guid)r[0]!, (IReadOnlyList<string>)[.. shown.Select((f, i) => FieldValue.Show(f, r[i + 1], Reference, known))]))], rows.Total));
        }
        return lists;
    }

    private List<(string, string, string)> Changes(JsonObject? before, JsonObject? after)
    {
        if (before is null || after is null) return [];
        return [.. Register.Fields.Where(f => !JsonNode.DeepEquals(before[f.Key], after[f.Key])).Select(f => (f.Label, Shown(f, before[f.Key]), Shown(f, after[f.Key])))];
    }

    private string Shown(Field field, JsonNode? node) => node switch
    {
        null => "空",
        _ when field.Sealed is not null => "（加密）",
        JsonArray list => string.Join("、", list.Select(c => Reference.KindsOf(field).LabelOf(c!.ToString()))),
        _ when field.Type is FieldType.Kind => Reference.KindsOf(field).LabelOf(node.ToString()),
        _ when field.Type is FieldType.LookUp => Titles.GetValueOrDefault(Guid.Parse(node.ToString()), "—"),
        _ when field.Type is FieldType.Place => Reference.Places.NameOf(node.GetValue<long>()),
        _ when field.Type is FieldType.Organization => Reference.Organizations.NameOf(node.GetValue<long>()),
        _ when field.Type is FieldType.Money => new Money(node.GetValue<long>()).Label,
        _ when field.Type is FieldType.Flag => node.GetValue<bool>() ? "是" : "否",
        _ => node.ToString(),
    };
}
