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
}
