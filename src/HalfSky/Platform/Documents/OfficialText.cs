using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HalfSky.Platform.Documents;

/// <summary>Runs and paragraphs of official documents, and how wide a text is.</summary>
internal static class OfficialText
{
    /// <summary>A paragraph in a style. A line break breaks the line.</summary>
    public static W.Paragraph Paragraph(string style, string text, params OpenXmlElement[] properties) =>
        new([new W.ParagraphProperties([new W.ParagraphStyleId { Val = style }, .. properties]), .. Runs(text)]);

    /// <summary>Runs of a text, one a line.</summary>
    public static IEnumerable<OpenXmlElement> Runs(string text, params OpenXmlElement[] properties)
    {
        var lines = Lines(text);
        for (var i = 0; i < lines.Count; i++)
        {
            var run = new W.Run(new W.RunProperties([new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia }, .. properties.Select(p => p.CloneNode(true))]));
            if (i > 0) run.Append(new W.Break());
            run.Append(Of(lines[i]));
            yield return run;
        }
    }

    /// <summary>Quotation marks, dashes and dots belong to both scripts; here they are Chinese, a full character wide.</summary>
    public static W.RunProperties Hint() => new(new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia });

    /// <summary>A text, spaces kept.</summary>
    public static W.Text Of(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Lines without what XML does not know: one such character would make the file unreadable.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(Clean)];

    /// <summary>One line.</summary>
    public static string Line(string text) => string.Join(' ', Lines(text)).Trim();

    /// <summary>“2026年1月5日”, nothing padded.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Width in Chinese characters; a Latin letter or digit takes half of one.</summary>
    public static double Width(string text) => text.EnumerateRunes().Sum(r => r.Value < 0x2000 ? 0.5 : 1);

    private static string Clean(string line)
    {
        var text = new StringBuilder(line.Length);
        // A lone surrogate comes out as the replacement character.
        foreach (var rune in line.EnumerateRunes())
            if (rune.Value == '\t') text.Append(' ');
            else if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) text.Append(rune);
        return text.ToString();
    }
}
