using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>What an organisation is: kept with what hangs on it, so that figures can be split by it without looking it up.</summary>
internal sealed record Nature(string? Kind, string? Level, string? Domain)
{
    public static async Task<Nature> Of(long org, Recording recording, CancellationToken ct)
    {
        var shape = (await recording.Reference(ct)).Register("organization")!.Shape;
        var query = new Query(recording.Session, shape, Scope.Whole("what an organisation is, is known to everybody")).Where(new Filter.Is("org", org));
        await foreach (var row in query.Stream(["kind", "level", "domain"], [], ct)) return new(row[0] as string, row[1] as string, row[2] as string);
        return new(null, null, null);
    }

    /// <summary>The post's person, role and what its organisation is.</summary>
    public static async Task<Post?> OfPost(Guid post, Recording recording, CancellationToken ct) =>
        (Post?)await recording.Find((await recording.Reference(ct)).Register("post")!, post, Scope.Whole("the post of an entry already found in scope"), ct);

    /// <summary>The posts a person holds on a day, the highest organisation first.</summary>
    public static async Task<IReadOnlyList<Post>> PostsOf(Guid person, DateOnly day, Recording recording, CancellationToken ct)
    {
        var posts = (await recording.Reference(ct)).Register("post")!;
        var query = new Query(recording.Session, posts.Shape, Scope.Whole("the posts of somebody already found in scope"))
            .Where(new Filter.Is("person", person)).Where(new Filter.HeldOn("from", "to", day)).Where(EntryStates.Count);
        var found = new List<Post>();
        await foreach (var row in query.Stream([.. posts.Shape.Columns.Select(c => c.Key)], [], ct)) found.Add((Post)EntryColumns.Make(posts, row));
        return [.. found.OrderBy(p => new Kernel.Branch(p.Org).Depth)];
    }

}
