using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>A task of a plan 计划任务, with who answers for it.</summary>
public sealed class PlanTask : Entry
{
    /// <summary>The plan.</summary>
    public Guid Plan { get; set; }

    /// <summary>The task.</summary>
    public string Text { get; set; } = "";

    /// <summary>The objective it serves.</summary>
    public Guid? Objective { get; set; }

    /// <summary>Field of work.</summary>
    public string? Kind { get; set; }

    /// <summary>Organisation that answers for it.</summary>
    public long? Owner { get; set; }

    /// <summary>Department or unit outside that answers for it.</summary>
    public Guid? Department { get; set; }

    /// <summary>Due on.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Number aimed at, in whatever the task counts.</summary>
    public long? Aim { get; set; }

    /// <summary>Done on.</summary>
    public DateOnly? Done { get; set; }

    /// <summary>Kind of the plan, copied.</summary>
    public string? PlanKind { get; set; }
}
