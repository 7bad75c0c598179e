using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>A contact area 联系网格: the grid an exec keeps in touch with, between two days.</summary>
public sealed class ContactArea : Entry
{
    /// <summary>Post of the exec.</summary>
    public Guid Exec { get; set; }

    /// <summary>Women, in people.</summary>
    public long? Women { get; set; }

    /// <summary>Children, in people.</summary>
    public long? Children { get; set; }

    /// <summary>Women and children together, in people.</summary>
    public long? People { get; set; }

    /// <summary>Special families, in households.</summary>
    public long? SpecialFamilies { get; set; }

    /// <summary>More than an exec's usual load.</summary>
    public bool Overloaded { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
