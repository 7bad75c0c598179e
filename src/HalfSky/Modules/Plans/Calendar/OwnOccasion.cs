using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Calendar;

/// <summary>A day of the year of the county's own 节点, or a shipped one as the county keeps it.</summary>
public sealed class OwnOccasion : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it comes, as <see cref="YearDay"/> reads it.</summary>
    public string Rule { get; set; } = "";

    /// <summary>What is usually done.</summary>
    public string? Action { get; set; }

    /// <summary>So many days before it is told of.</summary>
    public long? Ahead { get; set; }

    /// <summary>Kind of activity held for it.</summary>
    public string? Festival { get; set; }

    /// <summary>For whom: county, township, village; empty for all.</summary>
    public string? Levels { get; set; }

    /// <summary>Not kept here.</summary>
    public bool? Off { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (!YearDay.TryParse(Rule, out _, out var problem)) yield return new("occasion.rule", problem, "rule");
    }
}
