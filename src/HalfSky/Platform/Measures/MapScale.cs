using HalfSky.Kernel;

namespace HalfSky.Platform.Measures;

/// <summary>Five classes of equal width over what the villages have; nought is a class of its own. Round bounds, so that a legend can be read aloud.</summary>
public sealed class MapScale
{
    /// <summary>How many classes there are above nought.</summary>
    public const int Classes = 5;

    private static readonly long[] Round = [1, 2, 3, 4, 5, 6, 8];
    private readonly Unit unit;
    private readonly long step;

    /// <summary>Makes the scale for a measure's figures.</summary>
    public MapScale(Measure measure, IEnumerable<long> amounts)
    {
        unit = measure.Unit;
        // A share lies between nothing and everything, whatever the villages have.
        step = measure.Kind is MeasureKind.Ratio ? 2_000 : StepOf(amounts.DefaultIfEmpty(0).Max());
    }

    /// <summary>0 for nought, else 1 to 5.</summary>
    public int ClassOf(long amount) => amount <= 0 ? 0 : (int)Math.Min(Classes, (amount + step - 1) / step);

    /// <summary>Bounds of a class in words: “5–8 次”.</summary>
    public string LabelOf(int number)
    {
        var (low, high) = ((number - 1) * step, number * step);
        if (unit.Digits > 0) return number == 1 ? $"{Shown(high)}{unit} 以内" : $"{Shown(low)}–{Shown(high)}{unit}";
        return low + 1 == high ? Shown(high) + unit : $"{Shown(low + 1)}–{Shown(high)}{unit}";
    }

    private string Shown(long amount) => new Figure(amount, unit).Number;

    private static long StepOf(long greatest)
    {
        for (var power = 1L; ; power *= 10)
            if (Round.FirstOrDefault(r => r * power * Classes >= greatest) is > 0 and var fits) return fits * power;
    }
}
