using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>Away, left behind, come back 外出留守: a dated fact, part of the person.</summary>
public sealed class ResidenceChange : Entry
{
    /// <summary>The person.</summary>
    public Guid Person { get; set; }

    /// <summary>What holds.</summary>
    public string? Kind { get; set; }

    /// <summary>Where to or where from, as told.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
