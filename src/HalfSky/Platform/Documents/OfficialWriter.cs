using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;
using static HalfSky.Platform.Documents.OfficialText;
using Style = HalfSky.Platform.Documents.OfficialStyles;

namespace HalfSky.Platform.Documents;

/// <summary>Writes official documents as Word files by GB/T 9704-2012. The same document gives the same bytes.</summary>
public static class OfficialWriter
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file.</summary>
    public static byte[] Write(OfficialDocument document)
    {
        using var file = new OfficialFile(Line(document.Title));
        file.Put("document", new W.Document(new W.Body(Body(document))));
        file.Put("styles", Style.Styles());
        file.Put("numbering", Style.Numbering());
        file.Put("settings", Style.Settings());
        file.Put("fontTable", Style.Fonts());
        file.Put("footer1", OfficialPage.Footer(Style.OddPage));
        file.Put("footer2", OfficialPage.Footer(Style.EvenPage));
        return file.Close();
    }

    private static List<OpenXmlElement> Body(OfficialDocument document)
    {
        List<OpenXmlElement> body = [.. Head(document), Paragraph(Style.Title, document.Title)];
        if (Given(document.Subtitle) is { } subtitle) body.Add(Paragraph(Style.Subtitle, subtitle));
        if (Given(document.Recipient) is { } recipient) body.Add(Paragraph(Style.Recipient, recipient.TrimEnd('：', ':') + "："));
        body.AddRange(document.Blocks.SelectMany(Block));
        // Name and date do not stand on a page alone.
        if (body[^1] is W.Paragraph { ParagraphProperties: { } last }) last.ParagraphStyleId!.InsertAfterSelf(new W.KeepNext());
        body.AddRange(List(document.Annexes));
        if (document.Briefing is null) body.AddRange(Signature(Given(document.Signer), Day(document.Date)));
        if (Given(document.Note) is { } note) body.Add(Paragraph(Style.Note, $"（{note.Trim('（', '）', '(', ')')}）"));

        var imprint = Imprint(document);
        var section = OfficialPage.Upright(first: true);
        for (var i = 0; i < document.Annexes.Count; i++)
        {
            End(body, section);
            var annex = document.Annexes[i];
            body.Add(Paragraph(Style.AnnexMark, document.Annexes.Count == 1 ? "附件" : $"附件{i + 1}"));
            body.Add(Paragraph(Style.Title, annex.Title));
            body.Add(OfficialTable.Of(annex.Heads, annex.Rows, OfficialPage.TextHeight));
            section = OfficialPage.Across();
        }
        if (imprint is { } foot)
        {
            // 版记 stands behind the annexes, on a page upright.
            if (document.Annexes.Count > 0)
            {
                End(body, section);
                section = OfficialPage.Upright();
                // What lets no table float finds it at the foot all the same.
                body.Add(Paragraph(Style.Tail, "", new W.SpacingBetweenLines { Line = $"{OfficialPage.TextHeight - foot.Height - 240}", LineRule = W.LineSpacingRuleValues.Exact }));
            }
            body.Add(foot.Table);
        }
        if (body[^1] is not W.Paragraph) body.Add(Paragraph(Style.Tail, ""));
        return [.. body, section];
    }

    private static IEnumerable<OpenXmlElement> Head(OfficialDocument document)
    {
        var marks = new[] { document.Secrecy, document.Urgency }.Select(Given).OfType<string>().ToList();
        foreach (var mark in marks) yield return Paragraph(Style.Urgency, Line(mark));
        if (document.Briefing is { } briefing)
        {
            yield return Big(Style.BriefingName, briefing.Name);
            yield return Paragraph(Style.Issue, $"第{briefing.Issue}期");
            var line = Paragraph(Style.Editor, Line(briefing.Editor));
            line.Append(new W.Run(new W.TabChar()));
            line.Append(Runs(Day(document.Date)));
            yield return line;
        }
        else if (Given(document.Agency) is { } agency)
        {
            // What stands above takes of the agency's 35 mm.
            yield return Big(Style.Agency, agency, marks.Count == 0 ? [] : [new W.SpacingBetweenLines { Before = $"{1984 - marks.Count * OfficialPage.Line}" }]);
            if (Given(document.Number) is { } number) yield return Paragraph(Style.Number, Line(number));
            yield return Paragraph(Style.HeadLine, "");
        }
    }

    /// <summary>One line in red, as large as the width takes, at most 60 pt.</summary>
    private static W.Paragraph Big(string style, string text, params OpenXmlElement[] properties)
    {
        var size = (int)Math.Clamp(OfficialPage.TextWidth / 20 / Math.Max(1, OfficialText.Width(Line(text))), 22, 60);
        return new([new W.ParagraphProperties([new W.ParagraphStyleId { Val = style }, .. properties]),
            .. Runs(Line(text), new W.FontSize { Val = $"{size * 2}" }, new W.FontSizeComplexScript { Val = $"{size * 2}" })]);
    }

    private static IEnumerable<OpenXmlElement> Block(DocumentBlock block) => block switch
    {
        Heading { Level: >= 1 and <= 4 } h => [Paragraph(Style.Heading(h.Level), Line(h.Text))],
        Heading h => throw new ArgumentOutOfRangeException(nameof(block), h.Level, "1 to 4"),
        Paragraph p => Lines(p.Text).Where(l => l.Trim().Length > 0).Select(l => Paragraph(Style.Body, l.Trim())),
        Table t => [.. Caption(t.Caption), OfficialTable.Of(t.Heads, t.Rows, OfficialPage.TextWidth)],
        BarChart c => [.. Caption(c.Caption), OfficialTable.Bars(c)],
        _ => throw new ArgumentException(block.GetType().Name, nameof(block)),
    };

    private static IEnumerable<OpenXmlElement> Caption(string? caption) => Given(caption) is { } text ? [Paragraph(Style.Caption, text)] : [];

    /// <summary>附件说明: no full stop behind a title.</summary>
    private static IEnumerable<OpenXmlElement> List(IReadOnlyList<Annex> annexes) => annexes.Count == 1
        ? [Paragraph(Style.AnnexListOne, "附件：" + Line(annexes[0].Title))]
        : annexes.Select((a, i) => i == 0 ? Paragraph(Style.AnnexList, "附件：1. " + Line(a.Title)) : Paragraph(Style.AnnexListMore, $"{i + 1}. {Line(a.Title)}"));

    /// <summary>The date four characters in from the right, the name centred on it; a longer name to the edge, and the date under its middle.</summary>
    private static IEnumerable<OpenXmlElement> Signature(string? signer, string day)
    {
        var over = signer is null ? 0 : (OfficialText.Width(signer) - OfficialText.Width(day)) / 2;
        if (signer is not null) yield return Paragraph(Style.Signer, Line(signer), Style.Indent(0, right: Math.Max(0, 4 - over)));
        yield return over <= 4 ? Paragraph(Style.Date, day) : Paragraph(Style.Date, day, Style.Indent(0, right: over));
    }

    private static (W.Table Table, int Height)? Imprint(OfficialDocument document)
    {
        var copies = document.CopiesTo.Select(Given).OfType<string>().Select(Line).ToList();
        var issuer = Given(document.IssuedBy);
        if (copies.Count == 0 && issuer is null) return null;
        return OfficialTable.Imprint(
            copies.Count == 0 ? null : (document.Briefing is null ? "抄送：" : "报送：") + string.Join("，", copies) + "。",
            issuer is null ? null : Line(issuer), Day(document.IssuedOn ?? document.Date) + "印发");
    }

    /// <summary>Ends a section with its last paragraph.</summary>
    private static void End(List<OpenXmlElement> body, W.SectionProperties section)
    {
        if (body[^1] is not W.Paragraph) body.Add(Paragraph(Style.Tail, ""));
        ((W.Paragraph)body[^1]).ParagraphProperties!.Append(section);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
