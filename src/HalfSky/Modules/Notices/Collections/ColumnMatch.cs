using System.Text.RegularExpressions;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

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

    // What sheets call the fields of a person; their own labels need no line here.
    private static readonly Dictionary<string, string> Called = new(StringComparer.Ordinal)
    {
        ["名字"] = "name", ["妇女姓名"] = "name", ["儿童姓名"] = "name", ["身份证号码"] = "idNumber", ["公民身份号码"] = "idNumber", ["身份证"] = "idNumber", ["证件号码"] = "idNumber",
        ["联系电话"] = "phones", ["手机"] = "phones", ["手机号"] = "phones", ["手机号码"] = "phones", ["电话号码"] = "phones", ["联系方式"] = "phones",
        ["出生年月"] = "birth", ["出生年月日"] = "birth", ["出生"] = "birth", ["生日"] = "birth", ["文化程度"] = "education", ["婚姻状况"] = "marriage", ["就业情况"] = "employment", ["就读学校"] = "school",
    };

    private static readonly string[] Villages = ["村", "村名", "村社区", "村居", "社区", "行政村", "所在村", "村名称", "村（社区）", "单位", "单位名称", "填报单位", "村妇联", "妇联"];
    private static readonly string[] Townships = ["乡镇", "镇", "镇街", "乡镇名称", "乡镇街道", "所属乡镇", "镇（街道）", "乡镇（街道）"];

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
        if (label is "序号" or "编号" or "序") return column with { Fills = Serial, Type = ColumnType.Number };
        if (Villages.Contains(label)) return column with { Fills = Village, Type = ColumnType.Text };
        if (Townships.Contains(label)) return column with { Fills = Township, Type = ColumnType.Text };
        if (people && FieldOf(column.Label, person) is { } key) return column with { Fills = OfPerson + key, Type = TypeOf(person![key]) };
        if (people || column.Type is not ColumnType.Number) return column;
        var bare = Bare(label);
        return Measures(reference).FirstOrDefault(m => m.Label == label || Bare(m.Label) == bare) is { } measure ? column with { Fills = OfMeasure + measure.Key } : column;
    }

    private static string? FieldOf(string label, Register? person)
    {
        var plain = Plain(label);
        return person is null ? null : person.Fields.FirstOrDefault(f => f.Label == plain && !f.Derived && !f.Common)?.Key ?? Called.GetValueOrDefault(plain);
    }

    private static string Plain(string label) => Bracketed().Replace(label[(label.LastIndexOf('/') + 1)..], "").Trim('*', '：', ':');

    private static string Bare(string label) => Counting().Replace(label, "");

    [GeneratedRegex("[（(][^）)]*[)）]")]
    private static partial Regex Bracketed();

    [GeneratedRegex("(总|人|户|个|场|次)?(数|数量)$")]
    private static partial Regex Counting();
}
