using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Registers;

/// <summary>One declared field of a register 字段. List, form, search, export, API and events follow from it.</summary>
public sealed class Field
{
    /// <summary>Stable key on the wire, camelCase.</summary>
    public required string Key { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Column in the register's table; set from EF's model for typed registers.</summary>
    public string Column { get; internal set; } = "";

    /// <summary>Must be filled before the entry is handed in.</summary>
    public bool Required { get; internal set; }

    /// <summary>Shown in the list unless the reader chose other columns.</summary>
    public bool Listed { get; internal set; }

    /// <summary>Offered as a filter above the list.</summary>
    public bool Filterable { get; internal set; }

    /// <summary>Its text goes into search (never when sealed).</summary>
    public bool Searchable { get; internal set; }

    /// <summary>Kept by the program (derived or set by a verb), not asked for on the form.</summary>
    public bool Derived { get; internal set; }

    /// <summary>A column every register has (date, place, organisation, note …).</summary>
    public bool Common { get; internal set; }

    /// <summary>Kind list of <see cref="FieldType.Kind"/> and <see cref="FieldType.Kinds"/>.</summary>
    public string? KindList { get; internal set; }

    /// <summary>A county may not add kinds, because the program reads meaning from the codes.</summary>
    public bool FixedKinds { get; internal set; }

    /// <summary>Key of the register a look-up points to.</summary>
    public string? Target { get; internal set; }

    /// <summary>Section of the form it stands in.</summary>
    public string Section { get; internal set; } = "";

    /// <summary>Order within its section.</summary>
    public int Position { get; internal set; }

    /// <summary>Short words beside the label.</summary>
    public string? Hint { get; internal set; }

    /// <summary>What else counties put above its column; found by the words themselves when a workbook is read.</summary>
    public IReadOnlyList<string> Called { get; internal set; } = [];

    /// <summary>Longest text in characters, 200 unless declared.</summary>
    public int MaxLength { get; internal set; } = 200;

    /// <summary>Least number, 0 unless declared.</summary>
    public long Least { get; internal set; }

    /// <summary>Greatest number.</summary>
    public long Greatest { get; internal set; } = 999_999_999_999;

    /// <summary>How many digits of a number stand behind the point; it is kept as a whole number (25 with one digit is 2.5).</summary>
    public int Digits { get; internal set; }

    /// <summary>Key of the whole's field this one always equals; only on parts (<see cref="Register.Whole"/>).</summary>
    public string? CopiedFrom { get; internal set; }

    /// <summary>May lie after today.</summary>
    public bool FutureAllowed { get; internal set; }

    /// <summary>Why it is sealed (D10); null for clear fields.</summary>
    public SealPurpose? Sealed { get; internal set; }

    /// <summary>Value preset on a new form, as typed text.</summary>
    public string? Default { get; internal set; }

    /// <summary>Reads the value from an entry.</summary>
    public required Func<Entry, object?> Read { get; init; }

    /// <summary>Writes the value into an entry.</summary>
    public required Action<Entry, object?> Write { get; init; }

    /// <summary>Property name on the typed entity; null for a defined register's field.</summary>
    internal string? Property { get; init; }

    /// <summary>CLR type of the value as kept: string, long, bool, Guid, DateOnly or <see cref="SealedText"/>.</summary>
    public Type Clr => Sealed is not null ? typeof(SealedText) : Type switch
    {
        FieldType.Date => typeof(DateOnly),
        FieldType.Number or FieldType.Money or FieldType.Place or FieldType.Organization => typeof(long),
        FieldType.Flag => typeof(bool),
        FieldType.LookUp => typeof(Guid),
        _ => typeof(string),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Key} {Label}";
}
