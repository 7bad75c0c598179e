using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Registers.Pages.Admin;

/// <summary>Settings 设置: which registers wait for review (D14), numbers that differ by county (D23). What is not said stands as shipped.</summary>
[Needs("admin.settings")]
public sealed class SettingsPage(Desk desk, Vault vault) : AppPage(desk)
{
    private const string Review = "review.";

    /// <summary>What a county may choose.</summary>
    public static readonly (string Key, string Label)[] Choices = [("", "按出厂的"), ("all", "记完要核"), ("none", "记了就算")];

    /// <summary>Registers with what was chosen.</summary>
    public IReadOnlyList<(Register Register, string Chosen)> Rows { get; private set; } = [];

    /// <summary>Numbers with what was typed; empty where the shipped one holds.</summary>
    public IReadOnlyList<(Limit Limit, string Typed)> Numbers { get; private set; } = [];

    /// <summary>What is wrong with the numbers.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Fill(ct);

    /// <summary>Takes what was chosen; what was recorded before keeps its state.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Fill(ct);
        var form = await Request.ReadFormAsync(ct);
        Rows = [.. Rows.Select(r => (r.Register, form.TryGetValue(Review + r.Register.Key, out var chosen) && Choices.Any(c => c.Key == chosen) ? chosen.ToString() : r.Chosen))];
        Numbers = [.. Numbers.Select(n => (n.Limit, form.TryGetValue(n.Limit.Key, out var typed) ? typed.ToString().Trim() : n.Typed))];
        Problems = [.. Numbers.Where(n => n.Typed.Length > 0 && !(int.TryParse(n.Typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Limit.Most))
            .Select(n => new Problem("setting.number", $"“{n.Limit.Label}”要填 1 到 {Limit.Most} 的整数；空着就是 {n.Limit.Standard} {n.Limit.Unit}。", n.Limit.Key))];
        if (Problems.Count > 0)
        {
            Response.StatusCode = 422;
            return Page();
        }
        var said = Rows.Select(r => (Key: Review + r.Register.Key, Now: r.Chosen))
            .Concat(Numbers.Select(n => (n.Limit.Key, Now: n.Typed)));
        var changed = said.Where(s => s.Now != (Reference.Setting(s.Key) ?? "")).ToList();
        if (changed.Count > 0) await Desk.Session.Write(c => Save(changed, c), ct);
        Toast = changed.Count == 0 ? "没有改动。" : $"改了 {changed.Count} 项，从现在起生效。";
        return Redirect("/admin/settings");
    }

    private async Task Save(IReadOnlyList<(string Key, string Now)> changed, CancellationToken ct)
    {
        var db = Desk.Session.Db;
        foreach (var (key, now) in changed)
        {
            var row = await db.Set<Setting>().FindAsync([key], ct);
            if (now.Length == 0) { if (row is not null) db.Remove(row); }
            else if (row is null) db.Add(new Setting { Key = key, Value = now });
            else row.Value = now;
            db.Add(EventRow.Make(vault, Desk.Clock, Desk.User.Account, key.StartsWith(Review, StringComparison.Ordinal) ? key[Review.Length..] : "setting", Guid.Empty, (Desk.User.Home ?? Branch.Root).Value, 0, "setting-changed", 0,
                new JsonObject { [key] = now.Length == 0 ? "default" : now }.ToJsonString()));
        }
        await db.SaveChangesAsync(ct);
        await ReferenceSource.Touch(Desk.Session, ct);
    }

    private async Task Fill(CancellationToken ct)
    {
        await Take(ct);
        Rows = [.. Reference.Registers.Select(r => (r, Reference.Setting(Review + r.Key) ?? ""))];
        Numbers = [.. Reference.Catalog.Limits.Select(l => (l, Reference.Setting(l.Key) ?? ""))];
    }
}
