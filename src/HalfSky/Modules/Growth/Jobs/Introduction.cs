using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>An introduction 推荐: a seeker sent to a job, with what came of it (registers.md §10: seeker × job).</summary>
public sealed class Introduction : Entry
{
    /// <summary>The seeker's entry.</summary>
    public Guid Seeker { get; set; }

    /// <summary>The job.</summary>
    public Guid? Job { get; set; }

    /// <summary>Where to, when the job is not in the register.</summary>
    public string? Employer { get; set; }

    /// <summary>Result.</summary>
    public string? Result { get; set; }

    /// <summary>The person who seeks.</summary>
    public Guid? Person { get; set; }

    /// <summary>Trades she wants.</summary>
    public string? Wants { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Job is null && string.IsNullOrWhiteSpace(Employer)) yield return new("introduction.job", "请点选推荐到哪个岗位，台账里没有的写用工单位。", "job");
    }
}
