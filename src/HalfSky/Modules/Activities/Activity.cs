using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>An activity 活动: one event is one entry, whoever helped. Its partners, sign-ins, handouts and results are parts of it.</summary>
public sealed class Activity : Entry
{
    /// <summary>Name, as on the banner.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Topics.</summary>
    public string? Topics { get; set; }

    /// <summary>The festival or day it was held for.</summary>
    public string? Festival { get; set; }

    /// <summary>Which session of a repeated event it was 第几届.</summary>
    public long? Ordinal { get; set; }

    /// <summary>When it began, “08:30”.</summary>
    public string? Starts { get; set; }

    /// <summary>When it ended, “10:00”.</summary>
    public string? Ends { get; set; }

    /// <summary>Its last day, where it took several.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>How many days it took.</summary>
    public long Days { get; set; } = 1;

    /// <summary>The venue.</summary>
    public Guid? Venue { get; set; }

    /// <summary>The venue's kind, kept so that activities can be counted by it.</summary>
    public string? VenueKind { get; set; }

    /// <summary>How people met.</summary>
    public string? Mode { get; set; }

    /// <summary>The team that held it.</summary>
    public Guid? Team { get; set; }

    /// <summary>For whom.</summary>
    public string? Audience { get; set; }

    /// <summary>How many attended; somebody who comes to two activities counts twice (人次).</summary>
    public long? Participants { get; set; }

    /// <summary>What it cost, in fen.</summary>
    public long? Cost { get; set; }

    /// <summary>Where it was reported.</summary>
    public string? Link { get; set; }

    /// <summary>The day of a course it is; the course owns it, so that a course day counts once (registers.md §10).</summary>
    public Guid? CourseDay { get; set; }

    /// <summary>The planned activity it was.</summary>
    public Guid? Planned { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (LastDay is { } last && last < Date) yield return new("activity.last-day", "最后一天不能早于活动日期。", "lastDay");
        if (!TimeOfDay.IsEmptyOrTime(Starts)) yield return new("activity.starts", "开始时间请写成 8:30 或者 下午2点半。", "starts");
        if (!TimeOfDay.IsEmptyOrTime(Ends)) yield return new("activity.ends", "结束时间请写成 10:00 或者 下午4点。", "ends");
        // An activity of several days may end at an earlier hour than it began.
        if (LastDay is null && TimeOfDay.TryParse(Starts, out var from) && TimeOfDay.TryParse(Ends, out var to) && to <= from)
            yield return new("activity.hours", "结束时间要晚于开始时间。", "ends");
        if (Link is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new("activity.link", "报道链接要以 http:// 或 https:// 开头，请整条粘贴。", "link");
    }
}
