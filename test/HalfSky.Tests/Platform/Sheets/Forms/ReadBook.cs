using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace HalfSky.Tests.Platform.Sheets.Forms;

/// <summary>A cell as a test compares it.</summary>
internal sealed record ReadCell(string Text, string? Formula, uint Style);

/// <summary>A sheet as a test compares it, everything by its address.</summary>
internal sealed record ReadSheet(IReadOnlyDictionary<string, ReadCell> Cells, IReadOnlyDictionary<int, double> Heights, IReadOnlyList<double> Widths, IReadOnlyList<string> Merges,
    IReadOnlyList<string> Choices, IReadOnlyList<string> Colours, IReadOnlyList<string> Page, string Footer)
{
    /// <summary>A cell; an empty one where there is none.</summary>
    public ReadCell this[string at] => Cells.GetValueOrDefault(at) ?? new("", null, 0);

    /// <summary>A number in a cell.</summary>
    public decimal Number(string at) => decimal.Parse(this[at].Text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

/// <summary>Reads a workbook for comparison.</summary>
internal static class ReadBook
{
    /// <summary>Its sheets by name.</summary>
    public static IReadOnlyDictionary<string, ReadSheet> Sheets(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var book = document.WorkbookPart!;
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
        return book.Workbook.Sheets!.Elements<Sheet>().ToDictionary(s => s.Name!.Value!, s => Of(((WorksheetPart)book.GetPartById(s.Id!.Value!)).Worksheet, shared));
    }

    /// <summary>Named ranges, “name text”; those a program keeps for itself left out.</summary>
    public static IReadOnlyList<string> Names(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => $"{n.Name} {n.Text.Replace("'", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>What the schema does not allow.</summary>
    public static IReadOnlyList<string> Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new OpenXmlValidator().Validate(document).Select(e => e.Path?.XPath + " " + e.Description)];
    }

    private static ReadSheet Of(Worksheet sheet, List<string> shared) => new(
        sheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => new ReadCell(
            c.DataType?.Value == CellValues.SharedString ? shared[int.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture)] : c.DataType?.Value == CellValues.InlineString ? c.InlineString!.InnerText : c.CellValue?.Text ?? "",
            c.CellFormula?.Text, c.StyleIndex?.Value ?? 0)),
        sheet.Descendants<Row>().Where(r => r.Height is not null).ToDictionary(r => (int)r.RowIndex!.Value, r => r.Height!.Value),
        [.. sheet.Descendants<Column>().SelectMany(c => Enumerable.Repeat(c.Width!.Value, (int)(Math.Min(c.Max!.Value, 20u) - Math.Min(c.Min!.Value, 20u)) + 1))],
        [.. sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!).Order(StringComparer.Ordinal)],
        [.. sheet.Descendants<DataValidation>().Select(v => $"{v.SequenceOfReferences!.InnerText} {v.Type?.InnerText} {v.Formula1?.Text} {v.Formula2?.Text}".Trim()).Order(StringComparer.Ordinal)],
        [.. sheet.Descendants<ConditionalFormatting>().Select(f => $"{f.SequenceOfReferences!.InnerText} {string.Join(' ', f.Descendants<Formula>().Select(x => x.Text))}")],
        [.. sheet.Where(e => e is SheetViews or PrintOptions or PageMargins or PageSetup or RowBreaks).Select(e => e.OuterXml), sheet.GetFirstChild<HeaderFooter>()?.OddHeader?.Text ?? ""],
        sheet.GetFirstChild<HeaderFooter>()?.OddFooter?.Text ?? "");
}
