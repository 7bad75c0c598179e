namespace HalfSky.Platform.Registers;

/// <summary>Verification state 核验状态 of an entry. Only <see cref="Submitted"/> and <see cref="Verified"/> are counted (D14).</summary>
public enum EntryState
{
    /// <summary>草稿: seen by its recorder's organisation, never counted.</summary>
    Draft,

    /// <summary>待核: counted in working figures, shown as “其中待核 n”.</summary>
    Submitted,

    /// <summary>已核: counted in working and in published figures.</summary>
    Verified,

    /// <summary>退回: sent back with a reason, not counted, its duty is open again.</summary>
    Returned,

    /// <summary>撤销: taken back by who recorded it, kept for the log, never counted.</summary>
    Withdrawn,
}
