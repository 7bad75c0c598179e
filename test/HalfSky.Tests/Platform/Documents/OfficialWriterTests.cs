using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HalfSky.Platform.Documents;

namespace HalfSky.Tests.Platform.Documents;

public sealed class OfficialWriterTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly Lazy<byte[]> Full = new(() => OfficialWriter.Write(Papers.Full));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void There_is_no_such_level_of_heading(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OfficialWriter.Write(new() { Title = "总结", Date = new(2026, 1, 5), Blocks = [new Heading(level, "题")] }));

    [Fact]
    public void Word_finds_nothing_wrong_with_it()
    {
        OfficialDocument least = new() { Title = "总结", Date = new(2026, 1, 5), Blocks = [] };
        OfficialDocument odd = least with { Blocks = [new Table(null, [], []), new BarChart("", [("全无", 0, ""), ("负", -3, "-3")]), new Paragraph(" \n ")], Annexes = [new("空表", [], [])], CopiesTo = ["市妇联"] };
        foreach (var document in (OfficialDocument[])[Papers.Full, Papers.Brief, least, odd])
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(OfficialWriter.Write(document)), false);
            Assert.Equal("", string.Join("\n", new OpenXmlValidator(FileFormatVersions.Office2013).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")));
        }
    }

    [Fact]
    public void A_page_is_A4_with_22_lines_of_28_characters_on_156_by_225_mm()
    {
        var first = Part(Full.Value, "document").Descendants(W + "sectPr").First();
        Assert.Equal(("11906", "16838", null), (At(first, "pgSz", "w"), At(first, "pgSz", "h"), At(first, "pgSz", "orient")));
        Assert.Equal(("2098", "1588", "1474", "1984"), (At(first, "pgMar", "top"), At(first, "pgMar", "left"), At(first, "pgMar", "right"), At(first, "pgMar", "bottom")));
        Assert.Equal("linesAndChars", At(first, "docGrid", "type"));
        var (line, space) = (int.Parse(At(first, "docGrid", "linePitch")!), int.Parse(At(first, "docGrid", "charSpace")!));
        Assert.Equal(22, (16838 - 2098 - 1984) / line);
        var letter = (16 + space / 4096.0) * 20;
        Assert.Equal(28, (int)((11906 - 1588 - 1474) / letter));

        var normal = Style("Normal");
        Assert.Equal(("32", "579", "exact"), (At(normal, "sz", "val"), At(normal, "spacing", "line"), At(normal, "spacing", "lineRule")));
        Assert.Equal("-6", At(normal.Element(W + "rPr")!, "spacing", "val"));
        Assert.Equal(28, (11906 - 1588 - 1474) / (320 - 6));
    }

    [Fact]
    public void Fonts_are_those_of_the_standard_each_with_one_to_stand_in()
    {
        Assert.Equal(("方正小标宋简体", "44"), (At(Style("Title"), "rFonts", "eastAsia"), At(Style("Title"), "sz", "val")));
        Assert.Equal(["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"], Enumerable.Range(1, 4).Select(l => At(Style($"Heading{l}"), "rFonts", "eastAsia")));
        var usual = Part(Full.Value, "styles").Element(W + "docDefaults")!;
        Assert.Equal(("仿宋_GB2312", "Times New Roman", "zh-CN"), (At(usual, "rFonts", "eastAsia"), At(usual, "rFonts", "ascii"), At(usual, "lang", "eastAsia")));
        var fonts = Part(Full.Value, "fontTable").Elements(W + "font").ToDictionary(f => Of(f, "name")!, f => At(f, "altName", "val"));
        Assert.Equal(("仿宋", "楷体", "宋体"), (fonts["仿宋_GB2312"], fonts["楷体_GB2312"], fonts["方正小标宋简体"]));
        // No run names a font or a colour: that is the styles' business. The red agency alone says how large it is.
        Assert.Equal([W + "rFonts", W + "sz", W + "szCs"], Part(Full.Value, "document").Descendants(W + "rPr").Elements().Select(e => e.Name).Distinct());
        Assert.Single(Part(Full.Value, "document").Descendants(W + "sz"));
        Assert.DoesNotContain(Part(Full.Value, "document").Descendants(W + "rFonts").Attributes(), a => a.Name.LocalName != "hint");
    }

    [Fact]
    public void Headings_are_counted_by_Word()
    {
        var paragraphs = Part(Full.Value, "document").Descendants(W + "p").Select(p => (Style: At(p, "pStyle", "val"), Text: p.Value)).Where(p => p.Style?.StartsWith("Heading", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(40, paragraphs.Count);
        Assert.Equal((4, 12, 12, 12), (paragraphs.Count(p => p.Style == "Heading1"), paragraphs.Count(p => p.Style == "Heading2"), paragraphs.Count(p => p.Style == "Heading3"), paragraphs.Count(p => p.Style == "Heading4")));
        Assert.Equal(("Heading1", "工作开展情况"), paragraphs[0]);
        var levels = Part(Full.Value, "numbering").Descendants(W + "lvl").ToList();
        Assert.Equal(["%1、", "（%2）", "%3.", "（%4）"], levels.Select(l => At(l, "lvlText", "val")));
        Assert.Equal(["chineseCountingThousand", "chineseCountingThousand", "decimal", "decimal"], levels.Select(l => At(l, "numFmt", "val")));
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal($"Heading{i + 1}", At(levels[i], "pStyle", "val"));
            Assert.Equal(("1", i.ToString()), (At(Style($"Heading{i + 1}"), "numId", "val"), At(Style($"Heading{i + 1}"), "outlineLvl", "val")));
        }
    }

    [Fact]
    public void Page_numbers_stand_outward_on_either_side()
    {
        Assert.NotNull(Part(Full.Value, "settings").Element(W + "evenAndOddHeaders"));
        foreach (var (part, style, side, indent) in new[] { ("footer1", "OddPage", "right", "rightChars"), ("footer2", "EvenPage", "left", "leftChars") })
        {
            var foot = Part(Full.Value, part);
            Assert.Equal("— 1 —", foot.Value);
            Assert.Equal(" PAGE ", At(foot, "fldSimple", "instr"));
            Assert.Equal(style, At(foot, "pStyle", "val"));
            Assert.Equal((side, "100", "28"), (At(Style(style), "jc", "val"), At(Style(style), "ind", indent), At(Style(style), "sz", "val")));
        }
        var sections = Part(Full.Value, "document").Descendants(W + "sectPr").ToList();
        Assert.All(sections, s => Assert.Equal(["default", "even"], s.Elements(W + "footerReference").Select(r => Of(r, "type"))));
        Assert.Single(sections, s => s.Element(W + "pgNumType") is not null);
    }

    [Fact]
    public void Nothing_in_it_runs_reaches_out_or_names_a_person_and_the_same_is_the_same()
    {
        using var zip = new ZipArchive(new MemoryStream(Full.Value));
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml"],
            zip.Entries.Select(e => e.FullName));
        foreach (var entry in zip.Entries)
            using (var reader = new StreamReader(entry.Open())) Assert.DoesNotContain("External", reader.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
        var core = Assert.Single(XElement.Load(zip.GetEntry("docProps/core.xml")!.Open()).Elements());
        Assert.Equal(("title", "某某县妇女联合会关于2026年 上半年工作情况的报告"), (core.Name.LocalName, core.Value));
        Assert.Equal(Full.Value, OfficialWriter.Write(Papers.Full));
    }

    [Fact]
    public void Annexes_lie_across_with_their_head_on_every_page()
    {
        var body = Part(Full.Value, "document").Element(W + "body")!;
        Assert.Equal([null, "landscape", "landscape", null], body.Descendants(W + "sectPr").Select(s => At(s, "pgSz", "orient")));
        var table = body.Elements(W + "tbl").Single(t => t.Elements(W + "tr").Count() == 301);
        Assert.NotNull(Assert.Single(table.Descendants(W + "tblHeader")).Ancestors(W + "tr").First(r => r.Value.StartsWith("序号乡镇", StringComparison.Ordinal)));
        Assert.Equal(12756, table.Element(W + "tblGrid")!.Elements().Sum(c => int.Parse(Of(c, "w")!)));
        var texts = body.Elements(W + "p").Select(p => p.Value).ToList();
        Assert.Contains("附件：1. 2026年上半年走访困难妇女儿童家庭情况明细表", texts);
        Assert.Contains("2. 下半年重点任务分解表", texts);
        Assert.Contains("附件2", texts);
        // One alone has no number.
        var one = Part(OfficialWriter.Write(Papers.Full with { Annexes = [Papers.Full.Annexes[1]] }), "document").Descendants(W + "p").Select(p => p.Value).ToList();
        Assert.Contains("附件：下半年重点任务分解表", one);
        Assert.Contains("附件", one);
    }

    [Theory]
    [InlineData("某县妇联", 500, 400)]
    [InlineData("某某县妇女联合会", 300, 400)]
    [InlineData("中国共产党某某县委员会宣传部某某县妇女联合会", 0, 800)]
    public void The_name_is_centred_on_the_date_four_characters_in(string signer, int name, int date)
    {
        var paragraphs = Part(OfficialWriter.Write(new() { Title = "通知", Date = new(2026, 1, 5), Blocks = [new Paragraph("特此通知。")], Signer = signer }), "document").Descendants(W + "p").ToList();
        Assert.Equal("2026年1月5日", paragraphs[^1].Value);
        Assert.Equal(signer, paragraphs[^2].Value);
        Assert.Equal((name, date), (Right(paragraphs[^2], "Signer"), Right(paragraphs[^1], "SignDate")));

        static int Right(XElement paragraph, string style) => int.Parse(At(paragraph, "ind", "rightChars") ?? (paragraph.Descendants(W + "ind").Any() ? "0" : At(Style(style), "ind", "rightChars")!));
    }

    [Fact]
    public void The_head_is_red_and_the_imprint_closes_the_last_page()
    {
        var body = Part(Full.Value, "document").Element(W + "body")!;
        Assert.Equal(["Urgency", "Urgency", "Agency", "DocumentNumber", "HeadLine", "Title", "Subtitle", "Recipient"], body.Elements(W + "p").Take(8).Select(p => At(p, "pStyle", "val")));
        Assert.Equal("FF0000", At(Style("Agency"), "color", "val"));
        Assert.Equal("县委、县人民政府，市妇联：", body.Elements(W + "p").ElementAt(7).Value);
        var imprint = body.Elements(W + "tbl").Last();
        Assert.NotNull(imprint.Descendants(W + "tblpPr").SingleOrDefault());
        Assert.Equal(["抄送：县人大常委会办公室，县政协办公室，县总工会，团县委，县民政局，县教育局，县卫生健康局，各乡镇妇联。", "某某县妇女联合会办公室", "2026年7月6日印发"], imprint.Descendants(W + "p").Select(p => p.Value));
        var plain = Part(OfficialWriter.Write(Papers.Full with { Agency = null, Secrecy = null, Urgency = null }), "document").Descendants(W + "p").First();
        Assert.Equal("Title", At(plain, "pStyle", "val"));
    }

    [Fact]
    public void A_briefing_has_a_head_of_its_own_and_no_signature()
    {
        var body = Part(OfficialWriter.Write(Papers.Brief with { Signer = "某某县妇女联合会", Agency = "某某县妇女联合会文件" }), "document").Element(W + "body")!;
        Assert.Equal(["妇联工作简报", "第12期", "某某县妇女联合会办公室2026年3月9日", "把“妇女之家”建到群众家门口"], body.Elements(W + "p").Take(4).Select(p => p.Value));
        Assert.DoesNotContain(body.Elements(W + "p"), p => At(p, "pStyle", "val") is "Signer" or "SignDate" or "Agency");
        Assert.Contains("报送：市妇联，县委办公室。", body.Value);
    }

    [Fact]
    public void A_character_no_file_can_hold_is_left_out()
    {
        var text = Part(OfficialWriter.Write(new() { Title = "总\u0001结", Date = new(2026, 1, 5), Blocks = [new Paragraph("前\u0000后\uFFFE，𠮷\uD842末"), new Table("表\u000B", ["a\u0002"], [["1\n2"]])] }), "document").Value;
        Assert.Contains("总结", text);
        Assert.Contains("前后，𠮷\uFFFD末", text);
        Assert.Contains("a12", text);
    }

    [Fact]
    public async Task A_PDF_copy_is_made_where_LibreOffice_is()
    {
        var copy = await PdfCopy.Make(OfficialWriter.Write(Papers.Brief), TestContext.Current.CancellationToken);
        Assert.Equal(PdfCopy.IsAvailable, copy is not null);
        if (copy is not null) Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(copy[..8]), StringComparison.Ordinal);
    }

    private static XElement Style(string id) => Part(Full.Value, "styles").Elements(W + "style").Single(s => Of(s, "styleId") == id);

    private static XElement Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry($"word/{name}.xml")!.Open();
        return XElement.Load(part);
    }

    private static string? At(XElement parent, string element, string attribute) => parent.Descendants(W + element).FirstOrDefault() is { } found ? Of(found, attribute) : null;

    private static string? Of(XElement element, string attribute) => (string?)element.Attribute(W + attribute);
}
