using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>A product 好物 that women make and the federation helps to sell, between two days. Its sales are its parts.</summary>
public sealed class Product : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Category.</summary>
    public string? Category { get; set; }

    /// <summary>The base that makes it.</summary>
    public Guid? Workshop { get; set; }

    /// <summary>The body that makes it.</summary>
    public Guid? Body { get; set; }

    /// <summary>The woman who speaks for it.</summary>
    public Guid? Spokeswoman { get; set; }

    /// <summary>Offered since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
