using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Organizations.Pages;

/// <summary>Before a post changes hands 交接: what passes on, then the form of the next holder filled in. Recording it does all of it in one act.</summary>
[SignedIn]
public sealed class HandOverPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    /// <summary>The post.</summary>
    public Post Post { get; private set; } = null!;

    /// <summary>Who holds it.</summary>
    public string Who { get; private set; } = "";

    /// <summary>What it is.</summary>
    public string What { get; private set; } = "";

    /// <summary>Open duties of the seat.</summary>
    public int Open { get; private set; }

    /// <summary>Registers whose entries name the post, with how many hold today.</summary>
    public IReadOnlyList<(string Label, long Count)> Held { get; private set; } = [];

    /// <summary>Pairings she stands in as an exec.</summary>
    public int Pairings { get; private set; }

    /// <summary>Nothing passes on but the post itself.</summary>
    public bool HasNothing => Open == 0 && Pairings == 0 && Held.All(h => h.Count == 0);

    /// <summary>Somebody has taken it over already.</summary>
    public bool Followed { get; private set; }

    /// <summary>Form of the next holder.</summary>
    public string Next => $"/r/post/new?follows={Post.Id}&role={Post.Role}&org={Post.Org}&means={Post.Means}&next=%2Forganizations%2F{Reference.Organizations.Find(Post.Org)?.Entry}";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var register = (await Take(ct)).Catalog.Posts;
        if (await recording.Find(register, id, Desk.User.Scope(register.Permission("record")), ct) is not Post post) return NotFound();
        Post = post;
        var everywhere = Scope.Whole("counts of what passes on with a post already found in scope");
        Who = (await names.Of(Reference.Register("person")!, [post.Person], Desk.Sees(register), ct)).GetValueOrDefault(post.Person, "");
        What = $"{Reference.Organizations.NameOf(post.Org)}{Reference.KindsOf(register["role"]).LabelOf(post.Role)}";
        var line = new List<object>();
        await foreach (var row in new Query(Desk.Session, register.Shape, everywhere).Where(new Filter.Is("seat", post.Seat ?? post.Id)).Stream(["id"], [], ct)) line.Add(row[0]!);
        Followed = await new Query(Desk.Session, register.Shape, everywhere).Where(new Filter.Is("follows", post.Id)).Where(EntryStates.Count).Any(ct);
        var posts = line.Select(p => (Guid?)p).ToList();
        Open = await Desk.Session.Db.Set<Duty>().CountAsync(d => posts.Contains(d.Responsible) && d.State == DutyState.Open, ct);
        var held = new List<(string, long)>();
        foreach (var (naming, owner) in Reference.Duties.Where(d => d.Rule.Owner is { } o && o != "id" && d.Register.Held is not null).Select(d => (d.Register, d.Rule.Owner!)).Distinct())
        {
            var (from, to) = naming.Held!.Value;
            held.Add((naming.Label, await new Query(Desk.Session, naming.Shape, everywhere).Where(new Filter.In(owner, line)).Where(new Filter.HeldOn(from.Key, to.Key, Desk.Today)).Where(EntryStates.Count).Count(ct)));
        }
        Held = held;
        Pairings = await HandOver.Count(Desk.Session, Reference.Register("pairing")!, post, ct);
        return Page();
    }
}
