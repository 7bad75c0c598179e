using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Platform.Sheets;

/// <summary>Text as a cell of a workbook carries it: never taken for a formula, and read again as the same characters.</summary>
internal static partial class InlineWords
{
    private const int Longest = 32_000;

    /// <summary>The text of a cell.</summary>
    public static InlineString Of(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        // A character that XML does not know would make the file unreadable; “_x0041_” would be read as A.
        if (!text.All(XmlConvert.IsXmlChar)) text = string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
        if (text.Contains("_x", StringComparison.Ordinal)) text = Escaped().Replace(text, "_x005F_");
        return new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}([0-9A-Fa-f]{4})?_)", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
