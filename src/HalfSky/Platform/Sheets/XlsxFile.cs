using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Platform.Sheets;

/// <summary>
/// A workbook of one sheet: typed cells, heading frozen, bold and printed on every page, A4 across. Written as a zip that only goes
/// forward, because the package classes keep a whole sheet in memory.
/// </summary>
internal sealed class XlsxFile : SheetFile
{
    /// <summary>Rows a sheet holds, less heading and closing line.</summary>
    public const int MostRows = 1_048_574;

    private const uint Heading = 1, Day = 2, Money = 3, Whole = 4, Plain = 5, Closing = 6;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Parcel = "http://schemas.openxmlformats.org/package/2006/";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    // Days before this are off by one in Excel's calendar and are written as text.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private readonly Pool pool = new();
    private readonly ZipArchive zip;
    private IReadOnlyList<SheetColumn> columns = [];
    private Stream? part;
    private OpenXmlWriter? sheet;

    public XlsxFile(Stream to) : base(to) => zip = new ZipArchive(pool, ZipArchiveMode.Create, leaveOpen: true);

    public override Task Begin(string title, IReadOnlyList<SheetColumn> columns, CancellationToken ct)
    {
        this.columns = columns;
        Part("[Content_Types].xml", $"""
            <Types xmlns="{Parcel}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        Part("_rels/.rels", $"""<Relationships xmlns="{Parcel}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Parcel}relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
        var name = SheetName(title);
        Part("xl/workbook.xml", new Workbook(
            new Spreadsheet.Sheets(new Spreadsheet.Sheet { Name = name, SheetId = 1, Id = "rId1" }),
            new DefinedNames(new DefinedName($"'{name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 })));
        Part("xl/styles.xml", Styles());
        part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        sheet = OpenXmlWriter.Create(part, Encoding.UTF8);
        sheet.WriteStartDocument(standalone: true);
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        sheet.WriteElement(new SheetFormatProperties { DefaultRowHeight = 18 });
        sheet.WriteElement(new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        sheet.WriteStartElement(new SheetData());
        Row([.. columns.Select(c => Text(c.Label, Heading))]);
        return Flush(ct);
    }

    protected override Task Put(IReadOnlyList<object?[]> rows, byte[] text, CancellationToken ct)
    {
        foreach (var row in rows) Row([.. row.Select(Typed)]);
        return Flush(ct);
    }

    protected override async Task Close(string line, CancellationToken ct)
    {
        Row([Text(line, Closing)]);
        sheet!.WriteEndElement();
        sheet.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        sheet.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        sheet.WriteElement(new HeaderFooter(new OddFooter("第 &P 页，共 &N 页")));
        sheet.WriteEndElement();
        sheet.Close();
        await part!.DisposeAsync();
        zip.Dispose();
        await Flush(ct);
    }

    /// <inheritdoc/>
    /// <remarks>An export that broke off is left without its end on purpose: nobody shall take it for whole.</remarks>
    public override ValueTask DisposeAsync()
    {
        pool.Dispose();
        return base.DisposeAsync();
    }

    private Task Flush(CancellationToken ct) => pool.MoveTo(To, ct);

    private void Row(IReadOnlyList<Cell> cells)
    {
        sheet!.WriteStartElement(new Row());
        foreach (var cell in cells) sheet.WriteElement(cell);
        sheet.WriteEndElement();
    }

    private static Cell Typed(object? value) => value switch
    {
        null => new(),
        DateOnly day when day >= FirstDay => new() { StyleIndex = Day, CellValue = new(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber) },
        DateOnly day => Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Plain),
        decimal yuan => new() { StyleIndex = Money, CellValue = new(yuan) },
        long number => new() { StyleIndex = Whole, CellValue = new(number.ToString(CultureInfo.InvariantCulture)) },
        _ => Text(value.ToString()!, Plain),
    };

    private static Cell Text(string text, uint style) => new() { DataType = CellValues.InlineString, StyleIndex = style, InlineString = InlineWords.Of(text) };

    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')));
        return name.Length == 0 ? "台账" : name.Length > 31 ? name[..31] : name;
    }

    private static Stylesheet Styles()
    {
        static CellFormat Format(uint number, uint font = 0, uint fill = 0, bool wrap = false) => new()
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = 0, ApplyNumberFormat = number > 0, ApplyFont = font > 0, ApplyFill = fill > 0, ApplyAlignment = true,
            Alignment = new() { Vertical = VerticalAlignmentValues.Center, WrapText = wrap },
        };
        static Font Face(params OpenXmlElement[] first) => new([.. first, new FontSize { Val = 11 }, new FontName { Val = "宋体" }]);
        return new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\\-mm\\-dd" }),
            new Fonts(Face(), Face(new Bold()), Face(new Italic())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3EEEA" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(Format(0), Format(49, font: 1, fill: 2, wrap: true), Format(164), Format(4), Format(1), Format(49, wrap: true), Format(0, font: 2)));
    }

    private void Part(string name, string xml) => Part(name, stream => stream.Write(Encoding.UTF8.GetBytes(Head + xml.Trim())));

    private void Part(string name, OpenXmlPartRootElement root) => Part(name, root.Save);

    private void Part(string name, Action<Stream> write)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        write(stream);
    }

    /// <summary>Takes what the zip writes at once, until it is sent on without blocking a thread.</summary>
    private sealed class Pool : MemoryStream
    {
        // A zip over a stream that cannot seek goes forward only.
        public override bool CanSeek => false;

        public async Task MoveTo(Stream to, CancellationToken ct)
        {
            await to.WriteAsync(GetBuffer().AsMemory(0, (int)Length), ct);
            SetLength(0);
        }
    }
}
