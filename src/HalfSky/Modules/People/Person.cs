using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.People;

/// <summary>A person 人员. Identity number, phones and the safe way to reach her are sealed; birth, sex and place stay clear so that lists run (D10).</summary>
public sealed class Person : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Sex code, GB/T 2261.1.</summary>
    public string? Sex { get; set; }

    /// <summary>Day of birth; the first of January when only the year is known.</summary>
    public DateOnly? Birth { get; set; }

    /// <summary>Only the year of birth is known.</summary>
    public bool BirthYearOnly { get; set; }

    /// <summary>Age as told; with <see cref="AgeToldOn"/> it gives a year of birth.</summary>
    public long? AgeTold { get; set; }

    /// <summary>The day the age was told.</summary>
    public DateOnly? AgeToldOn { get; set; }

    /// <summary>Identity number, GB 11643.</summary>
    public SealedText? IdNumber { get; set; }

    /// <summary>Phones.</summary>
    public SealedText? Phones { get; set; }

    /// <summary>How she can be reached safely.</summary>
    public SealedText? SafeContact { get; set; }

    /// <summary>Nationality, GB/T 3304.</summary>
    public string? Nationality { get; set; }

    /// <summary>Education, GB/T 4658.</summary>
    public string? Education { get; set; }

    /// <summary>Political status, GB/T 4762.</summary>
    public string? Politics { get; set; }

    /// <summary>Marriage, GB/T 2261.2.</summary>
    public string? Marriage { get; set; }

    /// <summary>Occupation.</summary>
    public string? Occupation { get; set; }

    /// <summary>Employment.</summary>
    public string? Employment { get; set; }

    /// <summary>Place of household registration.</summary>
    public long? Registered { get; set; }

    /// <summary>Disability kinds.</summary>
    public string? Disability { get; set; }

    /// <summary>Disability grade.</summary>
    public string? DisabilityGrade { get; set; }

    /// <summary>Health marks; medical, sealed.</summary>
    public SealedText? Health { get; set; }

    /// <summary>Guardian.</summary>
    public Guid? Guardian { get; set; }

    /// <summary>Second guardian.</summary>
    public Guid? Guardian2 { get; set; }

    /// <summary>Who actually cares for the child.</summary>
    public Guid? Carer { get; set; }

    /// <summary>School.</summary>
    public string? School { get; set; }

    /// <summary>Grade.</summary>
    public string? Grade { get; set; }

    /// <summary>Lives here since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Moved away or deceased on.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Deceased on.</summary>
    public DateOnly? Deceased { get; set; }

    /// <summary>Where the record came from.</summary>
    public string? Source { get; set; }

    /// <summary>Name and birth folded for matching: pinyin without tones, variant characters as one.</summary>
    public string? MatchName { get; set; }

    /// <summary>Woman or child on a day is a matter of sex and birth; this is the stored half of it.</summary>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Deceased is { } died && Birth is { } born && died < born) yield return new("person.died", "去世日期早于出生日期，请看一下。", "deceased");
        if (Guardian is { } g && g == Id) yield return new("person.guardian", "监护人不能是本人。", "guardian");
    }
}
