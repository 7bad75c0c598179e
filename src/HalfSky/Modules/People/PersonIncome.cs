using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>The income class of a person between two days 收入类型: part of the person, so that a figure of last year counts who was poor last year.</summary>
public sealed class PersonIncome : Entry
{
    /// <summary>The person.</summary>
    public Guid Person { get; set; }

    /// <summary>Class.</summary>
    public string? Kind { get; set; }

    /// <summary>Recognised on.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (To is { } to && to <= From) yield return new("person-income.span", "结束日期要晚于认定日期。", "to");
    }
}
