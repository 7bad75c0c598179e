using HalfSky.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties;

/// <summary>Where a duty stands.</summary>
public enum DutyState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Closed by an entry.</summary>
    Done,

    /// <summary>Fell away: what it was about ended.</summary>
    Lapsed,

    /// <summary>Not done, and the cycle after it is over too: it is no longer asked for.</summary>
    Missed,

    /// <summary>Let off, with a reason.</summary>
    Waived,
}

/// <summary>A duty 待办: an obligation made from a rule, owned by a post, closed by the real entry. One for each rule, entry and cycle.</summary>
public sealed class Duty
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; set; }

    /// <summary>Key of the rule.</summary>
    public string Rule { get; set; } = "";

    /// <summary>Entry the duty comes from (a care record).</summary>
    public Guid Entry { get; set; }

    /// <summary>What it is about (the person or household).</summary>
    public Guid Subject { get; set; }

    /// <summary>Cycle, “2026Q4”.</summary>
    public string Cycle { get; set; } = "";

    /// <summary>First day of the cycle.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day on which it is in time.</summary>
    public DateOnly Due { get; set; }

    /// <summary>Organisation.</summary>
    public long Org { get; set; }

    /// <summary>Place.</summary>
    public long Place { get; set; }

    /// <summary>Post that answers for it.</summary>
    public Guid? Responsible { get; set; }

    /// <summary>Where it stands.</summary>
    public DutyState State { get; set; }

    /// <summary>Entry that closed it.</summary>
    public Guid? DoneBy { get; set; }

    /// <summary>The day the act happened, which decides whether it was in time (D18).</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Acts counted so far.</summary>
    public int Have { get; set; }

    /// <summary>Acts asked for.</summary>
    public int Needed { get; set; } = 1;

    /// <summary>First day on which it is shown one level up while open.</summary>
    public DateOnly Escalates { get; set; }

    /// <summary>First day on which it is missed while open; the last of days when it stays open.</summary>
    public DateOnly Misses { get; set; } = DateOnly.MaxValue;

    /// <summary>Why it was waived.</summary>
    public string? Reason { get; set; }

    /// <summary>Closed in time?</summary>
    public bool InTime => DoneOn is { } day && day <= Due;

    /// <summary>Lets it off, with a reason; the entries behind it stay as they are.</summary>
    public void Waive(string? reason)
    {
        if (State is not (DutyState.Open or DutyState.Missed)) throw new Refusal(new Problem("duty.waive", "只有还没办的才能免办。", "reason"));
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal(new Problem("duty.reason", "请写为什么免办，例如 全家外出务工，年底回来。", "reason"));
        (State, Reason) = (DutyState.Waived, reason.Trim());
    }

    /// <summary>Asks for it again.</summary>
    public void Resume()
    {
        if (State is not DutyState.Waived) throw new Refusal(new Problem("duty.resume", "这一件没有免办。", "reason"));
        (State, Reason) = (DutyState.Open, null);
    }

    internal static void Map(ModelBuilder b) => b.Entity<Duty>(e =>
    {
        e.ToTable("duty");
        e.HasKey(x => x.Id);
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.State).HasConversion<string>();
        e.HasIndex(x => new { x.Rule, x.Entry, x.Cycle }).IsUnique();
        e.HasIndex(x => new { x.Subject, x.Cycle });
        e.HasIndex(x => new { x.Responsible, x.State, x.Due });
        e.HasIndex(x => new { x.Org, x.State, x.Due });
        e.HasIndex(x => x.Entry);
        // The state last: few states hold most rows, and beginning with it this index would be taken for questions of others.
        e.HasIndex(x => new { x.Misses, x.State });
        e.HasIndex(x => new { x.Place, x.Rule });
        e.HasIndex(x => x.DoneBy);
    });
}
