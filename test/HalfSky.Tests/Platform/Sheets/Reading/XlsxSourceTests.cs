using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Reading;
using static HalfSky.Tests.Platform.Sheets.Reading.Workbooks;

namespace HalfSky.Tests.Platform.Sheets.Reading;

public sealed class XlsxSourceTests
{
    [Fact]
    public void Each_kind_of_cell_is_told_apart()
    {
        var sheet = Sheet(Xlsx(Row(
            "<c t=\"s\"><v>0</v></c>", "<c t=\"inlineStr\"><is><t>内</t></is></c>", "<c t=\"str\"><f>A1</f><v>算</v></c>", "<c t=\"b\"><v>1</v></c>", "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            "<c t=\"d\"><v>1990-03-08T00:00:00</v></c>", "<c><f>B1</f></c>", "<c t=\"str\"><f>\"\"</f><v></v></c>", "<c><v>3.0</v></c>"),
            "<si><r><t>王</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 芳</t></r><rPh sb=\"0\" eb=\"1\"><t>wang</t></rPh><phoneticPr fontId=\"1\"/></si>"));
        Assert.Equal("T:王 芳|T:内|T:算=|F:TRUE|E:#DIV/0!=|D:1990-03-08|E:#未计算=||N:3", Line(sheet, 1));
        Assert.Equal("台账", sheet.Name);
    }

    [Theory]
    [InlineData("430482199003081200", "430482199003081200")]
    [InlineData("4.30482199003081E+17", "430482199003081000")]
    [InlineData("4.3048219900308122E+17", "430482199003081200")]
    [InlineData("1200.50", "1200.5")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1E-3", "0.001")]
    [InlineData("-2.5E+3", "-2500")]
    [InlineData("0.85", "0.85")]
    [InlineData("13974712345", "13974712345")]
    [InlineData("-0", "0")]
    public void A_number_has_all_its_digits(string written, string read) =>
        Assert.Equal($"N:{read}", Line(Sheet(Xlsx(Row($"<c><v>{written}</v></c>"))), 1));

    [Theory]
    [InlineData("yyyy/m/d;@", "32940", "D:1990-03-08")]
    [InlineData("yyyy\"年\"m\"月\"", "32940", "D:1990-03")]
    [InlineData("[$-804]yyyy\\-mm", "32940", "D:1990-03")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "32940.75", "D:1990-03-08")]
    [InlineData("m\"月\"d\"日\"", "32940", "D:1990-03-08")]
    [InlineData("yyyy", "32940", "N:1990")]
    [InlineData("h:mm", "0.395833333333333", "T:09:30")]
    [InlineData("上午/下午h\"时\"mm\"分\"", "0.395833333333333", "T:09:30")]
    [InlineData("[h]:mm", "1.0625", "T:25:30")]
    [InlineData("[Red]0.00\"元\"", "32940", "N:32940")]
    [InlineData("0.00E+00", "32940", "N:32940")]
    [InlineData("#,##0\\d", "32940", "N:32940")]
    [InlineData("G/通用格式", "32940", "N:32940")]
    [InlineData("yyyy-mm-dd", "32939.9999999999", "D:1990-03-08")]
    [InlineData("yyyy-mm-dd", "1", "D:1900-01-01")]
    [InlineData("yyyy-mm-dd", "59", "D:1900-02-28")]
    [InlineData("yyyy-mm-dd", "60", "T:1900-02-29")]
    [InlineData("yyyy-mm-dd", "61", "D:1900-03-01")]
    [InlineData("yyyy-mm-dd", "0", "N:0")]
    [InlineData("yyyy-mm-dd", "19900308", "N:19900308")]
    [InlineData("yyyy-mm-dd", "2958465", "D:9999-12-31")]
    public void A_format_makes_a_day_of_a_number(string format, string written, string read)
    {
        var styles = $"<numFmts><numFmt numFmtId=\"176\" formatCode='{format.Replace("\"", "&quot;")}'/></numFmts><cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs>";
        Assert.Equal(read, Line(Sheet(Xlsx(Row($"<c s=\"1\"><v>{written}</v></c>"), styles: styles)), 1));
    }

    [Theory]
    [InlineData(14, "D:1990-03-08")]
    [InlineData(17, "D:1990-03")]
    [InlineData(27, "D:1990-03")]
    [InlineData(31, "D:1990-03-08")]
    [InlineData(57, "D:1990-03")]
    [InlineData(58, "D:1990-03-08")]
    [InlineData(10, "N:32940")]
    public void Formats_every_program_knows_need_no_code(int id, string read) =>
        Assert.Equal(read, Line(Sheet(Xlsx(Row("<c s=\"0\"><v>32940</v></c>"), styles: $"<cellXfs><xf numFmtId=\"{id}\"/></cellXfs>")), 1));

    [Fact]
    public void Days_may_be_counted_from_1904() =>
        Assert.Equal("D:1990-03-08", Line(Sheet(Xlsx(Row("<c s=\"0\"><v>31478</v></c>"), styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", workbook: "<workbookPr date1904=\"1\"/>")), 1));

    [Fact]
    public void Cells_and_rows_need_not_say_where_they_stand()
    {
        var sheet = Sheet(Xlsx("<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r=\"9\"><c r=\"AA9\"><v>4</v></c></row></sheetData>"));
        Assert.Equal([2, 3, 9], sheet.Rows.Select(r => r.Number));
        Assert.Equal("|N:1|N:2", Line(sheet, 2));
        Assert.Equal("4", sheet.Rows[2][27].Text);
        Assert.Equal(27, sheet.LastColumn);
    }

    [Fact]
    public void The_strict_namespace_is_read_as_the_other()
    {
        var sheet = Sheet(Xlsx(Row("<c t=\"s\"><v>0</v></c>", "<c t=\"d\" s=\"0\"><v>1990-03-08</v></c>"), "<si><t>姓名</t></si>", "<cellXfs><xf numFmtId=\"27\"/></cellXfs>", Strict, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        Assert.Equal("T:姓名|D:1990-03", Line(sheet, 1));
    }

    [Fact]
    public void Merged_and_hidden_is_told()
    {
        var sheet = Sheet(Xlsx("""
            <cols><col min="2" max="2" width="9"/><col min="3" max="4" hidden="1"/><col min="6" max="16384" hidden="1"/></cols>
            <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>6</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>
            """));
        Assert.Equal([new Area(1, 1, 1, 3)], sheet.Merged);
        Assert.Equal([3, 4, 6], sheet.HiddenColumns.Order());
        Assert.Equal([false, true], sheet.Rows.Select(r => r.Hidden));
        var hidden = Xlsx(Row("<c><v>1</v></c>"), more: ("xl/workbook.xml", $"""<workbook xmlns:r="o/relationships"><sheets><sheet name="旧" state="veryHidden" r:id="s1"/></sheets></workbook>"""));
        Assert.True(Sheet(hidden).Hidden);
    }

    [Fact]
    public void Characters_written_as_codes_and_line_ends_are_themselves_again() =>
        Assert.Equal("T:一\n二|T:_x", Line(Sheet(Xlsx(Row("<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>1</v></c>"), "<si><t>一_x000D_&#10;二</t></si><si><t>_x005F_x</t></si>")), 1));

    [Fact]
    public void Styled_rows_with_nothing_in_them_are_no_rows()
    {
        var empty = string.Concat(Enumerable.Range(2, 60_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" s=\"1\"/><c r=\"B{i}\" s=\"1\"/></row>"));
        Assert.Single(Sheet(Xlsx($"<sheetData><row><c><v>1</v></c></row>{empty}</sheetData>")).Rows);
    }
}
