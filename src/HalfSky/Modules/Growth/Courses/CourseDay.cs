using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Courses;

/// <summary>A course day 培训日: one day of a course. It is one session of training and, by the activity it makes, one activity (registers.md §10).</summary>
public sealed class CourseDay : Entry
{
    /// <summary>The course.</summary>
    public Guid Course { get; set; }

    /// <summary>What the day was about.</summary>
    public string? Topic { get; set; }

    /// <summary>Hours taught, in tenths.</summary>
    public long? Hours { get; set; }

    /// <summary>People present that day.</summary>
    public long? Attendance { get; set; }

    /// <summary>Title of the course.</summary>
    public string? Title { get; set; }

    /// <summary>Skill of the course.</summary>
    public string? Skill { get; set; }

    /// <summary>What the course serves.</summary>
    public string? Purpose { get; set; }

    /// <summary>Who the course is for.</summary>
    public string? Audience { get; set; }

    /// <summary>Mode of the course.</summary>
    public string? Mode { get; set; }
}
