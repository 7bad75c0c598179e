namespace HalfSky.Platform.Registers;

/// <summary>What a field holds; form control, parsing, storage and wire form follow from it (FieldValue).</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>One code of a kind list.</summary>
    Kind,

    /// <summary>Several codes of a kind list (<see cref="Codes"/>).</summary>
    Kinds,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Money in fen.</summary>
    Money,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>An entry of another register.</summary>
    LookUp,

    /// <summary>A place by its number.</summary>
    Place,

    /// <summary>An organisation by its number.</summary>
    Organization,

    /// <summary>GB 11643 identity number; always sealed.</summary>
    IdCard,

    /// <summary>Telephone numbers; always sealed.</summary>
    Phone,
}
