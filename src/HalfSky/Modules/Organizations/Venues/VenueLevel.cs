using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>A model level 示范级别 a venue held between two days; part of the venue.</summary>
public sealed class VenueLevel : Entry
{
    /// <summary>The venue.</summary>
    public Guid Venue { get; set; }

    /// <summary>Level, of <see cref="Levels"/>.</summary>
    public string? Level { get; set; }

    /// <summary>Kind of the venue, copied.</summary>
    public string? VenueKind { get; set; }

    /// <summary>Recognised on.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive): taken down or risen.</summary>
    public DateOnly? To { get; set; }
}
