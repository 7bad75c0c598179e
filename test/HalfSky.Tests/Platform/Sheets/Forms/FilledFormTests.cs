using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HalfSky.Platform.Sheets.Forms;

namespace HalfSky.Tests.Platform.Sheets.Forms;

/// <summary>What happens to rows, references and values when blocks of odd shapes grow.</summary>
public sealed class FilledFormTests
{
    [Theory]
    // A block of rows 5 to 9 that grows by 10: new rows stand before the last.
    [InlineData(5, 9, "SUM(C5:C9)", "SUM(C5:C19)")]
    [InlineData(5, 9, "SUM(C4:C9)+C9+C5+C10", "SUM(C4:C19)+C19+C5+C20")]
    [InlineData(5, 9, "SUM($C$5:$C$9)/LOG10(C12)", "SUM($C$5:$C$19)/LOG10(C22)")]
    [InlineData(5, 9, "\"C9:C10\"&C10&其他!C10", "\"C9:C10\"&C20&其他!C10")]
    [InlineData(5, 9, "SUM('名 单'!C5:C9)", "SUM('名 单'!C5:C19)")]
    [InlineData(5, 9, "SUM(C5:C8)", "SUM(C5:C8)")]
    // One row, and none drawn.
    [InlineData(5, 5, "SUM(C5:C5)+SUM(C3:C5)+C6", "SUM(C5:C15)+SUM(C3:C15)+C16")]
    [InlineData(5, 4, "SUM(C4:C4)+C5", "SUM(C4:C4)+C15")]
    public void A_formula_points_where_it_pointed(int first, int last, string was, string now) => Assert.Equal(now, new RowShift("名 单", first, last, 10).Formula(was, "名 单"));

    [Theory]
    [InlineData("G5*2", "G8*2")]
    [InlineData("G5/G$10", "G8/G$20")]
    [InlineData("G5/G10", "G8/G20")]
    [InlineData("RANK(G5,$G$5:$G$9)", "RANK(G8,$G$5:$G$19)")]
    [InlineData("SUM(G$5:G5)+G4", "SUM(G$5:G8)+G7")]
    [InlineData("G5/SUM(G5:G9)", "G8/SUM(G5:G19)")]
    [InlineData("SUM(C5:F5)&\"G5\"", "SUM(C8:F8)&\"G5\"")]
    [InlineData("封面!$B$2+封面!B5", "封面!$B$2+封面!B8")]
    public void A_formula_of_a_row_goes_along_with_its_copies(string was, string now) => Assert.Equal(now, new RowShift("名单", 5, 9, 10).Copied(was, 5, 8));

    [Fact]
    public void Two_blocks_of_one_sheet_grow_and_a_formula_shared_by_cells_is_each_cells_own()
    {
        var empty = Made(data =>
        {
            Row(data, 1, ("A", "上"));
            Row(data, 2, ("A", null));
            Row(data, 3, ("A", null));
            Row(data, 4, ("A", "=SUM(A2:A3)"));
            Row(data, 6, ("A", "下"));
            foreach (var r in new[] { 7u, 8u }) Row(data, r, ("A", null), ("B", "=A7*2"));
            var (master, child) = (At(data, "B7"), At(data, "B8"));
            (master.CellFormula!.FormulaType, master.CellFormula.SharedIndex, master.CellFormula.Reference) = (CellFormulaValues.Shared, 0u, "B7:B8");
            child.CellFormula = new CellFormula { FormulaType = CellFormulaValues.Shared, SharedIndex = 0 };
            Row(data, 9, ("A", "=SUM(A7:A8)+A4"), ("B", "=SUM(B7:B8)"));
        });
        var sheet = ReadBook.Sheets(FilledForm.Fill(empty, [Block(2, 3, 1L, 2L, 3L, 4L), Block(7, 8, 10L, 20L, 30L)], [new("表", 6, 1, "下面")]))["表"];
        Assert.Equal(["上", "1", "2", "3", "4"], new[] { "A1", "A2", "A3", "A4", "A5" }.Select(a => sheet[a].Text));
        Assert.Equal(("SUM(A2:A5)", "下面", "10", "30"), (sheet["A6"].Formula, sheet["A8"].Text, sheet["A9"].Text, sheet["A11"].Text));
        Assert.Equal(["A9*2", "A10*2", "A11*2"], new[] { "B9", "B10", "B11" }.Select(a => sheet[a].Formula));
        Assert.Equal(("SUM(A9:A11)+A6", "SUM(B9:B11)"), (sheet["A12"].Formula, sheet["B12"].Formula));
    }

    [Fact]
    public void Values_keep_their_types_and_cells_their_look()
    {
        var empty = Made(data => Row(data, 2, ("A", null), ("B", null), ("C", null), ("D", null), ("E", null)), (row, i) => row.Elements<Cell>().ElementAt(i).StyleIndex = (uint)i);
        var day = new DateOnly(2026, 11, 22);
        var filled = FilledForm.Fill(empty, [new("表", 2, 2, [1, 2, 3, 4, 5], [[day, day, day, new Share(0.7325m), "=HYPERLINK(\"x\")\u0001"], [new DateOnly(1899, 1, 1), null, "+1", new Share(0.5m), "@SUM(A1)"]])], []);
        Assert.Equal(ReadBook.Faults(empty), ReadBook.Faults(filled));
        var sheet = ReadBook.Sheets(filled)["表"];
        // General: the same look with a format for days; a format for days: its own; text: text.
        Assert.Equal(("46348", 5u), (sheet["A2"].Text, sheet["A2"].Style));
        Assert.Equal(("46348", 1u), (sheet["B2"].Text, sheet["B2"].Style));
        Assert.Equal(("2026-11-22", 2u), (sheet["C2"].Text, sheet["C2"].Style));
        Assert.Equal(("0.7325", "=HYPERLINK(\"x\")", "1899-01-01", "+1", "@SUM(A1)"), (sheet["D2"].Text, sheet["E2"].Text, sheet["A3"].Text, sheet["C3"].Text, sheet["E3"].Text));
        Assert.Equal("", sheet["B3"].Text);
        Assert.DoesNotContain(sheet.Cells.Values, c => c.Formula is not null);
        using var document = SpreadsheetDocument.Open(new MemoryStream(filled), false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Equal((formats[0].FontId!.Value, formats[0].BorderId!.Value), (formats[5].FontId!.Value, formats[5].BorderId!.Value));
    }

    [Fact]
    public void A_word_down_the_side_grows_along_and_notes_and_their_boxes_move()
    {
        var empty = Made(data =>
        {
            foreach (var r in new[] { 2u, 3u, 4u }) Row(data, r, ("A", null), ("B", r == 2 ? "各村" : null));
            Row(data, 5, ("A", "合计"));
        }, more: part =>
        {
            part.Worksheet.Append(new MergeCells(new MergeCell { Reference = "B2:B4" }));
            part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(new Authors(new Author("镇")), new CommentList(new Comment(new CommentText(new Text("看这里"))) { Reference = "A5", AuthorId = 0 }));
            using var boxes = new StreamWriter(part.AddNewPart<VmlDrawingPart>().GetStream(FileMode.Create));
            boxes.Write("<xml xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><x:ClientData><x:Anchor>1, 15, 4, 2, 3, 15, 7, 4</x:Anchor><x:Row>4</x:Row></x:ClientData></xml>");
        });
        var filled = FilledForm.Fill(empty, [Block(2, 4, 1L, 2L, 3L, 4L, 5L)], []);
        Assert.Equal(["B2:B6"], ReadBook.Sheets(filled)["表"].Merges);
        using var document = SpreadsheetDocument.Open(new MemoryStream(filled), false);
        var part = document.WorkbookPart!.WorksheetParts.Single();
        Assert.Equal("A7", part.WorksheetCommentsPart!.Comments.Descendants<Comment>().Single().Reference!.Value);
        using var reader = new StreamReader(part.VmlDrawingParts.Single().GetStream());
        Assert.Contains("<x:Anchor>1, 15, 6, 2, 3, 15, 9, 4</x:Anchor><x:Row>6</x:Row>", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "&L王芳 2026 导出")]
    [InlineData("第 &P 页", "&L王芳 2026 导出&C第 &P 页")]
    [InlineData("&L县妇联&R&D", "&L县妇联&C王芳 2026 导出&R&D")]
    [InlineData("&La&Cb&Rc", "&L王芳 2026 导出\na&Cb&Rc")]
    public void The_forms_own_footer_stays_where_there_is_room(string was, string now) => Assert.Equal(now, new FormMark("王芳 2026 导出").With(was));

    [Fact]
    public void A_footer_that_is_full_gives_way() => Assert.Equal("&L王芳", new FormMark("王芳").With("&L" + new string('长', 253)));

    private static BlockFill Block(int first, int last, params object[] values) => new("表", first, last, [1], [.. values.Select(v => new object?[] { v })]);

    private static void Row(SheetData data, uint number, params (string Column, string? Value)[] cells) => data.Append(new Row(cells.Select(c => new Cell
    {
        CellReference = c.Column + number, CellFormula = c.Value?.StartsWith('=') == true ? new CellFormula(c.Value[1..]) : null,
        DataType = c.Value is null || c.Value.StartsWith('=') ? null : CellValues.InlineString, InlineString = c.Value is null || c.Value.StartsWith('=') ? null : new InlineString(new Text(c.Value)),
    })) { RowIndex = number });

    private static Cell At(SheetData data, string at) => data.Descendants<Cell>().Single(c => c.CellReference == at);

    private static byte[] Made(Action<SheetData> rows, Action<Row, int>? style = null, Action<WorksheetPart>? more = null)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            static CellFormat Format(uint number) => new() { NumberFormatId = number, FontId = 1, FillId = 0, BorderId = 0, ApplyFont = true };
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(new Fonts(new Font(new FontSize { Val = 11 }), new Font(new Bold(), new FontSize { Val = 14 })), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
                new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())), new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
                new CellFormats(Format(0), Format(14), Format(49), Format(10), Format(0)));
            var part = book.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            part.Worksheet = new Worksheet(data);
            rows(data);
            if (style is not null) foreach (var row in data.Elements<Row>()) for (var i = 0; i < row.ChildElements.Count; i++) style(row, i);
            more?.Invoke(part);
            book.Workbook.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "表", SheetId = 1, Id = book.GetIdOfPart(part) }));
        }
        return memory.ToArray();
    }
}
