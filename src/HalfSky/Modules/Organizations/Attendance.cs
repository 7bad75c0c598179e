using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>One who came to a meeting 到会; part of the meeting.</summary>
public sealed class Attendance : Entry
{
    /// <summary>The meeting.</summary>
    public Guid Meeting { get; set; }

    /// <summary>The person.</summary>
    public Guid? Person { get; set; }

    /// <summary>Name of a guest who has no file.</summary>
    public string? Guest { get; set; }

    /// <summary>Kind of the meeting, copied.</summary>
    public string? MeetingKind { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && string.IsNullOrWhiteSpace(Guest)) yield return new("attendance.who", "请选到会的人；没有档案的，写她的姓名。", "person");
    }
}
