using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Organizations;

/// <summary>
/// What passes on with a post beside its duties, families and areas, which follow the seat by themselves: the pairings she stood in as an exec, and
/// the keys of who leaves (D18, D20).
/// </summary>
internal static class HandOver
{
    private static readonly Scope Everywhere = Scope.Whole("a hand-over takes along what the post held, whoever writes it down");

    /// <summary>Open pairings an exec stands in by her post end on the day and go on with her successor.</summary>
    public static async Task Pairings(Post left, Post next, Recording recording, CancellationToken ct)
    {
        var register = (await recording.Reference(ct)).Register("pairing")!;
        var columns = register.Shape.Columns.Select(c => c.Key).ToList();
        foreach (var (i, row) in (await Rows(recording.Session, register, left, next, columns, ct)).Index())
        {
            var (before, ended, going) = (EntryColumns.Make(register, row), EntryColumns.Make(register, row), EntryColumns.Make(register, row));
            register["to"].Write(ended, next.From);
            await recording.Write(register, before, ended, "handed-over", null, ct);
            (going.Id, going.Date, going.RecordedBy, going.RecordedAt, going.Version) = (Kernel.Uuid.Within(next.Id, i + 1), next.From, recording.User.Account, recording.Clock.Now, 0);
            register["helper"].Write(going, next.Person);
            register["from"].Write(going, next.From);
            await recording.Write(register, null, going, "created", null, ct);
        }
    }

    /// <summary>How many pairings would pass on.</summary>
    public static async Task<int> Count(Session session, Register register, Post left, CancellationToken ct) => (await Rows(session, register, left, null, ["id"], ct)).Count;

    /// <summary>Who holds no post any more on that day is signed out everywhere; her phone is let go.</summary>
    public static async Task Keys(Post left, Post next, Register posts, Recording recording, CancellationToken ct)
    {
        var (db, now) = (recording.Session.Db, recording.Clock.Now);
        if (next.From > recording.Clock.Today || next.Person == left.Person) return;
        var others = new Query(recording.Session, posts.Shape, Everywhere).Where(new Filter.Is("person", left.Person)).Where(new Filter.HeldOn("from", "to", next.From)).Where(EntryStates.Count);
        await foreach (var row in others.Stream(["id"], [], ct))
            if ((Guid)row[0]! != left.Id) return;
        foreach (var account in await db.Set<Account>().Where(a => a.PersonId == left.Person).Select(a => a.Id).ToListAsync(ct))
        {
            foreach (var open in await db.Set<SignInSession>().Where(s => s.Account == account && s.RevokedAt == null).ToListAsync(ct)) open.Revoke(now);
            foreach (var phone in await db.Set<BoundPhone>().Where(p => p.Account == account && p.RevokedAt == null).ToListAsync(ct)) phone.Revoke(now);
        }
    }

    private static async Task<List<object?[]>> Rows(Session session, Register register, Post left, Post? next, IReadOnlyList<string> columns, CancellationToken ct)
    {
        var rows = new List<object?[]>();
        var query = new Query(session, register.Shape, Everywhere).Where(new Filter.Is("helper", left.Person)).Where(new Filter.Is("kind", "exec")).Where(new Filter.Is("to", null))
            .Where(new Filter.In("org", [left.Org])).Where(EntryStates.Count);
        if (next is not null) query = query.Where(new Filter.Range("from", null, next.From));
        await foreach (var row in query.Stream(columns, [], ct)) rows.Add(row);
        return rows;
    }
}
