using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>The entries of one pasted batch. Nothing is kept of the batch itself: its entries' identifiers follow from its own.</summary>
public static class PastedBatch
{
    // The head may stand in the third row.
    private const int MostNumbers = GridSheet.Most + 3;

    /// <summary>Identifiers its entries may have.</summary>
    public static IReadOnlyList<Guid> Ids(Guid batch) => [.. Enumerable.Range(0, MostNumbers).Select(n => Uuid.Within(batch, n))];

    /// <summary>Its entries the user recorded, with their states.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EntryState>> States(Desk desk, Register register, Guid batch, CancellationToken ct)
    {
        var found = new Dictionary<Guid, EntryState>();
        await foreach (var row in Of(desk, register, batch).Stream(["id", "state"], [], ct)) found[(Guid)row[0]!] = Enum.Parse<EntryState>((string)row[1]!);
        return found;
    }

    /// <summary>A query over its entries.</summary>
    public static Query Of(Desk desk, Register register, Guid batch) => new Query(desk.Session, register.Shape, desk.User.Scope(register.Permission("record")))
        .Where(new Filter.In("id", [.. Ids(batch).Cast<object>()])).Where(new Filter.Is("recordedBy", desk.User.Account));

    /// <summary>Takes back what is left of it, all in one transaction.</summary>
    /// <returns>How many were taken back, and why not the others.</returns>
    public static Task<(int Done, IReadOnlyList<Problem> Problems)> TakeBack(Desk desk, Recording recording, Register register, Guid batch, string reason, CancellationToken ct) => desk.Session.Write(async c =>
    {
        var (done, problems) = (0, new List<Problem>());
        foreach (var (id, state) in await States(desk, register, batch, c))
        {
            if (state is EntryState.Withdrawn) continue;
            var verdict = await recording.Withdraw(register.Key, id, reason, c);
            if (verdict.IsAccepted) done++;
            else problems.AddRange(verdict.Problems);
            await desk.Session.Db.SaveChangesAsync(c);
        }
        return (done, (IReadOnlyList<Problem>)problems);
    }, ct);
}
