using HalfSky.Kernel;

namespace HalfSky.Modules.Notices;

/// <summary>What is refused about notices and collections; each says what to do.</summary>
public static class NoticeProblems
{
    /// <summary>An empty answer.</summary>
    public static readonly Problem AnswerMissing = new("notice.answer", "请写上回复再交，哪怕一句“已传达”。", "answer");

    /// <summary>A long answer.</summary>
    public static readonly Problem AnswerLong = new("notice.answer-long", "回复最多 2000 字，长的请当附件交。", "answer");

    /// <summary>Sent back without words.</summary>
    public static readonly Problem ReasonMissing = new("notice.reason", "请写一句退回的原因，对方才知道怎么改。", "reason");

    /// <summary>Nothing was answered.</summary>
    public static readonly Problem NothingToSendBack = new("notice.not-answered", "还没有交来，不用退回；要催的话复制上面的话发到群里。");

    /// <summary>Sent to nobody.</summary>
    public static readonly Problem NobodyChosen = new("notice.nobody", "请先勾上要发给哪些组织，或者点“发给全部”。", "to");

    /// <summary>All chosen have it.</summary>
    public static readonly Problem AllHaveIt = new("notice.all-have", "勾的组织都已经发过了，不用再发。", "to");

    /// <summary>A notice that is a draft or was returned.</summary>
    public static readonly Problem NotCounting = new("notice.not-out", "这一条还是草稿、退回或撤销的，提交以后才能发。");

    /// <summary>A collection without columns.</summary>
    public static readonly Problem NoColumns = new("collection.columns", "请先确认表里的列，再发下去。");

    /// <summary>Columns of a collection that is out already.</summary>
    public static readonly Problem AlreadyOut = new("collection.out", "表已经发下去了，列不能再改；要改请另收一张。");

    /// <summary>No column is left for villages.</summary>
    public static readonly Problem NothingAsked = new("collection.nothing-asked", "每一列都自动填了，不用收表；要村里填的列，请改成“村里填”。", "columns");

    /// <summary>A draft of what was handed in.</summary>
    public static readonly Problem AlreadyIn = new("collection.already-in", "这张表已经交了，改好以后请点“再交一次”。");

    /// <summary>No workbook was chosen.</summary>
    public static readonly Problem NoFile = new("collection.file", "请选上面发来的表格（.xlsx）。", "file");

    /// <summary>Checked by the township already.</summary>
    public static readonly Problem AlreadyChecked = new("collection.checked", "镇里已经核过了，要改请镇里先退回来。");

    /// <summary>A zero report where none is allowed.</summary>
    public static readonly Problem ZeroNotAllowed = new("collection.zero", "这张表不收零报告，请至少填一行。", "zero");

    /// <summary>A zero report with rows.</summary>
    public static readonly Problem ZeroWithRows = new("collection.zero-rows", "下面还写着内容，不是零报告。要报零，请先清空再点。", "zero");

    /// <summary>Handed in with nothing.</summary>
    public static readonly Problem NoRows = new("collection.rows", "一行都没填。没有的话请点“本次没有（零报告）”，有的请填上再交。", "rows");

    /// <summary>Too many rows for one return.</summary>
    public static readonly Problem TooManyRows = new("collection.rows-many", "一个村最多 500 行，更多的请分两张表收。", "rows");

    /// <summary>Not handed in, so not to be sent back or checked.</summary>
    public static readonly Problem NotIn = new("collection.not-in", "这个村还没有交，不能核，也不用退。");
}
