using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>外出留守, dated part of registers.md §0 person.</summary>
public sealed class ResidenceChangeRegister : Register<ResidenceChange>
{
    /// <summary>The county's form.</summary>
    public ResidenceChangeRegister() : base("residence-change", "外出留守", dateLabel: "登记日期")
    {
        About = "谁外出、谁留守、谁返乡，从哪天到哪天";

        Section("怎么变了");
        PartOf(c => c.Person, "姓名", "person");
        Kind(c => c.Kind, "外出留守", ("away", "外出务工"), ("left-behind", "留守"), ("returned", "返乡"), ("incoming", "流入")).Required().Listed().Filtered().Called("类型", "流动类型", "外出类型", "流动情况", "外出情况");
        Text(c => c.Elsewhere, "去了哪里、从哪里来").Listed().Max(60).Called("外出地", "务工地", "务工地点", "流入地", "外出务工地点", "外出地点", "流向");
        Day(c => c.From, "从哪天").Required().Listed().Default("today").Called("外出日期", "离家日期", "流动日期");
        Day(c => c.To, "到哪天").Listed().Called("返乡日期", "返回日期");
        Here(c => c.Note);

        TitledBy(c => c.Person);
        HeldBetween(c => c.From, c => c.To);
        Stock("residence-change.people", "外出留守返乡的人", Unit.People).Distinct(FieldOf(c => c.Person)).By(FieldOf(c => c.Kind));
        FlowOn(c => c.From, "residence-change.began", "新外出留守返乡的人", Unit.People).Distinct(FieldOf(c => c.Person)).By(FieldOf(c => c.Kind));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(ResidenceChange entry, ResidenceChange? before, Recording recording, CancellationToken ct) =>
        await DatedFacts.Overlap(this, entry, "person", entry.Person, entry.From, entry.To, recording, ct)
            ? [new("residence-change.overlap", "这段日子已经记了外出、留守或返乡。请先给原来那条填结束日期。", "from")] : [];
}
