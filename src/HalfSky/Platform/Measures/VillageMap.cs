using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Measures;

/// <summary>A measure's figure in one village.</summary>
/// <param name="Village">The village.</param>
/// <param name="Value">Its figure; a ratio's numerator.</param>
/// <param name="Whole">Denominator of a ratio, else null.</param>
/// <param name="Recorded">Somebody there recorded something, so that a missing figure is zero and not unknown (D17).</param>
public sealed record VillageFigure(Node Village, long Value, long? Whole, bool Recorded)
{
    /// <summary>Its name as it fits a cell: 槐荫 for 槐荫村.</summary>
    public string ShortName => Village.Name.EndsWith('村') && Village.Name.Length > 2 ? Village.Name[..^1] : Village.Name;

    /// <summary>The figure in the unit's base: a ratio in basis points; null where nothing is known.</summary>
    public long? Amount => !Recorded ? null : Whole switch
    {
        null => Value,
        0 => null,
        { } whole => (long)Math.Round(Value * 10_000m / whole, MidpointRounding.AwayFromZero),
    };
}

/// <summary>A measure village by village, under their townships: what a map of cells is painted from.</summary>
/// <param name="Reading">The figure of the whole place.</param>
/// <param name="Zones">Townships with their villages, in the order of their numbers.</param>
public sealed record VillageMap(Reading Reading, IReadOnlyList<(string Township, IReadOnlyList<VillageFigure> Villages)> Zones)
{
    /// <summary>All villages.</summary>
    public IEnumerable<VillageFigure> Villages => Zones.SelectMany(z => z.Villages);

    /// <summary>Reads it; null where there are not at least two villages.</summary>
    public static async Task<VillageMap?> Read(Desk desk, Reference reference, Measure measure, Ask ask, CancellationToken ct)
    {
        var villages = reference.Places.AtDepth(ask.Place, 3).Where(n => !n.Ended).ToList();
        if (villages.Count < 2) return null;
        var evaluator = await desk.Evaluator(ct);
        var reading = await evaluator.Read(measure, ask with { By = ["village"] }, desk.Counts(measure.Register), ct);
        var recorded = await evaluator.Recorded(measure, ask, desk.Counts, ct);
        var slices = reading.Slices.ToDictionary(s => s.Keys[0]!, s => s);
        var figures = villages.Select(v =>
        {
            var slice = slices.GetValueOrDefault(v.Number.Value.ToString(CultureInfo.InvariantCulture));
            return new VillageFigure(v, slice?.Value ?? 0, measure.Kind is not MeasureKind.Ratio ? null : measure.Whole == Measure.AllVillages ? 1 : slice?.Whole ?? 0, recorded.Contains(v.Number.Value));
        });
        return new(reading, [.. figures.GroupBy(f => f.Village.Number.AtDepth(2)).Select(g => (reference.Places.NameOf(g.Key.Value), (IReadOnlyList<VillageFigure>)[.. g]))]);
    }
}
