using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>A care record 关爱对象: a person or household somebody looks after, between two days. A change of category ends one record and begins the next.</summary>
public sealed class CareRecord : Entry
{
    /// <summary>The person.</summary>
    public Guid? Person { get; set; }

    /// <summary>The household; filled from the person's residence when a person is named.</summary>
    public Guid? Household { get; set; }

    /// <summary>The person, or the household where no person is named: what visits and duties match on.</summary>
    public Guid? Subject { get; set; }

    /// <summary>Categories.</summary>
    public string? Categories { get; set; }

    /// <summary>Level.</summary>
    public string? Level { get; set; }

    /// <summary>Needs.</summary>
    public string? Needs { get; set; }

    /// <summary>Post that answers for it.</summary>
    public Guid? Responsible { get; set; }

    /// <summary>In care since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why it ended.</summary>
    public string? Ending { get; set; }

    /// <summary>The record this one continues after a change of category.</summary>
    public Guid? Continues { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && Household is null) yield return new("care.subject", "请填关爱的是哪个人，或者哪一户。", "person");
        if (To is not null && string.IsNullOrEmpty(Ending)) yield return new("care.ending", "填了结束日期，请选一下为什么结束。", "ending");
    }

    /// <summary>Ends this record on the day and gives the one that goes on with other categories.</summary>
    public CareRecord Recategorize(Guid id, DateOnly on, string categories)
    {
        if (To is not null || on <= From) throw new Refusal(new Problem("care.recategorize", "换类别的日期要晚于开始日期，且这条还没结束。", "from"));
        To = on;
        Ending = "recategorized";
        return new()
        {
            Id = id, Org = Org, Place = Place, Date = on, Person = Person, Household = Household, Subject = Subject, Categories = categories,
            Level = Level, Needs = Needs, Responsible = Responsible, From = on, Continues = Id, Programmes = Programmes,
        };
    }
}
