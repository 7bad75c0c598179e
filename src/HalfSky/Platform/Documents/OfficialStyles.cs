using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;
using static HalfSky.Platform.Documents.OfficialPage;

namespace HalfSky.Platform.Documents;

/// <summary>Styles, numbering, fonts and settings of official documents. What a style says is said nowhere else.</summary>
internal static class OfficialStyles
{
    public const string Title = "Title", Subtitle = "Subtitle", Body = "BodyText", Recipient = "Recipient", Agency = "Agency", Number = "DocumentNumber", HeadLine = "HeadLine", Urgency = "Urgency",
        BriefingName = "BriefingName", Issue = "BriefingIssue", Editor = "BriefingEditor", AnnexList = "AnnexList", AnnexListMore = "AnnexListMore", AnnexListOne = "AnnexListOne", Signer = "Signer", Date = "SignDate", Note = "Note",
        AnnexMark = "AnnexMark", Caption = "Caption", TableHead = "TableHead", TableText = "TableText", TableShort = "TableShort", Grid = "OfficialTable", Imprint = "Imprint", ImprintCopies = "ImprintCopies", ImprintDay = "ImprintDay", Tail = "Tail", OddPage = "OddPage", EvenPage = "EvenPage";

    /// <summary>A line of the imprint 版记, and one of its 四号 characters.</summary>
    public const int ImprintLine = 480, ImprintLetter = 280;

    private const string Song = "方正小标宋简体", FangSong = "仿宋_GB2312", Hei = "黑体", Kai = "楷体_GB2312", Latin = "Times New Roman", Red = "FF0000";

    /// <summary>Style of a heading.</summary>
    public static string Heading(int level) => $"Heading{level}";

    /// <summary>All styles.</summary>
    public static W.Styles Styles() => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia, Ascii = Latin, HighAnsi = Latin, EastAsia = FangSong, ComplexScript = Latin },
                new W.FontSize { Val = "32" }, new W.FontSizeComplexScript { Val = "32" }, new W.Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" })),
            new W.ParagraphPropertiesDefault()),
        // No widow control and no air between scripts: either would break 22 lines of 28 characters. The page's grid says how many there are;
        // line height and spacing bring it about, since a program that follows the grid to the letter gives a 16 pt character two of its cells.
        Style("Normal", "Normal", null, null, 32, [new W.WidowControl { Val = false }, new W.AutoSpaceDE { Val = false }, new W.AutoSpaceDN { Val = false }, OffGrid(), Lines(Line), Align(W.JustificationValues.Both)], tight: true),
        Style(Body, "Body Text", "Normal", null, 0, [FirstLine()]),
        Level(1, Hei), Level(2, Kai), Level(3, FangSong), Level(4, FangSong),
        Style(Title, "Title", "Normal", Song, 44, [KeepNext(), Lines(700, after: Line), Align(W.JustificationValues.Center)]),
        Style(Subtitle, "Subtitle", "Normal", Kai, 32, [KeepNext(), Lines(Line, after: Line), Align(W.JustificationValues.Center)]),
        Style(Urgency, "密级和紧急程度", "Normal", Hei, 32, [Align(W.JustificationValues.Left)]),
        // 35 mm from the top of the text to the agency.
        Style(Agency, "发文机关标志", "Normal", Song, 0, [Free(before: 1984), Align(W.JustificationValues.Center)], Red),
        Style(Number, "发文字号", "Normal", null, 0, [Lines(Line, before: 2 * Line), Align(W.JustificationValues.Center)]),
        Style(HeadLine, "红色分隔线", "Normal", null, 2, [RedLine(), Lines(227, after: 2 * Line)]),
        Style(BriefingName, "简报名称", "Normal", Song, 0, [Free(before: Line), Align(W.JustificationValues.Center)], Red),
        Style(Issue, "简报期数", "Normal", Kai, 0, [Lines(Line, before: 200, after: 200), Align(W.JustificationValues.Center)]),
        Style(Editor, "简报编辑单位和日期", "Normal", null, 0, [RedLine(), new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = TextWidth }), Lines(Line, after: 2 * Line), Align(W.JustificationValues.Left)]),
        Style(Recipient, "主送机关", "Normal", null, 0, [KeepNext(), Align(W.JustificationValues.Left)]),
        // “附件：1. ” is four characters, “1. ” is one.
        Style(AnnexList, "附件说明", "Normal", null, 0, [KeepNext(), Lines(Line, before: Line), Indent(6, hanging: 4), Align(W.JustificationValues.Left)]),
        Style(AnnexListMore, "附件说明续", AnnexList, null, 0, [Lines(Line), Indent(6, hanging: 1)]),
        Style(AnnexListOne, "附件说明单", AnnexList, null, 0, [Indent(5, hanging: 3)]),
        Style(Signer, "发文机关署名", "Normal", null, 0, [KeepNext(), Lines(Line, before: 2 * Line), Align(W.JustificationValues.Right)]),
        Style(Date, "成文日期", "Normal", null, 0, [Indent(0, right: 4), Align(W.JustificationValues.Right)]),
        Style(Note, "附注", "Normal", null, 0, [Lines(Line, before: Line), Indent(2), Align(W.JustificationValues.Left)]),
        Style(AnnexMark, "附件标注", "Normal", Hei, 0, [KeepNext(), Lines(Line, after: Line / 2), Align(W.JustificationValues.Left)]),
        Style(Caption, "caption", "Normal", Hei, 28, [KeepNext(), Lines(Line, before: Line / 2), Align(W.JustificationValues.Center)]),
        Style(TableText, "表格文字", "Normal", null, 24, [Lines(360), Align(W.JustificationValues.Left)]),
        Style(TableShort, "表格短文字", TableText, null, 24, [Align(W.JustificationValues.Center)]),
        Style(TableHead, "表头", TableText, Hei, 24, [Align(W.JustificationValues.Center)]),
        // One character of air on either side; a second line of copies stands under the first name.
        Style(Imprint, "版记", "Normal", null, 28, [Lines(ImprintLine), new W.Indentation { Left = $"{ImprintLetter}", Right = $"{ImprintLetter}" }, Align(W.JustificationValues.Left)]),
        Style(ImprintCopies, "版记抄送", Imprint, null, 0, [new W.Indentation { Left = $"{4 * ImprintLetter}", Right = $"{ImprintLetter}", Hanging = $"{3 * ImprintLetter}" }]),
        Style(ImprintDay, "版记印发日期", Imprint, null, 0, [Align(W.JustificationValues.Right)]),
        Style(Tail, "版记定位", "Normal", null, 2, [Lines(20)]),
        Style("Footer", "footer", "Normal", "宋体", 28, [Lines(400)]),
        Style(OddPage, "单页页码", "Footer", "宋体", 28, [Indent(0, right: 1), Align(W.JustificationValues.Right)], latin: "宋体"),
        Style(EvenPage, "双页页码", "Footer", "宋体", 28, [Indent(1), Align(W.JustificationValues.Left)], latin: "宋体"),
        new W.Style(new W.StyleName { Val = "Normal Table" }, new W.UIPriority { Val = 99 }, new W.SemiHidden(), new W.UnhideWhenUsed(),
            new W.StyleTableProperties(new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa }, CellMargin())) { Type = W.StyleValues.Table, StyleId = "TableNormal", Default = true },
        new W.Style(new W.StyleName { Val = "公文表格" }, new W.BasedOn { Val = "TableNormal" },
            new W.StyleTableProperties(new W.TableBorders(Rule<W.TopBorder>(8), Rule<W.LeftBorder>(8), Rule<W.BottomBorder>(8), Rule<W.RightBorder>(8), Rule<W.InsideHorizontalBorder>(4), Rule<W.InsideVerticalBorder>(4)), CellMargin()))
        { Type = W.StyleValues.Table, StyleId = Grid, CustomStyle = true });

    /// <summary>一、（一）1.（1）, each bound to its heading.</summary>
    public static W.Numbering Numbering()
    {
        static W.Level Level(int at, W.NumberFormatValues format, string text) => new(
            new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = format }, new W.ParagraphStyleIdInLevel { Val = Heading(at + 1) },
            new W.LevelSuffix { Val = W.LevelSuffixValues.Nothing }, new W.LevelText { Val = text }, new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(FirstLine()), new W.NumberingSymbolRunProperties(new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia })) { LevelIndex = at };
        return new(
            new W.AbstractNum(new W.Nsid { Val = "4C0D9704" }, new W.MultiLevelType { Val = W.MultiLevelValues.Multilevel }, new W.TemplateCode { Val = "9A2E9704" },
                Level(0, W.NumberFormatValues.ChineseCountingThousand, "%1、"), Level(1, W.NumberFormatValues.ChineseCountingThousand, "（%2）"),
                Level(2, W.NumberFormatValues.Decimal, "%3."), Level(3, W.NumberFormatValues.Decimal, "（%4）")) { AbstractNumberId = 0 },
            new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = 1 });
    }

    /// <summary>The fonts, and what to take where they are missing.</summary>
    public static W.Fonts Fonts()
    {
        static W.Font Font(string name, string? instead, W.FontFamilyValues family, string charset) => new(
            new OpenXmlElement?[] { instead is null ? null : new W.AltName { Val = instead }, new W.FontCharSet { Val = charset }, new W.FontFamily { Val = family }, new W.Pitch { Val = W.FontPitchValues.Variable } }.OfType<OpenXmlElement>()) { Name = name };
        return new(Font(Latin, null, W.FontFamilyValues.Roman, "00"), Font(FangSong, "仿宋", W.FontFamilyValues.Modern, "86"), Font(Kai, "楷体", W.FontFamilyValues.Modern, "86"),
            Font(Hei, "SimHei", W.FontFamilyValues.Modern, "86"), Font(Song, "宋体", W.FontFamilyValues.Script, "86"), Font("宋体", "SimSun", W.FontFamilyValues.Auto, "86"));
    }

    /// <summary>Settings: other feet on even pages, Chinese punctuation, Word 2013's layout.</summary>
    public static W.Settings Settings() => new(
        new W.EvenAndOddHeaders(), new W.DrawingGridVerticalSpacing { Val = (Line / 2).ToString(System.Globalization.CultureInfo.InvariantCulture) },
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.CompressPunctuation },
        new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new W.ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    /// <summary>A rule of eighths of a point.</summary>
    public static T Rule<T>(uint size, string color = "000000") where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = size, Space = 0, Color = color };

    /// <summary>Indents in characters, for Word and WPS, and in twips for who does not know them.</summary>
    public static W.Indentation Indent(double left, double hanging = 0, double right = 0)
    {
        var indent = new W.Indentation();
        if (left > 0) (indent.LeftChars, indent.Left) = ((int)(left * 100), Twips(left));
        if (right > 0) (indent.RightChars, indent.Right) = ((int)(right * 100), Twips(right));
        if (hanging > 0) (indent.HangingChars, indent.Hanging) = ((int)(hanging * 100), Twips(hanging));
        return indent;
    }

    private static W.Style Level(int level, string font) => Style(Heading(level), $"heading {level}", "Normal", font, 0,
        [KeepNext(), new W.NumberingProperties(new W.NumberingLevelReference { Val = level - 1 }, new W.NumberingId { Val = 1 }), FirstLine(), new W.OutlineLevel { Val = level - 1 }], next: Body);

    /// <summary>A paragraph style; size in half points, 0 for what it is based on.</summary>
    private static W.Style Style(string id, string name, string? basedOn, string? font, int size, OpenXmlElement[] paragraph, string? color = null, string? next = null, string latin = Latin, bool tight = false)
    {
        var style = new W.Style(new W.StyleName { Val = name }) { Type = W.StyleValues.Paragraph, StyleId = id };
        if (basedOn is null) style.Default = true;
        else
        {
            style.Append(new W.BasedOn { Val = basedOn });
            if (name[0] > 127) style.CustomStyle = true;
        }
        if (next is not null) style.Append(new W.NextParagraphStyle { Val = next });
        style.Append(new W.PrimaryStyle(), new W.StyleParagraphProperties(paragraph));
        var run = new W.StyleRunProperties();
        if (font is not null) run.Append(new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia, Ascii = latin, HighAnsi = latin, EastAsia = font, ComplexScript = latin });
        if (tight) run.Append(new W.SnapToGrid { Val = false });
        if (color is not null) run.Append(new W.Color { Val = color });
        if (tight) run.Append(new W.Spacing { Val = -6 });
        if (size > 0) run.Append(new W.FontSize { Val = $"{size}" }, new W.FontSizeComplexScript { Val = $"{size}" });
        if (run.HasChildren) style.Append(run);
        return style;
    }

    private static W.KeepNext KeepNext() => new();

    private static W.SnapToGrid OffGrid() => new() { Val = false };

    private static W.Justification Align(W.JustificationValues value) => new() { Val = value };

    private static W.Indentation FirstLine() => new() { FirstLineChars = 200, FirstLine = Twips(2) };

    private static W.SpacingBetweenLines Lines(int line, int before = 0, int after = 0) =>
        new() { Before = $"{before}", After = $"{after}", Line = $"{line}", LineRule = W.LineSpacingRuleValues.Exact };

    private static W.SpacingBetweenLines Free(int before) => new() { Before = $"{before}", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto };

    private static W.ParagraphBorders RedLine() => new(new W.BottomBorder { Val = W.BorderValues.Single, Size = 12, Space = 1, Color = Red });

    private static W.TableCellMarginDefault CellMargin() => new(
        new W.TableCellLeftMargin { Width = 85, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 85, Type = W.TableWidthValues.Dxa });

    private static string Twips(double characters) => ((int)(characters * Character)).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
