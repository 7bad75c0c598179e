using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Notices.Pages;


/// <summary>收到哪一步: villages and where each stands, those who owe first; check, send back, give to more, paste for many.</summary>
[Needs("collection.read")]
public sealed class StandingPage(Desk desk, Recording recording) : CollectionPage(desk, recording)
{
    /// <summary>Whom it may still be given to.</summary>
    public IReadOnlyList<Addressee> Offered { get; private set; } = [];

    /// <summary>What was pasted, when some of it could not be used.</summary>
    public string? Pasted { get; private set; }

    /// <summary>What is wrong with what was pasted.</summary>
    public IReadOnlyList<UnusedRow> Unused { get; private set; } = [];

    /// <summary>Returns, those who owe something first.</summary>
    public IEnumerable<CollectionReturn> Ordered => Returns.OrderBy(r => r.Stage switch { CollectionReturn.Back => 0, CollectionReturn.Waiting => 1, CollectionReturn.Kept => 2, CollectionReturn.In => 3, _ => 4 }).ThenBy(r => r.Late != true);

    /// <summary>What is copied into the group.</summary>
    public string GroupText => Texts.Of(Collection, Standing, Desk.Today);

    /// <summary>What filling it cost, as far as villages said; null when none did.</summary>
    public string? Cost => Standing is { Told: > 0 } s ? $"填这张表，{s.Told} 个村说了用时，平均 {Math.Round((double)s.Minutes / s.Told)} 分钟；{s.All} 个村合起来约 {Math.Round((double)s.Minutes / s.Told * s.All / 60, 1)} 小时。" : null;

    /// <summary>Shows it; who only fills it is led there.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Fill(id, ct)) return NotFound();
        return !SeesAll ? Redirect($"/collections/{id}/fill") : Manages && Collection.Stage == Collection.Preparing ? Redirect(Layout is null ? $"/collections/new?collection={id}" : $"/collections/{id}/columns") : Page();
    }

    /// <summary>Gives it to more.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, bool all, long[] to, CancellationToken ct)
    {
        if (!await Fill(id, ct) || !Manages) return NotFound();
        if (!Collection.IsOpen) throw new Refusal(NoticeProblems.NoColumns);
        var sent = await Desk.Session.Write(async c =>
        {
            var have = await Recording.PartsIn<CollectionReturn>(Parts, id, Desk.User.Scope("collection.record"), c);
            var meant = Addressees.Meant(await Addressees.Of(Collection.Org, Recording, c), all, to, [.. have.Select(r => r.Org)]);
            foreach (var addressee in meant) await Recording.Send<CollectionReturn>(Parts, Wholes, Collection, addressee.Org, c, r => r.Stage = CollectionReturn.Waiting);
            return meant.Count;
        }, ct);
        return Back($"又发给了 {sent} 个组织。");
    }

    /// <summary>Marks one return as looked through, or all that are in.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, Guid? which, CancellationToken ct)
    {
        if (!await Fill(id, ct) || !Manages || Layout is null) return NotFound();
        var meant = Returns.Where(r => which is null ? r.Stage == CollectionReturn.In : r.Id == which).ToList();
        if (meant.Count == 0) throw new Refusal(NoticeProblems.NotIn);
        await Desk.Session.Write(async c =>
        {
            foreach (var one in meant) await Recording.Act<CollectionReturn>(Parts, one.Id, Desk.User.Scope("collection.record"), "verified", (r, _) => { r.Pass(); return Task.CompletedTask; }, c);
        }, ct);
        return Back($"核过 {meant.Count} 个。");
    }

    /// <summary>Sends one back for correction.</summary>
    public async Task<IActionResult> OnPostReturnAsync(Guid id, Guid which, string? reason, CancellationToken ct)
    {
        if (!await Fill(id, ct) || !Manages || Returns.All(r => r.Id != which)) return NotFound();
        await Recording.Act<CollectionReturn>(Parts, which, Desk.User.Scope("collection.record"), "returned", (r, _) => { r.SendBack(reason); return Task.CompletedTask; }, ct);
        return Back("退回了，对方改好再交。");
    }

    /// <summary>Takes rows of several villages, each beginning with the village's name; all or none.</summary>
    public async Task<IActionResult> OnPostSpreadAsync(Guid id, string? pasted, CancellationToken ct)
    {
        if (!await Fill(id, ct) || !Manages || Layout is not { } layout) return NotFound();
        Pasted = pasted;
        var (byOrg, unused) = Spread.Read(layout, pasted, Returns, Reference, Desk.Today);
        Unused = unused;
        if (unused.Count > 0)
        {
            Response.StatusCode = 422;
            return Page();
        }
        if (byOrg.Count == 0) throw new Refusal(NoticeProblems.NoRows);
        await Desk.Session.Write(async c =>
        {
            var known = new KnownValues(Recording, layout, Desk.Today);
            foreach (var one in Returns.Where(r => byOrg.ContainsKey(r.Org)))
            {
                await Recording.Act<CollectionReturn>(Parts, one.Id, Desk.User.Scope("collection.record"), "edited", async (r, inner) =>
                {
                    var rows = byOrg[r.Org];
                    await known.Fill(rows, r.Org, await known.OfVillage(r.Org, inner), inner);
                    r.Submit(rows, zero: false, layout, Recording.Vault, Desk.Today, Desk.User.Name);
                }, c);
            }
        }, ct);
        return Back($"替 {byOrg.Count} 个村填好、交了。");
    }

    private RedirectResult Back(string word)
    {
        Toast = word;
        return Redirect($"/collections/{Collection.Id}");
    }

    private async Task<bool> Fill(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct)) return false;
        if (Manages && Collection.IsOpen)
        {
            var have = Returns.Select(r => r.Org).ToHashSet();
            Offered = [.. (await Addressees.Of(Collection.Org, Recording, ct)).Where(a => !have.Contains(a.Org))];
        }
        return true;
    }
}
