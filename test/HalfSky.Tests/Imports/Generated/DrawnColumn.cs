using System.Text.Json.Nodes;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>A column as drawn.</summary>
/// <param name="Label">What stands at its head.</param>
/// <param name="Keys">The fields it holds; none for a column of the township's own.</param>
/// <param name="Write">What stands in a row; the number is the row's place in the list, from 1.</param>
internal sealed record DrawnColumn(string Label, string[] Keys, Func<TruthRow, int, DrawnCell> Write)
{
    /// <summary>Heads above it, the outermost first.</summary>
    public List<string> Above { get; } = [];

    /// <summary>The serial number.</summary>
    public bool Serial { get; init; }

    /// <summary>Equal cells below one another are merged.</summary>
    public bool MergedDown { get; init; }

    /// <summary>Hidden; only columns of the township's own are.</summary>
    public bool Hidden { get; init; }

    /// <summary>Its cells can be added up.</summary>
    public bool Adds { get; init; }

    /// <summary>Cells may be spoilt so that nobody can read them.</summary>
    public Field? Spoils { get; init; }
}

/// <summary>Draws which columns a workbook has, what they are called and how they are written.</summary>
internal sealed class ColumnDraw(ImportWorld world, TruthMaker maker, Register register, Habits habits, Random random)
{
    private static readonly string[] Foreign = ["是否上报", "审核意见", "镇级审核", "照片", "资料是否齐全", "录入系统"];
    private readonly Pen pen = new(world, habits, random);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Phone and identity number written beside a name.</summary>
    public List<string> Besides { get; } = [];

    /// <summary>The fields written, in the order of the register.</summary>
    public List<Field> Fields { get; } = [];

    /// <summary>Columns that stand together, in the order they stand in: one, or those of a field whose kinds are ticked.</summary>
    public List<List<DrawnColumn>> Draw()
    {
        var most = random.Next(6, 14);
        foreach (var field in register.Fields.Where(maker.MakesSense))
            if (field.Required ? field.Key is not "date" || random.Next(5) > 0 : random.Next(100) < (field.Listed ? 75 : 30)) Fields.Add(field);
        while (Fields.Count > most && Fields.FindLastIndex(f => !f.Required) is >= 0 and var last) Fields.RemoveAt(last);
        if (Fields.Count < 2) Fields.AddRange(register.Fields.Where(f => maker.MakesSense(f) && !Fields.Contains(f)).Take(2));
        var units = new List<List<DrawnColumn>>();
        var merged = random.Next(6) == 0 && habits.Kind is Written.Xlsx or Written.Html;
        foreach (var field in Fields)
        {
            var label = Label(field);
            if ((field.Type is FieldType.Kinds ? random.Next(2) == 0 : field is { Type: FieldType.Kind, Key: not "sex" } && random.Next(18) == 0) && habits.Kind is Written.Xlsx or Written.Html && Tickable(world.Reference.KindsOf(field))) units.Add(Ticked(field, label));
            else if (field == maker.Person && random.Next(2) == 0) units.AddRange(WithPapers(field, label));
            else
            {
                var (unit, write) = pen.For(field);
                var mergesDown = merged && field is { Key: "place", Type: FieldType.Place };
                units.Add([new(Labels.Ornate(label + (field.Type is not FieldType.Money && label.Contains('（', StringComparison.Ordinal) ? "" : unit), random, habits.Kind is Written.Xlsx or Written.Html), [field.Key], (r, _) => write(r.Values[field.Key]))
                {
                    MergedDown = mergesDown, Adds = field.Type is FieldType.Money || field is { Type: FieldType.Number, Key: not ("year" or "ordinal" or "ageTold" or "position") },
                    Spoils = field.Type is FieldType.Date or FieldType.Money or FieldType.Kind ? field : null,
                }]);
            }
        }
        if (random.Next(3) > 0) Shuffle(units);
        if (random.Next(3) == 0) units.Insert(random.Next(units.Count + 1), [Own()]);
        if (random.Next(10) == 0) units.Insert(random.Next(units.Count + 1), [new("辅助列", [], (_, i) => DrawnCell.Of(i * 7)) { Hidden = habits.Kind is Written.Xlsx }]);
        if (random.Next(3) > 0) units.Insert(0, [new(random.Next(3) switch { 0 => "序 号", 1 => "编号", _ => "序号" }, [], (_, i) => habits.Kind is Written.Xlsx && random.Next(9) > 0 ? DrawnCell.Of(i) : new($"{i}")) { Serial = true }]);
        return units;
    }

    private DrawnColumn Own()
    {
        var label = Foreign[random.Next(Foreign.Length)];
        string[] said = label.StartsWith('是') || label.StartsWith('资') || label.StartsWith('录') ? ["是", "否", "√"] : label is "照片" ? ["有", "无"] : ["同意", "已审", "通过"];
        return new(label, [], (_, _) => new(random.Next(4) == 0 ? "" : said[random.Next(said.Length)]));
    }

    private string Label(Field field)
    {
        var others = Labels.Others(register, field).Where(o => !taken.Contains(Labels.Bare(o)) && !register.Fields.Any(f => f != field && Labels.Bare(f.Label) == Labels.Bare(o))).ToList();
        var label = others.Count > 0 && random.Next(100) < 45 ? others[random.Next(others.Count)] : field.Label;
        taken.Add(Labels.Bare(label));
        return label;
    }

    // A kind that names its unit is written as a number, not ticked.
    private static bool Tickable(KindList list) => list.Items.Count(k => !k.Hidden) <= 12 && list.Items.All(k => !k.Label.Contains('（', StringComparison.Ordinal));

    private List<DrawnColumn> Ticked(Field field, string label)
    {
        var mark = random.Next(3) switch { 0 => "✓", 1 => "1", _ => "√" };
        var columns = world.Reference.KindsOf(field).Items.Where(k => !k.Hidden)
            .Select(k => new DrawnColumn(k.Label, [field.Key], (r, _) => new(r.Values[field.Key] is { } codes && (codes is JsonArray several ? several.Any(c => (string)c! == k.Code) : (string)codes! == k.Code) ? mark : ""))).ToList();
        foreach (var column in columns) column.Above.Add(label);
        return columns;
    }

    private List<List<DrawnColumn>> WithPapers(Field field, string label)
    {
        var (phones, number) = (field.Key + ".phones", field.Key + ".idNumber");
        if (random.Next(2) == 0)
        {
            Besides.Add(phones);
            var write = pen.NameAndPhone();
            return [[new(random.Next(2) == 0 || label.Contains('谁', StringComparison.Ordinal) ? label : label + "及电话", [field.Key, phones], (r, _) => write(r.Values[field.Key], r.Values[phones]))]];
        }
        var persons = world.Reference.Register("person")!;
        var units = new List<List<DrawnColumn>> { new() { Simple(field, label, field.Key) } };
        foreach (var (key, of) in new[] { (phones, persons["phones"]), (number, persons["idNumber"]) })
        {
            var beside = Labels.Beside(key, random);
            if (random.Next(3) == 0 || register.Fields.Any(f => Labels.Bare(f.Label) == beside) || !taken.Add(beside)) continue;
            Besides.Add(key);
            units[0].Add(Simple(of, beside, key));
        }
        return units;
    }

    private DrawnColumn Simple(Field field, string label, string key)
    {
        var (_, write) = pen.For(field);
        return new(Labels.Ornate(label, random, habits.Kind is Written.Xlsx), [key], (r, _) => write(r.Values[key]));
    }

    private void Shuffle<T>(List<T> of)
    {
        for (var i = of.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (of[i], of[j]) = (of[j], of[i]);
        }
    }
}
