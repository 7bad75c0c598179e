using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Workbench;

/// <summary>One village of the map.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tone">Class of the cell: empty for eight tenths and more, mid, low, none.</param>
/// <param name="Words">“5/8”, or that nothing is recorded.</param>
/// <param name="Address">Where it opens.</param>
public sealed record CoverageCell(string Name, string Tone, string Words, string Address);

/// <summary>This quarter's coverage by village: shape, word and number; a village without any record is told apart from one with none visited.</summary>
public sealed class CoverageMap
{
    private CoverageMap(Reading reading, IReadOnlyList<(string Township, IReadOnlyList<CoverageCell> Cells)> zones, int recorded) =>
        (Reading, Zones, Recorded) = (reading, zones, recorded);

    /// <summary>The whole.</summary>
    public Reading Reading { get; }

    /// <summary>Townships with their villages.</summary>
    public IReadOnlyList<(string Township, IReadOnlyList<CoverageCell> Cells)> Zones { get; }

    /// <summary>Villages with any visit this quarter.</summary>
    public int Recorded { get; }

    /// <summary>Villages in all.</summary>
    public int Villages => Zones.Sum(z => z.Cells.Count);

    /// <summary>Cells of a tone.</summary>
    public int Count(string tone) => Zones.Sum(z => z.Cells.Count(c => c.Tone == tone));

    /// <summary>Reads it; null where there are not at least two villages or nobody is in care.</summary>
    internal static async Task<CoverageMap?> Read(Desk desk, Reference reference, Branch place, Period quarter, CancellationToken ct)
    {
        if (reference.Measure(WorkbenchModule.Coverage) is not { } coverage || reference.Measure(WorkbenchModule.Visits) is not { } visits) return null;
        var villages = reference.Places.AtDepth(place, 3).Where(n => !n.Ended).ToList();
        if (villages.Count < 2 || desk.Counts(coverage.Register).IsEmpty) return null;
        var evaluator = await desk.Evaluator(ct);
        var ask = new Ask(place, quarter, ["village"]);
        var reading = await evaluator.Read(coverage, ask, desk.Counts(coverage.Register), ct);
        var visited = (await evaluator.Read(visits, ask, desk.Counts(visits.Register), ct)).Slices.Select(s => s.Keys[0]).ToHashSet();
        var slices = reading.Slices.ToDictionary(s => s.Keys[0]!, s => s);
        var cells = villages.Select(v => (v, Cell: Make(v, slices.GetValueOrDefault(Key(v)), visited.Contains(Key(v)), quarter)));
        return new(reading, [.. cells.GroupBy(c => c.v.Number.AtDepth(2)).Select(g => (reference.Places.NameOf(g.Key.Value), (IReadOnlyList<CoverageCell>)[.. g.Select(c => c.Cell)]))],
            villages.Count(v => visited.Contains(Key(v))));
    }

    private static string Key(Node village) => village.Number.Value.ToString(CultureInfo.InvariantCulture);

    private static CoverageCell Make(Node village, Slice? slice, bool visited, Period quarter)
    {
        var (part, whole) = (slice?.Value ?? 0, slice?.Whole ?? 0);
        var tone = !visited ? "none" : whole == 0 ? "mid" : part * 10 >= whole * 8 ? "" : part * 10 < whole * 3 ? "low" : "mid";
        var name = village.Name.EndsWith('村') && village.Name.Length > 2 ? village.Name[..^1] : village.Name;
        return new(name, tone, visited ? $"{part}/{whole}" : whole == 0 ? "无" : $"无 /{whole}",
            $"/measures/{WorkbenchModule.Coverage}{AskQuery.Address(village.Number, quarter)}");
    }
}
