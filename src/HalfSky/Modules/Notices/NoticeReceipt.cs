using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>What became of a notice at one organisation 签收回复; its <see cref="Entry.Org"/> is the organisation it went to.</summary>
public sealed class NoticeReceipt : Entry
{
    /// <summary>The notice.</summary>
    public Guid Notice { get; set; }

    /// <summary>Signed for on.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>Who signed, as her account is called.</summary>
    public string? SignedBy { get; set; }

    /// <summary>The answer.</summary>
    public string? Answer { get; set; }

    /// <summary>Answered on.</summary>
    public DateOnly? Answered { get; set; }

    /// <summary>Answered after the deadline; null while there is no answer.</summary>
    public bool? Late { get; set; }

    /// <summary>Why the answer was sent back.</summary>
    public string? SentBack { get; set; }

    /// <summary>All that was asked is done on: answered, or signed for where no answer is asked.</summary>
    public DateOnly? Done { get; set; }

    /// <summary>The notice's deadline.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>The notice's title: whom it was sent to reads it without seeing the sender's ledger.</summary>
    public string? Title { get; set; }

    /// <summary>The notice's direction.</summary>
    public string? Direction { get; set; }

    /// <summary>Signs for the notice; a second time changes nothing.</summary>
    public void Sign(Notice notice, DateOnly today, string who)
    {
        if (SignedOn is not null) return;
        (SignedOn, SignedBy) = (today, who);
        if (!notice.AsksForAnswer) Finish(today);
    }

    /// <summary>Answers it, which signs for it too. A late answer is taken and marked.</summary>
    public void Reply(Notice notice, string? text, DateOnly today, string who)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal(NoticeProblems.AnswerMissing);
        if (text.Length > 2000) throw new Refusal(NoticeProblems.AnswerLong);
        Sign(notice, today, who);
        (Answer, Answered, SentBack) = (text.Trim(), today, null);
        Finish(today);
    }

    /// <summary>Sends the answer back; it is owed again.</summary>
    public void SendBack(string? reason)
    {
        if (Answered is null) throw new Refusal(NoticeProblems.NothingToSendBack);
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal(NoticeProblems.ReasonMissing);
        (SentBack, Answered, Done) = (reason.Trim(), null, null);
    }

    /// <summary>Judged by the first time: who answered in time and corrects it later is not late.</summary>
    private void Finish(DateOnly day) => (Done, Late) = (day, Late ?? (Deadline is { } until && day > until));
}
