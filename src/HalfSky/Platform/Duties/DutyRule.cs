using HalfSky.Kernel;

namespace HalfSky.Platform.Duties;

/// <summary>How often a duty comes round.</summary>
public enum DutyCycle
{
    /// <summary>Once a calendar month.</summary>
    Month,

    /// <summary>Once a calendar quarter.</summary>
    Quarter,

    /// <summary>Once a calendar year.</summary>
    Year,

    /// <summary>So many days after the last time.</summary>
    Days,

    /// <summary>Once, by a date the entry bears.</summary>
    Once,

    /// <summary>Every year by a day of its own, fixed, lunar or by the weekday.</summary>
    Anniversary,
}

/// <summary>An act that does what is due.</summary>
/// <param name="Register">Register whose entry does it.</param>
/// <param name="Field">Its field that points at the same thing; “org” and “place” for what is done for an organisation or a place.</param>
/// <param name="Only">Which of its entries (<see cref="Registers.Only"/>); null for all.</param>
public sealed record DutyAct(string Register, string Field, string? Only = null);

/// <summary>
/// A rule that makes duties 待办规则 (D18): what is due of each entry of the declaring register while it holds, and which acts do it. Data as much as
/// declaration: a county changes it from a day on, and defines its own.
/// </summary>
/// <param name="Key">Key, “care.quarterly-visit”.</param>
/// <param name="Label">Chinese name, “季走访”.</param>
/// <param name="Cycle">How often.</param>
public sealed record DutyRule(string Key, string Label, DutyCycle Cycle)
{
    /// <summary>Days an overdue duty waits before it is shown one level up, where the rule does not say.</summary>
    public const int Patience = 15;

    /// <summary>Which entries of the declaring register; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Its field that says what the acts must point at. “id” the entry itself, “org” its organisation, “place” its place.</summary>
    public string Subject { get; init; } = "id";

    /// <summary>Its field that names the responsible post; null: whoever leads the organisation.</summary>
    public string? Owner { get; init; }

    /// <summary>Its field that names the responsible organisation; null: the entry's own.</summary>
    public string? Organization { get; init; }

    /// <summary>The acts, one of which does it; none where only <see cref="Until"/> closes it.</summary>
    public IReadOnlyList<DutyAct> Acts { get; init; } = [];

    /// <summary>How many acts a cycle asks for.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Field of the acts counted once each: as many are due as entries of its register hold at the subject's place (a monthly checklist).</summary>
    public string? Each { get; init; }

    /// <summary>What a line of the checklist is recorded with (<see cref="Registers.Only"/>), beside the defaults of the act's form.</summary>
    public string? Fill { get; init; }

    /// <summary>Interval in days (<see cref="DutyCycle.Days"/>), or how many days before its date it opens.</summary>
    public int Days { get; init; }

    /// <summary>Its field with the date (<see cref="DutyCycle.Once"/>).</summary>
    public string? On { get; init; }

    /// <summary>Its field whose date says that it was done.</summary>
    public string? Until { get; init; }

    /// <summary>The day of each year, as <see cref="YearDay"/> reads it (<see cref="DutyCycle.Anniversary"/>).</summary>
    public string? Day { get; init; }

    /// <summary>Days overdue after which it is shown one level up.</summary>
    public int Escalate { get; init; } = Patience;

    /// <summary>Makes no duties.</summary>
    public bool Off { get; init; }

    /// <summary>Number of the organisation whose branch it holds in; 0 for all.</summary>
    public long Within { get; init; }

    /// <summary>In effect from this day; the first of a cycle where it has calendar cycles.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>The register whose form records it, with the field that takes what it is about; null where nothing is recorded.</summary>
    public DutyAct? Act => Acts.Count > 0 ? Acts[0] : null;

    /// <summary>The calendar cycle a day lies in.</summary>
    public Period CycleOf(DateOnly day) => Cycle switch
    {
        DutyCycle.Month => Period.MonthOf(day),
        DutyCycle.Quarter => Period.QuarterOf(day),
        DutyCycle.Year => Period.YearOf(day),
        _ => throw new InvalidOperationException($"{Key}: {Cycle} has no calendar cycle"),
    };

    /// <summary>Does it come round with the calendar?</summary>
    public bool ByCalendar => Cycle is DutyCycle.Month or DutyCycle.Quarter or DutyCycle.Year;

    /// <summary>The first day a changed rule can take effect: the next beginning of a cycle, so that no cycle is judged by two rules.</summary>
    public DateOnly Effective(DateOnly day) => !ByCalendar || CycleOf(day).From == day ? day : CycleOf(day).To;
}
