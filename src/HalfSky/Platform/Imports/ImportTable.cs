using HalfSky.Platform.Imports.Cells;
using HalfSky.Platform.Imports.Tables;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Imports;

/// <summary>What is wrong with a cell, or doubtful about it.</summary>
/// <param name="Path">Where the cell goes.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Words">Chinese sentence that says what to do.</param>
/// <param name="Doubtful">Read all the same.</param>
public sealed record CellProblem(string Path, string Code, string Words, bool Doubtful);

/// <summary>A row of the table as it was read.</summary>
/// <param name="Number">Its number in the sheet.</param>
/// <param name="Block">Which of several tables side by side, from 0.</param>
/// <param name="Own">A row of our own export: it bears the number of its entry.</param>
public sealed record ImportRow(int Number, int Block, bool Own = false)
{
    private static readonly Dictionary<string, ReadCell> Nothing = [];

    /// <summary>What its cells hold, by path of their target.</summary>
    public Dictionary<string, ReadCell> Cells { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>The cells as they stood, for rows of our own export: what was not changed is left alone.</summary>
    public Dictionary<string, string> Raw => field ??= new(StringComparer.Ordinal);

    /// <summary>What is wrong or doubtful.</summary>
    public List<CellProblem> Problems { get; } = [];

    /// <summary>Lets the cells go once they are written: a hundred thousand rows of them are a hundred megabytes.</summary>
    internal void Forget() => Cells = Nothing;

    /// <summary>It can be handed in as far as its cells go.</summary>
    public bool IsReadable => Problems.TrueForAll(p => p.Doubtful);
}

/// <summary>A line of the sheet that is no entry: a total, a head repeated, a note.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Why">total, head, note or blank.</param>
public sealed record PassedRow(int Row, string Why);

/// <summary>A table found in a workbook, with its columns and rows.</summary>
/// <param name="Register">The register it is read for.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="HeadTop">First row of the head.</param>
/// <param name="Head">Last row of the head.</param>
/// <param name="Columns">All columns that have a head, used or not.</param>
/// <param name="Context">What stands around it.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Passed">Lines that are no entries.</param>
/// <param name="OtherSheets">Other sheets that could be read as well.</param>
public sealed record ImportTable(Register Register, string Sheet, int HeadTop, int Head, IReadOnlyList<ImportColumn> Columns, SheetContext Context,
    IReadOnlyList<ImportRow> Rows, IReadOnlyList<PassedRow> Passed, IReadOnlyList<string> OtherSheets)
{
    /// <summary>The village its sheet, title or office names, where no column tells one; null otherwise.</summary>
    public string? VillageAbove => Context.Village.Typed.Length > 0 && Columns.All(c => c.IsTownship || c.Targets.All(t => t.Path != "place")) && Register.Find("place") is { Derived: false } ? Context.Village.Value?.ToString() : null;
}
