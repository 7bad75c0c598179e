using HalfSky.Kernel;

namespace HalfSky.Platform.Registers;

/// <summary>One row of a register 台账条目. What every entry carries; a register's own fields stand on the derived class.</summary>
public abstract class Entry
{
    /// <summary>UUIDv7, made where the entry is made, so that a repeated request never doubles it (D3).</summary>
    public Guid Id { get; set; }

    /// <summary>Number of the organisation whose work it is (<see cref="Branch"/>); scope follows it.</summary>
    public long Org { get; set; }

    /// <summary>Number of the place of its day (<see cref="Branch"/>): village, grid or group.</summary>
    public long Place { get; set; }

    /// <summary>The day it happened, in Asia/Shanghai. When it was written is <see cref="RecordedAt"/>.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Where the entry stands between draft and verified.</summary>
    public EntryState State { get; private set; }

    /// <summary>Why it was returned or withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>Free text; searchable, so nothing sealed belongs here.</summary>
    public string? Note { get; set; }

    /// <summary>Codes of programmes 品牌项目, delimited as in <see cref="Codes"/>.</summary>
    public string? Programmes { get; set; }

    /// <summary>Account that recorded it.</summary>
    public Guid RecordedBy { get; set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Optimistic concurrency: rises by one with every change.</summary>
    public int Version { get; set; }

    /// <summary>True while figures count it.</summary>
    public bool Counts => State is EntryState.Submitted or EntryState.Verified;

    /// <summary>Hands the entry in. Where no review is asked for, it is verified on submit (D14).</summary>
    public void Submit(bool review)
    {
        if (State is EntryState.Withdrawn) throw new Refusal(EntryProblems.Withdrawn);
        State = review ? EntryState.Submitted : EntryState.Verified;
        Reason = null;
    }

    /// <summary>Keeps the entry as a draft.</summary>
    public void KeepAsDraft()
    {
        if (State is not (EntryState.Draft or EntryState.Returned)) throw new Refusal(EntryProblems.AlreadySubmitted);
        State = EntryState.Draft;
    }

    /// <summary>Marks a submitted entry as checked.</summary>
    public void Verify()
    {
        if (State is EntryState.Verified) return;
        if (State is not EntryState.Submitted) throw new Refusal(EntryProblems.NotSubmitted);
        State = EntryState.Verified;
    }

    /// <summary>Sends a submitted or verified entry back with a reason.</summary>
    public void Return(string reason)
    {
        if (!Counts) throw new Refusal(EntryProblems.NotSubmitted);
        State = EntryState.Returned;
        Reason = Reasoned(reason);
    }

    /// <summary>Takes an entry back for good; it stays in the log.</summary>
    public void Withdraw(string reason)
    {
        if (State is EntryState.Withdrawn) throw new Refusal(EntryProblems.Withdrawn);
        State = EntryState.Withdrawn;
        Reason = Reasoned(reason);
    }

    /// <summary>Puts back a state read from the database.</summary>
    internal void Restore(EntryState state, string? reason) => (State, Reason) = (state, reason);

    /// <summary>The entry's own rules beyond required fields; returns what is wrong, throws nothing (many rows are judged at once).</summary>
    public virtual IEnumerable<Problem> Check(DateOnly today) => [];

    private static string Reasoned(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new Refusal(EntryProblems.ReasonMissing) : reason.Trim();
}
