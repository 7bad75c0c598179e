using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HalfSky.Platform.Documents;

namespace HalfSky.Tests.Platform.Documents;

public sealed class OfficialWriterTests
{
    [Fact]
    public void Word_finds_nothing_wrong_with_it()
    {
        foreach (var document in (OfficialDocument[])[Papers.Full, Papers.Brief, new() { Title = "总结", Date = new(2026, 1, 5), Blocks = [] }])
        {
            File.WriteAllBytes($"/tmp/word-{document.Title[..2]}.docx", OfficialWriter.Write(document));
            using var word = WordprocessingDocument.Open(new MemoryStream(OfficialWriter.Write(document)), false);
            Assert.Equal("", string.Join("\n", new OpenXmlValidator(FileFormatVersions.Office2013).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")));
        }
    }
}
