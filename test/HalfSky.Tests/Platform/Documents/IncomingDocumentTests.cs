using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Documents;
using HalfSky.Tests.Shape;

namespace HalfSky.Tests.Platform.Documents;

public sealed class IncomingDocumentTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    [Fact]
    public void What_is_no_Word_file_is_refused_with_advice()
    {
        Assert.Equal(DocumentProblems.Old, Refused(Compound));
        Assert.Contains("另存为 .docx", DocumentProblems.Old.Text);
        Assert.Equal(DocumentProblems.Locked, Refused([.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]]));
        Assert.Equal(DocumentProblems.NotWord, Refused([]));
        Assert.Equal(DocumentProblems.NotWord, Refused("%PDF-1.7"u8.ToArray()));
        Assert.Equal(DocumentProblems.NotWord, Refused("{\\rtf1 x}"u8.ToArray()));
        Assert.Equal(DocumentProblems.NotWord, Refused(Papers.Zip(("xl/workbook.xml", "<workbook/>"))));
        Assert.Equal(DocumentProblems.NotWord, Refused(Papers.Docx("<html>w:document</html>")));
        Assert.Equal(DocumentProblems.TooLarge, Refused(new byte[(20 << 20) + 1]));
    }

    [Fact]
    public void A_file_cut_short_or_scribbled_over_is_refused_and_never_throws_otherwise()
    {
        var whole = OfficialWriter.Write(Papers.Brief);
        for (var length = 4; length < whole.Length; length += 97) Refused(whole[..length]);
        var random = new Random(9704);
        for (var life = 0; life < 300; life++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i < 8; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try { IncomingDocument.Read(bytes); }
            catch (Refusal) { }
        }
    }

    [Fact]
    public void What_would_not_end_when_unpacked_is_refused()
    {
        var bomb = Papers.Docx($"<w:p><w:r><w:t>{new string('啊', 9_000_000)}</w:t></w:r></w:p>");
        Assert.True(bomb.Length < 1 << 20);
        Assert.Equal(DocumentProblems.Bloated, Refused(bomb));
        Assert.Equal(DocumentProblems.Bloated, Refused(Papers.Docx(string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000)))));
        Assert.Equal(DocumentProblems.Bloated, Refused(Papers.Docx(string.Concat(Enumerable.Range(0, 20_100).Select(i => $"<w:p><w:r><w:t>{i}</w:t></w:r></w:p>")))));
    }

    [Fact]
    public void Entities_are_refused()
    {
        const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "SECRET");
        foreach (var declared in (string[])["<!ENTITY a \"aaaa\">", $"<!ENTITY a SYSTEM \"{new Uri(secret)}\">"])
            Assert.Equal(DocumentProblems.Damaged, Refused(Papers.Docx($"<!DOCTYPE x [{declared}]><w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")));
        File.Delete(secret);
    }

    [Fact]
    public void Macros_and_what_lies_outside_are_left_where_they_are()
    {
        var blocks = IncomingDocument.Read(Papers.Docx(P("正文在此，共有一句。"), ("word/vbaProject.bin", "Sub AutoOpen()")));
        Assert.Equal("正文在此，共有一句。", Assert.Single(blocks).Text);
    }

    [Fact]
    public void What_was_written_is_read_with_its_levels()
    {
        var blocks = IncomingDocument.Read(OfficialWriter.Write(Papers.Full));
        Assert.Equal("某某县妇女联合会关于2026年上半年工作情况的报告", Assert.Single(blocks, b => b.IsTitle).Text.Replace("\n", "", StringComparison.Ordinal));
        var written = Papers.Full.Blocks.OfType<Heading>().Select(h => (h.Level, h.Text));
        Assert.Equal(written, blocks.Where(b => b.Level > 0).Select(b => (b.Level, b.Text)));
        Assert.Empty(Papers.Full.Blocks.OfType<Paragraph>().Select(p => p.Text).Except(blocks.Where(b => b.Level == 0).Select(b => b.Text)));
        Assert.Contains(blocks, b => b is { Level: 0, Text: "2. 下半年重点任务分解表" });
        var tables = blocks.Where(b => b.Rows is not null).Select(b => b.Rows!).ToList();
        Assert.Equal(["其中线上2场", "301", "王芳、李秀英"], [tables[0][2][3], $"{tables[2].Count}", tables[3][1][1]]);
        Assert.Equal(["红旗民族乡", "3户"], tables[1][2]);
        Assert.Equal(Papers.Full.Annexes[0].Rows[299], tables[2][300]);
    }

    [Fact]
    public void Insertions_count_deletions_hidden_words_and_notes_do_not()
    {
        var text = Assert.Single(IncomingDocument.Read(Papers.Docx("""
            <w:p><w:r><w:t>全县</w:t></w:r><w:ins><w:r><w:t>共有</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>
            <w:moveFrom><w:r><w:t>搬走</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>妇联</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE 99 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>71</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:hyperlink><w:r><w:t>个</w:t><w:footnoteReference w:id="2"/></w:r></w:hyperlink><w:r><w:t>。</w:t></w:r>
            <mc:AlternateContent><mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
            """))).Text;
        Assert.Equal("全县共有妇联71个。新", text);
    }

    [Fact]
    public void Typed_numbers_say_the_level_and_are_taken_off()
    {
        var blocks = IncomingDocument.Read(Papers.Docx(string.Concat(((string[])["关于半年工作的总结", "导语说明情况。", "一、工作开展情况", "（一）思想引领", "1. 举办宣讲", "（1）进村入户", "1.5万人次参加了活动。", "十一、下一步打算", "(二) 维权关爱", "一、二月份天气寒冷，活动较少。"]).Select(P))));
        Assert.Equal(
            [(0, "关于半年工作的总结"), (0, "导语说明情况。"), (1, "工作开展情况"), (2, "思想引领"), (3, "举办宣讲"), (4, "进村入户"), (0, "1.5万人次参加了活动。"), (1, "下一步打算"), (2, "维权关爱"), (0, "一、二月份天气寒冷，活动较少。")],
            blocks.Select(b => (b.Level, b.Text)));
        Assert.True(blocks[0].IsTitle);
    }

    [Fact]
    public void Styles_say_the_level_and_large_centred_words_are_the_title()
    {
        const string Styles = """
            <w:styles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="我的标题"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="3"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style></w:styles>
            """;
        var blocks = IncomingDocument.Read(Papers.Docx("""
            <w:p><w:r><w:t>某某县妇女联合会文件</w:t></w:r></w:p>
            <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>半年工作总结</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="3"/></w:pPr><w:r><w:t>一、主要工作</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>主要工作</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>家庭家教家风</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>二、存在问题</w:t></w:r></w:p>
            """, ("word/styles.xml", Styles)));
        Assert.Equal("半年工作总结", Assert.Single(blocks, b => b.IsTitle).Text);
        Assert.Equal([(1, "主要工作"), (2, "家庭家教家风"), (1, "存在问题")], blocks.Where(b => b.Level > 0).Select(b => (b.Level, b.Text)));
    }

    [Fact]
    public void Cells_keep_their_columns()
    {
        var rows = IncomingDocument.Read(Papers.Docx("""
            <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合并</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>数</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>二行</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>极宽</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """))[0].Rows!;
        Assert.Equal([["合并", "", "数"], ["甲\n二行", "", "3"], ["极宽", "", ""]], rows.Select(r => r.ToArray()));
    }

    [Fact]
    public void Plain_text_is_read_in_either_writing_and_nothing_else_is()
    {
        const string Text = "半年工作总结\r\n\r\n一、主要工作\r\n走访𠮷家等12户。\r\n";
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], gb.GetBytes(Text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]])
            Assert.Equal([("半年工作总结", 0, true), ("主要工作", 1, false), ("走访𠮷家等12户。", 0, false)], IncomingDocument.ReadText(bytes).Select(b => (b.Text, b.Level, b.IsTitle)));
        Assert.Equal(DocumentProblems.NotText, Assert.Single(Assert.Throws<Refusal>(() => IncomingDocument.ReadText(OfficialWriter.Write(Papers.Brief))).Problems));
        Assert.Equal(DocumentProblems.TooLarge, Assert.Single(Assert.Throws<Refusal>(() => IncomingDocument.ReadText(new byte[(20 << 20) + 1])).Problems));
        Assert.Empty(IncomingDocument.ReadText([]));
    }

    [Fact]
    public void Documents_of_offices_lose_no_line_on_their_way_through_Word()
    {
        var folder = Path.Combine(Source.Root, "..", "shared", "seeds");
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [];
        Assert.SkipWhen(paths.Length == 0, "The documents are not beside the repository (../shared/seeds): their lines cannot be followed here.");
        foreach (var path in paths)
        {
            var lines = File.ReadLines(path).Select(Even).Where(l => l.Length > 0).ToList();
            var text = IncomingDocument.ReadText(File.ReadAllBytes(path));
            // Of a heading the number is left to Word; of all else nothing is.
            Assert.Equal(lines.Count, text.Count);
            Assert.All(text.Zip(lines), b => Assert.True(b.First.Level == 0 ? Even(b.First.Text) == b.Second : b.Second.EndsWith(Even(b.First.Text), StringComparison.Ordinal) && b.Second.Length - b.First.Text.Length <= 5, b.Second));

            var written = OfficialWriter.Write(new() { Title = "文稿", Date = new(2026, 1, 5), Blocks = [.. text.Select(b => (DocumentBlock)(b.Level > 0 ? new Heading(b.Level, b.Text) : new Paragraph(b.Text)))] });
            var read = IncomingDocument.Read(written);
            Assert.Equal(("文稿", true), (read[0].Text, read[0].IsTitle));
            Assert.Equal(text.Select(b => (b.Level, Even(b.Text))), read.Skip(1).SkipLast(1).Select(b => (b.Level, Even(b.Text))));
        }

        static string Even(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static Problem Refused(byte[] content) => Assert.Single(Assert.Throws<Refusal>(() => IncomingDocument.Read(content)).Problems);
}
