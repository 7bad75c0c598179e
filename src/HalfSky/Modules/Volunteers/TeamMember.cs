using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>A member of a team 队员, from a day to a day.</summary>
public sealed class TeamMember : Entry
{
    /// <summary>The team.</summary>
    public Guid Team { get; set; }

    /// <summary>The person, where she has a file.</summary>
    public Guid? Person { get; set; }

    /// <summary>Name; the person's name where she has a file.</summary>
    public string? Name { get; set; }

    /// <summary>Since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <summary>The team's kind.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && string.IsNullOrWhiteSpace(Name)) yield return new("team-member.who", "请点选是谁，或者写上姓名。", "name");
    }
}
