using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>A team 队伍 of volunteers.</summary>
public sealed class Team : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Who leads it.</summary>
    public Guid? Leader { get; set; }

    /// <summary>How many belong to it; at least those listed one by one.</summary>
    public long? Headcount { get; set; }

    /// <summary>Founded on.</summary>
    public DateOnly From { get; set; }

    /// <summary>Ended on (exclusive).</summary>
    public DateOnly? To { get; set; }
}
