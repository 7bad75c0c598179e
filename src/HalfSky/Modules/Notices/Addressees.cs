using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>An organisation something can be sent to.</summary>
/// <param name="Org">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsVillage">It is a village's.</param>
public sealed record Addressee(long Org, string Name, bool IsVillage);

/// <summary>Whom an organisation can send to: those below it, villages and townships, that stand today.</summary>
public static class Addressees
{
    private static readonly string[] Levels = ["township", "village", "direct", "enterprise", "university", "county"];

    /// <summary>In the order of their numbers.</summary>
    public static async Task<IReadOnlyList<Addressee>> Of(long sender, Recording recording, CancellationToken ct)
    {
        var organizations = (await recording.Reference(ct)).Register("organization")!;
        var found = new List<Addressee>();
        var below = new Query(recording.Session, organizations.Shape, Scope.Whole("whom a sender in scope can send to are the organisations below it"))
            .Where(new Filter.Within("org", [new Branch(sender)])).Where(new Filter.HeldOn("from", "to", recording.Clock.Today))
            .Where(EntryStates.Count).Where(new Filter.In("level", Levels));
        await foreach (var row in below.Stream(["org", "name", "level"], [new("org")], ct))
            if ((long)row[0]! != sender) found.Add(new((long)row[0]!, (string)row[1]!, row[2] as string == "village"));
        return found;
    }

    /// <summary>Those meant by a form: all villages, or those chosen; nobody outside the list, nobody twice.</summary>
    /// <exception cref="Refusal">Nobody is meant, or all have it.</exception>
    public static IReadOnlyList<Addressee> Meant(IReadOnlyList<Addressee> offered, bool all, IReadOnlyCollection<long> chosen, IReadOnlyCollection<long> have)
    {
        var meant = offered.Where(a => all ? a.IsVillage || !offered.Any(o => o.IsVillage) : chosen.Contains(a.Org)).ToList();
        if (meant.Count == 0) throw new Refusal(NoticeProblems.NobodyChosen);
        meant.RemoveAll(a => have.Contains(a.Org));
        return meant.Count > 0 ? meant : throw new Refusal(NoticeProblems.AllHaveIt);
    }
}
