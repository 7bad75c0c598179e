using System.Text;
using System.Xml.Linq;

namespace HalfSky.Platform.Documents;

/// <summary>A paragraph of a Word file: its words as they would be printed, and how it looks.</summary>
/// <param name="Text">Words, a break as a line break.</param>
/// <param name="Mark">Number of its list.</param>
/// <param name="Look">Look, its size that of the first words.</param>
/// <param name="Rows">A table instead.</param>
internal sealed record DocxPiece(string Text, string Mark, Look Look, IReadOnlyList<IReadOnlyList<string>>? Rows = null);

/// <summary>Words of a Word file: insertions yes, deletions no, hidden ones no, results of fields, without notes, pictures and text boxes.</summary>
internal sealed class DocxText(DocxLooks looks)
{
    private const int MostColumns = 100;

    /// <summary>Pieces of something in the body.</summary>
    public IEnumerable<DocxPiece> Of(XElement element) => element.Name.LocalName switch
    {
        "p" => [Paragraph(element)],
        "tbl" => Table(element),
        "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag" => element.Elements().SelectMany(Of),
        _ => [],
    };

    private DocxPiece Paragraph(XElement paragraph)
    {
        var look = looks.Of(paragraph);
        var text = new StringBuilder();
        int? size = null;
        Words(paragraph, look, text, ref size);
        // The number counts on even where nothing is written beside it, as on paper it would not.
        var words = Trimmed(text);
        return new(words, words.Length == 0 ? "" : looks.Mark(paragraph, look).Trim(), look with { Size = size ?? look.Size });
    }

    private void Words(XElement parent, Look look, StringBuilder text, ref int? size)
    {
        foreach (var element in parent.Elements())
            switch (element.Name.LocalName)
            {
                case "del" or "moveFrom" or "pPr" or "rPr" or "rt" or "Fallback" or "drawing" or "pict" or "object" or "instrText" or "delText" or "sdtPr" or "txbxContent":
                    break;
                case "r":
                    var run = looks.Of(element, look);
                    if (run.IsHidden) break;
                    if (size is null && element.Elements().Any(e => e.Name.LocalName == "t")) size = run.Size;
                    Words(element, look, text, ref size);
                    break;
                case "t":
                    text.Append(element.Value);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" when element.Value("type") is null or "textWrapping":
                case "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                default:
                    Words(element, look, text, ref size);
                    break;
            }
    }

    private IEnumerable<DocxPiece> Table(XElement table)
    {
        var rows = Within(table, "tr").Where(r => r.Child("trPr")?.Child("del") is null).Select(r => Within(r, "tc").ToList()).Where(r => r.Count > 0).ToList();
        // A frame around text is no table.
        if (rows is [[var only]]) return only.Elements().SelectMany(Of);
        var cells = rows.Select(r => r.SelectMany(Cell).Take(MostColumns).ToList()).ToList();
        if (cells.All(r => r.All(c => c.Length == 0))) return [];
        // The imprint 版记 at the foot stands in a table for its rules only.
        if (cells.Count <= 3 && cells.Any(r => r[0].StartsWith("抄送", StringComparison.Ordinal) || r[^1].EndsWith("印发", StringComparison.Ordinal)))
            return cells.Select(r => new DocxPiece(string.Join('　', r.Where(c => c.Length > 0)), "", default));
        // Columns at the end with nothing in any row are there for the layout.
        var width = cells.Max(r => r.FindLastIndex(c => c.Length > 0)) + 1;
        return [new("", "", default, [.. cells.Select(r => (IReadOnlyList<string>)[.. r.Take(width)])])];
    }

    /// <summary>A cell's text, and nothing for each further column it spans.</summary>
    private IEnumerable<string> Cell(XElement cell)
    {
        var properties = cell.Child("tcPr");
        var text = string.Join('\n', cell.Elements().SelectMany(Of).SelectMany(Lines).Where(l => l.Length > 0));
        return [text, .. Enumerable.Repeat("", Math.Clamp(properties?.Child("gridSpan")?.Number("val") ?? 1, 1, MostColumns) - 1)];
    }

    private static IEnumerable<string> Lines(DocxPiece piece) => piece.Rows is { } rows ? rows.Select(r => string.Join('\t', r)) : [piece.Mark + piece.Text];

    private static IEnumerable<XElement> Within(XElement parent, string name) => parent.Elements()
        .SelectMany(e => e.Name.LocalName == name ? [e] : e.Name.LocalName is "sdt" or "sdtContent" or "ins" or "customXml" ? Within(e, name) : []);

    private static string Trimmed(StringBuilder text) => string.Join('\n', text.ToString().Split('\n').Select(l => l.Trim())).Trim();
}
