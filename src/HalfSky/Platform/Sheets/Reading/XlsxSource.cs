using System.Globalization;
using System.Text;
using System.Xml;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>
/// Workbooks as Excel, WPS, LibreOffice and libraries write them. Read forward only, by the local names of elements, so that the strict
/// and the transitional namespaces are one.
/// </summary>
internal sealed class XlsxSource
{
    private readonly List<string> shared = [];
    private readonly List<Shown> styles = [];
    private readonly StringBuilder text = new();
    private readonly XlsxPackage package;
    private readonly Tally tally;
    private bool since1904;

    private XlsxSource(XlsxPackage package, Tally tally) => (this.package, this.tally) = (package, tally);

    public static SourceBook Read(byte[] content, Tally tally)
    {
        using var package = new XlsxPackage(content, tally);
        return new("xlsx", new XlsxSource(package, tally).Sheets());
    }

    private List<SourceSheet> Sheets()
    {
        var workbook = package.Links("").FirstOrDefault(l => l.Type == "officeDocument").Target;
        var links = package.Links(workbook ?? "");
        List<(string Name, string Id, bool Hidden)> listed = [];
        using (var xml = package.Open(workbook))
        {
            // A document or a presentation is a package too.
            if (xml is null || xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "workbook") throw new Refusal(SourceProblems.NotATable);
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element)
                    switch (xml.LocalName)
                    {
                        case "workbookPr":
                            since1904 = Yes(xml.GetAttribute("date1904"));
                            break;
                        case "sheet":
                            listed.Add((xml.GetAttribute("name") ?? "", IdOf(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
                            break;
                        case "definedName":
                            CalledFormula.Refuse(Content(xml));
                            break;
                    }
        }
        Strings(links.FirstOrDefault(l => l.Type == "sharedStrings").Target);
        Styles(links.FirstOrDefault(l => l.Type == "styles").Target);
        List<SourceSheet> sheets = [];
        foreach (var (name, id, hidden) in listed)
            // Sheets that are charts hold no cells.
            if (links.FirstOrDefault(l => l.Id == id) is { Type: "worksheet" } link)
                sheets.Add(Sheet(new(name, tally) { Hidden = hidden }, link.Target));
        return sheets;
    }

    private void Strings(string? part)
    {
        using var xml = package.Open(part);
        while (xml?.Read() == true)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                tally.Cells(1);
                shared.Add(Words(xml));
            }
    }

    private void Styles(string? part)
    {
        Dictionary<int, string> codes = [];
        var within = false;
        using var xml = package.Open(part);
        while (xml?.Read() == true)
            switch (xml.LocalName)
            {
                case "numFmt" when xml.NodeType == XmlNodeType.Element:
                    codes[Whole(xml.GetAttribute("numFmtId"))] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs":
                    within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                    break;
                case "xf" when within && xml.NodeType == XmlNodeType.Element:
                    var id = Whole(xml.GetAttribute("numFmtId"));
                    styles.Add(NumberFormat.Of(id, codes.GetValueOrDefault(id)));
                    break;
            }
    }

    private SourceSheet Sheet(SheetDraft draft, string part)
    {
        int row = 0, column = 0;
        var hidden = false;
        using var xml = package.Open(part) ?? throw new InvalidDataException("A sheet without its part.");
        // A cell read to its end leaves the reader on what follows, which is not to be skipped.
        for (var more = xml.Read(); more;)
        {
            switch (xml.LocalName)
            {
                case "c" when xml.NodeType == XmlNodeType.Element:
                    column = xml.GetAttribute("r") is { Length: > 0 } at ? ColumnOf(at) : column + 1;
                    if (!xml.IsEmptyElement) draft.Put(column, Cell(xml));
                    break;
                case "row" when xml.NodeType == XmlNodeType.Element:
                    row = xml.GetAttribute("r") is { Length: > 0 } number ? Whole(number) : row + 1;
                    if (row is < 1 or > SheetDraft.MostRows) throw new InvalidDataException("A row beyond the last.");
                    hidden = Yes(xml.GetAttribute("hidden")) || xml.GetAttribute("ht") == "0";
                    column = 0;
                    break;
                case "row":
                    draft.EndRow(row, hidden);
                    break;
                case "col" when xml.NodeType == XmlNodeType.Element && (Yes(xml.GetAttribute("hidden")) || xml.GetAttribute("width") == "0"):
                    draft.HideColumns(Whole(xml.GetAttribute("min")), Whole(xml.GetAttribute("max")));
                    break;
                case "mergeCell" when xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ref") is { } reference:
                    draft.Merge(Area.Of(reference));
                    break;
            }
            more = xml.Read();
        }
        return draft.Done();
    }

    /// <summary>Reads to the end of a cell.</summary>
    private SourceCell Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s") is { } s ? Whole(s) : 0;
        string? value = null, words = null;
        var computed = false;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "v": value = Content(xml); break;
                case "is": words = Words(xml); break;
                case "f":
                    computed = true;
                    CalledFormula.Refuse(Content(xml));
                    break;
            }
        }
        if (words is not null) return SourceNumber.Text(words, computed);
        if (value is null) return computed ? new(SourceType.Error, "#未计算", true) : default;
        var shown = style >= 0 && style < styles.Count ? styles[style] : Shown.Number;
        return type switch
        {
            _ when value.Length == 0 => default,
            "s" => SourceNumber.Text(shared[Whole(value)], computed),
            "str" or "inlineStr" => SourceNumber.Text(Decoded(value), computed),
            "b" => new(SourceType.Flag, Yes(value.Trim()) ? "TRUE" : "FALSE", computed),
            "e" => new(SourceType.Error, value, computed),
            "d" => SourceNumber.Iso(value, shown, computed),
            _ => SourceNumber.Cell(value, shown, since1904, computed),
        };
    }

    /// <summary>Text of a string item with its runs, without the readings above the characters; reads to its end.</summary>
    private string Words(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        // Nearly all strings are one piece; only others are put together.
        string? first = null;
        text.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh") SkipTo(xml);
            else if (xml.LocalName == "t")
            {
                var piece = Content(xml);
                if (first is null) first = piece;
                else text.Append(text.Length == 0 ? first : "").Append(piece);
            }
        }
        return Decoded(text.Length > 0 ? text.ToString() : first ?? "");
    }

    /// <summary>Text within an element; stops on its end, so that the next step is not skipped.</summary>
    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var content = "";
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                content = content.Length == 0 ? xml.Value : content + xml.Value;
        return content;
    }

    private static void SkipTo(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    /// <summary>Characters XML does not know are written “_x000D_”; line ends become one kind.</summary>
    private static string Decoded(string words)
    {
        if (words.Contains("_x", StringComparison.Ordinal)) words = XmlConvert.DecodeName(words)!;
        return words.Contains('\r') ? words.ReplaceLineEndings("\n") : words;
    }

    private static string IdOf(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0) id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
            if (char.IsAsciiLetter(c) && column <= SheetDraft.MostColumns) column = column * 26 + (c & 0x1F);
            else if (c != '$') break;
        return column;
    }

    private static bool Yes(string? flag) => flag is "1" or "true" or "TRUE" or "on";

    private static int Whole(string? number) => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? whole : 0;
}
