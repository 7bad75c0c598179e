using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>A notice 通知文件, come in or sent out. To whom it went are its receipts.</summary>
public sealed class Notice : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Number of the document, “青妇〔2026〕12号”.</summary>
    public string? Number { get; set; }

    /// <summary>Come in or sent out.</summary>
    public string? Direction { get; set; }

    /// <summary>Who it came from.</summary>
    public Guid? From { get; set; }

    /// <summary>By when it is to be answered.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>What is asked of those it is sent to; without it, signing for it is enough.</summary>
    public string? Asks { get; set; }

    /// <summary>Is more asked than a signature?</summary>
    public bool AsksForAnswer => !string.IsNullOrWhiteSpace(Asks);

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Deadline < Date) yield return new("notice.deadline", "回复期限不能早于收发日期。", "deadline");
    }
}
