using System.IO.Compression;
using System.Text;
using HalfSky.Platform.Documents;

namespace HalfSky.Tests.Platform.Documents;

/// <summary>Documents the tests write and read.</summary>
internal static class Papers
{
    public const string Quote = "坚持“党建带妇建”，走访家庭1,234户——其中困难妇女“两癌”患者56人（占4.5%），𠮷林、㛃（生僻字）、ＡＢＣ、①②③、《家庭教育促进法》〔2026〕3号……";

    /// <summary>Forty headings, every kind of Chinese, a table, bars, two annexes, one of 300 rows.</summary>
    public static OfficialDocument Full { get; } = new()
    {
        Title = "某某县妇女联合会关于2026年\n上半年工作情况的报告",
        Subtitle = "（征求意见稿）",
        Recipient = "县委、县人民政府，市妇联",
        Agency = "某某县妇女联合会文件",
        Number = "某妇字〔2026〕5号",
        Secrecy = "内部",
        Urgency = "加急",
        Signer = "某某县妇女联合会",
        Date = new(2026, 7, 5),
        Note = "此件公开发布",
        Blocks = [.. Blocks()],
        Annexes =
        [
            new("2026年上半年走访困难妇女儿童家庭情况明细表", ["序号", "乡镇", "村（社区）", "走访日期", "走访内容", "金额（元）"],
                [.. Enumerable.Range(1, 300).Select(i => (string[])[$"{i}", $"第{i % 12 + 1}乡", $"向阳{i}村", $"2026年{i % 6 + 1}月{i % 28 + 1}日", i % 5 == 0 ? "了解孩子入学情况，送去学习用品和防溺水、防性侵安全知识读本，约定下月再访" : "入户谈心", $"{i * 100:N0}"])]),
            new("下半年重点任务分解表", ["任务", "责任人", "时限"], [["“巾帼暖人心”活动", "王芳、李秀英", "9月底前"], ["妇女儿童发展规划中期自评", "妇儿工委办", "11月30日前"]]),
        ],
        CopiesTo = ["县人大常委会办公室", "县政协办公室", "县总工会", "团县委", "县民政局", "县教育局", "县卫生健康局", "各乡镇妇联"],
        IssuedBy = "某某县妇女联合会办公室",
        IssuedOn = new(2026, 7, 6),
    };

    public static OfficialDocument Brief { get; } = new()
    {
        Title = "把“妇女之家”建到群众家门口",
        Briefing = new("妇联工作简报", 12, "某某县妇女联合会办公室"),
        Date = new(2026, 3, 9),
        Blocks = [new Paragraph("3月8日，全县71个村（社区）同步开展活动。"), new Heading(1, "主要做法"), new Paragraph(Quote)],
        CopiesTo = ["市妇联", "县委办公室"],
        IssuedBy = "某某县妇女联合会办公室",
    };

    private static IEnumerable<DocumentBlock> Blocks()
    {
        yield return new Paragraph("今年以来，在县委坚强领导和市妇联有力指导下，全县各级妇联组织忠诚履职、扎实工作，各项任务有序推进。现将有关情况报告如下。");
        for (var one = 0; one < 4; one++)
        {
            yield return new Heading(1, one == 0 ? "工作开展情况" : "继续做好的工作");
            yield return new Paragraph(string.Concat(Enumerable.Repeat("全县妇联组织紧紧围绕中心服务大局认真履行引领服务联系职能团结带领广大妇女建功新时代", 30)));
            for (var two = 0; two < 3; two++)
            {
                yield return new Heading(2, "思想引领");
                yield return new Heading(3, "举办宣讲");
                yield return new Heading(4, "进村入户");
                yield return new Paragraph(Quote);
            }
        }
        yield return new Table("表1 各乡镇活动开展情况", ["乡镇", "活动（场）", "参加（人次）", "备注"], [["城关镇", "12", "1,460", ""], ["向阳乡", "7", "505", "其中线上2场"], ["合计", "19", "1,965", ""]]);
        yield return new BarChart("图1 各乡镇走访户数", [("城关镇", 120, "120户"), ("向阳乡", 64.5m, "64.5户"), ("红旗民族乡", 3, "3户"), ("石桥镇", 0, "0户")]);
        yield return new Paragraph("以上报告，请审示。");
    }

    /// <summary>A Word file of a body; further parts by name.</summary>
    public static byte[] Docx(string body, params (string Name, string Text)[] parts)
    {
        const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
        const string Links = "http://schemas.openxmlformats.org/package/2006/relationships", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"r1\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/image\" Target=\"http://127.0.0.1:9/x.png\" TargetMode=\"External\"/></Relationships>"),
            ("word/document.xml", body.StartsWith('<') && body.Contains("w:document", StringComparison.Ordinal) ? body : $"<w:document {Word}><w:body>{body}</w:body></w:document>"),
            .. parts.Select(p => (p.Name, p.Text.Replace("<w:styles>", $"<w:styles {Word}>", StringComparison.Ordinal)))]);
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return content.ToArray();
    }
}
