using System.Collections.Concurrent;

namespace HalfSky.Kernel;

/// <summary>
/// Statutory holidays 法定节假日 (全国年节及纪念日放假办法, as amended from 2025): New Year's Day, Spring Festival from its eve to the third day,
/// Qingming, 1 and 2 May, Dragon Boat, Mid-Autumn, 1 to 3 October. The longer arrangement of each year is the county's to add.
/// </summary>
public static class Holidays
{
    private static readonly YearDay[] Rules = [.. new[] { "1月1日", "除夕", "农历1-1", "农历1-2", "农历1-3", "清明", "5月1日", "5月2日", "农历5-5", "农历8-15", "10月1日", "10月2日", "10月3日" }
        .Select(rule => YearDay.TryParse(rule, out var day, out var problem) ? day! : throw new InvalidOperationException(problem))];

    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Years = new();

    /// <summary>Is the day a statutory holiday? Qingming is known from 2000 to 2099.</summary>
    public static bool Contains(DateOnly day) => Years.GetOrAdd(day.Year, year => [.. Rules.Select(r => r.In(year)).OfType<DateOnly>()]).Contains(day);
}
