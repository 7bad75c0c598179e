using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Platform.Imports.Heads;

/// <summary>Where the cells of a column go: a field of the register, or a field of what one of its look-ups points at.</summary>
/// <param name="Path">“date”; “person.phones” for the telephone of the person the field points at; “id” for our own number of an entry.</param>
/// <param name="Field">The field the cell is read by.</param>
/// <param name="Through">The look-up in between; null for the register's own.</param>
public sealed record ImportTarget(string Path, Field Field, Field? Through = null)
{
    /// <summary>Path of the column that holds the number our own export gives every entry.</summary>
    public const string Number = "id";

    private static readonly Field OwnNumber = new() { Key = Number, Label = "编号", Type = FieldType.Text, Read = e => e.Id.ToString(), Write = (_, _) => { } };

    /// <summary>Fields that tell a person from her namesakes, or make a new file of her.</summary>
    private static readonly string[] OfPerson = ["sex", "birth", "ageTold", "idNumber", "phones", "nationality", "education", "politics", "marriage"];

    /// <summary>What it may be called, with how much that says: 100 its own label, less for words of the field's type.</summary>
    internal IReadOnlyList<(string Label, int Weight)> Called { get; private init; } = [];

    /// <summary>It points at people, or at what is called by one: a post, a household.</summary>
    internal bool NamesPeople { get; private init; }

    /// <summary>What an entry is called by.</summary>
    internal bool IsTitle { get; private init; }

    /// <summary>The day it happened, or began: what a day without more words means.</summary>
    internal bool Happens { get; private init; }

    /// <summary>Chinese name, “对象的电话”.</summary>
    public string Label => Through is null ? Field.Label : $"{Through.Label}的{Field.Label}";

    /// <summary>The word the path stands for: its look-up's label or its own.</summary>
    internal string Head => Through?.Label ?? Field.Label;

    /// <summary>All a column of the register may go to.</summary>
    public static IReadOnlyList<ImportTarget> Of(Register register, Reference reference)
    {
        var fields = register.Fields.Where(f => !f.Derived && (f.Key != "programmes" || reference.KindsOf(f).Items.Count > 0)).ToList();
        // 登记日期 is when it was written down: of what holds for a time a bare day says since when.
        var happens = register.Held is { } held && register.Find("date") is { Label: "登记日期" } ? held.From : register.Find("date");
        var people = reference.Catalog.Posts.Rights!.Person.Target!;
        var all = fields.ConvertAll(f => new ImportTarget(f.Key, f) { Called = Names(register, f, people), Happens = f == happens, IsTitle = f == register.TitleField, NamesPeople = f.Type is FieldType.LookUp && reference.NamesPeople(reference.Register(f.Target!)) });
        var pointing = fields.FindAll(f => f is { Type: FieldType.LookUp } && f.Target == people && register.Key != people);
        foreach (var through in pointing)
        {
            // Beside the one the entry is about, a bare “电话” is hers; the others say whose.
            var whose = through == register.TitleField || pointing.Count == 1 || (register.TitleField is not { Type: FieldType.LookUp } && through == pointing[0]);
            foreach (var field in reference.Register(people)!.Fields.Where(f => OfPerson.Contains(f.Key)))
                all.Add(new($"{through.Key}.{field.Key}", field, through) { Called = [(through.Label + field.Label, 98), .. Short(through.Label).Select(s => (s + field.Label, 94)), .. whose ? new[] { (field.Label, 90) } : []] });
        }
        all.Add(new(Number, OwnNumber));
        return all;
    }

    private static List<(string, int)> Names(Register register, Field field, string people)
    {
        var names = new List<(string, int)> { (field.Label, 100) };
        names.AddRange(field.Called.Select(c => (c, 97)));
        void Also(int weight, params IEnumerable<string> words) => names.AddRange(words.Select(w => (w, weight)));
        if (field.Key == "date" && !register.Fields.Any(f => f != field && f is { Type: FieldType.Date, Derived: false } && f.Label == field.Label)) Also(86, "日期", register.Label + "日期", "年月日");
        if (field.Key == "note") Also(84, "备注", "说明", "情况说明", "具体情况", "主要内容", "内容", "情况", register.Label + "情况", register.Label + "内容");
        if (field.Key == "org") Also(84, "组织", "妇联", "妇联组织", "所属组织", "组织名称", "所属妇联", "填报单位", "单位名称", "所在组织", "所在妇联");
        if (field == register.TitleField)
        {
            if (field.Type is FieldType.LookUp) Also(88, HeadWords.NameWords.Concat([register.Label + "对象", register.Label + "人", register.Label + "人员", "被" + register.Label + "人", register.Label + "对象姓名", field.Label + "姓名"]));
            else Also(88, "名称", register.Label + "名称", register.Label, "主题", "题目", "项目名称");
            // Where somebody is pointed at besides, a name is hers and not what it is called.
            if (field.Type is FieldType.Text && !register.Fields.Any(f => f.Type is FieldType.LookUp && f.Target == people)) Also(88, "姓名");
        }
        else if (field.Type is FieldType.LookUp)
        {
            Also(92, field.Label + "姓名", field.Label + "名称");
            if (field.Target == "household") Also(86, "户主", "户主姓名", "家庭户主", "户名", "家庭");
            if (field.Target == "post") Also(80, "执委", "执委姓名", "责任人", "联系人", "经办人", "负责人", "干部姓名", "记录人", "填报人");
        }
        if (register.Held is { } held && field == held.From) Also(87, "开始日期", "起始日期");
        if (register.Held is { } until && field == until.To) Also(87, "结束日期", "终止日期");
        if (field.Type is FieldType.Kind && field.Key == "mode") Also(84, "方式", register.Label + "方式");
        if (field.Type is FieldType.Organization && field.Key != "org" || field is { Type: FieldType.Organization, Required: true }) Also(86, "责任单位", "责任村", "责任村居", "承办单位");
        if (field.Key == "ageTold") Also(96, "年龄");
        if (field.Type is FieldType.Money) Also(82, "金额");
        if (field.Type is FieldType.Kind or FieldType.Kinds && field.Key == "kind") Also(84, "类型", register.Label + "类型", register.Label + "方式" , register.Label + "形式");
        if (register.Fields.Count(f => f is { Type: FieldType.Number, Derived: false } && f.Label.EndsWith("人数", StringComparison.Ordinal)) == 1 && field.Label.EndsWith("人数", StringComparison.Ordinal)) Also(88, "人数");
        return names;
    }

    /// <summary>“联系执委” is called 执委 as well: the last two characters, where that says something.</summary>
    private static IEnumerable<string> Short(string label) => label.Length == 4 ? [label[2..]] : [];
}
