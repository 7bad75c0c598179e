using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>How a measure is tallied: its condition without the ages, and the ages, which bound the time an entry counts.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Name">Key and fingerprint of the definition: a changed definition is another tally.</param>
/// <param name="Condition">What does not depend on the day.</param>
/// <param name="Ages">Birth-day fields with years: younger than, or not younger than.</param>
internal sealed record TallyPlan(Measure Measure, string Name, Filter Condition, IReadOnlyList<(Field Birth, int Years, bool Younger)> Ages)
{
    // Another one when cells are cut otherwise: what was kept before is counted anew.
    private const int Layout = 2;

    private static readonly ConditionalWeakTable<Measure, TallyPlan?[]> Known = [];

    /// <summary>The plan of a measure; null where a figure cannot be kept in cells: ratios, what another register reached, greatest values.</summary>
    public static TallyPlan? Of(Measure measure) => Known.GetValue(measure, m => [Make(m)])[0];

    /// <summary>Is the figure a number of different things?</summary>
    public bool IsDistinct => Measure.DistinctKey is not null;

    /// <summary>Does it hold between two days?</summary>
    public bool IsStock => Measure.Kind is MeasureKind.Stock;

    /// <summary>What an entry gives to the measure; null when nothing. Whether the condition holds is the database's to say.</summary>
    public Piece? PieceOf(Func<string, object?> read, long place, bool verified)
    {
        var subject = Measure.DistinctKey is { } key ? read(key) : null;
        var value = Measure.Count is Aggregate.Sum sum ? read(sum.Key) as long? ?? 0 : 1;
        if (read(Measure.Span.Keys[0]) is not DateOnly from || from == default) return null;
        if (!IsStock) return new(place, verified, value, subject, from, null);
        var to = read(Measure.Span.To!) as DateOnly?;
        foreach (var (birth, years, younger) in Ages)
        {
            if (read(birth.Key) is not DateOnly born || born == default) return null;
            var turns = Turns(born, years);
            if (younger) to = to is { } end && end < turns ? end : turns;
            else if (turns > from) from = turns;
        }
        return to is { } last && last <= from ? null : new(place, verified, value, subject, from, to);
    }

    /// <summary>Fields read of an entry.</summary>
    public List<string> Keys =>
        [.. Measure.Span.Keys.Concat(Measure.Count is Aggregate.Sum sum ? [sum.Key] : Array.Empty<string>())
            .Concat(Measure.DistinctKey is { } key ? [key] : []).Concat(Ages.Select(a => a.Birth.Key)).Append("place").Append("state").Distinct()];

    /// <summary>The first day on which <see cref="Filter.Younger"/> holds no more.</summary>
    private static DateOnly Turns(DateOnly born, int years)
    {
        var day = born.AddYears(years);
        while (born >= day.AddYears(-years).AddDays(1)) day = day.AddDays(1);
        return day;
    }

    private static TallyPlan? Make(Measure measure)
    {
        if (measure.Kind is MeasureKind.Ratio || measure.Reached is not null || measure.Count is Aggregate.Max) return null;
        var (parts, ages) = (new List<Filter>(), new List<(Field, int, bool)>());
        foreach (var part in measure.Where is Filter.All all ? all.Parts : [measure.Where])
        {
            switch (part)
            {
                case Filter.Younger y when measure.Kind is MeasureKind.Stock: ages.Add((measure.Register[y.Key], y.Years, true)); break;
                case Filter.Not { Part: Filter.Younger y } when measure.Kind is MeasureKind.Stock: ages.Add((measure.Register[y.Key], y.Years, false)); break;
                case var other when IsTimeless(other): parts.Add(other); break;
                default: return null;
            }
        }
        var said = string.Join('|', Layout, measure.Kind, string.Join(',', measure.Span.Keys), Said(measure.Where), measure.Count);
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 4));
        return new(measure, measure.Key + "@" + print, new Filter.All(parts), ages);
    }

    private static bool IsTimeless(Filter filter) => filter switch
    {
        Filter.Is or Filter.In or Filter.Has or Filter.Range or Filter.Contains => true,
        Filter.All f => f.Parts.All(IsTimeless),
        Filter.Any f => f.Parts.All(IsTimeless),
        Filter.Not f => IsTimeless(f.Part),
        _ => false,
    };

    private static string Said(Filter filter) => filter switch
    {
        Filter.All f => "(" + string.Join('&', f.Parts.Select(Said)) + ")",
        Filter.Any f => "(" + string.Join('/', f.Parts.Select(Said)) + ")",
        Filter.Not f => "!" + Said(f.Part),
        Filter.In f => f.Key + " in " + string.Join(',', f.Values),
        _ => string.Create(CultureInfo.InvariantCulture, $"{filter}"),
    };

    /// <summary>What one entry gives to a measure.</summary>
    /// <param name="Place">Where it is.</param>
    /// <param name="Verified">Verified, not only handed in.</param>
    /// <param name="Value">1, or the number added up.</param>
    /// <param name="Subject">What is counted once; null where nothing is filled in, which counts as an entry but as no thing.</param>
    /// <param name="From">The day, or the first day.</param>
    /// <param name="To">The day it ends; for a stock.</param>
    internal sealed record Piece(long Place, bool Verified, long Value, object? Subject, DateOnly From, DateOnly? To);
}
