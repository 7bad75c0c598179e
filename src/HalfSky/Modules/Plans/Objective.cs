using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>An objective of a plan 目标任务; objectives form a tree, tasks hang on it.</summary>
public sealed class Objective : Entry
{
    /// <summary>The plan.</summary>
    public Guid Plan { get; set; }

    /// <summary>The objective above.</summary>
    public Guid? Above { get; set; }

    /// <summary>Order among those of one parent.</summary>
    public long? Position { get; set; }

    /// <summary>The objective.</summary>
    public string Text { get; set; } = "";
}
