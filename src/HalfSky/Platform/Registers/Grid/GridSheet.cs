using HalfSky.Kernel;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>How a row of the grid stands.</summary>
public enum GridRowState
{
    /// <summary>已对上: it can be recorded.</summary>
    Ready,

    /// <summary>要选: a name has several owners, or it looks like another row or entry.</summary>
    Asking,

    /// <summary>有错: something is wrong with it.</summary>
    Wrong,

    /// <summary>跳过: left out by the officer, or a total.</summary>
    Skipped,

    /// <summary>已记: recorded, now or before.</summary>
    Recorded,

    /// <summary>已撤: recorded and taken back.</summary>
    TakenBack,
}

/// <summary>A cell of the grid.</summary>
public sealed class GridCell
{
    /// <summary>As pasted or corrected.</summary>
    public required string Text { get; init; }

    /// <summary>Column.</summary>
    public required GridColumn Column { get; init; }

    /// <summary>Typed text handed in; null for a column not used.</summary>
    public string? Value { get; set; }

    /// <summary>What is wrong with it.</summary>
    public string? Problem { get; set; }

    /// <summary>How it was read, where that is not what stands there: “认作 2026-11-20”.</summary>
    public string? ReadAs { get; set; }

    /// <summary>Several the name may mean; the officer chooses, the program does not guess.</summary>
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>The one chosen.</summary>
    public string? Chosen { get; set; }
}

/// <summary>A row of the grid.</summary>
/// <param name="Number">Position in the pasted text, which makes the entry's identifier.</param>
/// <param name="Shown">Number people see, from 1.</param>
/// <param name="Cells">Its cells.</param>
public sealed record GridRow(int Number, int Shown, IReadOnlyList<GridCell> Cells)
{
    /// <summary>Identifier of its entry.</summary>
    public Guid Id { get; init; }

    /// <summary>How it stands.</summary>
    public GridRowState State { get; set; }

    /// <summary>What is wrong with it as a whole, or asked about it.</summary>
    public List<string> Words { get; } = [];

    /// <summary>It looks like another; a tick says that it is meant.</summary>
    public bool AsksIfMeant { get; set; }

    /// <summary>The officer means it.</summary>
    public bool Sure { get; init; }

    /// <summary>A total under the table; never recorded.</summary>
    public bool IsTotal { get; init; }

    /// <summary>What would be handed in.</summary>
    public Input? Input { get; set; }
}

/// <summary>The grid as it stands: columns, rows, and what would become of each.</summary>
/// <param name="Register">The register.</param>
/// <param name="Batch">Identifier of the batch.</param>
/// <param name="Head">Row of the head; -1 without one.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Text">The rows as text, to be posted again.</param>
public sealed record GridSheet(Register Register, Guid Batch, int Head, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows, string Text)
{
    /// <summary>Rows of one batch at most.</summary>
    public const int Most = 500;

    /// <summary>What is wrong with the whole.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What is said once for every row: fields no column brings.</summary>
    public IReadOnlyList<GridCell> ForAll { get; init; } = [];

    /// <summary>The organisation is told by the village of each row.</summary>
    public bool OrganizationByPlace { get; init; }

    /// <summary>How many rows stand so.</summary>
    public int Count(GridRowState state) => Rows.Count(r => r.State == state);
}
