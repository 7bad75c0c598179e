using FsCheck;
using FsCheck.Fluent;

namespace HalfSky.Kernel.Tests;

public class CsvTests
{
    private static List<IReadOnlyList<string>> Read(string text, char separator = ',') =>
        [.. Csv.Read(new StringReader(text), separator)];

    [Theory]
    [InlineData("姓名,备注\r\n王芳,\"走访", "第2行的引号没有配对")]
    [InlineData("\"王芳\"好,1", "第1行的引号后面")]
    public void A_broken_quote_is_refused_with_its_line(string text, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => Read(text)).Message);

    [Fact]
    public void A_row_without_a_cell_is_refused() => Assert.Throws<ArgumentException>(() => Csv.Text([[]]));

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+8613800138000", "'+8613800138000")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-1,234.50", "-1,234.50")]
    [InlineData("-5%", "-5%")]
    [InlineData("王芳", "王芳")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string guarded) =>
        Assert.Equal(guarded, Csv.Guarded(cell));

    [Fact]
    public void Cells_with_commas_quotes_and_line_ends_are_quoted() => Assert.Equal(
        "姓名,备注\r\n王芳,\"她说：\"\"好\"\",\r\n谢谢\"\r\n,\r\n\"\"\r\n",
        Csv.Text([["姓名", "备注"], ["王芳", "她说：\"好\",\r\n谢谢"], [null, ""], [""]]));

    [Fact]
    public void A_byte_order_mark_is_written_on_request_and_skipped_when_reading()
    {
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'a', 13, 10], Csv.Bytes([["a"]]));
        Assert.Equal([(byte)'a', 13, 10], Csv.Bytes([["a"]], bom: false));
        Assert.Equal(["a"], Assert.Single(Read("\uFEFFa\r\n")));
    }

    [Theory]
    [InlineData("a,b\nc,d")]
    [InlineData("a,b\rc,d\r")]
    [InlineData("a,b\r\n\r\nc,d\r\n\r\n")]
    [InlineData("\"a\",b\n\"c\",\"d\"")]
    public void Line_ends_of_any_system_are_read_and_empty_lines_skipped(string text) =>
        Assert.Equal([["a", "b"], ["c", "d"]], Read(text));

    [Fact]
    public void Cells_pasted_from_a_spreadsheet_are_parted_by_tabs() =>
        Assert.Equal([["王芳", "1,284", ""], ["李\n静", "2", "x"]], Read("王芳\t1,284\t\n\"李\n静\"\t2\tx", '\t'));

    [Fact]
    public void What_is_written_is_read_back() => Check.All(
        Check.TextOf("a王,\"\r\n'=+-@\t 1.＝").NonEmptyListOf().NonEmptyListOf(), rows =>
        {
            var read = Read(Csv.Text(rows.Select(row => (IReadOnlyList<string?>)row.ToList())));
            return read.Count == rows.Count && read.Zip(rows).All(pair => pair.First.SequenceEqual(pair.Second));
        });
}
