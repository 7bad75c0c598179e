using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Tables;

/// <summary>A sheet as the eye sees it: a merged cell shows its text wherever it reaches.</summary>
internal sealed class SheetLook
{
    private readonly Dictionary<(int Row, int Column), Area> areas = [];
    private readonly Dictionary<int, SourceRow> rows;

    /// <summary>Looks at a sheet.</summary>
    public SheetLook(SourceSheet sheet)
    {
        Sheet = sheet;
        rows = sheet.Rows.ToDictionary(r => r.Number);
        // A merged area as large as a page is a frame, not a value.
        foreach (var area in sheet.Merged.Where(a => (a.Bottom - a.Top + 1L) * (a.Right - a.Left + 1L) <= 20_000))
            for (var r = area.Top; r <= area.Bottom; r++)
                for (var c = area.Left; c <= Math.Min(area.Right, area.Left + 200); c++) areas.TryAdd((r, c), area);
    }

    /// <summary>The sheet.</summary>
    public SourceSheet Sheet { get; }

    /// <summary>A row, or an empty one.</summary>
    public SourceRow Row(int number) => rows.GetValueOrDefault(number) ?? new(number, []);

    /// <summary>The merged area over a cell, or null.</summary>
    public Area? AreaOf(int row, int column) => areas.TryGetValue((row, column), out var area) ? area : null;

    /// <summary>What the eye sees in a cell of a head: the text of the area over it.</summary>
    public SourceCell Seen(int row, int column) => AreaOf(row, column) is { } area ? Row(area.Top)[area.Left] : Row(row)[column];

    /// <summary>What a cell of the table says: of cells merged down the text above; of cells merged across only the first says it.</summary>
    public SourceCell Said(int row, int column) => AreaOf(row, column) is { } area ? column == area.Left ? Row(area.Top)[area.Left] : default : Row(row)[column];
}
