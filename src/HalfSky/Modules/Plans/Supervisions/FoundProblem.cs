using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Supervisions;

/// <summary>A problem that was found 问题, with what is done about it, by whom, until when.</summary>
public sealed class FoundProblem : Entry
{
    /// <summary>How it was found.</summary>
    public string? Found { get; set; }

    /// <summary>The problem.</summary>
    public string Text { get; set; } = "";

    /// <summary>What is done about it.</summary>
    public string? Remedy { get; set; }

    /// <summary>Organisation that answers for it.</summary>
    public long? Owner { get; set; }

    /// <summary>To be solved by.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>Solved on.</summary>
    public DateOnly? Closed { get; set; }

    /// <summary>First day on which it is no longer open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Closed < Date) yield return new("problem.closed", "解决日期不能早于发现日期。", "closed");
        if (Deadline < Date) yield return new("problem.deadline", "期限不能早于发现日期。", "deadline");
    }
}
