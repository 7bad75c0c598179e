using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>A visit or contact 走访联系.</summary>
public sealed class Visit : Entry
{
    /// <summary>The person visited.</summary>
    public Guid? Person { get; set; }

    /// <summary>The household reached: the person's residence on that day.</summary>
    public Guid? Household { get; set; }

    /// <summary>The person, or the household where no person is named.</summary>
    public Guid? Subject { get; set; }

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>How.</summary>
    public string? Mode { get; set; }

    /// <summary>How things are.</summary>
    public string? Situation { get; set; }

    /// <summary>Needs raised.</summary>
    public string? Needs { get; set; }

    /// <summary>Post of who went.</summary>
    public Guid? Visitor { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && Household is null) yield return new("visit.subject", "请填走访的是谁，或者哪一户。", "person");
        if (Situation == "help" && string.IsNullOrEmpty(Needs)) yield return new("visit.needs", "选了“要帮忙”，请点一下要帮什么。", "needs");
    }
}
