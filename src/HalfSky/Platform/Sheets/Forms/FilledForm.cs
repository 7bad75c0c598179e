using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Rows that go into a block of a sheet. A null leaves a formula where it stands and takes a sample value away.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="First">First row of the block.</param>
/// <param name="Last">Last row of the block; one less than the first when none is drawn.</param>
/// <param name="Columns">Columns the rows bring, A is 1; what stands outside them is left as it is.</param>
/// <param name="Rows">Text, whole or decimal number, day or <see cref="Share"/> for each of the columns.</param>
public sealed record BlockFill(string Sheet, int First, int Last, IReadOnlyList<int> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>A value that goes into one cell, at the address it has in the empty form.</summary>
public sealed record CellFill(string Sheet, int Row, int Column, object? Value);

/// <summary>A part of a whole: 0.73 in a cell formatted as percent, else 73.</summary>
/// <param name="Part">0.73 of 73%.</param>
public readonly record struct Share(decimal Part);

/// <summary>
/// Fills a workbook somebody else made: its blocks grow, each new row looks like its neighbours, totals and notes move down, ranges over a
/// block grow along on every sheet. What is written is text, a number or a day, never a formula.
/// </summary>
public static class FilledForm
{
    /// <summary>The form with these rows and values in it.</summary>
    public static byte[] Fill(byte[] template, IReadOnlyList<BlockFill> blocks, IReadOnlyList<CellFill> cells, FormMark? mark = null)
    {
        using var memory = new MemoryStream();
        memory.Write(template);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var sheets = book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => (Name: s.Name!.Value!, Part: book.GetPartById(s.Id!.Value!) as WorksheetPart))
                .Where(s => s.Part is not null).ToDictionary(s => s.Name, s => s.Part!, StringComparer.Ordinal);
            foreach (var part in sheets.Values) Plain(part.Worksheet);
            var writer = new CellWriter(book);
            foreach (var cell in cells) writer.Write(sheets[cell.Sheet].Worksheet.GetFirstChild<SheetData>()!, cell);
            // From the lowest up, so that the rows of those above are still where the bindings say.
            foreach (var block in blocks.OrderByDescending(b => b.First))
            {
                var shift = new RowShift(block.Sheet, block.First, block.Last, Math.Max(0, block.Rows.Count - (block.Last - block.First + 1)));
                MovedParts.Move(book, sheets, block, shift);
                BlockRows.Put(sheets[block.Sheet].Worksheet.GetFirstChild<SheetData>()!, block, shift, writer);
            }
            // What was computed before is computed again when it is opened.
            if (book.CalculationChainPart is { } chain) book.DeletePart(chain);
            book.Workbook.CalculationProperties ??= new CalculationProperties();
            book.Workbook.CalculationProperties.FullCalculationOnLoad = true;
            foreach (var cell in sheets.Values.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c => c.CellFormula is not null)) (cell.CellValue, cell.DataType) = (null, null);
            new ShownTotals(sheets).Put();
            mark?.Put(document, sheets.Values);
        }
        return memory.ToArray();
    }

    /// <summary>Every row and cell says where it is, and a formula shared by several cells becomes each cell's own, so that rows can be copied one by one.</summary>
    private static void Plain(Worksheet sheet)
    {
        var number = 0u;
        var masters = new Dictionary<uint, (string Text, (int Row, int Column) At)>();
        foreach (var row in sheet.GetFirstChild<SheetData>()?.Elements<Row>() ?? [])
        {
            row.RowIndex = number = row.RowIndex?.Value ?? number + 1;
            var column = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                column = cell.CellReference?.Value is { } known ? Area.At(known).Column : column + 1;
                cell.CellReference = Area.Letters(column) + row.RowIndex;
                if (cell.CellFormula is not { FormulaType.Value: CellFormulaValues.Shared } shared) continue;
                var (at, group) = (((int)number, column), shared.SharedIndex!.Value);
                if (shared.Text is { Length: > 0 } text) masters[group] = (text, at);
                cell.CellFormula = masters.TryGetValue(group, out var master) ? new CellFormula(RowShift.Moved(master.Text, at.Item1 - master.At.Row, at.column - master.At.Column)) : null;
            }
        }
    }
}
