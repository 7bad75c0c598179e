using HalfSky.Kernel;
using HalfSky.Platform.Search;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Pages.Admin;

/// <summary>One field as typed on the defining page.</summary>
public sealed class FieldRow
{
    /// <summary>Key of a field that is kept already; empty for a new one.</summary>
    public string Key { get; set; } = "";

    /// <summary>Label typed.</summary>
    public string Label { get; set; } = "";

    /// <summary>Type chosen.</summary>
    public string Type { get; set; } = "Text";

    /// <summary>Kinds typed, one a line or with commas.</summary>
    public string Kinds { get; set; } = "";

    /// <summary>Must be filled.</summary>
    public bool Required { get; set; }

    /// <summary>Shown in the list.</summary>
    public bool Listed { get; set; } = true;

    /// <summary>Stored sealed.</summary>
    public bool Sealed { get; set; }
}

/// <summary>One measure as typed.</summary>
public sealed class MeasureRow
{
    /// <summary>Key of a measure kept already.</summary>
    public string Key { get; set; } = "";

    /// <summary>Label typed.</summary>
    public string Label { get; set; } = "";

    /// <summary>Unit chosen.</summary>
    public string Unit { get; set; } = "次";

    /// <summary>“entries”, or “sum:LABEL”, or “distinct:LABEL” by the label of the field.</summary>
    public string Count { get; set; } = "entries";
}

/// <summary>A county's own register as typed, and how it becomes a <see cref="Definition"/>.</summary>
public sealed class DefinitionForm
{
    /// <summary>Most fields of a register.</summary>
    public const int MostFields = 40;

    /// <summary>Types offered, with their words. What points at people or households is a look-up.</summary>
    public static IReadOnlyList<(string Key, string Label)> Types { get; } =
    [
        ("Text", "一行字"), ("LongText", "几行字"), ("Kind", "选一项"), ("Kinds", "选几项"), ("Date", "日期"), ("Number", "数字"), ("Money", "金额"), ("Flag", "是或否"),
        ("person", "人员"), ("household", "家庭"), ("Phone", "电话（加密）"), ("IdCard", "身份证号（加密）"),
    ];

    /// <summary>Units offered.</summary>
    public static IReadOnlyList<string> Units { get; } = ["次", "场", "人", "人次", "户", "件", "个", "份", "元"];

    private readonly List<Problem> problems = [];

    /// <summary>Chinese noun.</summary>
    public string Label { get; set; } = "";

    /// <summary>One line about it.</summary>
    public string About { get; set; } = "";

    /// <summary>Entries wait for review.</summary>
    public bool Reviewed { get; set; }

    /// <summary>Fields.</summary>
    public List<FieldRow> Fields { get; } = [];

    /// <summary>Measures.</summary>
    public List<MeasureRow> Measures { get; } = [];

    /// <summary>What is wrong; the field is “label”, “f0.label” …</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The sentence beside an input.</summary>
    public string? ErrorOf(string name) => problems.Find(p => p.Field == name)?.Text;

    /// <summary>An empty form: two fields and one measure to begin with.</summary>
    public static DefinitionForm Blank()
    {
        var form = new DefinitionForm();
        form.Fields.AddRange([new(), new() { Type = "Kind" }, new() { Type = "Number" }]);
        form.Measures.Add(new());
        return form;
    }

    /// <summary>Shows a definition for extension.</summary>
    public static DefinitionForm Of(Definition definition)
    {
        var form = new DefinitionForm { Label = definition.Label, About = definition.About ?? "", Reviewed = definition.Reviewed };
        form.Fields.AddRange(definition.Fields.Select(f => new FieldRow
        {
            Key = f.Key, Label = f.Label, Type = f.Type is FieldType.LookUp ? f.Target! : f.Type.ToString(), Required = f.Required, Listed = f.Listed, Sealed = f.Sealed,
            Kinds = string.Join('\n', f.Kinds?.Select(k => k.Label) ?? []),
        }));
        form.Measures.AddRange(definition.Measures.Select(m => new MeasureRow
        {
            Key = m.Key, Label = m.Label, Unit = m.Unit,
            Count = m.Count is DefinedCount.Entries ? "entries" : $"{(m.Count is DefinedCount.Sum ? "sum" : "distinct")}:{definition.Fields.First(f => f.Key == m.Field).Label}",
        }));
        return form;
    }

    /// <summary>Reads what was posted.</summary>
    public static DefinitionForm Read(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        var read = new DefinitionForm { Label = Text("label"), About = Text("about"), Reviewed = form["reviewed"] == "true" };
        for (var i = 0; i < MostFields && form.ContainsKey($"f{i}.label"); i++)
        {
            read.Fields.Add(new()
            {
                Key = Text($"f{i}.key"), Label = Text($"f{i}.label"), Type = Text($"f{i}.type"), Kinds = Text($"f{i}.kinds"),
                Required = form[$"f{i}.required"] == "true", Listed = form[$"f{i}.listed"] == "true", Sealed = form[$"f{i}.sealed"] == "true",
            });
        }
        for (var i = 0; i < 10 && form.ContainsKey($"m{i}.label"); i++)
            read.Measures.Add(new() { Key = Text($"m{i}.key"), Label = Text($"m{i}.label"), Unit = Text($"m{i}.unit"), Count = Text($"m{i}.count") });
        return read;
    }

    /// <summary>
    /// Makes the definition, keeping what <paramref name="before"/> has: fields are only added, a kept field keeps its key and type (D1).
    /// </summary>
    /// <returns>Null when something is wrong.</returns>
    public Definition? ToDefinition(Reference reference, Definition? before)
    {
        problems.Clear();
        if (Label.Length is 0 or > 20) problems.Add(new("define.label", "请给台账起个名字，最多 20 个字。", "label"));
        else if (before is null && reference.Registers.Any(r => r.Label == Label)) problems.Add(new("define.taken", $"已经有一本叫“{Label}”的台账，请换个名字。", "label"));
        var key = before?.Key ?? Free("own-" + Slug(Label), k => reference.Register(k) is null);
        var fields = new List<DefinedField>();
        for (var i = 0; i < Fields.Count; i++)
            if (Field(Fields[i], i, key, before, fields) is { } field) fields.Add(field);
        if (fields.Count == 0) problems.Add(new("define.fields", "请至少写一项要记的内容。", "f0.label"));
        foreach (var gone in before?.Fields.Where(f => fields.TrueForAll(n => n.Key != f.Key)) ?? []) fields.Add(gone);
        var splits = fields.Where(f => f.Type is FieldType.Kind or FieldType.Kinds).Select(f => f.Key).ToList();
        var measures = new List<DefinedMeasure>();
        for (var i = 0; i < Measures.Count; i++)
            if (Measure(Measures[i], i, key, fields, splits, measures) is { } measure) measures.Add(measure);
        return problems.Count > 0 ? null : new(key, Label, About.Length == 0 ? null : About, fields, measures, Reviewed);
    }

    private DefinedField? Field(FieldRow row, int i, string register, Definition? before, List<DefinedField> known)
    {
        if (row.Label.Length == 0) return null;
        var kept = before?.Fields.FirstOrDefault(f => f.Key == row.Key && row.Key.Length > 0);
        if (row.Label.Length > 20) problems.Add(new("define.field", "名称最多 20 个字。", $"f{i}.label"));
        if (known.Exists(f => f.Label == row.Label) || row.Label is "日期" or "地点" or "组织" or "备注")
            problems.Add(new("define.twice", $"“{row.Label}”已经有了（日期、地点、备注每本台账都有），请换个名称。", $"f{i}.label"));
        if (Types.All(t => t.Key != row.Type)) problems.Add(new("define.type", "请选这一项记什么。", $"f{i}.type"));
        var look = row.Type is "person" or "household";
        var type = kept?.Type ?? (look ? FieldType.LookUp : Enum.TryParse<FieldType>(row.Type, out var t) ? t : FieldType.Text);
        var kinds = type is FieldType.Kind or FieldType.Kinds ? Kinds(row, i, kept) : null;
        var fieldKey = kept?.Key ?? Free(Slug(row.Label), k => known.TrueForAll(f => f.Key != k) && before?.Fields.All(f => f.Key != k) != false && !Reserved.Contains(k));
        return new(fieldKey, row.Label, type, row.Required, row.Listed, type is FieldType.Kind or FieldType.Kinds, kinds, kept?.Target ?? (look ? row.Type : null), kept?.Sealed ?? (row.Sealed && type is (FieldType.Text or FieldType.LongText)));
    }

    private List<Kind> Kinds(FieldRow row, int i, DefinedField? kept)
    {
        var labels = row.Kinds.Split(['\n', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (labels.Count < 2) problems.Add(new("define.kinds", "请写至少两个可选的内容，一行一个。", $"f{i}.kinds"));
        if (labels.Exists(l => l.Length > 30)) problems.Add(new("define.kind", "每个可选内容最多 30 个字。", $"f{i}.kinds"));
        var list = kept?.Kinds?.ToList() ?? [];
        foreach (var label in labels.Where(l => list.TrueForAll(k => k.Label != l))) list.Add(new(Free(Slug(label), k => list.TrueForAll(o => o.Code != k)), label));
        return list;
    }

    private DefinedMeasure? Measure(MeasureRow row, int i, string register, List<DefinedField> fields, IReadOnlyList<string> splits, List<DefinedMeasure> known)
    {
        if (row.Label.Length == 0) return null;
        var (how, label) = row.Count.Split(':', 2) is [var h, var l] ? (h, l) : (row.Count, "");
        var field = fields.Find(f => f.Label == label);
        var count = how switch { "sum" => DefinedCount.Sum, "distinct" => DefinedCount.Distinct, _ => DefinedCount.Entries };
        if (count is not DefinedCount.Entries && field is null) problems.Add(new("define.count", $"没有“{label}”这一项，请重新选数什么。", $"m{i}.count"));
        else if (count is DefinedCount.Sum && field!.Type is not (FieldType.Number or FieldType.Money)) problems.Add(new("define.sum", "加总要选数字或金额的一项。", $"m{i}.count"));
        else if (count is DefinedCount.Distinct && field!.Type is not FieldType.LookUp) problems.Add(new("define.distinct", "去重要选人员或家庭的一项。", $"m{i}.count"));
        else if (count is DefinedCount.Sum && (field!.Type is FieldType.Money) != (row.Unit == "元")) problems.Add(new("define.unit", "金额的单位是元，数字的单位不能是元。", $"m{i}.unit"));
        if (!Units.Contains(row.Unit)) problems.Add(new("define.unit", "请选单位。", $"m{i}.unit"));
        return new(row.Key.Length > 0 ? row.Key : Free($"{register}.m{known.Count + 1}", k => known.TrueForAll(m => m.Key != k)), row.Label, row.Unit, count, field?.Key, splits);
    }

    private static readonly HashSet<string> Reserved = ["id", "state", "reason", "date", "place", "org", "note", "version", "programmes", "page", "size", "sort", "q", "from", "to", "month", "period", "cols", "by"];

    private static string Slug(string label)
    {
        var slug = new string([.. Pinyin.Of(label).Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))]);
        if (slug.Length > 24) slug = new([.. Pinyin.Initials(label).Where(char.IsAsciiLetterOrDigit)]);
        return slug.Length == 0 ? "x" : char.IsAsciiDigit(slug[0]) ? "x" + slug : slug;
    }

    private static string Free(string key, Func<string, bool> free)
    {
        for (var n = 1; ; n++)
        {
            var tried = n == 1 ? key : $"{key}-{n}";
            if (free(tried)) return tried;
        }
    }
}
