using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Voices;

/// <summary>An incident 突发事件. A major or urgent one is reported to the party committee and government of the same level at once (信访工作条例 art. 25).</summary>
public sealed class Incident : Entry
{
    /// <summary>What happened, in a line.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>When it happened, “08:30”.</summary>
    public string? Happened { get; set; }

    /// <summary>How many people it touches.</summary>
    public long? People { get; set; }

    /// <summary>To whom it was reported.</summary>
    public string ReportedTo { get; set; } = "";

    /// <summary>The day it was reported.</summary>
    public DateOnly ReportedOn { get; set; }

    /// <summary>The time it was reported, “09:00”.</summary>
    public string? ReportedAt { get; set; }

    /// <summary>Reported on another day than it happened.</summary>
    public bool Late { get; set; }

    /// <summary>What was done afterwards.</summary>
    public string? FollowUp { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (!TimeOfDay.IsEmptyOrTime(Happened)) yield return new("incident.happened", "发生时间请写成 8:30 或者 下午2点半。", "happened");
        if (!TimeOfDay.IsEmptyOrTime(ReportedAt)) yield return new("incident.reported-at", "上报时间请写成 9:00 或者 下午3点。", "reportedAt");
        if (ReportedOn < Date) yield return new("incident.reported-on", "上报日期不能早于发生日期。", "reportedOn");
        if (ReportedOn == Date && TimeOfDay.TryParse(Happened, out var happened) && TimeOfDay.TryParse(ReportedAt, out var reported) && reported < happened)
            yield return new("incident.order", "上报时间不能早于发生时间。", "reportedAt");
    }
}
