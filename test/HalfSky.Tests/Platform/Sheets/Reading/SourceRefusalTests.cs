using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Sheets.Reading;
using static HalfSky.Tests.Platform.Sheets.Reading.Workbooks;

namespace HalfSky.Tests.Platform.Sheets.Reading;

public sealed class SourceRefusalTests
{
    private static readonly string Cell = Row("<c><v>1</v></c>");

    [Fact]
    public void Nothing_is_refused_as_empty()
    {
        Assert.Equal("file.empty", Refused([]));
        Assert.Equal("file.empty", Refused(" \r\n\t"u8.ToArray()));
        Assert.Equal("file.empty", Refused(Xlsx("<sheetData><row r=\"3\"><c r=\"A3\" s=\"1\"/></row></sheetData>")));
    }

    [Fact]
    public void What_is_no_table_is_refused_with_the_formats_that_are()
    {
        Assert.Equal("file.format", Refused("%PDF-1.7"u8.ToArray()));
        Assert.Equal("file.format", Refused([0x89, .. "PNG\r\n"u8]));
        Assert.Equal("file.format", Refused([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal("file.format", Refused("{\\rtf1 x}"u8.ToArray()));
        Assert.Equal("file.format", Refused("a\0b,c"u8.ToArray()));
        Assert.Equal("file.format", Refused("<html><body>请登录</body></html>"u8.ToArray()));
        Assert.Equal("file.format", Refused(Zip(("照片.txt", "x"))));
        Assert.Equal("file.format", Refused(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))));
        Assert.Equal("file.format", Refused(Xlsx(Cell, more: ("xl/workbook.xml", "<document xmlns=\"w\"/>"))));
        Assert.Equal("file.format", Refused(Xlsx(Cell, more: ("xl/workbook.bin", "x"))));
    }

    [Fact]
    public void Too_much_is_refused()
    {
        var two = Xlsx(Row("<c><v>1</v></c>", "<c><v>2</v></c>"));
        Assert.Equal("file.large", Refused(two, new(MostBytes: 100)));
        Assert.Equal("file.large", Refused(two, new(MostCells: 1)));
        Assert.Equal("file.large", Refused("a,b\nc,d"u8.ToArray(), new(MostCells: 3)));
        Assert.Equal("file.large", Refused("<table><tr><td>a<td>b</table>"u8.ToArray(), new(MostCells: 1)));
        Assert.Equal("file.large", Refused(two, new(MostSheets: 0)));
        Assert.Equal("file.bomb", Refused(two, new(MostEntries: 3)));
        // A cell far out to the right makes all those before it.
        Assert.Equal("file.large", Refused(Xlsx($"<sheetData>{string.Concat(Enumerable.Repeat("<row><c r=\"XFD1\"><v>1</v></c></row>", 400))}</sheetData>")));
    }

    [Fact]
    public void What_swells_is_refused_while_it_is_read()
    {
        var bomb = Xlsx(Cell + new string(' ', 60 << 20));
        Assert.True(bomb.Length < 1 << 17);
        Assert.Equal("file.bomb", Refused(bomb));
        Assert.Equal("file.bomb", Refused(Xlsx(Cell + new string(' ', 2 << 20)), new(MostExpanded: 1 << 20)));
    }

    [Fact]
    public void Macros_are_refused()
    {
        Assert.Equal("file.macro", Refused(Xlsx(Cell, more: ("xl/vbaProject.bin", "x"))));
        Assert.Equal("file.macro", Refused(Xlsx(Cell, more: ("xl/macrosheets/sheet1.xml", "<x/>"))));
        Assert.Equal("file.macro", Refused(Xlsx(Cell, more: ("[Content_Types].xml", """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""))));
    }

    [Fact]
    public void What_reaches_out_is_refused()
    {
        foreach (var name in (string[])["xl/externalLinks/externalLink1.xml", "xl/connections.xml", "xl/queryTables/queryTable1.xml", "xl/embeddings/oleObject1.bin", "xl/activeX/activeX1.xml"])
            Assert.Equal("file.external", Refused(Xlsx(Cell, more: (name, "<x/>"))));
        Assert.Equal("file.external", Refused(Xlsx(Cell, more: ("xl/worksheets/_rels/sheet1.xml.rels", Links("""<Relationship Id="a" Type="o/image" Target="file:///x" TargetMode="External"/>""")))));
        foreach (var formula in (string[])["_xlfn.WEBSERVICE(\"x\")", "[1]台账!A1", "SUM('C:\\表\\[旧.xlsx]台账'!A1)", "cmd|'/c x'!A0", "rtd (1)"])
            Assert.Equal("file.external", Refused(Xlsx(Row($"<c><f>{formula}</f><v>1</v></c>"))));
        Assert.Equal("file.external", Refused(Xlsx(Cell, workbook: "<definedNames><definedName name=\"a\">[2]台账!A1</definedName></definedNames>")));
    }

    [Fact]
    public void Links_to_click_on_and_columns_of_tables_are_no_reason()
    {
        var sheet = Sheet(Xlsx(
            Row("<c><f>HYPERLINK(\"x\",\"点这里\")</f><v>1</v></c>", "<c><f>名册[[#This Row],[年龄]]+名册[2]</f><v>2</v></c>", "<c><f>IF(A1=\"男|女\",[0]!甲,3)</f><v>3</v></c>"),
            more: ("xl/worksheets/_rels/sheet1.xml.rels", Links("""<Relationship Id="a" Type="o/hyperlink" Target="x" TargetMode="External"/>"""))));
        Assert.Equal("N:1=|N:2=|N:3=", Line(sheet, 1));
    }

    [Fact]
    public void Entities_are_refused()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "SECRET");
        foreach (var declared in (string[])["<!ENTITY a \"aaaa\">", $"<!ENTITY a SYSTEM \"{new Uri(secret)}\">"])
        {
            Assert.Equal("file.entities", Refused(Xlsx("", more: ("xl/worksheets/sheet1.xml", $"<!DOCTYPE x [{declared}]><worksheet>{Row("<c t=\"str\"><v>&a;</v></c>")}</worksheet>"))));
            Assert.Equal("file.unreadable", Refused(Xlsx("", more: ("xl/worksheets/sheet1.xml", $"<!--{new string('x', 9000)}--><!DOCTYPE x [{declared}]><worksheet>{Row("<c t=\"str\"><v>&a;</v></c>")}</worksheet>"))));
        }
        Assert.Equal("file.entities", Refused("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"u8.ToArray()));
        File.Delete(secret);
    }

    [Fact]
    public void A_file_cut_short_or_scribbled_over_is_refused_and_never_throws_otherwise()
    {
        var whole = Xlsx(Row("<c t=\"s\"><v>0</v></c>", "<c s=\"0\"><v>45000</v></c>"), "<si><t>姓名</t></si>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
        for (var length = 4; length < whole.Length; length += 41) Assert.Equal("file.unreadable", Refused(whole[..length]));
        var random = new Random(1990);
        for (var life = 0; life < 300; life++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i < 8; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try { SourceBook.Read(bytes, "a.xlsx"); }
            catch (Refusal) { }
        }
        Assert.Equal("file.unreadable", Refused(Xlsx(Row("<c t=\"s\"><v>5</v></c>"))));
        Assert.Equal("file.unreadable", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Equal("file.unreadable", Refused([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, .. new byte[40]]));
    }

    [Fact]
    public void Quotes_that_do_not_pair_are_refused_naming_the_line()
    {
        var refusal = Assert.Throws<Refusal>(() => SourceBook.Read("a,b\n1,\"2"u8.ToArray(), "a.csv"));
        Assert.Equal("file.unreadable", refusal.Problems[0].Code);
        Assert.Contains("第2行", refusal.Message);
    }

    [Fact]
    public void Every_refusal_says_what_to_do_and_belongs_to_the_file()
    {
        foreach (var content in (byte[][])[[], Encoding.UTF8.GetBytes("%PDF"), Xlsx(Cell, more: ("xl/vbaProject.bin", "x")), Zip(("a", "b"))])
        {
            var problem = Assert.Throws<Refusal>(() => SourceBook.Read(content, "a.xlsx")).Problems[0];
            Assert.Equal("file", problem.Field);
            Assert.Contains("请", problem.Text);
        }
    }

    private static string Refused(byte[] content, Limits? limits = null) =>
        Assert.Throws<Refusal>(() => SourceBook.Read(content, "名册.xlsx", limits ?? new())).Problems[0].Code;
}
