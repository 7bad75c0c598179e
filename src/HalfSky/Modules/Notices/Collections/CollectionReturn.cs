using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>What one village hands in to a collection 交表; its <see cref="Entry.Org"/> is the organisation that owes it.</summary>
public sealed class CollectionReturn : Entry
{
    /// <summary>Nothing came yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>Kept, not handed in.</summary>
    public const string Kept = "kept";

    /// <summary>Handed in.</summary>
    public const string In = "in";

    /// <summary>Sent back for correction.</summary>
    public const string Back = "back";

    /// <summary>Looked through by whom it was handed in to.</summary>
    public const string Checked = "checked";

    /// <summary>The collection.</summary>
    public Guid Collection { get; set; }

    /// <summary>Where it stands.</summary>
    public string? Stage { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string? SentBack { get; set; }

    /// <summary>Handed in on; null again when it is sent back.</summary>
    public DateOnly? Submitted { get; set; }

    /// <summary>Who handed it in, as her account is called.</summary>
    public string? SubmittedBy { get; set; }

    /// <summary>There is nothing to tell.</summary>
    public bool? Zero { get; set; }

    /// <summary>First handed in after the deadline.</summary>
    public bool? Late { get; set; }

    /// <summary>How many rows.</summary>
    public long? RowCount { get; set; }

    /// <summary>How many minutes filling it took, as she says.</summary>
    public long? Minutes { get; set; }

    /// <summary>Cells that may be read, <see cref="ReturnRows"/> as text.</summary>
    public string? Cells { get; set; }

    /// <summary>Cells of columns that are sealed.</summary>
    public SealedText? SealedCells { get; set; }

    /// <summary>The collection's title: whom it was sent to reads it without seeing the sender's ledger.</summary>
    public string? Title { get; set; }

    /// <summary>The collection's deadline.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>Handed in, looked through or not.</summary>
    public bool IsIn => Stage is In or Checked;

    /// <summary>Keeps rows without handing them in.</summary>
    public void Keep(ReturnRows rows, SheetLayout layout, Vault vault)
    {
        Open();
        // A draft beside what is in would be a second truth.
        if (IsIn) throw new Refusal(NoticeProblems.AlreadyIn);
        Put(rows, layout, vault);
        if (Stage != Back) Stage = Kept;
        Zero = null;
    }

    /// <summary>Hands it in; again with other rows replaces them. A late one is taken and marked.</summary>
    public void Submit(ReturnRows rows, bool zero, SheetLayout layout, Vault vault, DateOnly today, string who)
    {
        Open();
        Put(rows, layout, vault);
        if (!IsIn) (Submitted, SubmittedBy) = (today, who);
        // Judged by the first time: a correction asked for later does not make it late.
        Late ??= Deadline is { } until && today > until;
        (Stage, SentBack, Zero) = (In, null, zero);
    }

    /// <summary>Sends it back; it is owed again.</summary>
    public void SendBack(string? reason)
    {
        if (!IsIn) throw new Refusal(NoticeProblems.NotIn);
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal(NoticeProblems.ReasonMissing);
        (Stage, SentBack, Submitted) = (Back, reason.Trim(), null);
    }

    /// <summary>Marks it as looked through.</summary>
    public void Pass()
    {
        if (!IsIn) throw new Refusal(NoticeProblems.NotIn);
        Stage = Checked;
    }

    /// <summary>Its rows.</summary>
    public ReturnRows Rows(SheetLayout layout, Vault vault) => ReturnRows.Read(Cells, SealedCells is null ? null : vault.Reveal(SealPurpose.Defined, SealedField, SealedCells), layout);

    /// <summary>Its rows without what is sealed.</summary>
    public ReturnRows OpenRows(SheetLayout layout) => ReturnRows.Read(Cells, null, layout);

    internal const string SealedField = "collection-return.sealedCells";

    private void Open()
    {
        if (Stage == Checked) throw new Refusal(NoticeProblems.AlreadyChecked);
    }

    private void Put(ReturnRows rows, SheetLayout layout, Vault vault)
    {
        (Cells, RowCount) = (rows.Text(layout, secret: false), rows.Count);
        var secret = rows.Text(layout, secret: true);
        if (secret is null) SealedCells = null;
        else if (vault.Seal(SealPurpose.Defined, SealedField, secret) is var packed && !packed.Equals(SealedCells)) SealedCells = packed;
    }
}
