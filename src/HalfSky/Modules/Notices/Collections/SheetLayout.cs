using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json;
using HalfSky.Platform.Sheets;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>What a column of a collected sheet holds.</summary>
public enum ColumnType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, or a month.</summary>
    Date,

    /// <summary>A telephone number; sealed.</summary>
    Phone,

    /// <summary>An identity number; sealed.</summary>
    IdCard,

    /// <summary>Words nobody else may read (住址, 账号, 病情); sealed.</summary>
    Secret,
}

/// <summary>A column of a collected sheet.</summary>
/// <param name="At">Where it stands in the sheet, A is 1.</param>
/// <param name="Label">Its heading, two rows of heads joined.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Fills">What fills it, see <see cref="ColumnMatch"/>; empty when villages are asked.</param>
public sealed record CollectionColumn(int At, string Label, ColumnType Type, string Fills = "")
{
    /// <summary>Its letters in the sheet.</summary>
    [JsonIgnore]
    public string Letters => Area.Letters(At);

    /// <summary>Kept sealed.</summary>
    [JsonIgnore]
    public bool IsSecret => Type is ColumnType.Phone or ColumnType.IdCard or ColumnType.Secret;

    /// <summary>Villages are asked for it; what is known of a person by her name is filled in for them.</summary>
    [JsonIgnore]
    public bool IsAsked => Fills.Length == 0 || Fills.StartsWith(ColumnMatch.OfPerson, StringComparison.Ordinal);

    /// <summary>Key of the measure that fills it, or null.</summary>
    [JsonIgnore]
    public string? Measure => Fills.StartsWith(ColumnMatch.OfMeasure, StringComparison.Ordinal) ? Fills[ColumnMatch.OfMeasure.Length..] : null;

    /// <summary>Key of the field of a person that fills it, or null.</summary>
    [JsonIgnore]
    public string? PersonField => Fills.StartsWith(ColumnMatch.OfPerson, StringComparison.Ordinal) ? Fills[ColumnMatch.OfPerson.Length..] : null;
}

/// <summary>The columns of a collected sheet and where its rows go.</summary>
/// <param name="File">The attachment that holds the workbook.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Head">Last row of the heads.</param>
/// <param name="First">First row of the block that is filled.</param>
/// <param name="Last">Last row of the block; one less than the first when there is none.</param>
/// <param name="OnePerVillage">A village is one row; else it may hand in several.</param>
/// <param name="Columns">The columns, from left to right.</param>
public sealed record SheetLayout(Guid File, string Sheet, int Head, int First, int Last, bool OnePerVillage, IReadOnlyList<CollectionColumn> Columns)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As kept.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, Compact);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static SheetLayout Read(string text) => JsonSerializer.Deserialize<SheetLayout>(text, Compact)!;

    /// <summary>Where the person's name stands, or -1.</summary>
    [JsonIgnore]
    public int NameAt => Columns.ToList().FindIndex(c => c.PersonField == "name");
}
