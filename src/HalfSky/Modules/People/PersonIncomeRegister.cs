using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>收入类型, dated part of registers.md §0 person.</summary>
public sealed class PersonIncomeRegister : Register<PersonIncome>
{
    /// <summary>The county's form.</summary>
    public PersonIncomeRegister() : base("person-income", "收入类型", dateLabel: "登记日期")
    {
        About = "低保、特困、边缘，从哪天到哪天；以民政认定为准";

        Section("哪一类");
        PartOf(i => i.Person, "姓名", "person").Called("享受对象", "保障对象");
        Kind(i => i.Kind, "收入类型", ("dibao", "低保"), ("destitute", "特困"), ("edge", "低保边缘"), ("hardship", "支出型困难"), ("monitored", "防返贫监测")).Required().Listed().Filtered().Called("类别", "保障类别", "收入类别", "认定类型", "对象类型", "人员类型");
        Day(i => i.From, "认定日期").Required().Listed().Default("today").Called("享受日期", "享受起始日期", "享受开始日期");
        Day(i => i.To, "结束日期").Listed();
        Here(i => i.Note);

        TitledBy(i => i.Person);
        HeldBetween(i => i.From, i => i.To);
        Stock("person-income.people", "低收入人口", Unit.People).Distinct(FieldOf(i => i.Person)).By(FieldOf(i => i.Kind));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(PersonIncome entry, PersonIncome? before, Recording recording, CancellationToken ct) =>
        await DatedFacts.Overlap(this, entry, "person", entry.Person, entry.From, entry.To, recording, ct)
            ? [new("person-income.overlap", "这段日子已经有一条收入类型。请先给原来那条填结束日期。", "from")] : [];
}
