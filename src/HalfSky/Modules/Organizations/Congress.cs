using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>A congress 妇女代表大会: it elects the committee for a term.</summary>
public sealed class Congress : Entry
{
    /// <summary>Which one, counted from the first.</summary>
    public long? Ordinal { get; set; }

    /// <summary>“第十一届妇女代表大会”.</summary>
    public string? Title { get; set; }

    /// <summary>Term in years; 妇联章程: five for all local levels.</summary>
    public long? TermYears { get; set; }

    /// <summary>Delegates due, in people.</summary>
    public long? Delegates { get; set; }

    /// <summary>Delegates present, in people.</summary>
    public long? Present { get; set; }

    /// <summary>The day the term ends (exclusive): made of day and term.</summary>
    public DateOnly? TermEnds { get; set; }

    /// <summary>Level of the organisation.</summary>
    public string? OrgLevel { get; set; }

    /// <summary>Kind of the organisation.</summary>
    public string? OrgKind { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Present > Delegates) yield return new("congress.present", "到会代表不能多于应到代表，请看一下。", "present");
    }
}
