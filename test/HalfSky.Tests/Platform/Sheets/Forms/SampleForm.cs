using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Tests.Platform.Sheets.Forms;

/// <summary>A county's form of three sheets: a cover that computes from the others, a list with heads in two rows, totals, choices and colours, a table of villages.</summary>
internal static class SampleForm
{
    public const string Cover = "封面", List = "走访名单", Villages = "各村情况";

    /// <summary>First row of the list's block, its last, the row of its totals.</summary>
    public const int First = 5, Last = 9, Total = 10;

    private static readonly string[] Heads = ["序号", "村名", "走访日期", "对象", "性别", "类型", "慰问金和慰问品（元）", "情况", "", "折合", "占比"];

    /// <summary>The empty form.</summary>
    public static byte[] Make()
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var texts = book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            void Add(string name, Worksheet sheet)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = sheet;
                sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part) });
            }
            Add(Cover, OfCover(texts));
            Add(List, OfList(texts));
            Add(Villages, OfVillages(texts));
            book.Workbook.Append(sheets, new DefinedNames(
                new DefinedName($"{List}!$A$1:$K$12") { Name = "_xlnm.Print_Area", LocalSheetId = 1 },
                new DefinedName($"{List}!$1:$4") { Name = "_xlnm.Print_Titles", LocalSheetId = 1 },
                new DefinedName($"'{List}'!$G$5:$G$9") { Name = "名单金额" }));
            var chain = book.AddNewPart<CalculationChainPart>();
            chain.CalculationChain = new CalculationChain(new CalculationCell { CellReference = "B4", SheetId = 1 });
        }
        return memory.ToArray();
    }

    private static Worksheet OfCover(SharedStringTable texts)
    {
        var rows = new Lines(texts);
        rows.Add(1, 36, ("A", "青禾镇妇联走访情况报表", 1), ("B", null, 1), ("C", null, 1), ("D", null, 1));
        rows.Add(2, 24, ("A", "填报单位：", 3), ("B", null, 3), ("C", "统计时段：", 3), ("D", null, 3), ("H", "季走访", 0));
        rows.Add(3, 24, ("A", "走访次数", 3), ("B", null, 11), ("C", "活动场次", 3), ("D", null, 11), ("H", "月联系", 0));
        rows.Add(4, 24, ("A", "慰问金合计（元）", 3), ("B", "=走访名单!G10", 7), ("C", "最大一笔（元）", 3), ("D", "=MAX(走访名单!G5:G9)", 7), ("H", "好事实事", 0));
        rows.Add(5, 24, ("A", "名单条数", 3), ("B", "=COUNTA(走访名单!$C$5:$C$9)", 11), ("C", "平均（元）", 3), ("D", "=SUM(名单金额)/B5", 7));
        rows.Add(6, 24, ("A", "各村平均", 3), ("B", "=AVERAGE('各村情况'!C4:C5)", 7), ("C", "说明文字", 3), ("D", "=\"走访名单!G9：\"&走访名单!$K$10", 3));
        return new(Widths(16, 18, 16, 24, 8, 8, 8, 10), rows.Data, new MergeCells(new MergeCell { Reference = "A1:D1" }));
    }

    private static Worksheet OfList(SharedStringTable texts)
    {
        var rows = new Lines(texts);
        (string, string?, uint)[] Row(string?[] values, Func<int, uint> style) => [.. values.Select((v, i) => (Letter(i), v, style(i)))];
        rows.Add(1, 34, Row(["走访慰问名单", .. new string?[10]], _ => 1));
        rows.Add(2, 22, Row(["填报单位：　　　　　填报人：　　　　　填报日期：　　年　月　日", .. new string?[10]], _ => 12));
        rows.Add(3, 26, Row(["序号", "村名", "走访情况", null, null, null, Heads[6], "情况", null, "折合", "占比"], _ => 2));
        rows.Add(4, 26, Row([null, null, .. Heads[2..6], null, null, null, null, null], _ => 2));
        for (var r = First; r <= Last; r++)
        {
            var edge = r == Last ? 1u : 0u;
            rows.Add(r, 20, Row([.. new string?[9], $"=G{r}*2", $"=G{r}/G$10"], i => (i switch { 2 => 5u, 6 or 9 => 7u, 10 => 9u, _ => 3u }) + edge));
        }
        rows.Add(Total, 24, Row(["合计", null, "=COUNTA(C5:C9)", null, null, null, "=SUM(G5:G9)", null, null, "=SUM(J5:J9)", "=SUM(K5:K9)"], _ => 11));
        rows.Add(11, null, Row(["注：本表由镇妇联从台账填报，G9不是地址。", .. new string?[10]], _ => 12));
        rows.Add(12, 22, ("A", "填表人：", 12), ("B", null, 12), ("F", "审核：", 12), ("K", "=J10-G10", 7));
        MergeCell Merge(string over) => new() { Reference = over };
        static ListValue<StringValue> Over(string list) => new() { InnerText = list };
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }), new SheetDimension { Reference = "A1:K12" },
            new SheetViews(new SheetView(new Pane { VerticalSplit = 4, TopLeftCell = "A5", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = 15 }, Widths(6, 12, 14, 10, 8, 10, 14, 16, 16, 12, 10), rows.Data,
            new MergeCells(new[] { "A1:K1", "A2:K2", "A3:A4", "B3:B4", "C3:F3", "G3:G4", "H3:I4", "J3:J4", "K3:K4", "H5:I5", "H6:I6", "H7:I7", "H8:I8", "H9:I9", "A10:B10", "A11:K11" }.Select(Merge)),
            new ConditionalFormatting(new ConditionalFormattingRule(new Formula("$G5>$G$10/10")) { Type = ConditionalFormatValues.Expression, FormatId = 0, Priority = 1 }) { SequenceOfReferences = Over("A5:K9") },
            new DataValidations(
                new DataValidation(new Formula1("封面!$H$2:$H$4")) { Type = DataValidationValues.List, AllowBlank = true, SequenceOfReferences = Over("F5:F9") },
                new DataValidation(new Formula1("0"), new Formula2("$G$10")) { Type = DataValidationValues.Decimal, AllowBlank = true, SequenceOfReferences = Over("G5:G9") }) { Count = 2 },
            new PrintOptions { HorizontalCentered = true }, new PageMargins { Left = 0.5, Right = 0.5, Top = 0.8, Bottom = 0.8, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddHeader("&C青禾县妇联"), new OddFooter("&C第 &P 页，共 &N 页")),
            new RowBreaks(new Break { Id = 10, Max = 16383, ManualPageBreak = true }) { Count = 1, ManualBreakCount = 1 });
    }

    private static Worksheet OfVillages(SharedStringTable texts)
    {
        var rows = new Lines(texts);
        rows.Add(1, 30, ("A", "各村情况", 1), ("B", null, 1), ("C", null, 1), ("D", null, 1), ("E", null, 1));
        rows.Add(3, 24, ("A", "序号", 2), ("B", "村名", 2), ("C", "走访次数", 2), ("D", "慰问支出（万元）", 2), ("E", "活动场次", 2));
        rows.Add(4, 20, ("A", null, 3), ("B", null, 3), ("C", null, 3), ("D", null, 7), ("E", null, 3));
        rows.Add(5, 20, ("A", null, 4), ("B", null, 4), ("C", null, 4), ("D", null, 8), ("E", null, 4));
        rows.Add(6, 24, ("A", "合计", 11), ("B", null, 11), ("C", "=SUM(C4:C5)", 11), ("D", "=SUM(D4:D5)", 11), ("E", "=SUM(E4:E5)", 11));
        return new(Widths(6, 14, 12, 16, 12), rows.Data, new MergeCells(new MergeCell { Reference = "A1:E1" }, new MergeCell { Reference = "A6:B6" }));
    }

    private static Columns Widths(params double[] widths) => new(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true }));

    private static string Letter(int index) => ((char)('A' + index)).ToString();

    private static Stylesheet Styles()
    {
        static Border Box(BorderStyleValues bottom) => new(new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = bottom }, new DiagonalBorder());
        static CellFormat Format(uint number, uint font, uint border, bool center = false) => new()
        {
            NumberFormatId = number, FontId = font, FillId = 0, BorderId = border, ApplyNumberFormat = true, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true,
            Alignment = new Alignment { Horizontal = center ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.General, Vertical = VerticalAlignmentValues.Center, WrapText = center },
        };
        static Font Face(string name, double size, params OpenXmlElement[] first) => new([.. first, new FontSize { Val = size }, new FontName { Val = name }]);
        return new(new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }),
            new Fonts(Face("宋体", 11), Face("黑体", 18, new Bold()), Face("黑体", 11, new Bold()), Face("楷体", 10, new Italic())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Box(BorderStyleValues.Thin), Box(BorderStyleValues.Thick)),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(Format(0, 0, 0), Format(0, 1, 0, true), Format(0, 2, 1, true), Format(0, 0, 1), Format(0, 0, 2), Format(164, 0, 1), Format(164, 0, 2), Format(4, 0, 1), Format(4, 0, 2), Format(10, 0, 1), Format(10, 0, 2), Format(0, 2, 1), Format(0, 3, 0)),
            new DifferentialFormats(new DifferentialFormat(new Font(new Color { Rgb = "FFC00000" }))) { Count = 1 });
    }

    private sealed class Lines(SharedStringTable texts)
    {
        public SheetData Data { get; } = new();

        public void Add(int number, double? height, params (string Column, string? Value, uint Style)[] cells)
        {
            var row = new Row { RowIndex = (uint)number };
            if (height is not null) (row.Height, row.CustomHeight) = (height.Value, true);
            foreach (var (column, value, style) in cells)
            {
                var cell = new Cell { CellReference = column + number.ToString(CultureInfo.InvariantCulture), StyleIndex = style };
                if (value?.StartsWith('=') == true) (cell.CellFormula, cell.CellValue) = (new CellFormula(value[1..]), new CellValue("0"));
                else if (value is not null)
                {
                    texts.Append(new SharedStringItem(new Text(value)));
                    (cell.DataType, cell.CellValue) = (CellValues.SharedString, new CellValue((texts.ChildElements.Count - 1).ToString(CultureInfo.InvariantCulture)));
                }
                row.Append(cell);
            }
            Data.Append(row);
        }
    }
}
