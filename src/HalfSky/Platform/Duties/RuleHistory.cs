using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Duties;

/// <summary>A rule with its versions: each holds from its day until the next begins.</summary>
public sealed class RuleHistory
{
    /// <summary>Puts the versions in order.</summary>
    public RuleHistory(Register register, IEnumerable<DutyRule> versions) => (Register, Versions) = (register, [.. versions.OrderBy(v => v.From)]);

    /// <summary>Register whose entries make the duties.</summary>
    public Register Register { get; }

    /// <summary>Versions, the oldest first.</summary>
    public IReadOnlyList<DutyRule> Versions { get; }

    /// <summary>The newest version: its words are shown.</summary>
    public DutyRule Rule => Versions[^1];

    /// <summary>Key of the rule.</summary>
    public string Key => Rule.Key;

    /// <summary>The version in force on a day; null before the first.</summary>
    public DutyRule? On(DateOnly day) => Versions.LastOrDefault(v => v.From <= day);

    /// <summary>Every act any version knows.</summary>
    public IEnumerable<DutyAct> Acts => Versions.SelectMany(v => v.Acts).Distinct();

    /// <summary>The cycles that began on or before <paramref name="until"/> and end on or after <paramref name="since"/>, each by the version in force on its first day.</summary>
    public IEnumerable<(DutyRule Rule, string Key, Period Cycle)> Cycles(DateOnly since, DateOnly until)
    {
        foreach (var (i, rule) in Versions.Index())
        {
            var last = i + 1 < Versions.Count ? Min(Versions[i + 1].From.AddDays(-1), until) : until;
            if (rule.Off) continue;
            if (rule.ByCalendar)
            {
                for (var cycle = rule.CycleOf(Max(since, rule.From)); cycle.From <= last; cycle = cycle.Next)
                    if (cycle.From >= rule.From) yield return (rule, cycle.Key, cycle);
            }
            else if (rule.Cycle is DutyCycle.Anniversary && YearDay.TryParse(rule.Day, out var day, out _))
            {
                for (var year = Max(since, rule.From).Year; year <= last.Year + 1 && year < 2100; year++)
                    if (day!.In(year) is { } on && on >= since && on.AddDays(-rule.Days) is var opens && opens >= rule.From && opens <= last)
                        yield return (rule, $"{year:0000}", new(opens, on.AddDays(1)));
            }
        }
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
