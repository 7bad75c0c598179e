using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HalfSky.Platform.Sheets;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>Writes drawn workbooks as the programs of an office do.</summary>
internal static class BookFiles
{
    public static byte[] Write(DrawnBook book, Written kind) => kind switch
    {
        Written.Xlsx => Xlsx(book),
        Written.Html => Html(book.Sheets[0]),
        Written.Tabs => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Lines(book.Sheets[0], '\t'))).ToArray(),
        Written.CsvMarked => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Lines(book.Sheets[0], ','))],
        Written.CsvGb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Lines(book.Sheets[0], ',')),
        _ => Encoding.UTF8.GetBytes(Lines(book.Sheets[0], ',')),
    };

    private static string Lines(DrawnSheet sheet, char separator)
    {
        var text = new StringBuilder();
        for (var r = 1; r <= sheet.LastRow; r++)
            text.AppendJoin(separator, Enumerable.Range(1, sheet.LastColumn).Select(c => Quoted(sheet[r, c].Text, separator))).Append("\r\n");
        return text.ToString();
    }

    private static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static byte[] Html(DrawnSheet sheet)
    {
        var text = new StringBuilder("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body><table border=1>\r\n");
        for (var r = 1; r <= sheet.LastRow; r++)
        {
            text.Append("<tr>");
            for (var c = 1; c <= sheet.LastColumn; c++)
            {
                var area = sheet.Merged.Find(m => r >= m.Top && r <= m.Bottom && c >= m.Left && c <= m.Right);
                if (area != default && (area.Top, area.Left) != (r, c)) continue;
                text.Append("<td");
                if (area.Right > area.Left) text.Append(CultureInfo.InvariantCulture, $" colspan={area.Right - area.Left + 1}");
                if (area.Bottom > area.Top) text.Append(CultureInfo.InvariantCulture, $" rowspan={area.Bottom - area.Top + 1}");
                text.Append(" style=\"mso-number-format:'\\@'\">").Append(WebUtility.HtmlEncode(sheet[r, c].Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
            }
            text.Append("</tr>\r\n");
        }
        return Encoding.UTF8.GetBytes(text.Append("</table></body></html>").ToString());
    }

    private static byte[] Xlsx(DrawnBook book)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var root = document.AddWorkbookPart();
            root.Workbook = new Workbook(new WorkbookProperties { Date1904 = book.From1904 }, new Sheets());
            var styles = new List<string> { "General" };
            var shared = new List<string>();
            foreach (var (sheet, number) in book.Sheets.Select((s, i) => (s, (uint)i + 1)))
            {
                var part = root.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet, book, styles, shared);
                root.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Id = root.GetIdOfPart(part), SheetId = number, Name = sheet.Name, State = sheet.Hidden ? SheetStateValues.Hidden : null,
                });
            }
            root.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles(styles);
            if (shared.Count > 0)
                root.AddNewPart<SharedStringTablePart>().SharedStringTable = new(shared.Select(t => new SharedStringItem(new Text(t) { Space = SpaceProcessingModeValues.Preserve })));
        }
        return file.ToArray();
    }

    private static Worksheet Worksheet(DrawnSheet sheet, DrawnBook book, List<string> styles, List<string> shared)
    {
        var worksheet = new Worksheet();
        if (sheet.HiddenColumns.Count > 0)
            worksheet.Append(new Columns(sheet.HiddenColumns.Order().Select(c => new Column { Min = (uint)c, Max = (uint)c, Width = 9, CustomWidth = true, Hidden = true })));
        var data = new SheetData();
        for (var r = 1; r <= sheet.LastRow; r++)
        {
            var row = new Row { RowIndex = (uint)r };
            for (var c = 1; c <= sheet.LastColumn; c++)
                if (sheet[r, c].Text.Length > 0) row.Append(Cell(sheet[r, c], Area.Letters(c) + r.ToString(CultureInfo.InvariantCulture), book, styles, shared));
            if (row.HasChildren) data.Append(row);
        }
        worksheet.Append(data);
        if (sheet.Merged.Count > 0)
            worksheet.Append(new MergeCells(sheet.Merged.Select(m => new MergeCell { Reference = m.ToString() })) { Count = (uint)sheet.Merged.Count });
        return worksheet;
    }

    private static Cell Cell(DrawnCell drawn, string reference, DrawnBook book, List<string> styles, List<string> shared)
    {
        var cell = new Cell { CellReference = reference };
        if (Place(styles, drawn.Format) is > 0 and var style) cell.StyleIndex = (uint)style;
        if (drawn.Formula is { } formula) cell.CellFormula = new(formula);
        var number = drawn.Day is { } day ? DrawnCell.Serial(day, book.From1904) : drawn.Number;
        if (number is { } kept) cell.CellValue = new(kept.ToString("0.########", CultureInfo.InvariantCulture));
        else if (drawn.Formula is not null) (cell.DataType, cell.CellValue) = (CellValues.String, new(drawn.Text));
        else if (book.Shared) (cell.DataType, cell.CellValue) = (CellValues.SharedString, new(Place(shared, drawn.Text)));
        else (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new Text(drawn.Text) { Space = SpaceProcessingModeValues.Preserve }));
        return cell;
    }

    private static int Place(List<string> known, string text)
    {
        if (known.IndexOf(text) is >= 0 and var at) return at;
        known.Add(text);
        return known.Count - 1;
    }

    private static Stylesheet Styles(List<string> formats) => new(
        new NumberingFormats(formats.Skip(1).Select((f, i) => new NumberingFormat { NumberFormatId = (uint)(164 + i), FormatCode = f }).Append(new NumberingFormat { NumberFormatId = 199, FormatCode = "0.000" })),
        new Fonts(new Font()), new Fills(new Fill(), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(formats.Select((_, i) => i == 0 ? new CellFormat() : new CellFormat { NumberFormatId = (uint)(163 + i), ApplyNumberFormat = true })));
}
