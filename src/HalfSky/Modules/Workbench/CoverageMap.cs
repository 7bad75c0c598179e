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
        if (reference.Measure(WorkbenchModule.Coverage) is not { } coverage || desk.Counts(coverage.Register).IsEmpty) return null;
        if (await VillageMap.Read(desk, reference, coverage, new Ask(place, quarter), ct) is not { } map) return null;
        return new(map.Reading, [.. map.Zones.Select(z => (z.Township, (IReadOnlyList<CoverageCell>)[.. z.Villages.Select(v => Make(v, quarter))]))], map.Villages.Count(v => v.Recorded));
    }

    private static CoverageCell Make(VillageFigure village, Period quarter)
    {
        var (part, whole) = (village.Value, village.Whole ?? 0);
        var tone = !village.Recorded ? "none" : whole == 0 ? "mid" : part * 10 >= whole * 8 ? "" : part * 10 < whole * 3 ? "low" : "mid";
        return new(village.ShortName, tone, village.Recorded ? $"{part}/{whole}" : whole == 0 ? "无" : $"无 /{whole}",
            $"/measures/{WorkbenchModule.Coverage}{AskQuery.Address(village.Village.Number, quarter)}");
    }
}
