using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>A collection that asked mostly the same.</summary>
/// <param name="Id">Its entry.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">When it was given out.</param>
/// <param name="Same">Headings it shares.</param>
public sealed record AskedBefore(Guid Id, string Title, DateOnly Date, IReadOnlyList<string> Same);

/// <summary>Was it asked before? Collections of the last two years with mostly the same headings, the newest first.</summary>
public static class EarlierCollections
{
    private const int Years = 2;

    /// <summary>Those she sees that share at least six tenths of what villages are to fill.</summary>
    public static async Task<IReadOnlyList<AskedBefore>> Of(Guid than, SheetLayout layout, Recording recording, Scope seen, CancellationToken ct)
    {
        var collections = (await recording.Reference(ct)).Register("collection")!;
        var labels = Labels(layout);
        var found = new List<AskedBefore>();
        var asked = new Query(recording.Session, collections.Shape, seen).Where(new Filter.Range("date", recording.Clock.Today.AddYears(-Years), null)).Where(new Filter.Not(new Filter.Is("id", than)))
            .Where(new Filter.In("stage", [Collection.Open, Collection.Sent])).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in asked.Stream(["id", "title", "date", "layout"], [new("date", true), new("id", true)], ct))
        {
            if (row[3] is not string text) continue;
            var same = labels.Intersect(Labels(SheetLayout.Read(text)), StringComparer.Ordinal).ToList();
            if (same.Count >= 2 && same.Count * 10 >= labels.Count * 6) found.Add(new((Guid)row[0]!, (string)row[1]!, (DateOnly)row[2]!, same));
        }
        return found;
    }

    // Serial number and village stand in every sheet and say nothing.
    private static List<string> Labels(SheetLayout layout) => [.. layout.Columns.Where(c => c.Fills is not (ColumnMatch.Serial or ColumnMatch.Village or ColumnMatch.Township)).Select(c => c.Label).Distinct()];
}
