using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using HalfSky.Kernel;

namespace HalfSky.Platform.Documents;

/// <summary>The parts of a Word file that say something. Only three are opened, by name, from the file itself: macros and what lies outside are never touched.</summary>
internal sealed class DocxParts : IDisposable
{
    private const int Most = 20 << 20, MostEntries = 5000, MostDepth = 200;
    private const long MostUnpacked = 200L << 20, MostCharacters = 60L << 20, Usual = 20L << 20;

    private readonly ZipArchive zip;
    private readonly string main;

    /// <summary>Looks at the file before anything of it is unpacked.</summary>
    /// <exception cref="Refusal">It is none, or not a harmless one.</exception>
    public DocxParts(byte[] content)
    {
        if (content.Length > Most) throw new Refusal(DocumentProblems.TooLarge);
        var bytes = content.AsSpan();
        // Old files and locked ones are both compound files, with names in UTF-16.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new Refusal(bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? DocumentProblems.Locked : DocumentProblems.Old);
        if (!bytes.StartsWith("PK"u8)) throw new Refusal(DocumentProblems.NotWord);
        zip = new(new MemoryStream(content, writable: false));
        var unpacked = zip.Entries.Sum(e => e.Length);
        if (zip.Entries.Count > MostEntries || unpacked > MostUnpacked || unpacked > Usual && unpacked > content.Length * 200L) throw new Refusal(DocumentProblems.Bloated);
        if (zip.Entries.Any(e => e.IsEncrypted)) throw new Refusal(DocumentProblems.Locked);
        main = Related("", "officeDocument") ?? throw new Refusal(DocumentProblems.NotWord);
    }

    /// <summary>The styles; null without any.</summary>
    public XElement? Styles => Whole(Related(main, "styles"));

    /// <summary>The lists; null without any.</summary>
    public XElement? Numbering => Whole(Related(main, "numbering"));

    /// <summary>What stands in the body, one after the other.</summary>
    public IEnumerable<XElement> Body()
    {
        // Told apart from the reading, as an element is read whole and a tower of them would bring down who climbs it.
        using (var measure = Open(main))
            while (measure.Read())
                if (measure.Depth > MostDepth) throw new Refusal(DocumentProblems.Bloated);
        using var reader = Open(main);
        if (!reader.Read() || reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "document" || !Descend(reader, "body")) throw new Refusal(DocumentProblems.NotWord);
        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement && !reader.EOF)
            if (reader.NodeType == XmlNodeType.Element) yield return (XElement)XNode.ReadFrom(reader);
            else reader.Read();
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private static bool Descend(XmlReader reader, string name)
    {
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name) return !reader.IsEmptyElement;
        return false;
    }

    /// <summary>Where a part's relationship of a kind leads, within the file.</summary>
    private string? Related(string part, string kind)
    {
        var slash = part.LastIndexOf('/') + 1;
        var link = Whole($"{part[..slash]}_rels/{part[slash..]}.rels")?.Elements()
            .FirstOrDefault(r => (string?)r.Attribute("TargetMode") != "External" && ((string?)r.Attribute("Type"))?.EndsWith("/relationships/" + kind, StringComparison.Ordinal) == true);
        if ((string?)link?.Attribute("Target") is not { Length: > 0 } target) return null;
        return target[0] == '/' ? target[1..] : part[..slash] + target;
    }

    private XElement? Whole(string? part)
    {
        if (part is null || Entry(part) is null) return null;
        using var reader = Open(part);
        return XElement.Load(reader);
    }

    private ZipArchiveEntry? Entry(string part) => zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));

    private XmlReader Open(string part) => XmlReader.Create((Entry(part) ?? throw new Refusal(DocumentProblems.NotWord)).Open(), new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, CloseInput = true,
        IgnoreComments = true, IgnoreProcessingInstructions = true,
    });
}
