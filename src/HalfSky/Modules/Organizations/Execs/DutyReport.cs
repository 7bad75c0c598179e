using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>A report on duty 述职, once a year.</summary>
public sealed class DutyReport : Entry
{
    /// <summary>Post of who reported.</summary>
    public Guid Holder { get; set; }

    /// <summary>The person, of the post.</summary>
    public Guid? Person { get; set; }

    /// <summary>Role, of the post.</summary>
    public string? Role { get; set; }

    /// <summary>Level of the post's organisation.</summary>
    public string? OrgLevel { get; set; }

    /// <summary>Year reported on.</summary>
    public long? Year { get; set; }

    /// <summary>Grade given.</summary>
    public string? Grade { get; set; }

    /// <summary>Mean of the voters' scores, in tenths of a point.</summary>
    public long? Score { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Year > Date.Year) yield return new("duty-report.year", "述职的年份不能晚于述职那天。", "year");
    }
}
