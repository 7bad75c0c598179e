using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace HalfSky.Platform.Documents;

/// <summary>The parts of a document in a zip, in a fixed order and without the hour: the same document is the same bytes.</summary>
internal sealed class OfficialFile : IDisposable
{
    /// <summary>Relationships the sections name.</summary>
    public const string OddFooter = "rId5", EvenFooter = "rId6";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Parcel = "http://schemas.openxmlformats.org/package/2006/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private static readonly (string Name, string Kind)[] Parts =
        [("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable"), ("footer1", "footer"), ("footer2", "footer")];

    private readonly MemoryStream content = new();
    private readonly ZipArchive zip;

    public OfficialFile(string title)
    {
        zip = new(content, ZipArchiveMode.Create, leaveOpen: true);
        Put("[Content_Types].xml", $"""
            <Types xmlns="{Parcel}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="{Word}document.main+xml"/>
            {string.Concat(Parts.Select(p => $"""<Override PartName="/word/{p.Name}.xml" ContentType="{Word}{p.Kind}+xml"/>"""))}
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """);
        Put("_rels/.rels", $"""
            <Relationships xmlns="{Parcel}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/>
            <Relationship Id="rId2" Type="{Parcel}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);
        Put("word/_rels/document.xml.rels", $"""
            <Relationships xmlns="{Parcel}relationships">{string.Concat(Parts.Select((p, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}/{p.Kind}" Target="{p.Name}.xml"/>"""))}</Relationships>
            """);
        // The title and nobody's name.
        Put("docProps/core.xml", $"""
            <cp:coreProperties xmlns:cp="{Parcel}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{System.Security.SecurityElement.Escape(title)}</dc:title></cp:coreProperties>
            """);
    }

    /// <summary>Writes a part under word/.</summary>
    public void Put(string name, OpenXmlPartRootElement root) => Entry($"word/{name}.xml", root.Save);

    /// <summary>Ends the zip.</summary>
    public byte[] Close()
    {
        zip.Dispose();
        return content.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        zip.Dispose();
        content.Dispose();
    }

    private void Put(string name, string xml) => Entry(name, stream => stream.Write(Encoding.UTF8.GetBytes(Head + xml.Trim())));

    private void Entry(string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        write(stream);
    }
}
