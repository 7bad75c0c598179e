using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>A woman of talent 女性人才.</summary>
public sealed class Talent : Entry
{
    /// <summary>Who.</summary>
    public Guid Person { get; set; }

    /// <summary>Kinds, delimited codes.</summary>
    public string? Kinds { get; set; }

    /// <summary>Level that recognised her, of <see cref="Levels"/>.</summary>
    public string? Level { get; set; }

    /// <summary>What she is good at.</summary>
    public string? Speciality { get; set; }

    /// <summary>Recognised on.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
