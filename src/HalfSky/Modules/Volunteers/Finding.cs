using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>What a patrol found 巡护发现, and to whom it was handed.</summary>
public sealed class Finding : Entry
{
    /// <summary>The patrol.</summary>
    public Guid Patrol { get; set; }

    /// <summary>What.</summary>
    public string? Finds { get; set; }

    /// <summary>How many spots 处.</summary>
    public long Spots { get; set; }

    /// <summary>Dealt with on the spot: put out, cleared, persuaded.</summary>
    public bool Settled { get; set; }

    /// <summary>To whom it was handed. A fire is reported first to 119 and the village (rules.md §15).</summary>
    public string? HandedTo { get; set; }

    /// <summary>The patrol's kind.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (!Settled && string.IsNullOrWhiteSpace(HandedTo)) yield return new("finding.handed", "没有当场处置的，请写交给了谁。", "handedTo");
    }
}
