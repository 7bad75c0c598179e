using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>Works out the household, subject, place and organisation of an entry about a person or household, as of its day.</summary>
internal static class Subjects
{
    /// <summary>The figure can be split by the care category its subject was in on the day.</summary>
    public static MeasureDeclaration ByCare(this MeasureDeclaration measure, Field subject) =>
        measure.ByDated("careCategory", "关爱类别", register: "care", other: "subject", subject, field: "categories");

    public static async Task<(Guid? Household, Guid? Subject, long Place, long Org)> Resolve(
        Entry entry, Guid? subjectBefore, Guid? person, Guid? household, DateOnly day, Recording recording, CancellationToken ct, Guid? body = null)
    {
        // An edit that leaves the subject alone leaves place and organisation alone: they are those of the day.
        var fresh = entry.Version == 0 || subjectBefore != (person ?? household);
        var reference = await recording.Reference(ct);
        var (place, org) = (entry.Place, entry.Org);
        if (person is { } id)
        {
            var members = new Query(recording.Session, reference.Register("member")!.Shape, Scope.Whole("the residence of a person already found in scope"))
                .Where(new Filter.Is("person", id)).Where(new Filter.HeldOn("from", "to", day)).Where(EntryStates.Count);
            household = await First(members, "household", ct) as Guid? ?? (fresh && entry.Version > 0 ? null : household);
            await Locate("person", id);
        }
        else if (household is { } home)
        {
            await Locate("household", home);
        }
        else if (body is { } at)
        {
            await Locate("body", at);
        }
        return (household, person ?? household, place, org);

        // The entry keeps the place of its day; whose work it is stays with the recorder unless she records for the whole township.
        async Task Locate(string register, Guid target)
        {
            var shape = reference.Register(register)!.Shape;
            await foreach (var row in new Query(recording.Session, shape, Scope.Whole("the place of somebody already found in scope")).Where(new Filter.Is("id", target)).Stream(["place", "org"], [], ct))
            {
                if (place == 0 || fresh) place = (long)row[0]!;
                if (fresh && recording.User.Scope("visit.record").Contains((long)row[1]!)) org = (long)row[1]!;
            }
        }
    }

    private static async Task<object?> First(Query query, string column, CancellationToken ct)
    {
        await foreach (var row in query.Stream([column], [new("from", true)], ct)) return row[0];
        return null;
    }
}
