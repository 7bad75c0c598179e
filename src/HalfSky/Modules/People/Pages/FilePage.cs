using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.People.Pages;

/// <summary>An entry of a file's timeline.</summary>
public sealed record FileLine(Register Register, Guid Id, DateOnly Date, EntryState State, string Title, string Text);

/// <summary>A sealed field of the file, masked until somebody gives a reason.</summary>
public sealed record SealedLine(Field Field, string? Shown);

/// <summary>
/// What person and household files share: every entry of every register that points at them and that the reader may see, newest first,
/// their duties, and sealed values that open only with a reason, which is logged.
/// </summary>
public abstract class FilePage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    private const int MostLines = 200;

    /// <summary>The register of the file's subject.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Its entry.</summary>
    public Entry Entry { get; private set; } = null!;

    /// <summary>Timeline, newest first.</summary>
    public IReadOnlyList<FileLine> Lines { get; private set; } = [];

    /// <summary>Register shown alone, when one was chosen.</summary>
    public string? Only { get; private set; }

    /// <summary>Duties about them: open first.</summary>
    public IReadOnlyList<(string Label, Duty Duty)> Duties { get; private set; } = [];

    /// <summary>Sealed values.</summary>
    public IReadOnlyList<SealedLine> Sealed { get; private set; } = [];

    /// <summary>Names of what the entry points at.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>May she open sealed values here?</summary>
    public bool MayReveal => Desk.User.Scope(Register.Permission("unseal")).Contains(Entry.Org);

    /// <summary>May she record about them?</summary>
    public bool MayVisit => Reference.Register("visit") is { } visit && Desk.User.May(visit.Permission("record"));

    /// <summary>Why opening was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>Key of the subject's register.</summary>
    protected abstract string Key { get; }

    /// <summary>Everything whose entries belong into this file: the subject and, for a household, its members.</summary>
    protected abstract Task<IReadOnlyList<(string Register, Guid Id)>> Subjects(CancellationToken ct);

    /// <summary>Shows the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? only, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        Only = only;
        await Fill(reveal: false, ct);
        return Page();
    }

    /// <summary>Opens the sealed values; the reason stands in the log before anything is shown.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (!await Open(id, ct) || !MayReveal) return NotFound();
        var given = reason?.Trim() ?? "";
        if (given.Length is < 2 or > 100)
        {
            Refused = "请写一句为什么要看，2 到 100 个字；会记进日志。";
            Response.StatusCode = 422;
        }
        else
        {
            await Desk.Session.Write(c =>
            {
                Desk.Session.Db.Add(EventRow.Make(recording.Vault, Desk.Clock, Desk.User.Account, Register.Key, Entry.Id, Entry.Org, Entry.Place, "revealed", Entry.Version,
                    new JsonObject { ["why"] = given }.ToJsonString()));
                return Task.CompletedTask;
            }, ct);
            Response.Headers.CacheControl = "no-store";
        }
        await Fill(reveal: Refused is null, ct);
        return Page();
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        Register = (await Take(ct)).Register(Key)!;
        if (await recording.Find(Register, id, Desk.Sees(Register), ct) is not { } entry) return false;
        Entry = entry;
        return true;
    }

    private async Task Fill(bool reveal, CancellationToken ct)
    {
        Titles = await names.Of(Reference, Register.Fields.Select(f => (f, f.Read(Entry))), Desk.Sees(Register), ct);
        Sealed = [.. Register.Fields.Where(f => f.Sealed is not null).Select(f => new SealedLine(f, f.Read(Entry) is not Platform.Sealing.SealedText s ? null
            : reveal ? recording.Vault.Reveal(f.Sealed!.Value, Register.Key + "." + f.Key, s) : "＊＊＊＊"))];
        var subjects = await Subjects(ct);
        var lines = new List<FileLine>();
        foreach (var register in Reference.Registers.Where(r => !Desk.Sees(r).IsEmpty)) lines.AddRange(await About(register, subjects, ct));
        Lines = [.. lines.OrderByDescending(l => l.Date).ThenByDescending(l => l.Id).Take(MostLines)];
        var ids = subjects.Select(s => s.Id).ToList();
        var duties = await Desk.Session.Db.Set<Duty>().AsNoTracking().Where(d => ids.Contains(d.Subject) && d.State != DutyState.Lapsed && d.State != DutyState.Waived).OrderByDescending(d => d.Due).Take(8).ToListAsync(ct);
        var seen = Desk.User.Scope(Register.Permission("read"));
        Duties = [.. duties.Where(d => seen.Contains(d.Org)).OrderBy(d => d.State).ThenByDescending(d => d.Due).Select(d => (Reference.Duty(d.Rule)?.Rule.Label ?? "", d))];
    }

    /// <summary>Entries of a register that point at one of the subjects, each once.</summary>
    private async Task<IEnumerable<FileLine>> About(Register register, IReadOnlyList<(string Register, Guid Id)> subjects, CancellationToken ct)
    {
        var pointing = register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false }).SelectMany(f => subjects.Where(s => s.Register == f.Target).Select(s => (Filter)new Filter.Is(f.Key, s.Id))).ToList();
        if (pointing.Count == 0) return [];
        var shown = register.Fields.Where(f => f is { Common: false, Derived: false, Sealed: null, Type: not FieldType.LookUp }).Take(8).ToList();
        var columns = new List<string> { "id", "date", "state", "note" };
        columns.AddRange(shown.Select(f => f.Key));
        var found = new Dictionary<Guid, FileLine>();
        // One indexed read for each way of pointing; an OR over several columns would read the whole ledger.
        foreach (var filter in pointing)
        {
            var query = new Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(filter).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
            var page = await query.List(columns, [new("date", true)], 0, MostLines, ct);
            foreach (var r in page.Rows)
            {
                var texts = shown.Select((f, i) => FieldValue.Show(f, r[4 + i], Reference)).Where(t => t.Length > 0).Take(3);
                found[(Guid)r[0]!] = new(register, (Guid)r[0]!, (DateOnly)r[1]!, Enum.Parse<EntryState>((string)r[2]!), string.Join("，", texts), r[3] as string ?? "");
            }
        }
        return found.Values;
    }
}
