using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Imports.Pages;

/// <summary>A step of moving in.</summary>
/// <param name="Register">Its register.</param>
/// <param name="Count">Entries so far.</param>
/// <param name="Missing">What is still missing, in words; empty when nothing is.</param>
public sealed record MovingStep(Register Register, long Count, string Missing);

/// <summary>把去年的搬进来: what to import in which order, and what is still missing, read from what stands already.</summary>
[SignedIn]
public sealed class FirstImportPage(Desk desk, Recording recording) : AppPage(desk)
{
    private const int MostNamed = 6;

    /// <summary>Organisations, execs, people and households, in the order they build on one another.</summary>
    public IReadOnlyList<MovingStep> Steps { get; private set; } = [];

    /// <summary>Ledgers with how many entries of last year stand in them.</summary>
    public IReadOnlyList<MovingStep> Ledgers { get; private set; } = [];

    /// <summary>Villages of hers.</summary>
    public int Villages { get; private set; }

    /// <summary>The year before this one.</summary>
    public int LastYear => Desk.Today.Year - 1;

    /// <summary>Townships and villages without an organisation, the upper first, where she may found them.</summary>
    public IReadOnlyList<Node> WithoutOrganization { get; private set; } = [];

    /// <summary>Founds the women's federation of every township and village that has no organisation.</summary>
    public async Task<IActionResult> OnPostOrganizationsAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        var organizations = Reference.Catalog.Organizations;
        if (!Importing.MayImport(Desk.User, organizations)) return NotFound();
        var made = 0;
        // A level a write: the organisations of villages stand under those of their townships.
        foreach (var level in WithoutOrganization.GroupBy(n => n.Number.Depth).OrderBy(g => g.Key))
        {
            made += await Desk.Session.Write(async c =>
            {
                foreach (var place in level)
                {
                    var values = new Dictionary<string, string?>(StringComparer.Ordinal) { [organizations.TitleField!.Key] = place.Name + "妇联", ["place"] = place.Number.Value.ToString(CultureInfo.InvariantCulture) };
                    if (await recording.Create(organizations.Key, Uuid.New(Desk.Clock.Now), new Input(values), c) is { IsAccepted: false } verdict) throw new Refusal(verdict.Problems);
                }
                return level.Count();
            }, ct);
        }
        Toast = $"建好了 {made} 个妇联组织。";
        return LocalRedirect("/imports");
    }

    /// <summary>Shows how far it is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        if (!Reference.Registers.Any(r => Importing.MayImport(Desk.User, r))) return NotFound();
        var home = await Desk.HomePlace(ct);
        var villages = Reference.Places.AtDepth(home, 3).Where(n => !n.Ended).ToList();
        Villages = villages.Count;
        var posts = Reference.Catalog.Posts;
        var people = Reference.Register(posts.Rights!.Person.Target!)!;
        var steps = new List<MovingStep>();
        var organizations = Reference.Catalog.Organizations;
        if (Importing.MayImport(Desk.User, organizations))
            WithoutOrganization = [.. Reference.Places.AtDepth(home, 2).Concat(villages).Where(v => !v.Ended && Reference.Organizations.All.All(o => o.Ended || o.Place != v.Number.Value))];
        await Add(organizations, villages.Where(v => Reference.Organizations.All.All(o => o.Ended || o.Place != v.Number.Value)).Select(v => v.Name).ToList(), "还没有组织");
        var held = (await Of(posts).Group([new Dimension("org")], [new Aggregate.Rows()], ct)).Select(r => Convert.ToInt64(r.Keys[0], System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        await Add(posts, Reference.Organizations.All.Where(o => !o.Ended && villages.Exists(v => v.Number.Value == o.Place) && !held.Contains(o.Number.Value)).Select(o => o.Name).ToList(), "还没有登记执委");
        foreach (var register in Reference.Registers.Where(r => r == people || (r.Fields.Any(f => f is { Required: true, Type: FieldType.LookUp } && f.Target == people.Key) && r.TitleField is { Derived: true } && r.Held is not null)))
        {
            var has = (await Of(register).Group([new Dimension("place", By.Village)], [new Aggregate.Rows()], ct)).Select(r => Convert.ToInt64(r.Keys[0], System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
            await Add(register, [.. villages.Where(v => !has.Contains(v.Number.Value)).Select(v => v.Name)], register == people ? "一个人都没有登记" : "一户都没有登记");
        }
        Steps = [.. steps.OrderBy(s => s.Register.IsOrganizationTree ? 0 : s.Register == posts ? 3 : s.Register == people ? 1 : 2)];
        var ledgers = new List<MovingStep>();
        foreach (var register in Reference.Registers.Where(r => r.Room is Room.Work && r.InNavigation && r.Whole is null && Importing.MayImport(Desk.User, r)))
        {
            var count = await Of(register).Where(new Filter.Range("date", new DateOnly(LastYear, 1, 1), new DateOnly(LastYear + 1, 1, 1))).Count(ct);
            ledgers.Add(new(register, count, ""));
        }
        Ledgers = [.. ledgers.OrderBy(l => l.Count > 0 ? 1 : 0)];
        return Page();

        async Task Add(Register register, List<string> missing, string words)
        {
            if (!Importing.MayImport(Desk.User, register)) return;
            var named = string.Join("、", missing.Take(MostNamed)) + (missing.Count > MostNamed ? $"等 {missing.Count} 个" : "");
            steps.Add(new(register, await Of(register).Count(ct), missing.Count == 0 ? "" : missing.Count == villages.Count ? $"各村都{words}" : $"{named}{words}"));
        }
    }

    private Query Of(Register register) => new Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(EntryStates.Count);
}
