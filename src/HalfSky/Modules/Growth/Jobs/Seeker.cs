using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>A job seeker 求职: a woman who looks for work, between two days.</summary>
public sealed class Seeker : Entry
{
    /// <summary>The person.</summary>
    public Guid Person { get; set; }

    /// <summary>Trades she wants, several.</summary>
    public string? Wants { get; set; }

    /// <summary>What she can do.</summary>
    public string? Skills { get; set; }

    /// <summary>Looking since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why it ended.</summary>
    public string? Ending { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (To is not null && string.IsNullOrEmpty(Ending)) yield return new("seeker.ending", "填了结束日期，请选一下为什么结束。", "ending");
    }
}
