using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>An organisation 组织: a node of the tree that scope follows. Its own number is <see cref="Entry.Org"/>.</summary>
public sealed class Organization : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Level code.</summary>
    public string? Level { get; set; }

    /// <summary>New domain 两新四新, of <see cref="NewDomains"/>.</summary>
    public string? Domain { get; set; }

    /// <summary>The body it was founded in: a firm, a school, an office.</summary>
    public Guid? Body { get; set; }

    /// <summary>Number of the organisation above; 0 for the root.</summary>
    public long Parent { get; set; }

    /// <summary>Founded on.</summary>
    public DateOnly From { get; set; }

    /// <summary>Dissolved on.</summary>
    public DateOnly? To { get; set; }
}
