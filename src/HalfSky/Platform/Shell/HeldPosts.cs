using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Search;

namespace HalfSky.Platform.Shell;

/// <summary>Reads who holds which post from the register that declares it gives rights.</summary>
internal sealed class HeldPosts(Session session, ReferenceSource source, Clock clock, Names names)
{
    /// <summary>Posts of a person on a day.</summary>
    public async Task<IReadOnlyList<HeldPost>> Of(Guid person, DateOnly today, CancellationToken ct)
    {
        var register = (await source.Take(session, ct)).Catalog.Posts;
        var rights = register.Rights!;
        var everywhere = Scope.Whole("rights are read before a scope exists");
        var held = new List<(Guid Id, long Org, string Role, Guid Seat)>();
        await foreach (var row in Held(register, today, everywhere).Where(new Filter.Is(rights.Person.Key, person)).Stream(["id", "org", rights.Role.Key, rights.Seat.Key], [], ct))
            held.Add(((Guid)row[0]!, (long)row[1]!, (string)row[2]!, row[3] as Guid? ?? (Guid)row[0]!));
        var line = new List<(Guid Seat, Guid Id)>();
        // Who follows nobody has no line to read.
        var followed = held.Where(h => h.Seat != h.Id).Select(h => (object)h.Seat).ToList();
        if (followed.Count > 0)
            await foreach (var row in new Query(session, register.Shape, everywhere).Where(new Filter.In(rights.Seat.Key, followed)).Stream(["id", rights.Seat.Key], [], ct))
                line.Add(((Guid)row[1]!, (Guid)row[0]!));
        return [.. held.Select(h => new HeldPost(h.Id, new(h.Org), h.Role, h.Seat == h.Id ? [h.Id] : [.. line.Where(l => l.Seat == h.Seat).Select(l => l.Id)]))];
    }

    /// <summary>Post holders within a scope.</summary>
    public async Task<IReadOnlyList<PostHolder>> Holders(Scope scope, Guid? person, string? words, CancellationToken ct)
    {
        var reference = await source.Take(session, ct);
        var register = reference.Catalog.Posts;
        var rights = register.Rights!;
        var query = Held(register, clock.Today, scope);
        if (person is { } one) query = query.Where(new Filter.Is(rights.Person.Key, one));
        if (SearchIndex.Query(words, scope, register.Key) is { } search) query = query.Where(new Filter.Matches(search));
        var rows = new List<(Guid Person, long Org, string Role)>();
        await foreach (var row in query.Stream([rights.Person.Key, "org", rights.Role.Key], [new("org")], ct)) rows.Add(((Guid)row[0]!, (long)row[1]!, (string)row[2]!));
        var titles = await names.Of(reference.Register(rights.Person.Target!)!, rows.Select(r => r.Person), scope, ct);
        return [.. rows.Select(r => new PostHolder(r.Person, titles.GetValueOrDefault(r.Person, ""), new(r.Org), reference.Organizations.NameOf(r.Org), reference.KindsOf(rights.Role).LabelOf(r.Role)))];
    }

    private Query Held(Register register, DateOnly day, Scope scope) => new Query(session, register.Shape, scope)
        .Where(EntryStates.Count).Where(new Filter.HeldOn(register.Rights!.From.Key, register.Rights.To.Key, day));
}
