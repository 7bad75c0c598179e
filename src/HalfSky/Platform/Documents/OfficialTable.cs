using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;
using static HalfSky.Platform.Documents.OfficialPage;

namespace HalfSky.Platform.Documents;

/// <summary>Tables of official documents: figures, bars, and the imprint 版记 at the foot.</summary>
internal static class OfficialTable
{
    // One 小四 character, the size of tables.
    private const int Letter = 240, Padding = 200;
    private const string BarColor = "808080";

    /// <summary>A table of a width, its heading repeated on each page, no row torn apart.</summary>
    public static W.Table Of(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var count = rows.Select(r => r.Count).Append(heads.Count).Append(1).Max();
        var texts = Enumerable.Range(0, count).Select(c => rows.Select(r => Cell(r, c)).ToList()).ToList();
        var widths = Widths([.. texts.Select((t, c) => Natural(Cell(heads, c), t))], width);
        var styles = texts.Select(t => t.All(x => OfficialText.Width(x) <= 8) ? OfficialStyles.TableShort : OfficialStyles.TableText).ToList();
        var table = Frame(OfficialStyles.Grid, widths);
        if (heads.Count > 0)
            table.Append(Row(widths.Select((w, c) => Box(w, OfficialStyles.TableHead, Cell(heads, c))), new W.TableHeader()));
        foreach (var row in rows) table.Append(Row(widths.Select((w, c) => Box(w, styles[c], Cell(row, c)))));
        return table;
    }

    /// <summary>
    /// Bars as shaded cells beside label and figure. A drawing would look the same in Word, but some phones' viewers leave drawings out, and
    /// a table stays text that is searched, copied and read aloud.
    /// </summary>
    public static W.Table Bars(BarChart chart)
    {
        const int Steps = 50;
        int Room(Func<(string Label, decimal Value, string Text), string> of, int most) =>
            Padding + Math.Min(most, (int)(chart.Bars.Select(b => OfficialText.Width(of(b))).Append(2).Max() * Letter));
        int label = Room(b => b.Label, 12 * Letter), figure = Room(b => b.Text, 6 * Letter), step = (TextWidth - label - figure) / Steps;
        var longest = chart.Bars.Select(b => b.Value).Append(0).Max();
        var table = Frame("TableNormal", [label, figure, .. Enumerable.Repeat(step, Steps)]);
        foreach (var (text, value, worded) in chart.Bars)
        {
            var bar = longest <= 0 || value <= 0 ? 0 : Math.Max(1, (int)Math.Round(value / longest * Steps, MidpointRounding.AwayFromZero));
            List<W.TableCell> cells = [Box(label, OfficialStyles.TableText, text), Box(figure, OfficialStyles.TableShort, worded)];
            if (bar > 0) cells.Add(Span(step, bar, BarColor));
            if (bar < Steps) cells.Add(Span(step, Steps - bar, null));
            table.Append(Row(cells));
        }
        return table;
    }

    /// <summary>版记: thick rules outside, a thin one between; lies at the foot of the page its anchor stands on.</summary>
    public static W.Table Imprint(string? copies, string? issuer, string? day)
    {
        const int Half = TextWidth / 2;
        var table = Frame("TableNormal", [Half, TextWidth - Half]);
        table.GetFirstChild<W.TableProperties>()!.InsertAfter(new W.TablePositionProperties
        {
            HorizontalAnchor = W.HorizontalAnchorValues.Margin, VerticalAnchor = W.VerticalAnchorValues.Margin,
            TablePositionXAlignment = W.HorizontalAlignmentValues.Left, TablePositionYAlignment = W.VerticalAlignmentValues.Bottom,
        }, table.GetFirstChild<W.TableProperties>()!.TableStyle);
        table.GetFirstChild<W.TableProperties>()!.TableLayout!.InsertBeforeSelf(new W.TableBorders(
            OfficialStyles.Rule<W.TopBorder>(8), OfficialStyles.Rule<W.BottomBorder>(8), OfficialStyles.Rule<W.InsideHorizontalBorder>(6)));
        // One character of air on either side; a second line of copies stands under the first name.
        const int Air = 280;
        if (copies is not null)
        {
            var cell = Box(TextWidth, OfficialStyles.Imprint, copies, new W.Indentation { Left = $"{4 * Air}", Right = $"{Air}", Hanging = $"{3 * Air}" });
            cell.TableCellProperties!.GridSpan = new() { Val = 2 };
            table.Append(Row([cell]));
        }
        if (issuer is not null || day is not null)
            table.Append(Row([
                Box(Half, OfficialStyles.Imprint, issuer ?? "", new W.Indentation { Left = $"{Air}" }),
                Box(TextWidth - Half, OfficialStyles.Imprint, day ?? "", new W.Indentation { Right = $"{Air}" }, new W.Justification { Val = W.JustificationValues.Right })]));
        return table;
    }

    private static W.Table Frame(string style, IReadOnlyList<int> widths) => new(
        new W.TableProperties(
            new W.TableStyle { Val = style }, new W.TableWidth { Width = Number(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(new W.TableCellLeftMargin { Width = 85, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 85, Type = W.TableWidthValues.Dxa })),
        new W.TableGrid(widths.Select(w => new W.GridColumn { Width = Number(w) })));

    private static W.TableRow Row(IEnumerable<W.TableCell> cells, params OpenXmlElement[] properties) =>
        new([new W.TableRowProperties([new W.CantSplit(), .. properties]), .. cells]);

    private static W.TableCell Box(int width, string style, string text, params OpenXmlElement[] properties) => new(
        new W.TableCellProperties(new W.TableCellWidth { Width = Number(width), Type = W.TableWidthUnitValues.Dxa }, new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center }),
        OfficialText.Paragraph(style, text, properties));

    /// <summary>Some steps of a bar; white above and below keeps bars apart.</summary>
    private static W.TableCell Span(int step, int steps, string? color)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Width = Number(step * steps), Type = W.TableWidthUnitValues.Dxa }, new W.GridSpan { Val = steps });
        if (color is not null)
            properties.Append(new W.TableCellBorders(OfficialStyles.Rule<W.TopBorder>(24, "FFFFFF"), OfficialStyles.Rule<W.BottomBorder>(24, "FFFFFF")),
                new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = color });
        return new(properties, OfficialText.Paragraph(OfficialStyles.TableText, ""));
    }

    /// <summary>What a column would like: its heading, and its cells but for the few longest.</summary>
    private static double Natural(string head, List<string> cells)
    {
        var widths = cells.Select(c => OfficialText.Lines(c).Max(OfficialText.Width)).Order().ToList();
        var usual = widths.Count == 0 ? 0 : widths[(widths.Count - 1) * 19 / 20];
        return Math.Clamp(Math.Max(usual, OfficialText.Width(head)), 2, 24) * Letter + Padding;
    }

    private static int[] Widths(double[] natural, int width)
    {
        var factor = width / natural.Sum();
        var widths = natural.Select(n => (int)(n * factor)).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static string Cell(IReadOnlyList<string> row, int at) => at < row.Count ? row[at] ?? "" : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
