using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Own;

/// <summary>
/// A county's own measure 自设口径 over a register there is: one row for each version. A version once in effect is never edited; a
/// changed definition is another version from a day on.
/// </summary>
public sealed class MeasureDefinition
{
    /// <summary>Key, beginning “own.”.</summary>
    public string Key { get; set; } = "";

    /// <summary>Version, from 1.</summary>
    public int Version { get; set; }

    /// <summary>First day the version is valid.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>What is said of it (<see cref="Said"/>).</summary>
    public string Json { get; set; } = "{}";

    /// <summary>No longer shown.</summary>
    public bool Closed { get; set; }

    /// <summary>Who defined it.</summary>
    public Guid DefinedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime DefinedAt { get; set; }

    /// <summary>What a county says of its own measure.</summary>
    /// <param name="Label">Chinese name.</param>
    /// <param name="Register">Register counted in.</param>
    /// <param name="Unit">Label of the unit.</param>
    /// <param name="Count">How it counts.</param>
    /// <param name="Field">Field summed or counted once.</param>
    /// <param name="Stock">What holds at the period's end, instead of what happened in it.</param>
    /// <param name="Only">For each field the codes one of which an entry must have.</param>
    public sealed record Said(string Label, string Register, string Unit, DefinedCount Count, string? Field, bool Stock, IReadOnlyDictionary<string, IReadOnlyList<string>> Only);

    /// <summary>The definition read.</summary>
    public Said Read() => JsonSerializer.Deserialize<Said>(Json, Definition.Options)!;

    /// <summary>The measure it makes over its register; null when the register is gone.</summary>
    public Measure? Make(Func<string, Register?> registers, Func<Field, KindList> kinds)
    {
        var said = Read();
        if (registers(said.Register) is not { } register) return null;
        var stock = said.Stock && register.Held is not null;
        var span = stock ? new Span([register.Held!.Value.From.Key, register.Held.Value.To.Key], register.Held.Value.To.Key) : new Span(["date"], null);
        var fields = said.Only.Keys.Select(register.Find).OfType<Field>().ToList();
        return new(Key, said.Label, Kernel.Unit.Of(said.Unit), register, stock ? MeasureKind.Stock : MeasureKind.Flow, span)
        {
            Version = Version,
            ValidFrom = ValidFrom,
            Dimensions = [.. register.Fields.Where(f => f.Type is FieldType.Kind or FieldType.Kinds or FieldType.Flag && f.Sealed is null && f.Key != "programmes").Select(f => f.Key)],
            Count = said switch
            {
                { Count: DefinedCount.Sum, Field: { } sum } => new Aggregate.Sum(sum),
                { Count: DefinedCount.Distinct, Field: { } once } => new Aggregate.Distinct(once),
                _ => new Aggregate.Rows(),
            },
            Where = fields.Aggregate(Filter.None, (all, f) => all & Registers.Only.Of(f, said.Only[f.Key])),
            WhereText = fields.Count == 0 ? null : string.Join("，", fields.Select(f => Registers.Only.Words(f, said.Only[f.Key], kinds))),
        };
    }

    internal static void Map(ModelBuilder b) => b.Entity<MeasureDefinition>(e =>
    {
        e.ToTable("measure_definition");
        e.HasKey(x => new { x.Key, x.Version });
    });
}
