using System.Globalization;
using System.Xml;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>A workbook as one XML file, the way Excel 2003 could and some systems still write, under the name .xls.</summary>
internal static class SpreadsheetMlSource
{
    public static SourceBook Read(byte[] content, Tally tally)
    {
        List<SourceSheet> sheets = [];
        Dictionary<string, Shown> styles = [];
        using var xml = XlsxPackage.Open(content);
        var style = "";
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element)
                switch (xml.LocalName)
                {
                    case "Style":
                        style = Attribute(xml, "ID") ?? "";
                        break;
                    case "NumberFormat" when Attribute(xml, "Format") is { } code:
                        styles[style] = code.Contains("Time", StringComparison.Ordinal) ? Shown.Time : code.Contains("Date", StringComparison.Ordinal) ? Shown.Day : NumberFormat.Of(code);
                        break;
                    case "Worksheet":
                        sheets.Add(Sheet(xml, new(Attribute(xml, "Name") ?? "", tally), styles));
                        break;
                }
        return new("xls", sheets);
    }

    private static SourceSheet Sheet(XmlReader xml, SheetDraft draft, Dictionary<string, Shown> styles)
    {
        int row = 0, column = 0, past = 0, listed = 0;
        var hidden = false;
        var depth = xml.Depth;
        if (xml.IsEmptyElement) return draft.Done();
        while (xml.Read() && xml.Depth > depth)
            switch (xml.LocalName)
            {
                case "Column" when xml.NodeType == XmlNodeType.Element:
                    var first = Number(xml, "Index") ?? listed + 1;
                    listed = first + (Number(xml, "Span") ?? 0);
                    if (Attribute(xml, "Hidden") == "1" || Attribute(xml, "Width") == "0") draft.HideColumns(first, listed);
                    break;
                case "Row" when xml.NodeType == XmlNodeType.Element:
                    row = Number(xml, "Index") ?? row + 1;
                    hidden = Attribute(xml, "Hidden") == "1" || Attribute(xml, "Height") == "0";
                    column = past = 0;
                    if (xml.IsEmptyElement) row += Number(xml, "Span") ?? 0;
                    break;
                case "Row":
                    draft.EndRow(row, hidden);
                    break;
                case "Cell" when xml.NodeType == XmlNodeType.Element:
                    column = Number(xml, "Index") ?? column + past + 1;
                    past = Number(xml, "MergeAcross") ?? 0;
                    draft.Merge(new(row, column, row + (Number(xml, "MergeDown") ?? 0), column + past));
                    if (!xml.IsEmptyElement) draft.Put(column, Cell(xml, styles));
                    break;
                case "Visible" when xml.NodeType == XmlNodeType.Element:
                    draft.Hidden = Words(xml).Trim() is "SheetHidden" or "SheetVeryHidden";
                    break;
            }
        return draft.Done();
    }

    private static SourceCell Cell(XmlReader xml, Dictionary<string, Shown> styles)
    {
        var formula = Attribute(xml, "Formula");
        // Here cells are R[-1]C[2]; only other workbooks stand between brackets with their name.
        CalledFormula.Refuse(formula ?? "");
        var shown = styles.GetValueOrDefault(Attribute(xml, "StyleID") ?? "", Shown.Number);
        var cell = formula is null ? default : new SourceCell(SourceType.Error, "#未计算", true);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Data" })
            {
                var type = Attribute(xml, "Type");
                var words = Words(xml);
                cell = type switch
                {
                    "Number" => SourceNumber.Cell(words, shown, false, formula is not null),
                    "DateTime" => SourceNumber.Iso(words, shown, formula is not null),
                    "Boolean" => new(SourceType.Flag, words.Trim() == "1" ? "TRUE" : "FALSE", formula is not null),
                    "Error" => new(SourceType.Error, words, formula is not null),
                    _ => SourceNumber.Text(words, formula is not null),
                };
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Comment" }) Words(xml);
        return cell;
    }

    /// <summary>All text within, whatever marks it up; stops on the end of the element.</summary>
    private static string Words(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var words = "";
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) words += xml.Value;
        return words;
    }

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, "urn:schemas-microsoft-com:office:spreadsheet") ?? xml.GetAttribute(name);

    private static int? Number(XmlReader xml, string name) => int.TryParse(Attribute(xml, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
