using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Registers;

/// <summary>An entry of a county's own register: values by field key.</summary>
public sealed class DefinedEntry : Entry
{
    /// <summary>Values of the defined fields.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);
}

/// <summary>A county's own register. Made from its definition while the program runs; everything else treats it as a shipped one.</summary>
public sealed class DefinedRegister : Register
{
    /// <summary>Makes the register of a definition.</summary>
    public DefinedRegister(Definition definition, bool closed) : base(definition.Key, definition.Label, "d_" + definition.Key.Replace('-', '_'))
    {
        Definition = definition;
        Closed = closed;
        Title = definition.Label + "台账";
        RecordLabel = "记" + definition.Label;
        About = definition.About ?? "本县自设";
        Reviewed = definition.Reviewed;
        Icon = "notebook";
        AddSection("内容");
        Common("date", "日期", FieldType.Date, e => e.Date, (e, v) => e.Date = (DateOnly?)v ?? default).Required().Listed().Default("today");
        Common("place", "地点", FieldType.Place, e => e.Place, (e, v) => e.Place = (long?)v ?? 0).Listed();
        Common("org", "组织", FieldType.Organization, e => e.Org, (e, v) => e.Org = (long?)v ?? 0);
        foreach (var f in definition.Fields) Own(f);
        Common("note", "备注", FieldType.LongText, e => e.Note, (e, v) => e.Note = (string?)v).Max(2000).Searched();
        TitleField = Fields.FirstOrDefault(f => f is { Common: false, Type: FieldType.Text or FieldType.LookUp, Sealed: null });
        foreach (var m in definition.Measures) Own(m);
        Bind(f => f.Common ? f.Key : "f_" + f.Key.Replace('-', '_'));
    }

    /// <summary>The declaration it was made from.</summary>
    public Definition Definition { get; }

    /// <summary>No new entries.</summary>
    public bool Closed { get; }

    /// <inheritdoc/>
    /// <remarks>One permission for all of a county's own registers: roles are shipped, registers are not.</remarks>
    public override string Permission(string act) => "own." + act;

    /// <inheritdoc/>
    public override Entry New() => new DefinedEntry();

    private FieldDeclaration Common(string key, string label, FieldType type, Func<Entry, object?> read, Action<Entry, object?> write)
    {
        var field = new Field { Key = key, Label = label, Type = type, Common = true, Read = read, Write = write, Section = key is "date" or "note" ? "内容" : "" };
        Add(field);
        return new(field, Add);
    }

    private void Own(DefinedField f)
    {
        var field = new Field
        {
            Key = f.Key,
            Label = f.Label,
            Type = f.Type,
            Read = e => ((DefinedEntry)e).Values.GetValueOrDefault(f.Key),
            Write = (e, v) => ((DefinedEntry)e).Values[f.Key] = v,
            Section = "内容",
            Position = Fields.Count,
            Required = f.Required,
            Listed = f.Listed,
            Filterable = f.Filtered || f.Type is FieldType.Kind,
            Searchable = f.Type is FieldType.Text or FieldType.LongText && !f.Sealed,
            Target = f.Target,
            Hint = f.Hint,
            Sealed = f.Sealed ? SealPurpose.Defined : f.Type switch { FieldType.IdCard => SealPurpose.IdentityNumber, FieldType.Phone => SealPurpose.Phone, _ => null },
        };
        Add(field);
        if (f.Kinds is not null) new FieldDeclaration(field, Add).Of(new KindList(Key + "." + f.Key, f.Label, f.Kinds));
    }

    private void Own(DefinedMeasure m)
    {
        var measure = new Measure(m.Key, m.Label, Unit.Of(m.Unit), this, MeasureKind.Flow, new(["date"], null)) { Dimensions = m.By };
        if (m.Field is not null)
            measure.Count = m.Count is DefinedCount.Sum ? new Aggregate.Sum(m.Field) : m.Count is DefinedCount.Distinct ? new Aggregate.Distinct(m.Field) : measure.Count;
        Add(measure);
    }
}
