using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>
/// Hours a volunteer served 服务时长, on an activity or alone. A volunteer is recorded by real name, and gets proof of her service from the record
/// (志愿服务条例 arts. 7, 19); the way there is no service.
/// </summary>
public sealed class ServiceHours : Entry
{
    /// <summary>Who served.</summary>
    public Guid Person { get; set; }

    /// <summary>The activity, if it was one.</summary>
    public Guid? Activity { get; set; }

    /// <summary>The team she served with.</summary>
    public Guid? Team { get; set; }

    /// <summary>What she did.</summary>
    public string? Kind { get; set; }

    /// <summary>How long, in tenths of an hour: 25 is 2.5 小时.</summary>
    public long? Hours { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Hours is null or <= 0) yield return new("service.hours", "请填服务了几小时，例如 2.5；签到和离开时间都有的，点选活动就能算出来。", "hours");
    }
}
