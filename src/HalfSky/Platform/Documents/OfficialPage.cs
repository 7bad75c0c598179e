using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HalfSky.Platform.Documents;

/// <summary>Measures of the page by GB/T 9704-2012, in twips (1/20 pt), and the sections made of them.</summary>
internal static class OfficialPage
{
    /// <summary>A4.</summary>
    public const int Width = 11906, Height = 16838;

    /// <summary>天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; right and bottom are what is left.</summary>
    public const int Top = 2098, Left = 1588, TextWidth = 8844, TextHeight = 12756, Right = Width - Left - TextWidth, Bottom = Height - Top - TextHeight;

    /// <summary>A 22nd of the height, rounded down: one twip more and a page takes 21 lines.</summary>
    public const int Line = TextHeight / 22;

    /// <summary>A 28th of the width: what one 三号 character takes.</summary>
    public const int Character = TextWidth / 28;

    // Added to each character of 16 pt, in 1/4096 pt, so that 28 of them stay within 156 mm.
    private const int CharSpace = -852;

    /// <summary>Page number 7 mm under the text; its line is 20 pt high.</summary>
    private const int Foot = 397 + 400;

    /// <summary>A page upright.</summary>
    public static W.SectionProperties Upright(bool first = false) => Section(first, new() { Width = Width, Height = Height }, new()
    {
        Top = Top, Right = Right, Bottom = Bottom, Left = Left, Header = 851, Footer = Bottom - Foot, Gutter = 0,
    });

    /// <summary>A page across: the same page turned to the left, its top in the binding.</summary>
    public static W.SectionProperties Across() => Section(false, new() { Width = Height, Height = Width, Orient = W.PageOrientationValues.Landscape }, new()
    {
        Top = Left, Right = Top, Bottom = (int)Right, Left = Bottom, Header = 851, Footer = Right - Foot, Gutter = 0,
    });

    private static W.SectionProperties Section(bool first, W.PageSize size, W.PageMargin margin) => new(
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = OfficialFile.OddFooter },
        new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = OfficialFile.EvenFooter },
        new W.SectionType { Val = W.SectionMarkValues.NextPage }, size, margin,
        first ? new W.PageNumberType { Start = 1 } : null!,
        new W.DocGrid { Type = W.DocGridValues.LinesAndChars, LinePitch = Line, CharacterSpace = CharSpace });

    /// <summary>“— 1 —”, outward on either side.</summary>
    public static W.Footer Footer(string style) => new(new W.Paragraph(
        new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }),
        new W.Run(OfficialText.Hint(), OfficialText.Of("— ")),
        new W.SimpleField(new W.Run(OfficialText.Of("1"))) { Instruction = " PAGE " },
        new W.Run(OfficialText.Hint(), OfficialText.Of(" —"))));
}
