using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Search;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers.Pages.Admin;

/// <summary>Kinds 类别: a county adds its own under each list and hides shipped ones it does not use.</summary>
[Needs("admin.kinds")]
public sealed class KindsPage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>Lists with the register they belong to.</summary>
    public IReadOnlyList<(Register Register, Field Field, KindList List)> Lists { get; private set; } = [];

    /// <summary>List whose input was refused, and why.</summary>
    public (string List, string Text, string Typed)? Refused { get; private set; }

    /// <summary>Shows the lists.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await Fill(ct);

    /// <summary>Adds a kind.</summary>
    public async Task<IActionResult> OnPostAddAsync(string list, string? label, CancellationToken ct)
    {
        await Fill(ct);
        var found = Lists.FirstOrDefault(l => l.List.Key == list);
        if (found.List is null || found.Field.FixedKinds) return NotFound();
        var text = label?.Trim() ?? "";
        if (text.Length is 0 or > 30) return Refuse(list, "请写类别的名字，最多 30 个字。", text);
        if (found.List.Items.Any(k => k.Label == text)) return Refuse(list, $"“{text}”已经有了。", text);
        await Change(list, async (db, c) =>
        {
            var slug = new string([.. Pinyin.Of(text).Where(ch => char.IsAsciiLetterLower(ch) || char.IsAsciiDigit(ch)).Take(30)]);
            var code = "own-" + (slug.Length == 0 ? "x" : slug);
            for (var n = 2; found.List.Items.Any(k => k.Code == code); n++) code = $"own-{slug}-{n}";
            db.Add(new KindItem { List = list, Code = code, Label = text, Position = found.List.Items.Count });
            await Task.CompletedTask;
        }, "kind-added", text, ct);
        Toast = $"“{text}”加上了，表单里马上能选。";
        return Redirect("/admin/kinds#" + list);
    }

    /// <summary>Hides a kind from new forms, or offers it again.</summary>
    public async Task<IActionResult> OnPostHideAsync(string list, string code, CancellationToken ct)
    {
        await Fill(ct);
        var found = Lists.FirstOrDefault(l => l.List.Key == list);
        if (found.List?.Items.FirstOrDefault(k => k.Code == code) is not { } kind || found.Field.FixedKinds) return NotFound();
        await Change(list, async (db, c) =>
        {
            var row = await db.Set<KindItem>().FindAsync([list, code], c);
            if (row is null) db.Add(row = new KindItem { List = list, Code = code, Label = kind.Label });
            row.Hidden = !kind.Hidden;
        }, kind.Hidden ? "kind-shown" : "kind-hidden", kind.Label, ct);
        return Redirect("/admin/kinds#" + list);
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(string list, string text, string typed)
    {
        Refused = (list, text, typed);
        Response.StatusCode = 422;
        return Page();
    }

    private async Task Fill(CancellationToken ct)
    {
        await Take(ct);
        Lists = [.. Reference.Registers.SelectMany(r => r.Fields.Where(f => f.KindList is not null).Select(f => (r, f, Reference.KindsOf(f)))).DistinctBy(l => l.Item3.Key)];
    }

    private Task Change(string list, Func<Data.AppDb, CancellationToken, Task> work, string verb, string label, CancellationToken ct) => Desk.Session.Write(async c =>
    {
        await work(Desk.Session.Db, c);
        Desk.Session.Db.Add(EventRow.Make(recording.Vault, Desk.Clock, Desk.User.Account, list, Guid.Empty, (Desk.User.Home ?? Branch.Root).Value, 0, verb, 0, new JsonObject { ["label"] = label }.ToJsonString()));
        await Desk.Session.Db.SaveChangesAsync(c);
        await ReferenceSource.Touch(Desk.Session, c);
    }, ct);
}
