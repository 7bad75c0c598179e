using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Voices;

/// <summary>A consultation 咨询疏导: neither a case nor a visit; the yearly 咨询人次 is counted here alone.</summary>
public sealed class Consultation : Entry
{
    /// <summary>What about.</summary>
    public string? Kind { get; set; }

    /// <summary>How they came.</summary>
    public string? Channel { get; set; }

    /// <summary>Who asked; empty for who would rather not say.</summary>
    public Guid? Person { get; set; }

    /// <summary>How many asked 人次; more than one at a stall.</summary>
    public long People { get; set; }

    /// <summary>Answered on the spot.</summary>
    public bool OnSpot { get; set; }

    /// <summary>To whom it was handed on.</summary>
    public string? HandedTo { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is not null && People > 1) yield return new("consultation.people", "点选了人，这一条就只记 1 人次；别的人另记一条。", "people");
        if (!OnSpot && string.IsNullOrWhiteSpace(HandedTo)) yield return new("consultation.handed", "没有当场答复的，请写转给了谁。", "handedTo");
    }
}
