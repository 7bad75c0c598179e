using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>A job 岗位: places to be filled at an employer, open from its day (<see cref="Entry.Date"/>) until filled or over.</summary>
public sealed class Job : Entry
{
    /// <summary>What the work is.</summary>
    public string Title { get; set; } = "";

    /// <summary>Trade.</summary>
    public string? Trade { get; set; }

    /// <summary>The employer.</summary>
    public Guid? Body { get; set; }

    /// <summary>The employer's name, where it is not in the register of bodies.</summary>
    public string? Employer { get; set; }

    /// <summary>How many places.</summary>
    public long? Number { get; set; }

    /// <summary>Last day it is open (inclusive).</summary>
    public DateOnly? OpenUntil { get; set; }

    /// <summary>All places filled on.</summary>
    public DateOnly? FilledOn { get; set; }

    /// <summary>First day it is no longer open: filled, or the day after the last.</summary>
    public DateOnly? Closed { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Body is null && string.IsNullOrWhiteSpace(Employer)) yield return new("job.employer", "请点选用工单位，台账里没有的写名称。", "body");
        if (OpenUntil is { } until && until < Date) yield return new("job.span", "截止日期不能早于发布日期。", "openUntil");
        if (FilledOn is { } filled && filled < Date) yield return new("job.filled", "招满日期不能早于发布日期。", "filledOn");
    }
}
