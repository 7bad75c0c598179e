using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>Somebody who walked a patrol 巡护人员.</summary>
public sealed class PatrolPerson : Entry
{
    /// <summary>The patrol.</summary>
    public Guid Patrol { get; set; }

    /// <summary>The person.</summary>
    public Guid Person { get; set; }

    /// <summary>The patrol's kind.</summary>
    public string? Kind { get; set; }
}
