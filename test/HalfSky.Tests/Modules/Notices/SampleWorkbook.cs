using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Tests.Modules.Notices;

/// <summary>A workbook as it comes from above: title over merged cells, a line for who fills it, heads, empty rows drawn with borders, totals with a formula, notes, a second sheet.</summary>
internal static class SampleWorkbook
{
    public const string Sheet = "摸底表";

    /// <summary>A list of people in six columns.</summary>
    public static byte[] People(string[]? heads = null, string? note = null, Action<SpreadsheetDocument>? spoil = null)
    {
        heads ??= ["序号", "村名", "姓名", "身份证号", "联系电话", "困难程度（分）"];
        return Make(heads, 3, note, spoil);
    }

    /// <summary>Figures, a row for each village.</summary>
    public static byte[] Figures(params string[] heads) => Make(["序号", "村名", .. heads], 2, null, null);

    /// <summary>Reads a cell as text.</summary>
    public static string Cell(byte[] workbook, string sheet, string reference)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return Text(document, CellOf(document, sheet, reference));
    }

    /// <summary>Rows of a sheet in order: each cell's text and the number of its style.</summary>
    public static IReadOnlyList<IReadOnlyList<(string Text, uint? Style)>> Lines(byte[] workbook, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. PartOf(document, sheet).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => (Text(document, c), c.StyleIndex?.Value)).ToList())];
    }

    /// <summary>All of a workbook but the rows, merges and named ranges of one sheet: its sheets, styles, views, columns, how it is printed.</summary>
    public static IReadOnlyList<string> Frame(byte[] workbook, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var book = document.WorkbookPart!;
        return [book.Workbook.Sheets!.OuterXml, book.WorkbookStylesPart!.Stylesheet.OuterXml, .. PartOf(document, sheet).Worksheet.Where(e => e is not (SheetData or MergeCells)).Select(e => e.OuterXml),
            .. book.Workbook.Sheets.Elements<Sheet>().Where(s => s.Name != sheet).Select(s => PartOf(document, s.Name!.Value!).Worksheet.OuterXml)];
    }

    /// <summary>Its sheets in order.</summary>
    public static IReadOnlyList<string> SheetNames(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];
    }

    /// <summary>Named ranges: what is printed, which rows stand on each page.</summary>
    public static IReadOnlyList<string> Names(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => n.Name + " " + n.Text)];
    }

    /// <summary>Set up for paper: A4 across, one page wide, heads on each page, a page number; the heads stay when one scrolls, and a second total counts the names.</summary>
    public static void ForPaper(SpreadsheetDocument document)
    {
        var (book, sheet) = (document.WorkbookPart!.Workbook, PartOf(document, Sheet).Worksheet);
        book.InsertAt(new BookViews(new WorkbookView()), 0);
        book.DefinedNames!.Append(new DefinedName($"{Sheet}!$1:$3") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 });
        sheet.PrependChild(new SheetViews(new SheetView(new Pane { VerticalSplit = 3, TopLeftCell = "A4", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        sheet.PrependChild(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        sheet.Append(new PrintOptions { HorizontalCentered = true }, new PageMargins { Left = 0.5, Right = 0.5, Top = 0.8, Bottom = 0.8, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }, new HeaderFooter(new OddFooter("第 &P 页，共 &N 页")));
        var count = CellOf(document, Sheet, "C7")!;
        (count.CellFormula, count.CellValue) = (new CellFormula("COUNTA(C4:C6)"), new CellValue("0"));
    }

    /// <summary>Style number of a cell.</summary>
    public static uint? Style(byte[] workbook, string sheet, string reference)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return CellOf(document, sheet, reference)?.StyleIndex?.Value;
    }

    /// <summary>Merged cells.</summary>
    public static IReadOnlyList<string> Merges(byte[] workbook, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. PartOf(document, sheet).Worksheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Widths of the columns, heights of a row.</summary>
    public static (IReadOnlyList<double> Widths, double? Height) Sizes(byte[] workbook, string sheet, int row)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var worksheet = PartOf(document, sheet).Worksheet;
        return ([.. worksheet.Descendants<Column>().Select(c => c.Width!.Value)], worksheet.Descendants<Row>().FirstOrDefault(r => r.RowIndex! == (uint)row)?.Height?.Value);
    }

    /// <summary>Is the file one that the schema allows?</summary>
    public static IReadOnlyList<string> Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(e => e.Path?.XPath + " " + e.Description)];
    }

    private static byte[] Make(string[] heads, int block, string? note, Action<SpreadsheetDocument>? spoil)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var table = book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();
            var (first, total) = (4, 4 + block);
            var last = Letter(heads.Length);
            var data = new SheetData();
            void Line(int number, double? height, params (int Column, string? Text, string? Formula, uint Style)[] cells)
            {
                var row = new Row { RowIndex = (uint)number };
                if (height is not null) (row.Height, row.CustomHeight) = (height.Value, true);
                foreach (var (column, text, formula, style) in cells)
                {
                    var cell = new Cell { CellReference = Letter(column) + number.ToString(CultureInfo.InvariantCulture), StyleIndex = style };
                    if (formula is not null) (cell.CellFormula, cell.CellValue) = (new CellFormula(formula), new CellValue("0"));
                    else if (text is not null)
                    {
                        table.Append(new SharedStringItem(new Text(text)));
                        (cell.DataType, cell.CellValue) = (CellValues.SharedString, new CellValue((table.ChildElements.Count - 1).ToString(CultureInfo.InvariantCulture)));
                    }
                    row.Append(cell);
                }
                data.Append(row);
            }
            Line(1, 30, (1, "青禾县妇女儿童基本情况摸底表", null, 1));
            Line(2, null, (1, "填报单位：", null, 0));
            Line(3, 24, [.. heads.Select((h, i) => (i + 1, (string?)h, (string?)null, 2u))]);
            for (var i = 0; i < block; i++) Line(first + i, 20, [.. heads.Select((_, c) => (c + 1, (string?)null, (string?)null, i == block - 1 ? 4u : 3u))]);
            Line(total, null, [(1, "合计", null, 2), .. Enumerable.Range(2, heads.Length - 2).Select(c => (c, (string?)null, (string?)null, 2u)), (heads.Length, null, $"SUM({last}{first}:{last}{total - 1})", 2)]);
            Line(total + 1, null, (1, note ?? "注：本表由村妇联填报，镇妇联汇总。", null, 0));
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new Columns(heads.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = 8 + i * 2, CustomWidth = true })), data,
                new MergeCells(new MergeCell { Reference = $"A1:{last}1" }, new MergeCell { Reference = $"A{total + 1}:{last}{total + 1}" }));
            var other = book.AddNewPart<WorksheetPart>();
            other.Worksheet = new Worksheet(new SheetData(new Row(new Cell { CellReference = "A1", DataType = CellValues.InlineString, InlineString = new(new Text("填表请看第一张")) }) { RowIndex = 1 }));
            book.Workbook.Append(new Sheets(new Sheet { Name = Sheet, SheetId = 1, Id = book.GetIdOfPart(sheet) }, new Sheet { Name = "说明", SheetId = 2, Id = book.GetIdOfPart(other) }),
                new DefinedNames(new DefinedName($"{Sheet}!$A$1:${last}${total + 1}") { Name = "_xlnm.Print_Area", LocalSheetId = 0 }));
            spoil?.Invoke(document);
        }
        return memory.ToArray();
    }

    private static string Text(SpreadsheetDocument document, Cell? cell) =>
        cell?.CellFormula is { } f ? "=" + f.Text : cell?.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText
            : cell?.DataType?.Value == CellValues.SharedString ? document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.CellValue!.Text)).InnerText : cell?.CellValue?.Text ?? "";

    private static string Letter(int column) => ((char)('A' + column - 1)).ToString();

    private static WorksheetPart PartOf(SpreadsheetDocument document, string sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First(s => s.Name == sheet).Id!.Value!);

    private static Cell? CellOf(SpreadsheetDocument document, string sheet, string reference) => PartOf(document, sheet).Worksheet.Descendants<Cell>().FirstOrDefault(c => c.CellReference == reference);

    private static Stylesheet Styles()
    {
        static Border Box(BorderStyleValues bottom) => new(new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = bottom }, new DiagonalBorder());
        static CellFormat Format(uint font, uint border) => new() { NumberFormatId = 0, FontId = font, FillId = 0, BorderId = border, ApplyFont = true, ApplyBorder = true };
        return new(new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }), new Font(new Bold(), new FontSize { Val = 16 }, new FontName { Val = "黑体" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Box(BorderStyleValues.Thin), Box(BorderStyleValues.Thick)),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(Format(0, 0), Format(1, 0), Format(0, 1), Format(0, 1), Format(0, 2)));
    }
}
