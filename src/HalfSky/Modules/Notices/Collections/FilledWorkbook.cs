using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml;
using HalfSky.Platform.Sheets;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>
/// Fills the workbook that came: the block of rows grows, each new row looks like its neighbours, totals and notes move down, ranges over the
/// block grow along. Other sheets stay as they are. What is written is text or a number, never a formula.
/// </summary>
public static class FilledWorkbook
{
    /// <summary>The workbook with these rows, a text for each column of the layout.</summary>
    public static byte[] Fill(byte[] template, SheetLayout layout, IReadOnlyList<string[]> rows)
    {
        using var memory = new MemoryStream();
        memory.Write(template);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var entry = book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.Name == layout.Sheet);
            var part = (WorksheetPart)book.GetPartById(entry.Id!.Value!);
            var shift = new RowShift(layout.First, layout.Last, Math.Max(0, rows.Count - (layout.Last - layout.First + 1)));
            Resolve(part.Worksheet);
            Put(part.Worksheet.GetFirstChild<SheetData>()!, layout, rows, shift);
            Move(part, layout, shift);
            Names(book, layout.Sheet, shift);
            // What was computed before is computed again when it is opened.
            if (book.CalculationChainPart is { } chain) book.DeletePart(chain);
            book.Workbook.CalculationProperties ??= new CalculationProperties();
            book.Workbook.CalculationProperties.FullCalculationOnLoad = true;
        }
        return memory.ToArray();
    }

    /// <summary>A formula shared by several cells becomes each cell's own, so that rows can be copied one by one.</summary>
    private static void Resolve(Worksheet sheet)
    {
        var masters = new Dictionary<uint, (string Text, (int Row, int Column) At)>();
        foreach (var cell in sheet.Descendants<Cell>().Where(c => c.CellFormula is { } f && f.FormulaType?.Value == CellFormulaValues.Shared))
        {
            var formula = cell.CellFormula!;
            var (at, group) = (Area.At(cell.CellReference!.Value!), formula.SharedIndex!.Value);
            if (formula.Text is { Length: > 0 } text) masters[group] = (text, at);
            cell.CellFormula = masters.TryGetValue(group, out var master) ? new CellFormula(RowShift.Copied(master.Text, at.Row - master.At.Row, at.Column - master.At.Column)) : null;
        }
    }

    private static void Put(SheetData data, SheetLayout layout, IReadOnlyList<string[]> rows, RowShift shift)
    {
        var known = data.Elements<Row>().Where(r => r.RowIndex is not null).ToDictionary(r => (int)r.RowIndex!.Value);
        var length = layout.Last - layout.First + 1;
        var models = Enumerable.Range(layout.First, Math.Max(0, length)).Select(n => known.GetValueOrDefault(n)).ToList();
        // Without a row to copy the heads lend theirs.
        var spare = models.Find(m => m is not null) ?? known.GetValueOrDefault(layout.Head) ?? new Row();
        var all = new List<Row>();
        foreach (var (number, row) in known.Where(k => k.Key < layout.First || k.Key > layout.Last).OrderBy(k => k.Key))
        {
            Rewrite(row, shift.Row(number), shift.Formula);
            all.Add(row);
        }
        for (var i = 0; i < Math.Max(rows.Count, length); i++)
        {
            var (model, from) = ModelOf(i, Math.Max(rows.Count, length), length);
            var row = (Row)(models.ElementAtOrDefault(model) ?? spare).CloneNode(true);
            var number = layout.First + i;
            Rewrite(row, number, text => RowShift.Copied(text, length == 0 ? 0 : i - from, 0));
            Write(row, number, layout, i < rows.Count ? rows[i] : null, length == 0);
            all.Add(row);
        }
        data.RemoveAllChildren<Row>();
        data.Append(all.OrderBy(r => r.RowIndex!.Value));
    }

    /// <summary>Which row of the old block a row looks like: its own; those put in, the one before the last, so that the last keeps its border.</summary>
    private static (int Model, int From) ModelOf(int at, int count, int length)
    {
        if (length == 0) return (0, at);
        if (at == count - 1 || count == length) return (at == count - 1 ? length - 1 : at, at == count - 1 ? length - 1 : at);
        var model = at < length - 1 ? at : Math.Max(0, length - 2);
        return (model, model);
    }

    private static void Rewrite(Row row, int number, Func<string, string> formula)
    {
        row.RowIndex = (uint)number;
        foreach (var cell in row.Elements<Cell>())
        {
            if (cell.CellReference?.Value is { } reference) cell.CellReference = Area.Letters(Area.At(reference).Column) + number.ToString(CultureInfo.InvariantCulture);
            if (cell.CellFormula is not { } kept) continue;
            kept.Text = formula(kept.Text ?? "");
            kept.Reference = null;
            cell.CellValue = null;
            cell.DataType = null;
        }
    }

    private static void Write(Row row, int number, SheetLayout layout, string[]? values, bool fromHeads)
    {
        var cells = row.Elements<Cell>().Where(c => c.CellReference?.Value is not null).ToDictionary(c => Area.At(c.CellReference!.Value!).Column);
        var (left, right) = (layout.Columns.Min(c => c.At), layout.Columns.Max(c => c.At));
        foreach (var (at, cell) in cells.Where(c => fromHeads || (c.Key >= left && c.Key <= right && c.Value.CellFormula is null))) Empty(cell);
        for (var i = 0; i < layout.Columns.Count && values is not null; i++)
        {
            var column = layout.Columns[i];
            if (values[i].Length == 0 || column.Fills == ColumnMatch.Computed) continue;
            if (!cells.TryGetValue(column.At, out var cell))
            {
                cells[column.At] = cell = new Cell { CellReference = Area.Letters(column.At) + number.ToString(CultureInfo.InvariantCulture) };
                row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(c => Area.At(c.CellReference!.Value!).Column > column.At));
            }
            Empty(cell);
            if (column.Type is ColumnType.Number && decimal.TryParse(values[i], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) cell.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
            else
            {
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new(new Text(Readable(values[i])) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
    }

    private static void Empty(Cell cell)
    {
        (cell.CellValue, cell.CellFormula, cell.InlineString, cell.DataType) = (null, null, null, null);
    }

    /// <summary>A character that XML does not know would make the file unreadable.</summary>
    private static string Readable(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    private static void Move(WorksheetPart part, SheetLayout layout, RowShift shift)
    {
        var sheet = part.Worksheet;
        if (sheet.GetFirstChild<MergeCells>() is { } merges)
        {
            var moved = new List<MergeCell>();
            foreach (var area in merges.Elements<MergeCell>().Where(m => m.Reference?.Value is not null).Select(m => Area.Of(m.Reference!.Value!)))
            {
                var inside = area.Top >= layout.First && area.Bottom <= layout.Last;
                // Several rows merged would hide what is written beneath the first.
                if (inside && area.Top < area.Bottom) continue;
                moved.Add(new MergeCell { Reference = shift.Of(area).ToString() });
                if (!inside || area.Top != layout.Last) continue;
                for (var n = 1; n <= shift.By; n++) moved.Add(new MergeCell { Reference = (area with { Top = area.Top + n, Bottom = area.Bottom + n }).ToString() });
            }
            merges.RemoveAllChildren<MergeCell>();
            merges.Append(moved);
            merges.Count = (uint)moved.Count;
            if (moved.Count == 0) merges.Remove();
        }
        foreach (var validation in sheet.Descendants<DataValidation>()) Lists(validation.SequenceOfReferences, shift);
        foreach (var format in sheet.Descendants<ConditionalFormatting>()) Lists(format.SequenceOfReferences, shift);
        foreach (var link in sheet.Descendants<Hyperlink>().Where(h => h.Reference?.Value is not null)) link.Reference = shift.List(link.Reference!.Value!);
        if (sheet.GetFirstChild<AutoFilter>() is { Reference.Value: { } filter } auto) auto.Reference = shift.List(filter);
        if (sheet.SheetDimension?.Reference?.Value is { } size) sheet.SheetDimension.Reference = shift.List(size);
        foreach (var pause in sheet.Descendants<RowBreaks>().SelectMany(b => b.Elements<Break>())) pause.Id = (uint)shift.Row((int)(pause.Id?.Value ?? 0));
        if (part.DrawingsPart?.WorksheetDrawing is { } drawing)
            foreach (var row in drawing.Descendants<RowId>())
                if (int.TryParse(row.Text, CultureInfo.InvariantCulture, out var at)) row.Text = (shift.Row(at + 1) - 1).ToString(CultureInfo.InvariantCulture);
    }

    private static void Lists(ListValue<StringValue>? references, RowShift shift)
    {
        if (references is null) return;
        references.InnerText = shift.List(references.InnerText ?? "");
    }

    /// <summary>Named ranges of the sheet (the area printed) grow along.</summary>
    private static void Names(WorkbookPart book, string sheet, RowShift shift)
    {
        foreach (var name in book.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            name.Text = string.Join(',', name.Text.Split(',').Select(piece =>
            {
                var mark = piece.LastIndexOf('!');
                return mark > 0 && piece[..mark].Trim('\'').Replace("''", "'", StringComparison.Ordinal) == sheet ? piece[..(mark + 1)] + shift.Formula(piece[(mark + 1)..]) : piece;
            }));
        }
    }
}
