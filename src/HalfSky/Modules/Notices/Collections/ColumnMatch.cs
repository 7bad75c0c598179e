using System.Text.RegularExpressions;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>Says what a column can be filled by, so that it is not asked: the serial number, the village, a field of a person, a figure of the ledgers.</summary>
public static partial class ColumnMatch
{
    /// <summary>Counts the rows.</summary>
    public const string Serial = "serial";

    /// <summary>The village's name.</summary>
    public const string Village = "village";

    /// <summary>The township's name.</summary>
    public const string Township = "township";

    /// <summary>The sheet computes it.</summary>
    public const string Computed = "computed";

    /// <summary>Stays empty.</summary>
    public const string Nothing = "nothing";

    /// <summary>Before the key of a measure.</summary>
    public const string OfMeasure = "measure:";

    /// <summary>Before the key of a field of a person.</summary>
    public const string OfPerson = "person:";

    /// <summary>Proposes what fills each column, and whether a village is one row.</summary>
    public static SheetLayout Propose(SheetLayout layout, Reference reference)
    {
        var person = reference.Register("person");
        var people = layout.Columns.Any(c => FieldOf(c.Label, person) == "name");
        var columns = layout.Columns.Select(c => c.Fills.Length > 0 ? c : Bound(c, reference, person, people)).ToList();
        var byVillage = !people && columns.Exists(c => c.Fills == Village);
        return layout with { OnePerVillage = byVillage, Columns = columns };
    }

    /// <summary>Measures that can fill a column of numbers.</summary>
    public static IEnumerable<Measure> Measures(Reference reference) => reference.Measures.Where(m => m.Kind is MeasureKind.Flow or MeasureKind.Stock && m.Unit.Label != "按口径");

    /// <summary>Fields of a person that can fill a column.</summary>
    public static IEnumerable<Field> PersonFields(Reference reference) =>
        reference.Register("person")?.Fields.Where(f => f is { Derived: false, Common: false } && f.Type is not (FieldType.LookUp or FieldType.Flag) && f.Key is not ("from" or "to" or "safeContact")) ?? [];

    /// <summary>The type a column takes once it is bound.</summary>
    public static ColumnType TypeOf(Field field) => field.Type switch
    {
        FieldType.IdCard => ColumnType.IdCard,
        FieldType.Phone => ColumnType.Phone,
        FieldType.Date => ColumnType.Date,
        FieldType.Number => ColumnType.Number,
        _ => field.Sealed is null ? ColumnType.Text : ColumnType.Secret,
    };

    private static CollectionColumn Bound(CollectionColumn column, Reference reference, Register? person, bool people)
    {
        var label = Plain(column.Label);
        if (HeadWords.IsSerial(label)) return column with { Fills = Serial, Type = ColumnType.Number };
        if (HeadWords.IsVillage(label) || label is "单位" or "单位名称" or "填报单位" or "村妇联" or "妇联") return column with { Fills = Village, Type = ColumnType.Text };
        if (HeadWords.IsTownship(label)) return column with { Fills = Township, Type = ColumnType.Text };
        if (people && FieldOf(column.Label, person) is { } key) return column with { Fills = OfPerson + key, Type = TypeOf(person![key]) };
        if (people || column.Type is not ColumnType.Number) return column;
        var bare = Bare(label);
        return Measures(reference).FirstOrDefault(m => m.Label == label || Bare(m.Label) == bare) is { } measure ? column with { Fills = OfMeasure + measure.Key } : column;
    }

    private static string? FieldOf(string label, Register? person)
    {
        var plain = HeadWords.Plain(Plain(label));
        var fields = person?.Fields.Where(f => f is { Derived: false, Common: false }).ToList() ?? [];
        return (fields.Find(f => f.Label == plain || f.Called.Contains(plain)) ?? (HeadWords.NameWords.Contains(plain) ? person?.TitleField : null)
            ?? fields.Find(f => HeadWords.Canon(f.Label) == HeadWords.Canon(plain)))?.Key;
    }

    private static string Plain(string label) => Bracketed().Replace(label[(label.LastIndexOf('/') + 1)..], "").Trim('*', '：', ':');

    private static string Bare(string label) => Counting().Replace(label, "");

    [GeneratedRegex("[（(][^）)]*[)）]")]
    private static partial Regex Bracketed();

    [GeneratedRegex("(总|人|户|个|场|次)?(数|数量)$")]
    private static partial Regex Counting();
}
