using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>Which plan something stands in; drafts too, because a plan is drafted with all that is in it.</summary>
internal static class Within
{
    /// <summary>The plan of an objective or task; null when there is none.</summary>
    public static async Task<Guid?> PlanOf(this Recording recording, string register, Guid id, CancellationToken ct)
    {
        var shape = (await recording.Reference(ct)).Register(register)!.Shape;
        await foreach (var row in new Query(recording.Session, shape, Scope.Whole("a rule holds whoever records")).Where(new Filter.Is("id", id)).Stream(["plan"], [], ct)) return row[0] as Guid?;
        return null;
    }

    /// <summary>Organisations just below one, each with a place of its own: townships of a county, villages of a township.</summary>
    public static IReadOnlyList<Node> LowerThan(this Reference reference, long org)
    {
        var own = reference.Organizations.Find(org)?.Place;
        return [.. reference.Organizations.Below(new(org)).Where(n => !n.Ended && n.Place > 0 && n.Place != own).DistinctBy(n => n.Place)];
    }
}
