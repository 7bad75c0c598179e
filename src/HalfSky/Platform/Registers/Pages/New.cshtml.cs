using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>Records a new entry of any register.</summary>
[SignedIn]
public sealed class NewPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    /// <summary>The form.</summary>
    public EntryForm Form { get; private set; } = null!;

    /// <summary>Open duties that saving would close, when the address names whom it is about.</summary>
    public IReadOnlyList<(string Label, DateOnly Due, bool Late)> Closes { get; private set; } = [];

    /// <summary>Shows an empty form with what is known filled in.</summary>
    public async Task<IActionResult> OnGetAsync(string key, string? next, CancellationToken ct)
    {
        if (await Open(key, ct) is not { } register) return NotFound();
        Form = new(register, Reference) { Id = Uuid.New(Desk.Clock.Now), Next = Local(next), Offers = Desk.User.Scope(register.Permission("record")).Branches };
        Form.Preset(Desk.Today, Request.Query, HomeOf(register));
        await Finish(ct);
        return Page();
    }

    /// <summary>Saves; what is wrong comes back beside its field with all that was typed.</summary>
    public async Task<IActionResult> OnPostAsync(string key, Guid id, string? act, bool confirm, string? next, CancellationToken ct)
    {
        if (await Open(key, ct) is not { } register) return NotFound();
        Form = new(register, Reference) { Id = id, Next = Local(next), Offers = Desk.User.Scope(register.Permission("record")).Branches };
        var unread = await Form.Read(Request.Form, Desk, ct);
        var verdict = unread.Count > 0 ? Verdict.Refused(unread) : await recording.Create(key, id, Form.ToInput(act == "draft", confirm), ct);
        if (verdict.IsAccepted)
        {
            var closed = await Desk.Session.Db.Set<Duty>().CountAsync(d => d.DoneBy == id, ct);
            Toast = act == "draft" ? "草稿已存下。" : "已存下" + (verdict.Entry?.State is EntryState.Submitted ? "，等镇里核" : "") + (closed > 0 ? $"；销了 {closed} 项待办" : "") + "。";
            return act == "again" ? RedirectToPage(new { key, next = Form.Next }) : LocalRedirect(Form.Next ?? $"/r/{key}/{id}");
        }
        Form.Problems = verdict.Problems;
        Response.StatusCode = verdict.Outcome is Outcome.Conflict ? 409 : 422;
        await Finish(ct);
        return Page();
    }

    private async Task<Register?> Open(string key, CancellationToken ct)
    {
        var register = (await Take(ct)).Register(key);
        return register is not null && Desk.User.May(register.Permission("record")) && register is not DefinedRegister { Closed: true } ? register : null;
    }

    private long HomeOf(Register register)
    {
        var scope = Desk.User.Scope(register.Permission("record"));
        return Desk.User.Home is { } home && scope.Contains(home.Value) ? home.Value : scope.Branches[0].Value;
    }

    private async Task Finish(CancellationToken ct)
    {
        await Form.Name(names, Desk.User, ct);
        var rules = Reference.Duties.Where(d => d.Acts.Any(a => a.Register == Form.Register.Key)).Select(d => d.Rule).ToList();
        var about = Form.Register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false })
            .Select(f => Guid.TryParse(Form.Values.GetValueOrDefault(f.Key), out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).ToList();
        if (rules.Count == 0 || about.Count == 0) return;
        var keys = rules.ConvertAll(r => r.Key);
        var duties = await Desk.Session.Db.Set<Duty>().AsNoTracking().Where(d => about.Contains(d.Subject) && d.State == DutyState.Open && keys.Contains(d.Rule)).OrderBy(d => d.Due).Take(5).ToListAsync(ct);
        Closes = [.. duties.Where(d => Desk.User.Scope(Form.Register.Permission("read")).Contains(d.Org)).Select(d => (rules.First(r => r.Key == d.Rule).Label, d.Due, d.Due < Desk.Today))];
    }

    private string? Local(string? next) => Url.IsLocalUrl(next) ? next : null;
}
