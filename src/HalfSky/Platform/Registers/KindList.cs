namespace HalfSky.Platform.Registers;

/// <summary>One kind 类别项: code on the wire and in the database, label on screen.</summary>
/// <param name="Code">Stable code, letters, digits and dashes.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Own">Added by the county.</param>
/// <param name="Hidden">No longer offered; still shown where used.</param>
public sealed record Kind(string Code, string Label, bool Own = false, bool Hidden = false)
{
    /// <summary>What else summaries call it, with blanks between: “讲座 宣讲会”.</summary>
    public string Also { get; internal set; } = "";
}

/// <summary>A list of kinds. Shipped items stand in the declaration; a county adds its own on a page (<see cref="KindItem"/>).</summary>
/// <param name="Key">Key, “visit.kind”.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Items">Items in order.</param>
/// <param name="Extensible">A county may add to it; false where the program reads meaning from the codes.</param>
public sealed record KindList(string Key, string Label, IReadOnlyList<Kind> Items, bool Extensible = true)
{
    /// <summary>Label of a code; the code itself when it is not known.</summary>
    public string LabelOf(string? code) => code is null ? "" : Items.FirstOrDefault(i => i.Code == code)?.Label ?? code;

    /// <summary>Code of a label or code as typed; null when there is none.</summary>
    public string? CodeOf(string text) => Items.FirstOrDefault(i => i.Code == text || i.Label == text)?.Code;
}
