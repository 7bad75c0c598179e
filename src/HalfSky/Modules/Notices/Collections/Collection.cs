using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>A collection 收表: one workbook whose columns villages fill, merged and sent up as the same workbook.</summary>
public sealed class Collection : Entry
{
    /// <summary>Not given out yet.</summary>
    public const string Preparing = "preparing";

    /// <summary>Villages fill it.</summary>
    public const string Open = "open";

    /// <summary>Sent up.</summary>
    public const string Sent = "sent";

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>The notice that asks for it.</summary>
    public Guid? Notice { get; set; }

    /// <summary>By when villages hand it in.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>A village with nothing to tell may say so.</summary>
    public bool ZeroAllowed { get; set; }

    /// <summary>The round before this one, of a survey that comes again.</summary>
    public Guid? Previous { get; set; }

    /// <summary>Where it stands: <see cref="Preparing"/>, <see cref="Open"/> or <see cref="Sent"/>.</summary>
    public string? Stage { get; set; }

    /// <summary>What was read from the workbook, <see cref="SheetLayout"/> as text; null until one was given.</summary>
    public string? Layout { get; set; }

    /// <summary>The sheet's layout; null until a workbook was given.</summary>
    public SheetLayout? Sheet() => Layout is null ? null : SheetLayout.Read(Layout);

    /// <summary>Villages may fill it.</summary>
    public bool IsOpen => Counts && Stage is (Open or Sent);

    /// <summary>Takes the columns as confirmed; from now on villages fill it.</summary>
    public void GiveOut(SheetLayout layout)
    {
        if (Stage is Open or Sent) throw new Refusal(NoticeProblems.AlreadyOut);
        if (!layout.Columns.Any(c => c.IsAsked)) throw new Refusal(NoticeProblems.NothingAsked);
        (Layout, Stage) = (layout.Text, Open);
    }

    /// <summary>It was sent up.</summary>
    public void SendUp() => Stage = Sent;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Deadline < Date) yield return new("collection.deadline", "交表期限不能早于发表日期。", "deadline");
        if (Previous == Id) yield return new("collection.previous", "上一轮不能是它自己。", "previous");
    }
}
