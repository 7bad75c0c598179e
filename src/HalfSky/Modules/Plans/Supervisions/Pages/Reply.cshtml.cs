using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Supervisions.Pages;

/// <summary>督办答复: the organisation asked writes how far it has come. A late answer is taken too, and marked.</summary>
[Needs("supervision.reply")]
public sealed class ReplyPage(Desk desk, Recording recording) : AppPage(desk)
{
    private Register register = null!;

    /// <summary>The supervision.</summary>
    public Supervision Supervision { get; private set; } = null!;

    /// <summary>The answer as typed.</summary>
    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>An answer can still be given.</summary>
    public bool IsOpen => Supervision.Replied is null || Supervision.State is EntryState.Returned;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        Reply = Supervision.Reply;
        return Page();
    }

    /// <summary>Takes the answer.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return NotFound();
        await Desk.Session.Write(async c =>
        {
            // Read anew within the transaction: somebody may have answered meanwhile.
            if (await Find(id, c) is not { } now || await Find(id, c) is not { } before) return;
            now.Answer(Reply, Desk.Today);
            if (register["reply"].MaxLength < now.Reply!.Length) throw new Refusal(new Problem("supervision.long", $"答复最多 {register["reply"].MaxLength} 个字，请写短一点。", nameof(Reply)));
            await recording.Write(register, before, now, "answered", null, c);
        }, ct);
        Toast = Desk.Today > Supervision.Deadline ? "答复交了，注明逾期。" : "答复交了。";
        return Redirect($"/r/supervision/{id}");
    }

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        register = (await Take(ct)).Register("supervision")!;
        if (await Find(id, ct) is not { } found) return false;
        Supervision = found;
        return true;
    }

    private async Task<Supervision?> Find(Guid id, CancellationToken ct) =>
        await recording.Find(register, id, Desk.User.Scope(register.Permission("reply")), ct) is Supervision { State: not (EntryState.Withdrawn or EntryState.Draft) } found ? found : null;
}
