using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>A place's time in a group; part of the group.</summary>
public sealed class GroupMember : Entry
{
    /// <summary>The group.</summary>
    public Guid Group { get; set; }

    /// <summary>The place, with all below it.</summary>
    public long Covers { get; set; }

    /// <summary>Venue on the route, if it is one.</summary>
    public Guid? Venue { get; set; }

    /// <summary>Order on the route.</summary>
    public long? Ordinal { get; set; }

    /// <summary>Kind of the group, copied.</summary>
    public string? GroupKind { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
