using System.Text;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Reading;
using static HalfSky.Tests.Platform.Sheets.Reading.Workbooks;

namespace HalfSky.Tests.Platform.Sheets.Reading;

public sealed class TextSourceTests
{
    private const string Text = "姓名,身份证号\r\n王芳,430482199003081234\r\n";

    [Fact]
    public void Every_encoding_county_systems_write_is_read()
    {
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (var content in (byte[][])[Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)], chinese.GetBytes(Text)])
        {
            var sheet = Sheet(content, "妇女名册.xls");
            Assert.Equal("妇女名册", sheet.Name);
            Assert.Equal("T:姓名|T:身份证号", Line(sheet, 1));
            Assert.Equal("T:王芳|T:430482199003081234", Line(sheet, 2));
        }
    }

    [Theory]
    [InlineData("a\tb\tc，d\n1,5\t2\t3", "tsv", "T:1,5|T:2|T:3")]
    [InlineData("a;b\n1,5;2", "csv", "T:1,5|T:2")]
    [InlineData("a，b\n1，2", "csv", "T:1，2")]
    [InlineData("sep=;\nb;c\n1;2", "csv", "T:1|T:2")]
    [InlineData("姓名\t,号\t\n王\t,1\t", "csv", "T:王|T:1")]
    public void The_separator_is_the_one_that_stands_most_often(string text, string format, string second)
    {
        var book = SourceBook.Read(Encoding.UTF8.GetBytes(text), "a.txt");
        Assert.Equal(format, book.Format);
        Assert.Equal(second, Line(book.Sheets[0], 2));
    }

    [Fact]
    public void Digits_kept_as_words_lose_what_kept_them() =>
        Assert.Equal("T:430482|T:007|T:008|T:1\"2|T:3.0", Line(Sheet("\"=\"\"430482\"\"\",'007,=\"008\",\"1\"\"2\",3.0"u8.ToArray()), 1));

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_numbers_them()
    {
        var sheet = Sheet("标题\n\n\"一\r\n二\",x\n\n,,\n三"u8.ToArray());
        Assert.Equal([1, 3, 6], sheet.Rows.Select(r => r.Number));
        Assert.Equal("T:一\n二|T:x", Line(sheet, 3));
    }

    [Fact]
    public void A_web_page_named_xls_is_a_sheet_with_merged_cells()
    {
        var book = SourceBook.Read(Encoding.UTF8.GetBytes("""
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{color:red}</style><!--[if gte mso 9]><xml><table></table></xml><![endif]--></head><body>
            <table border=1><tr><th rowspan="2">姓名<th colspan=2>子女 &amp; 家庭</th></tr>
            <tr><td>男</td><td title="a>b">女</td></tr>
            <tr><td>王&nbsp;芳<br>（户主）</td><td x:num>430482199003081234</td><td> 1 &lt; 2
               </td></tr><tr style="display:none"><td>隐</td></tr></table>
            <p>说明</p><table><tr><td><table><tr><td>里</td><td>面</td></tr></table></td></tr></table></body></html>
            """), "名册.xls");
        Assert.Equal("html", book.Format);
        var sheet = Assert.Single(book.Sheets);
        Assert.Equal([new Area(1, 1, 2, 1), new Area(1, 2, 1, 3)], sheet.Merged);
        Assert.Equal("T:姓名|T:子女 & 家庭", Line(sheet, 1));
        Assert.Equal("|T:男|T:女", Line(sheet, 2));
        Assert.Equal("T:王 芳\n（户主）|T:430482199003081234|T:1 < 2", Line(sheet, 3));
        Assert.True(sheet.Rows[3].Hidden);
        Assert.Equal("T:里 面", Line(sheet, 5));
    }

    [Fact]
    public void A_web_archive_is_its_pages()
    {
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var quoted = string.Concat(chinese.GetBytes("<table><tr><td>王芳</td><td>a</td></tr></table>").Select(b => b < 128 && b != '=' ? ((char)b).ToString() : $"={b:X2}")).Insert(15, "=\r\n");
        var text = $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n----x\r\nContent-Type: text/xml\r\n\r\n<xml/>\r\n----x\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n{quoted}\r\n----x--";
        Assert.Equal("T:王芳|T:a", Line(Sheet(Encoding.ASCII.GetBytes(text), "a.xls"), 1));
    }

    [Fact]
    public void A_workbook_of_one_xml_file_is_read()
    {
        var book = SourceBook.Read(Encoding.UTF8.GetBytes("""
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <Styles><Style ss:ID="s1"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>
            <Worksheet ss:Name="甲"><Table><Column ss:Index="2" ss:Hidden="1"/><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">题</Data></Cell><Cell><Data ss:Type="Number">3</Data></Cell></Row>
            <Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="DateTime">1990-03-08T00:00:00.000</Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="DateTime">1990-03-08T00:00:00.000</Data></Cell>
            <Cell ss:Formula="=R[-3]C[1]+R[1]C"><Data ss:Type="Number">7</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>
            """), "a.xls");
        var sheet = Assert.Single(book.Sheets);
        Assert.Equal("T:题||N:3", Line(sheet, 1));
        Assert.Equal("|D:1990-03-08|D:1990-03|N:7=", Line(sheet, 4));
        Assert.Equal([new Area(1, 1, 1, 2)], sheet.Merged);
        Assert.Equal([2], sheet.HiddenColumns);
        Assert.True(sheet.Hidden);
    }
}
