using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>A county's own register 自设台账 as kept: a row with its declaration as JSON. Fields are only ever added (D1).</summary>
public sealed class RegisterDefinition
{
    /// <summary>Key, beginning “own-”.</summary>
    public string Key { get; set; } = "";

    /// <summary>Chinese noun.</summary>
    public string Label { get; set; } = "";

    /// <summary>The declaration (<see cref="Definition"/>).</summary>
    public string Json { get; set; } = "{}";

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>Taken out of use: kept readable, no new entries.</summary>
    public bool Closed { get; set; }

    /// <summary>Who defined it.</summary>
    public Guid DefinedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime DefinedAt { get; set; }

    /// <summary>The declaration read.</summary>
    public Definition Read() => JsonSerializer.Deserialize<Definition>(Json, Definition.Options)!;

    internal static void Map(ModelBuilder b) => b.Entity<RegisterDefinition>(e =>
    {
        e.ToTable("register_definition");
        e.HasKey(x => x.Key);
    });
}

/// <summary>What a county says of its own register.</summary>
public sealed record Definition(string Key, string Label, string? About, IReadOnlyList<DefinedField> Fields, IReadOnlyList<DefinedMeasure> Measures, bool Reviewed = false)
{
    /// <summary>How it is kept.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}

/// <summary>A field of a county's own register.</summary>
public sealed record DefinedField(
    string Key, string Label, FieldType Type, bool Required = false, bool Listed = true, bool Filtered = false,
    IReadOnlyList<Kind>? Kinds = null, string? Target = null, bool Sealed = false, string? Hint = null);

/// <summary>A measure of a county's own register: entries counted, a number summed or people counted once.</summary>
public sealed record DefinedMeasure(string Key, string Label, string Unit, DefinedCount Count, string? Field, IReadOnlyList<string> By);

/// <summary>How a defined measure counts.</summary>
public enum DefinedCount
{
    /// <summary>Entries.</summary>
    Entries,

    /// <summary>Sum of a number or of money.</summary>
    Sum,

    /// <summary>Different things a look-up names.</summary>
    Distinct,
}
