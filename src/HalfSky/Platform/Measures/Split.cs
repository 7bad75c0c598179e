using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>One way a figure can be split.</summary>
/// <param name="Key">Name of the dimension on the wire.</param>
/// <param name="Label">Chinese name, “类型”.</param>
/// <param name="Field">The declared field, if it is one.</param>
/// <param name="Dated">The field stands on a dated fact.</param>
public sealed record Split(string Key, string Label, Field? Field = null, DatedSplit? Dated = null)
{
    /// <summary>Name of the split by group of places.</summary>
    public const string Group = "group";

    /// <summary>All splits of a measure: places, groups of places, months for what happens in time, declared fields, programmes, dated facts.</summary>
    public static IReadOnlyList<Split> Of(Measure measure, Reference reference) =>
    [
        new("township", "镇"), new("village", "村"), new("grid", "网格"),
        .. reference.Groups.Count > 0 ? [new Split(Group, "片区")] : Array.Empty<Split>(),
        .. measure.Kind is MeasureKind.Flow ? [new("month", "月"), new("quarter", "季"), new Split("year", "年")] : Array.Empty<Split>(),
        .. Declared(measure, reference),
    ];

    /// <summary>Fields a measure may be split by; for a ratio those both its parts have.</summary>
    public static IReadOnlyList<Split> Declared(Measure measure, Reference reference)
    {
        if (measure.Kind is MeasureKind.Ratio)
        {
            var part = Declared(reference.Measure(measure.Part!)!, reference);
            if (measure.Whole == Measure.AllVillages) return part;
            var whole = Declared(reference.Measure(measure.Whole!)!, reference);
            return [.. part.Where(p => whole.Any(w => w.Key == p.Key))];
        }
        var fields = measure.Dimensions.Select(d => measure.Register[d]);
        if (measure.Register.Find(Programmes) is { } programmes) fields = fields.Append(programmes);
        return
        [
            .. fields.Select(f => new Split(f.Key, f.Label, f)),
            .. measure.Dated.Where(d => reference.Register(d.Register) is not null).Select(d => new Split(d.Key, d.Label, reference.Register(d.Register)![d.Field], d)),
        ];
    }

    private const string Programmes = "programmes";

    /// <summary>What a row of the split is called.</summary>
    /// <param name="key">The row's key; null where nothing is filled in.</param>
    /// <param name="reference">Reference facts.</param>
    /// <param name="names">Names of what look-ups point at.</param>
    public string NameOf(string? key, Reference reference, IReadOnlyDictionary<Guid, string> names)
    {
        if (key is null) return "没填";
        if (Key is "township" or "village" or "grid")
        {
            var number = new Branch(long.Parse(key, CultureInfo.InvariantCulture));
            var depth = Key switch { "township" => 2, "village" => 3, _ => 4 };
            var name = reference.Places.NameOf(number.Value);
            return number.Depth < depth ? name + "本级" : Key == "grid" ? reference.Places.NameOf(number.AtDepth(3).Value) + " · " + name : name;
        }
        if (Key == Group) return Guid.TryParse(key, out var group) ? reference.Groups.FirstOrDefault(g => g.Id == group)?.Name ?? key : key;
        if (Field is null) return Period.TryParse(key, null, out var period) ? period.Label : key;
        return Field.Type switch
        {
            FieldType.Kind or FieldType.Kinds => reference.KindsOf(Field).LabelOf(key),
            FieldType.LookUp => Guid.TryParse(key, out var id) && names.TryGetValue(id, out var name) ? name : "（不归您看）",
            FieldType.Flag => key == "true" ? "是" : "否",
            FieldType.Money when long.TryParse(key, CultureInfo.InvariantCulture, out var fen) => new Money(fen).Label,
            FieldType.Place => reference.Places.NameOf(long.Parse(key, CultureInfo.InvariantCulture)),
            FieldType.Organization => reference.Organizations.NameOf(long.Parse(key, CultureInfo.InvariantCulture)),
            _ => key,
        };
    }

    /// <summary>How the row is written as a condition of an <see cref="AskQuery"/>.</summary>
    public static string Condition(string? key) => key ?? AskQuery.Empty;
}
