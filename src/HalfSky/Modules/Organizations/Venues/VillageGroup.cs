using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>A group of places 片区、分组: every figure can be split by it.</summary>
public sealed class VillageGroup : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
