namespace HalfSky.Platform.Duties;

/// <summary>How often a duty comes round.</summary>
public enum DutyCycle
{
    /// <summary>Once a calendar month.</summary>
    Month,

    /// <summary>Once a calendar quarter.</summary>
    Quarter,
}

/// <summary>
/// A rule that makes duties 待办规则: while an entry of the declaring register holds, one act of another register is due in each cycle (D18).
/// </summary>
/// <param name="Key">Key, “care.quarterly-visit”.</param>
/// <param name="Label">Chinese name, “季走访”.</param>
/// <param name="Cycle">How often.</param>
/// <param name="ClosedBy">Register whose entry does it.</param>
/// <param name="ClosedByKey">Its field that points at the same thing.</param>
/// <param name="SubjectKey">Field of the declaring register that points at it.</param>
/// <param name="ResponsibleKey">Field that names the responsible post.</param>
public sealed record DutyRule(string Key, string Label, DutyCycle Cycle, string ClosedBy, string ClosedByKey, string SubjectKey, string ResponsibleKey);
