using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Tests.Platform.Sheets.Reading;

/// <summary>Files as others send them, written by hand.</summary>
internal static class Workbooks
{
    public const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>An office suite is on this machine.</summary>
    public static bool SuiteIsHere => Program is not null;

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    /// <summary>A workbook of one sheet; a part given by its name stands for the one written here, or beside them.</summary>
    public static byte[] Xlsx(string sheet, string shared = "", string styles = "", string main = Transitional, string office = Office, string workbook = "", params (string Name, string Text)[] more)
    {
        List<(string Name, string Text)> parts =
        [
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="{Type}sharedStrings+xml"/></Types>
                """.Trim()),
            ("_rels/.rels", Links($"""<Relationship Id="r1" Type="{office}/officeDocument" Target="/xl/workbook.xml"/>""")),
            ("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{office}">{workbook}<sheets><sheet name="台账" sheetId="1" r:id="s1"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", Links($"""
                <Relationship Id="s1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>
                <Relationship Id="s3" Type="{office}/styles" Target="../xl/styles.xml"/>
                """)),
            ("xl/worksheets/sheet1.xml", $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">{sheet}</worksheet>"""),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{main}">{shared}</sst>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="{main}">{styles}</styleSheet>"""),
        ];
        parts.RemoveAll(p => more.Any(m => m.Name == p.Name));
        return Zip([.. parts, .. more]);
    }

    public static string Links(string links) => $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>""";

    /// <summary>Cells of one row.</summary>
    public static string Row(params string[] cells) => $"<sheetData><row>{string.Concat(cells)}</row></sheetData>";

    /// <summary>The only sheet of a file.</summary>
    public static SourceSheet Sheet(byte[] content, string name = "名册.xlsx") => Assert.Single(SourceBook.Read(content, name).Sheets);

    /// <summary>Texts of a row of the only sheet, and what kind each is.</summary>
    public static string Line(SourceSheet sheet, int number) =>
        string.Join('|', sheet.Rows.Single(r => r.Number == number).Cells.Select(c => c.IsEmpty ? "" : $"{c.Type.ToString()[0]}:{c.Text}{(c.Computed ? "=" : "")}"));

    /// <summary>A file as the office suite saves it.</summary>
    public static byte[] Saved(byte[] content, string from, string filter)
    {
        var folder = Directory.CreateTempSubdirectory("halfsky-sheets-");
        try
        {
            var file = Path.Combine(folder.FullName, "in." + from);
            File.WriteAllBytes(file, content);
            // A profile of its own: one already open would take the order and answer nothing.
            string[] words = ["-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")), "--headless", "--convert-to", filter, "--outdir", Path.Combine(folder.FullName, "out"), file];
            using var run = Process.Start(new ProcessStartInfo(Program!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            _ = run.StandardOutput.ReadToEndAsync();
            _ = run.StandardError.ReadToEndAsync();
            Assert.True(run.WaitForExit(90_000));
            return File.ReadAllBytes(Path.Combine(folder.FullName, "out", "in." + filter.Split(':')[0]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
