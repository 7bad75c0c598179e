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

    /// <summary>The school, care home or other body visited.</summary>
    public Guid? Body { get; set; }

    /// <summary>Kind of the body on that day.</summary>
    public string? BodyKind { get; set; }

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The festival it was made for.</summary>
    public string? Festival { get; set; }

    /// <summary>What was told at the door 入户宣讲, several.</summary>
    public string? Topics { get; set; }

    /// <summary>How.</summary>
    public string? Mode { get; set; }

    /// <summary>How things are.</summary>
    public string? Situation { get; set; }

    /// <summary>Needs raised.</summary>
    public string? Needs { get; set; }

    /// <summary>Money and the worth of goods brought along, in fen; what a fund pays is a grant of the fund.</summary>
    public long? Given { get; set; }

    /// <summary>Post of who went.</summary>
    public Guid? Visitor { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && Household is null && Body is null) yield return new("visit.subject", "请填走访的是谁，或者哪一户。", "person");
        if (Situation == "help" && string.IsNullOrEmpty(Needs)) yield return new("visit.needs", "选了“要帮忙”，请点一下要帮什么。", "needs");
    }
}
