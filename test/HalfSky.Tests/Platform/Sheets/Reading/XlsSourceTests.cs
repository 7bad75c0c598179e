using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Reading;
using static HalfSky.Tests.Platform.Sheets.Reading.Workbooks;

namespace HalfSky.Tests.Platform.Sheets.Reading;

/// <summary>Old workbooks, saved by the office suite where this machine has one.</summary>
public sealed class XlsSourceTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="h:mm"/></numFmts>
        <fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="49"/><xf numFmtId="1"/></cellXfs>
        """;

    private const string Rows = """
        <cols><col min="3" max="3" width="9" hidden="1" customWidth="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>
        <row r="2"><c r="A2" s="1"><v>32940</v></c><c r="B2" s="2"><v>32940</v></c><c r="C2" s="3"><v>0.395833333333333</v></c><c r="D2"><v>1200.5</v></c><c r="E2" s="5"><v>430482199003081000</v></c>
        <c r="F2"><f>D2*2</f><v>2401</v></c><c r="G2"><f>1/0</f></c><c r="H2" t="b"><v>1</v></c><c r="I2" t="inlineStr" s="4"><is><t>430482199003081234</t></is></c></row>
        <row r="4" hidden="1"><c r="A4"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>
        """;

    [Fact]
    public void A_workbook_with_a_password_is_refused()
    {
        Assert.SkipUnless(SuiteIsHere, "No office suite here.");
        // The container alone: what an encrypted .xlsx looks like from outside.
        var whole = Saved(Xlsx(Rows, styles: Styles), "xlsx", "xls:MS Excel 97");
        Assert.Equal("file.encrypted", Refused(Renamed(whole, "Workbook", "EncryptedPackage")));
        Assert.Equal("file.macro", Refused(Renamed(whole, "Workbook", "_VBA_PROJECT_CUR")));
        Assert.Equal("file.format", Refused(Renamed(whole, "Workbook", "WordDocument")));
        for (var length = 8; length < whole.Length - 600; length += 311) Assert.NotEqual("", Refused(whole[..length]));
        var random = new Random(1904);
        for (var life = 0; life < 200; life++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i < 8; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try { SourceBook.Read(bytes, "a.xls"); }
            catch (Refusal) { }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<workbookPr date1904=\"1\"/>")]
    public void Cells_merged_and_hidden_come_as_from_a_new_workbook(string calendar)
    {
        Assert.SkipUnless(SuiteIsHere, "No office suite here.");
        var later = calendar.Length > 0;
        var made = Xlsx(later ? Rows.Replace("32940", "31478") : Rows, styles: Styles, workbook: calendar);
        var book = SourceBook.Read(Saved(made, "xlsx", "xls:MS Excel 97"), "名册.xls");
        Assert.Equal("xls", book.Format);
        var sheet = Assert.Single(book.Sheets);
        Assert.Equal("台账", sheet.Name);
        Assert.Equal("T:姓名", Line(sheet, 1));
        // The suite writes yes and no as formulas.
        Assert.Equal("D:1990-03-08|D:1990-03|T:09:30|N:1200.5|N:430482199003081000|N:2401=|E:#DIV/0!=|F:TRUE=|T:430482199003081234", Line(sheet, 2));
        Assert.Equal([new Area(1, 1, 1, 3)], sheet.Merged);
        Assert.Equal([3], sheet.HiddenColumns);
        Assert.Equal([1, 2, 4], sheet.Rows.Select(r => r.Number));
        Assert.Equal([false, false, true], sheet.Rows.Select(r => r.Hidden));
    }

    [Fact]
    public void A_hidden_sheet_is_told()
    {
        Assert.SkipUnless(SuiteIsHere, "No office suite here.");
        var two = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="s1"/><sheet name="乙" sheetId="2" state="hidden" r:id="s1"/></sheets></workbook>""";
        var book = SourceBook.Read(Saved(Xlsx(Rows, styles: Styles, more: ("xl/workbook.xml", two)), "xlsx", "xls:MS Excel 97"), "a.xls");
        Assert.Equal([("甲", false), ("乙", true)], book.Sheets.Select(s => (s.Name, s.Hidden)));
    }

    [Theory]
    [InlineData("xlsx:Calc MS Excel 2007 XML")]
    [InlineData("xlsx:Calc Office Open XML")]
    public void What_the_office_suite_saves_as_a_new_workbook_reads_the_same(string filter)
    {
        Assert.SkipUnless(SuiteIsHere, "No office suite here.");
        Assert.Equal("D:1990-03-08|D:1990-03|T:09:30|N:1200.5|N:430482199003081000|N:2401=|E:#DIV/0!=|F:TRUE=|T:430482199003081234", Line(Sheet(Saved(Xlsx(Rows, styles: Styles), "xlsx", filter)), 2));
    }

    private static string Refused(byte[] content) => Assert.Throws<Refusal>(() => SourceBook.Read(content, "名册.xls")).Problems[0].Code;

    /// <summary>The container with one of its streams under another name.</summary>
    private static byte[] Renamed(byte[] content, string from, string to)
    {
        var bytes = (byte[])content.Clone();
        var at = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(from + "\0"));
        Encoding.Unicode.GetBytes(to + "\0").CopyTo(bytes, at);
        bytes[at + 64] = (byte)((to.Length + 1) * 2);
        return bytes;
    }
}
