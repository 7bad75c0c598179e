using System.IO.Compression;
using System.Text;
using System.Xml;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>A link from one part of a package to another.</summary>
internal readonly record struct PackageLink(string Id, string Type, string Target);

/// <summary>
/// The parts of an .xlsx, by what links them. Looked through before anything is read: macros, links out and embedded files refuse the
/// whole. Not opened with the package classes, which trust sizes and keep whole parts.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly (string Mark, Problem Problem)[] Unwanted =
    [
        ("vbaProject", SourceProblems.Macro), ("macroEnabled", SourceProblems.Macro), ("macrosheet", SourceProblems.Macro), ("vbaData", SourceProblems.Macro),
        ("externalLink", SourceProblems.Linked), ("connections", SourceProblems.Connected), ("queryTable", SourceProblems.Connected),
        ("embeddings/", SourceProblems.Embedded), ("oleObject", SourceProblems.Embedded), ("activeX", SourceProblems.Embedded),
        ("customUI", SourceProblems.Embedded),
    ];

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
    };

    private readonly ZipArchive zip;
    private readonly Tally tally;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public XlsxPackage(byte[] content, Tally tally)
    {
        this.tally = tally;
        zip = new(new MemoryStream(content, writable: false));
        if (zip.Entries.Count > tally.Limits.MostEntries) throw new Refusal(SourceProblems.TooManyEntries);
        foreach (var entry in zip.Entries) parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        Inspect();
    }

    /// <summary>The links a part holds; “” for those of the package.</summary>
    public List<PackageLink> Links(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var path = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return parts.ContainsKey(path) ? LinksIn(path, part[..slash]) : [];
    }

    /// <summary>A part, read forward; nothing for one that is not there.</summary>
    public XmlReader? Open(string? part)
    {
        if (part is null || !parts.TryGetValue(part, out var entry)) return null;
        using (var start = entry.Open()) RefuseEntities(start);
        return XmlReader.Create(new Counted(entry.Open(), tally), Careful);
    }

    /// <summary>Definitions at the head of an XML file are refused with a sentence of their own; further down the reader prohibits them.</summary>
    public static void RefuseEntities(Stream xml)
    {
        var head = new byte[4096];
        var text = Encoding.ASCII.GetString(head, 0, xml.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).Replace("\0", "");
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)) throw new Refusal(SourceProblems.Entities);
    }

    /// <summary>XML that stands by itself, under the same rules.</summary>
    public static XmlReader Open(byte[] xml)
    {
        RefuseEntities(new MemoryStream(xml, writable: false));
        return XmlReader.Create(new MemoryStream(xml, writable: false), Careful);
    }

    public void Dispose() => zip.Dispose();

    private void Inspect()
    {
        if (!parts.ContainsKey("[Content_Types].xml"))
            throw new Refusal(parts.ContainsKey("content.xml") ? SourceProblems.OtherTable : SourceProblems.NotATable);
        foreach (var name in parts.Keys) Refuse(name);
        using (var types = Open("[Content_Types].xml")!)
            while (types.Read())
                // A default counts only when a part goes by it: some programs declare more than they write.
                if (types.LocalName == "Override" || types.LocalName == "Default" && types.GetAttribute("Extension") is { } extension && parts.Keys.Any(p => p.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)))
                    Refuse(types.GetAttribute("ContentType") ?? "");
        if (parts.ContainsKey("xl/workbook.bin")) throw new Refusal(SourceProblems.OtherTable);
        foreach (var links in parts.Keys.Where(p => p.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))) LinksIn(links, "");
    }

    private List<PackageLink> LinksIn(string path, string folder)
    {
        List<PackageLink> links = [];
        using var xml = Open(path)!;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            var type = xml.GetAttribute("Type") ?? "";
            type = type[(type.LastIndexOf('/') + 1)..];
            Refuse(type);
            if (string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase))
            {
                // A web address under a name is only followed by who clicks on it.
                if (type != "hyperlink") throw new Refusal(SourceProblems.Linked);
                continue;
            }
            links.Add(new(xml.GetAttribute("Id") ?? "", type, Resolve(folder, xml.GetAttribute("Target") ?? "")));
        }
        return links;
    }

    private static void Refuse(string name)
    {
        foreach (var (mark, problem) in Unwanted)
            if (name.Contains(mark, StringComparison.OrdinalIgnoreCase)) throw new Refusal(problem);
    }

    private static string Resolve(string folder, string target)
    {
        List<string> path = [];
        target = target.Replace('\\', '/');
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        return string.Join('/', path);
    }

    /// <summary>Counts what is unpacked as it is read; sizes written in the file are not believed.</summary>
    private sealed class Counted(Stream from, Tally tally) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = from.Read(buffer);
            tally.Expanded(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) from.Dispose();
            base.Dispose(disposing);
        }
    }
}
