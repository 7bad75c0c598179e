using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>A sign-in 签到: one person at one activity, by code or from the paper list.</summary>
public sealed class SignIn : Entry
{
    /// <summary>The activity.</summary>
    public Guid Activity { get; set; }

    /// <summary>The person, where she has a file.</summary>
    public Guid? Person { get; set; }

    /// <summary>Name as signed; the person's name where she has a file.</summary>
    public string? Name { get; set; }

    /// <summary>Her village as written; tells namesakes apart.</summary>
    public string? Village { get; set; }

    /// <summary>When she came, “08:30”.</summary>
    public string? Arrived { get; set; }

    /// <summary>When she left, “10:00”; with the arrival it gives a volunteer's hours.</summary>
    public string? Left { get; set; }

    /// <summary>The activity's kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The activity's topics.</summary>
    public string? Topics { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && string.IsNullOrWhiteSpace(Name)) yield return new("sign-in.who", "请点选是谁，或者写上姓名。", "name");
        if (!TimeOfDay.IsEmptyOrTime(Arrived)) yield return new("sign-in.arrived", "签到时间请写成 8:30 或者 下午2点半。", "arrived");
        if (!TimeOfDay.IsEmptyOrTime(Left)) yield return new("sign-in.left", "离开时间请写成 10:00 或者 下午4点。", "left");
        if (TimeOfDay.TryParse(Arrived, out var from) && TimeOfDay.TryParse(Left, out var to) && to <= from)
            yield return new("sign-in.hours", "离开时间要晚于签到时间。", "left");
    }
}
