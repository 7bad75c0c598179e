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

    /// <summary>
    /// 版记 and its height: thick rules outside, a thin one between. Lies on the last lines of the page it is anchored on, whose place is
    /// reckoned: “at the bottom” is not known to all programs.
    /// </summary>
    public static (W.Table Table, int Height) Imprint(string? copies, string? issuer, string day)
    {
        const int Half = TextWidth / 2, Letter = OfficialStyles.ImprintLetter;
        var lines = copies is null ? 0 : 1 + (int)Math.Ceiling(Math.Max(0, (OfficialText.Width(copies) * Letter - (TextWidth - 2 * Letter - 170)) / (TextWidth - 5 * Letter - 170)));
        var height = (lines + (issuer is null ? 0 : 1)) * OfficialStyles.ImprintLine;
        var table = Frame("TableNormal", [Half, TextWidth - Half]);
        var properties = table.GetFirstChild<W.TableProperties>()!;
        properties.TableStyle!.InsertAfterSelf(new W.TablePositionProperties
        {
            HorizontalAnchor = W.HorizontalAnchorValues.Margin, TablePositionXAlignment = W.HorizontalAlignmentValues.Left,
            VerticalAnchor = W.VerticalAnchorValues.Page, TablePositionY = Top + TextHeight - height,
        });
        properties.TableLayout!.InsertBeforeSelf(new W.TableBorders(
            OfficialStyles.Rule<W.TopBorder>(8), OfficialStyles.Rule<W.BottomBorder>(8), OfficialStyles.Rule<W.InsideHorizontalBorder>(6)));
        if (copies is not null)
        {
            var cell = Box(TextWidth, OfficialStyles.ImprintCopies, copies);
            cell.TableCellProperties!.GridSpan = new() { Val = 2 };
            table.Append(Row([cell], new W.TableRowHeight { Val = (uint)(lines * OfficialStyles.ImprintLine) }));
        }
        if (issuer is not null) table.Append(Row([Box(Half, OfficialStyles.Imprint, issuer), Box(TextWidth - Half, OfficialStyles.ImprintDay, day)]));
        return (table, height);
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

    /// <summary>What a column would like: its heading, and its cells but for the few longest, with some room for other fonts.</summary>
    private static double Natural(string head, List<string> cells)
    {
        var widths = cells.Select(c => OfficialText.Lines(c).Max(OfficialText.Width)).Order().ToList();
        var usual = widths.Count == 0 ? 0 : widths[widths.Count - 1 - widths.Count / 20];
        return Math.Clamp(Math.Max(usual, OfficialText.Width(head)) * 1.2, 2, 24) * Letter + Padding;
    }

    /// <summary>Stretched to the width; or what is narrow keeps its due and the wide ones share the rest.</summary>
    private static int[] Widths(double[] natural, int width)
    {
        double left = width, most = double.MaxValue;
        var open = natural.Length;
        if (natural.Sum() > width)
            foreach (var wish in natural.Order())
            {
                most = left / open--;
                if (wish > most) break;
                left -= wish;
            }
        var wishes = natural.Select(n => Math.Min(n, most)).ToArray();
        var widths = wishes.Select(n => (int)(n * width / wishes.Sum())).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static string Cell(IReadOnlyList<string> row, int at) => at < row.Count ? row[at] ?? "" : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
