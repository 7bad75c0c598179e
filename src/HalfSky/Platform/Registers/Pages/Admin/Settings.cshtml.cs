using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Registers.Pages.Admin;

/// <summary>Settings 设置: which registers wait for review (D14). What is not said stands as shipped.</summary>
[Needs("admin.settings")]
public sealed class SettingsPage(Desk desk, Vault vault) : AppPage(desk)
{
    /// <summary>What a county may choose.</summary>
    public static readonly (string Key, string Label)[] Choices = [("", "按出厂的"), ("all", "记完要核"), ("none", "记了就算")];

    /// <summary>Registers with what was chosen.</summary>
    public IReadOnlyList<(Register Register, string Chosen)> Rows { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Fill(ct);

    /// <summary>Takes what was chosen; what was recorded before keeps its state.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Fill(ct);
        var form = await Request.ReadFormAsync(ct);
        var changed = Rows.Select(r => (r.Register, r.Chosen, Now: form["review." + r.Register.Key].ToString()))
            .Where(r => r.Now != r.Chosen && Choices.Any(c => c.Key == r.Now) && form.ContainsKey("review." + r.Register.Key)).ToList();
        if (changed.Count > 0)
        {
            await Desk.Session.Write(async c =>
            {
                var db = Desk.Session.Db;
                foreach (var (register, _, now) in changed)
                {
                    var key = "review." + register.Key;
                    var row = await db.Set<Setting>().FindAsync([key], c);
                    if (now.Length == 0) { if (row is not null) db.Remove(row); }
                    else if (row is null) db.Add(new Setting { Key = key, Value = now });
                    else row.Value = now;
                    db.Add(EventRow.Make(vault, Desk.Clock, Desk.User.Account, register.Key, Guid.Empty, (Desk.User.Home ?? Branch.Root).Value, 0, "setting-changed", 0,
                        new JsonObject { ["review"] = now.Length == 0 ? "default" : now }.ToJsonString()));
                }
                await db.SaveChangesAsync(c);
                await ReferenceSource.Touch(Desk.Session, c);
            }, ct);
        }
        Toast = changed.Count == 0 ? "没有改动。" : $"改了 {changed.Count} 本台账，从下一条记录起生效。";
        return Redirect("/admin/settings");
    }

    private async Task Fill(CancellationToken ct)
    {
        await Take(ct);
        Rows = [.. Reference.Registers.Select(r => (r, Reference.Setting("review." + r.Key) ?? ""))];
    }
}
