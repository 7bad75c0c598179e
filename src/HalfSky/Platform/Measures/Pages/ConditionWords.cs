using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>The conditions of a question in words, each with the address that asks without it.</summary>
internal static class ConditionWords
{
    public static async Task<IReadOnlyList<(string Label, string Value, string Without)>> Of(
        AskQuery query, Measure measure, Reference reference, Names names, Scope seen, CancellationToken ct)
    {
        var splits = Split.Of(measure, reference);
        var pairs = query.Conditions.Select(c => (c.Name, c.Value, Split: splits.FirstOrDefault(s => s.Key == c.Name))).ToList();
        var known = await names.Of(reference, pairs.Where(p => p.Split?.Field is not null && Guid.TryParse(p.Value, out _))
            .Select(p => (p.Split!.Field!, (object?)Guid.Parse(p.Value))), seen, ct);
        return [.. pairs.Select(p => p.Split is { } split
            ? (split.Label, Name(p.Value, split, reference, known), query.Without(p.Name))
            : ("核验", CueTag.Word(Enum.Parse<EntryState>(p.Value, ignoreCase: true)), query.Without(p.Name)))];
    }

    /// <summary>Several kinds stand side by side.</summary>
    private static string Name(string value, Split split, Reference reference, IReadOnlyDictionary<Guid, string> known) =>
        split.Field?.Type is FieldType.Kind or FieldType.Kinds && value.Contains(',', StringComparison.Ordinal)
            ? string.Join('、', value.Split(',').Select(v => split.NameOf(v, reference, known)))
            : split.NameOf(value == AskQuery.Empty ? null : Number(value, split, reference), reference, known);

    /// <summary>A place may be written by its code.</summary>
    private static string Number(string value, Split split, Reference reference) =>
        split.Key is "township" or "village" or "grid" && reference.Place(value) is { } node ? node.Number.ToString() : value;
}
