using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>A patrol 巡护: one round is one entry. No track, no mileage, no required photo (D19).</summary>
public sealed class Patrol : Entry
{
    /// <summary>The team.</summary>
    public Guid Team { get; set; }

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Route, where it has a name.</summary>
    public string? Route { get; set; }

    /// <summary>How many walked it 人次; at least those listed one by one.</summary>
    public long? People { get; set; }

    /// <summary>When it began, “08:30”.</summary>
    public string? Starts { get; set; }

    /// <summary>When it ended, “10:30”; a night round may end the next morning.</summary>
    public string? Ends { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (!TimeOfDay.IsEmptyOrTime(Starts)) yield return new("patrol.starts", "出发时间请写成 8:30 或者 下午2点半。", "starts");
        if (!TimeOfDay.IsEmptyOrTime(Ends)) yield return new("patrol.ends", "结束时间请写成 10:30 或者 下午4点。", "ends");
    }
}
