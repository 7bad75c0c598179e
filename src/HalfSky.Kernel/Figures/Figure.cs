using System.Globalization;

namespace HalfSky.Kernel;

/// <summary>An amount with its unit. It cannot be added to a figure of another unit.</summary>
/// <param name="Amount">The amount as stored: whole things, fen, basis points, tenths of an hour (<see cref="Unit.Digits"/>).</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct Figure(long Amount, Unit Unit)
{
    /// <summary>None of a unit. Not to be confused with “nobody has recorded anything yet”, which is no figure at all.</summary>
    /// <param name="unit">The unit.</param>
    public static Figure Zero(Unit unit) => new(0, unit);

    /// <summary>A share in basis points, rounded half away from zero; absent when the whole is zero.</summary>
    /// <param name="part">The part.</param>
    /// <param name="whole">The whole, of the same unit.</param>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static Figure? Share(Figure part, Figure whole)
    {
        RequireSameUnit(part, whole);
        if (whole.Amount == 0)
            return null;
        var twice = (Int128)part.Amount * 20_000 / whole.Amount;
        return new((long)((twice + Int128.Sign(twice)) / 2), Unit.Percent);
    }

    /// <summary>Adds up figures of one unit.</summary>
    /// <param name="figures">The parts, possibly none.</param>
    /// <param name="unit">Their unit, also that of an empty sum.</param>
    /// <exception cref="InvalidOperationException">A part has another unit, or the unit is a ratio.</exception>
    public static Figure Sum(IEnumerable<Figure> figures, Unit unit) =>
        figures.Aggregate(Zero(unit), (sum, figure) => sum + figure);

    /// <summary>Adds two figures of the same unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ, or are ratios, which do not add up.</exception>
    /// <exception cref="OverflowException">The sum does not fit 64 bits.</exception>
    public static Figure operator +(Figure left, Figure right)
    {
        RequireSameUnit(left, right);
        return left.Unit.Kind == "ratio"
            ? throw new InvalidOperationException("Ratios do not add up: compute the total from its parts.")
            : new(checked(left.Amount + right.Amount), left.Unit);
    }

    /// <summary>The difference of two figures of the same unit; of two shares, in percentage points.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit 64 bits.</exception>
    public static Figure operator -(Figure left, Figure right)
    {
        RequireSameUnit(left, right);
        return new(checked(left.Amount - right.Amount), left.Unit);
    }

    /// <summary>The number as people read it, without its unit: “1,284”, “1,234.50”, “73.2”.</summary>
    public string Number => Unit.Kind switch
    {
        "money" => Scaled("#,##0.00"),
        _ when Unit.Digits > 0 => Scaled("#,##0.##"),
        _ => Amount.ToString("#,##0", CultureInfo.InvariantCulture),
    };

    /// <summary>The number with its unit: “1,284人次”, “1,234.50元”, “73.2%”.</summary>
    public override string ToString() => Number + Unit.Label;

    // Decimal is exact here: at most 19 digits and a scale of two.
    private string Scaled(string format) =>
        (Amount / (Unit.Digits == 1 ? 10m : 100m)).ToString(format, CultureInfo.InvariantCulture);

    private static void RequireSameUnit(Figure left, Figure right)
    {
        if (left.Unit != right.Unit)
            throw new InvalidOperationException($"{left.Unit} and {right.Unit} do not add up.");
    }
}
