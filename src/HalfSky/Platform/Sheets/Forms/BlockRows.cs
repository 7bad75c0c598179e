using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>The rows of a sheet whose block grows: those outside move, those within are made from the rows the form had.</summary>
internal static class BlockRows
{
    /// <summary>Writes the block and moves the rest.</summary>
    public static void Put(SheetData data, BlockFill block, RowShift shift, CellWriter writer)
    {
        var known = data.Elements<Row>().ToDictionary(r => (int)r.RowIndex!.Value);
        var length = block.Last - block.First + 1;
        // Without a row to copy the heads lend theirs.
        var spare = Enumerable.Range(block.First, length).Select(n => known.GetValueOrDefault(n)).FirstOrDefault(r => r is not null) ?? known.GetValueOrDefault(block.First - 1) ?? new Row();
        var all = new List<Row>();
        foreach (var (number, row) in known.Where(k => k.Key < block.First || k.Key > block.Last).OrderBy(k => k.Key))
        {
            Renumber(row, shift.Row(number), shift.Of, text => shift.Formula(text, block.Sheet));
            all.Add(row);
        }
        var count = Math.Max(block.Rows.Count, length);
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (block.First + ModelOf(i, count, length), block.First + i);
            var row = (Row)(known.GetValueOrDefault(from) ?? spare).CloneNode(true);
            Renumber(row, to, a => a with { Top = a.Top + to - from, Bottom = a.Bottom + to - from }, text => length == 0 ? text : shift.Copied(text, from, to));
            Write(row, block, i < block.Rows.Count ? block.Rows[i] : null, length == 0, writer);
            all.Add(row);
        }
        data.RemoveAllChildren<Row>();
        data.Append(all.OrderBy(r => r.RowIndex!.Value));
    }

    /// <summary>Which row of the old block a row looks like: its own; those put in, the one before the last, so that the last keeps its border.</summary>
    public static int ModelOf(int at, int count, int length) => length == 0 ? 0 : at == count - 1 ? length - 1 : at < length - 1 ? at : Math.Max(0, length - 2);

    private static void Renumber(Row row, int number, Func<Area, Area> moved, Func<string, string> formula)
    {
        row.RowIndex = (uint)number;
        foreach (var cell in row.Elements<Cell>())
        {
            cell.CellReference = Area.Letters(Area.At(cell.CellReference!.Value!).Column) + number.ToString(CultureInfo.InvariantCulture);
            if (cell.CellFormula is not { } kept) continue;
            kept.Text = formula(kept.Text ?? "");
            kept.Reference = kept.Reference?.Value is { } over ? moved(Area.Of(over)).ToString() : null;
        }
    }

    private static void Write(Row row, BlockFill block, object?[]? values, bool fromHeads, CellWriter writer)
    {
        var (left, right) = (block.Columns.Min(), block.Columns.Max());
        foreach (var cell in row.Elements<Cell>())
            if (fromHeads || (Area.At(cell.CellReference!.Value!).Column is var at && at >= left && at <= right && cell.CellFormula is null)) CellWriter.Empty(cell);
        for (var i = 0; i < block.Columns.Count && values is not null; i++)
            if (values[i] is { } value and not "") writer.Write(row, block.Columns[i], value);
    }
}
