using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>Changes an entry of any register; when somebody else was first, both values are shown and nothing is lost.</summary>
[SignedIn]
public sealed class EditPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    /// <summary>The form.</summary>
    public EntryForm Form { get; private set; } = null!;

    /// <summary>The entry as it stands.</summary>
    public Entry Entry { get; private set; } = null!;

    /// <summary>Shows the entry for change.</summary>
    public async Task<IActionResult> OnGetAsync(string key, Guid id, CancellationToken ct)
    {
        if (await Open(key, id, ct) is not { } register) return NotFound();
        Form = Blank(register, Entry.Version);
        Form.Show(Entry);
        await Form.Name(names, Desk.User, ct);
        return Page();
    }

    /// <summary>Saves the change.</summary>
    public async Task<IActionResult> OnPostAsync(string key, Guid id, int version, string? act, bool confirm, CancellationToken ct)
    {
        if (await Open(key, id, ct) is not { } register) return NotFound();
        Form = Blank(register, version);
        var unread = await Form.Read(Request.Form, Desk, ct);
        var verdict = unread.Count > 0 ? Verdict.Refused(unread) : await recording.Change(key, id, version, Form.ToInput(act == "draft", confirm), ct);
        if (verdict.IsAccepted)
        {
            Toast = "改好了。";
            return Redirect($"/r/{key}/{id}");
        }
        if (verdict.Outcome is Outcome.Conflict && verdict.Entry is { } theirs)
        {
            // The next save is made on what was shown: her own choice, knowingly.
            var mine = Form;
            Form = Blank(register, theirs.Version);
            foreach (var (k, v) in mine.Values) Form.Values[k] = v;
            Form.Theirs = theirs;
        }
        Form.Problems = verdict.Problems;
        Response.StatusCode = verdict.Outcome is Outcome.Conflict ? 409 : 422;
        await Form.Name(names, Desk.User, ct);
        return Page();
    }

    private EntryForm Blank(Register register, int version) =>
        new(register, Reference) { Id = Entry.Id, Version = version, Offers = Desk.User.Scope(register.Permission("record")).Branches };

    private async Task<Register?> Open(string key, Guid id, CancellationToken ct)
    {
        if ((await Take(ct)).Register(key) is not { } register) return null;
        if (await recording.Find(register, id, Desk.User.Scope(register.Permission("record")), ct) is not { } entry || entry.State is EntryState.Withdrawn) return null;
        Entry = entry;
        return register;
    }
}
