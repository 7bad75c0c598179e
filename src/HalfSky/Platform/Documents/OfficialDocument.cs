namespace HalfSky.Platform.Documents;

/// <summary>An official document 公文, as GB/T 9704-2012 lays it out. Only title, blocks and date are asked for.</summary>
public sealed record OfficialDocument
{
    /// <summary>标题. A line break in it breaks the line.</summary>
    public required string Title { get; init; }

    /// <summary>The line under the title in 楷体: “（征求意见稿）”.</summary>
    public string? Subtitle { get; init; }

    /// <summary>主送机关, without the colon.</summary>
    public string? Recipient { get; init; }

    /// <summary>正文.</summary>
    public required IReadOnlyList<DocumentBlock> Blocks { get; init; }

    /// <summary>发文机关署名; none in a briefing.</summary>
    public string? Signer { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>附注, without the brackets: “此件公开发布”.</summary>
    public string? Note { get; init; }

    /// <summary>附件, each on pages of its own across.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>发文机关标志 in red; null is a document without a red head.</summary>
    public string? Agency { get; init; }

    /// <summary>发文字号: 某妇字〔2026〕5号. Stands under the red agency.</summary>
    public string? Number { get; init; }

    /// <summary>密级和保密期限.</summary>
    public string? Secrecy { get; init; }

    /// <summary>紧急程度.</summary>
    public string? Urgency { get; init; }

    /// <summary>The head of a briefing 简报, in place of the red agency.</summary>
    public Briefing? Briefing { get; init; }

    /// <summary>抄送机关; of a briefing, to whom it is sent.</summary>
    public IReadOnlyList<string> CopiesTo { get; init; } = [];

    /// <summary>印发机关.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>印发日期; the document's date unless said.</summary>
    public DateOnly? IssuedOn { get; init; }
}

/// <summary>The head of a briefing 简报.</summary>
/// <param name="Name">简报名称: 妇联工作简报.</param>
/// <param name="Issue">期数.</param>
/// <param name="Editor">编辑单位.</param>
public sealed record Briefing(string Name, int Issue, string Editor);

/// <summary>附件: a table with its title.</summary>
/// <param name="Title">As listed under the body and set above the table.</param>
/// <param name="Heads">Headings of the columns, repeated on each page.</param>
/// <param name="Rows">Cells.</param>
public sealed record Annex(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A piece of the body.</summary>
public abstract record DocumentBlock;

/// <summary>A heading, without its number: Word counts 一、（一）1.（1）.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Text">The words.</param>
public sealed record Heading(int Level, string Text) : DocumentBlock;

/// <summary>A paragraph, its first line two characters in. A line break makes two of it.</summary>
/// <param name="Text">The words.</param>
public sealed record Paragraph(string Text) : DocumentBlock;

/// <summary>A table in the body, as wide as the text.</summary>
/// <param name="Caption">Above it.</param>
/// <param name="Heads">Headings of the columns.</param>
/// <param name="Rows">Cells.</param>
public sealed record Table(string? Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock;

/// <summary>A bar chart. Negative values have no bar.</summary>
/// <param name="Caption">Above it.</param>
/// <param name="Bars">Label, length, and the figure as worded.</param>
public sealed record BarChart(string Caption, IReadOnlyList<(string Label, decimal Value, string Text)> Bars) : DocumentBlock;
