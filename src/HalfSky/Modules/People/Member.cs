using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>A person's membership of a household 家庭成员, dated: she may leave one and join another.</summary>
public sealed class Member : Entry
{
    /// <summary>The household.</summary>
    public Guid Household { get; set; }

    /// <summary>The person.</summary>
    public Guid Person { get; set; }

    /// <summary>Relation to the head, GB/T 4761.</summary>
    public string? Relation { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }
}
