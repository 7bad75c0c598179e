using System.Globalization;
using HalfSky.Kernel;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>Months as bars with last year's dashed line, drawn by the server: only numbers for the attributes of an SVG.</summary>
public sealed class TrendChart
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 531;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 234;

    private const double Left = 44, Right = 528, Top = 20, Bottom = 206;

    /// <summary>One month.</summary>
    /// <param name="X">Left edge.</param>
    /// <param name="Y">Upper edge.</param>
    /// <param name="Wide">Width.</param>
    /// <param name="High">Height; 0 where there is no value.</param>
    /// <param name="Middle">Middle.</param>
    /// <param name="Label">Month.</param>
    /// <param name="Value">Value in words; empty where there is none.</param>
    /// <param name="Inside">The words stand within the bar.</param>
    /// <param name="Running">The month is not over.</param>
    public sealed record Bar(string X, string Y, string Wide, string High, string Middle, string Label, string Value, bool Inside, bool Running);

    /// <summary>Bars.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Lines of the grid: height and number.</summary>
    public IReadOnlyList<(string Y, string Label)> Grid { get; }

    /// <summary>Points of last year's line; null without one.</summary>
    public string? Then { get; }

    /// <summary>What the drawing says, for who cannot see it.</summary>
    public string Spoken { get; }

    /// <summary>Draws this year's months and, where known, those of the year before.</summary>
    public TrendChart(Measure measure, IReadOnlyList<(Period Month, long? Value)> now, IReadOnlyList<(Period Month, long? Value)> then, DateOnly today)
    {
        var scale = Math.Pow(10, measure.Unit.Digits);
        var top = measure.Unit == Unit.Percent ? 120 : NiceTop(now.Concat(then).Max(v => v.Value ?? 0) / scale);
        double Y(double v) => Bottom - (Bottom - Top) * Math.Max(0, v) / top;
        var step = (Right - Left) / Math.Max(1, now.Count);
        var wide = step * .68;
        Bars = [.. now.Select((v, i) =>
        {
            var middle = Left + step * (i + .5);
            var value = v.Value is { } x ? x / scale : 0;
            var high = v.Value is null ? 0 : Bottom - Y(value);
            var words = v.Value is null || now.Count > 12 ? "" : Short(value);
            return new Bar(N(middle - wide / 2), N(v.Value is null ? Bottom : Y(value)), N(wide), N(high), N(middle),
                now.Count > 12 ? v.Month.From.Month.ToString(CultureInfo.InvariantCulture) : v.Month.From.Month + "月",
                words, high > 30 && words.Length <= 3, v.Month.Contains(today));
        })];
        Grid = [.. Enumerable.Range(0, 4).Select(i => (N(Bottom - (Bottom - Top) * i / 3), Short(top * i / 3)))];
        if (then.Any(v => v.Value is > 0))
            Then = string.Join(' ', then.Take(now.Count).Select((v, i) => $"{N(Left + step * (i + .5))},{N(Y((v.Value ?? 0) / scale))}"));
        Spoken = string.Join('，', now.Where(v => v.Value is not null).Select(v => $"{v.Month.Label}{Short(v.Value!.Value / scale)}{measure.Unit.Label}"));
    }

    private static double NiceTop(double most)
    {
        if (most <= 3) return 3;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most / 3)));
        foreach (var factor in (double[])[1, 2, 2.5, 4, 5, 8, 10])
            if (unit * factor * 3 >= most && (unit >= 10 || factor * unit == Math.Floor(factor * unit))) return unit * factor * 3;
        return unit * 30;
    }

    private static string Short(double value) => value >= 100_000 ? (value / 10_000).ToString("#,##0.#", CultureInfo.InvariantCulture) + "万" : value.ToString("#,##0.#", CultureInfo.InvariantCulture);

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
