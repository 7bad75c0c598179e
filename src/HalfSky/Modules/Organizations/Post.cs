using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>A post held by a person in an organisation 任职. Rights and duties hang on it (D6, D18).</summary>
public sealed class Post : Entry
{
    /// <summary>Who holds it.</summary>
    public Guid Person { get; set; }

    /// <summary>Role code.</summary>
    public string? Role { get; set; }

    /// <summary>Elected or appointed.</summary>
    public string? Means { get; set; }

    /// <summary>Kind of the organisation, kept so that 两新 and 村 can be told apart in figures.</summary>
    public string? OrgKind { get; set; }

    /// <summary>Level of the organisation.</summary>
    public string? OrgLevel { get; set; }

    /// <summary>New domain 两新四新 of the organisation.</summary>
    public string? OrgDomain { get; set; }

    /// <summary>The post it takes over; that one ends on the day this begins.</summary>
    public Guid? Follows { get; set; }

    /// <summary>The first post of the line: all who followed each other on it share its duties (D18).</summary>
    public Guid? Seat { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
