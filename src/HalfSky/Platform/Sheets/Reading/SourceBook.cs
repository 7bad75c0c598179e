using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>What a cell of a workbook from outside holds.</summary>
public enum SourceType
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Words; every cell of a text file.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day; its text is ISO, “2026-03-08”, or “1990-03” where the format of the cell shows no day.</summary>
    Day,

    /// <summary>Yes or no: “TRUE”, “FALSE”.</summary>
    Flag,

    /// <summary>An error, “#N/A”.</summary>
    Error,
}

/// <summary>A cell as it came.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="Text">Its text; of a number all its digits, never in scientific notation.</param>
/// <param name="Computed">A formula; its last value is taken.</param>
public readonly record struct SourceCell(SourceType Type, string Text, bool Computed = false)
{
    /// <summary>Nothing in it.</summary>
    public bool IsEmpty => Type is SourceType.Empty || string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row as it came.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
/// <param name="Cells">Its cells, column A first; may be shorter than others.</param>
/// <param name="Hidden">Hidden, by hand or by a filter.</param>
public sealed record SourceRow(int Number, SourceCell[] Cells, bool Hidden = false)
{
    /// <summary>A cell; empty beyond the last. Column A is 1.</summary>
    public SourceCell this[int column] => column >= 1 && column <= Cells.Length ? Cells[column - 1] : default;
}

/// <summary>A sheet as it came.</summary>
/// <param name="Name">Its name; that of the file for a text file.</param>
/// <param name="Rows">Rows with anything in them, in order.</param>
/// <param name="Merged">Merged cells; the text stands in the upper left one.</param>
/// <param name="HiddenColumns">Hidden columns, A is 1.</param>
/// <param name="Hidden">The sheet itself is hidden.</param>
public sealed record SourceSheet(string Name, IReadOnlyList<SourceRow> Rows, IReadOnlyList<Area> Merged, IReadOnlySet<int> HiddenColumns, bool Hidden = false)
{
    /// <summary>Last column with anything in it.</summary>
    public int LastColumn { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Cells.Length);
}

/// <summary>A workbook or text file from outside, read without running anything in it.</summary>
/// <param name="Format">xlsx, xls, csv, tsv or html.</param>
/// <param name="Sheets">Its sheets in order.</param>
public sealed partial record SourceBook(string Format, IReadOnlyList<SourceSheet> Sheets)
{
    /// <summary>The formats read, as the file dialog is told.</summary>
    public const string Accepted = ".xlsx,.xls,.csv,.txt,.tsv";
}
