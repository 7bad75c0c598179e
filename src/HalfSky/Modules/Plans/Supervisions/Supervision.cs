using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Supervisions;

/// <summary>A supervision 督办: its organisation is the one asked, so that it sees it; who asks stands in <see cref="Issuer"/>.</summary>
public sealed class Supervision : Entry
{
    /// <summary>What it is about.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is asked.</summary>
    public string? Demand { get; set; }

    /// <summary>Organisation that asks.</summary>
    public long? Issuer { get; set; }

    /// <summary>Task it is about.</summary>
    public Guid? Task { get; set; }

    /// <summary>Target it is about.</summary>
    public Guid? Target { get; set; }

    /// <summary>Problem it is about.</summary>
    public Guid? Problem { get; set; }

    /// <summary>To be answered by.</summary>
    public DateOnly Deadline { get; set; }

    /// <summary>The answer.</summary>
    public string? Reply { get; set; }

    /// <summary>Answered on.</summary>
    public DateOnly? Replied { get; set; }

    /// <summary>Answered after its deadline 逾期答复.</summary>
    public bool? Late { get; set; }

    /// <summary>Takes the answer; a late one is taken too and marked.</summary>
    /// <exception cref="Refusal">Nothing is written, or it was answered already.</exception>
    public void Answer(string? text, DateOnly today)
    {
        if (State is EntryState.Withdrawn or EntryState.Draft) throw new Refusal(EntryProblems.Withdrawn);
        if (Replied is { } day && State is not EntryState.Returned) throw new Refusal(SupervisionProblems.Answered(day));
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal(SupervisionProblems.Empty);
        (Reply, Replied) = (text.Trim(), today);
        Judge();
        Submit(review: false);
    }

    /// <summary>In time or late, from the two days.</summary>
    public void Judge() => Late = Replied is { } day ? day > Deadline : null;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Deadline < Date) yield return new("supervision.deadline", "答复期限不能早于督办日期。", "deadline");
        if (Replied < Date) yield return new("supervision.replied", "答复日期不能早于督办日期。", "replied");
        if (Replied is null != string.IsNullOrWhiteSpace(Reply)) yield return new("supervision.reply", "答复和答复日期要一起填，或者都不填。", Replied is null ? "replied" : "reply");
    }
}
