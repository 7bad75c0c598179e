using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.VariantTypes;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Says on each printed page, and in the file's properties, who took the file out and when.</summary>
/// <param name="Text">“王芳 2026-11-22 10:05 导出，编号…”.</param>
public sealed record FormMark(string Text)
{
    /// <summary>Name of the file's property.</summary>
    public const string Property = "导出";

    private const int Longest = 255;

    /// <summary>Puts it on; what the form has in its own footer stays where there is room.</summary>
    internal void Put(SpreadsheetDocument document, IEnumerable<WorksheetPart> sheets)
    {
        foreach (var sheet in sheets.Select(p => p.Worksheet))
        {
            var mark = sheet.GetFirstChild<HeaderFooter>();
            if (mark is null) sheet.AddChild(mark = new HeaderFooter());
            mark.OddFooter = new OddFooter(With(mark.OddFooter?.Text ?? ""));
            if (mark.DifferentOddEven?.Value == true) mark.EvenFooter = new EvenFooter(With(mark.EvenFooter?.Text ?? ""));
            if (mark.DifferentFirst?.Value == true) mark.FirstFooter = new FirstFooter(With(mark.FirstFooter?.Text ?? ""));
        }
        var part = document.CustomFilePropertiesPart ?? document.AddCustomFilePropertiesPart();
        part.Properties ??= new Properties();
        foreach (var old in part.Properties.Elements<CustomDocumentProperty>().Where(p => p.Name == Property).ToList()) old.Remove();
        var next = part.Properties.Elements<CustomDocumentProperty>().Select(p => p.PropertyId?.Value ?? 1).DefaultIfEmpty(1).Max() + 1;
        part.Properties.Append(new CustomDocumentProperty(new VTLPWSTR(Text)) { FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", PropertyId = next, Name = Property });
    }

    /// <summary>A footer with the mark in the first of its three parts that is free, from the left; beneath the left one when none is.</summary>
    public string With(string footer)
    {
        var parts = Parts(footer);
        var said = Text.Replace("&", "&&", StringComparison.Ordinal);
        var free = "LRC".FirstOrDefault(p => parts[p].Trim().Length == 0);
        if (free != default) parts[free] = said;
        else parts['L'] = said + "\n" + parts['L'];
        var whole = Join(parts);
        // More than fits is no footer at all: then it is the form's own that goes.
        return whole.Length <= Longest ? whole : "&L" + (said.Length > Longest - 2 ? said[..(Longest - 2)] : said);
    }

    private static string Join(Dictionary<char, string> parts) => string.Concat("LCR".Where(p => parts[p].Length > 0).Select(p => "&" + p + parts[p]));

    /// <summary>Left, middle and right; what is not said to be elsewhere is in the middle.</summary>
    private static Dictionary<char, string> Parts(string footer)
    {
        var parts = new Dictionary<char, string> { ['L'] = "", ['C'] = "", ['R'] = "" };
        var at = 'C';
        for (var i = 0; i < footer.Length; i++)
        {
            if (footer[i] == '&' && i + 1 < footer.Length)
            {
                i++;
                if (footer[i] is 'L' or 'C' or 'R') at = footer[i];
                else parts[at] += "&" + footer[i];
            }
            else parts[at] += footer[i];
        }
        return parts;
    }
}
