using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>A meeting or study 会议学习.</summary>
public sealed class Meeting : Entry
{
    /// <summary>What it was.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Venue where it was held: it stands in that venue's book of meetings.</summary>
    public Guid? Venue { get; set; }

    /// <summary>Kind of the venue, kept for the figures.</summary>
    public string? VenueKind { get; set; }

    /// <summary>Who came, in people; never fewer than stand on the list.</summary>
    public long? Present { get; set; }

    /// <summary>Agenda.</summary>
    public string? Agenda { get; set; }

    /// <summary>What was decided.</summary>
    public string? Resolutions { get; set; }

    /// <summary>Level of the organisation.</summary>
    public string? OrgLevel { get; set; }
}
