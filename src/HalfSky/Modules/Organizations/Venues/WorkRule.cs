using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>A working rule 工作制度 in force in an organisation.</summary>
public sealed class WorkRule : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it is about.</summary>
    public string? Kind { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Repealed on (exclusive).</summary>
    public DateOnly? To { get; set; }
}
