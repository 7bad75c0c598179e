using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Writes values into cells of a foreign workbook, each cell keeping its own look.</summary>
internal sealed partial class CellWriter(WorkbookPart book)
{
    private const uint General = 0, TextFormat = 49;
    private static readonly DateOnly Zero = new(1899, 12, 30), FirstSafe = new(1900, 3, 1);
    private readonly Dictionary<uint, uint> days = [];
    private readonly bool from1904 = book.Workbook.WorkbookProperties?.Date1904?.Value ?? false;

    /// <summary>Writes one cell of a sheet.</summary>
    public void Write(SheetData data, CellFill fill)
    {
        var row = data.Elements<Row>().FirstOrDefault(r => r.RowIndex!.Value >= fill.Row);
        if (row?.RowIndex?.Value != fill.Row) row = data.InsertBefore(new Row { RowIndex = (uint)fill.Row }, row);
        if (fill.Value is { } value) Write(row!, fill.Column, value);
    }

    /// <summary>Writes one cell of a row.</summary>
    public void Write(Row row, int column, object value)
    {
        var cell = row.Elements<Cell>().FirstOrDefault(c => Area.At(c.CellReference!.Value!).Column >= column);
        if (cell is null || Area.At(cell.CellReference!.Value!).Column != column)
            cell = row.InsertBefore(new Cell { CellReference = Area.Letters(column) + row.RowIndex!.Value.ToString(CultureInfo.InvariantCulture) }, cell);
        Empty(cell!);
        Set(cell!, value);
    }

    /// <summary>Takes the content; the look stays.</summary>
    public static void Empty(Cell cell) => (cell.CellValue, cell.CellFormula, cell.InlineString, cell.DataType) = (null, null, null, null);

    private void Set(Cell cell, object value)
    {
        switch (value)
        {
            case DateOnly day when day >= FirstSafe && FormatOf(cell.StyleIndex?.Value ?? 0).Id != TextFormat:
                cell.StyleIndex = DayStyle(cell.StyleIndex?.Value ?? 0);
                cell.CellValue = new CellValue((day.DayNumber - Zero.DayNumber - (from1904 ? 1462 : 0)).ToString(CultureInfo.InvariantCulture));
                break;
            case DateOnly day: Text(cell, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Share share: Number(cell, FormatOf(cell.StyleIndex?.Value ?? 0).Code.Contains('%', StringComparison.Ordinal) ? share.Part : share.Part * 100); break;
            case long or int or decimal: Number(cell, Convert.ToDecimal(value, CultureInfo.InvariantCulture)); break;
            default: Text(cell, value.ToString() ?? ""); break;
        }
    }

    private static void Number(Cell cell, decimal value) => cell.CellValue = new CellValue(value.ToString("0.############", CultureInfo.InvariantCulture));

    private static void Text(Cell cell, string text) => (cell.DataType, cell.InlineString) = (CellValues.InlineString, InlineWords.Of(text));

    /// <summary>The cell's own style where it shows days, else the same one with a format for days.</summary>
    private uint DayStyle(uint style)
    {
        var (id, code) = FormatOf(style);
        if (IsDay(id, code)) return style;
        if (days.TryGetValue(style, out var made)) return made;
        var sheet = (book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>()).Stylesheet ??= new Stylesheet();
        var formats = sheet.CellFormats ??= new CellFormats(new CellFormat());
        var numbers = sheet.NumberingFormats ??= new NumberingFormats();
        var number = Math.Max(163u, numbers.Elements<NumberingFormat>().Select(n => n.NumberFormatId?.Value ?? 0).DefaultIfEmpty().Max()) + 1;
        if (numbers.Elements<NumberingFormat>().FirstOrDefault(n => n.FormatCode?.Value == Ours) is { } there) number = there.NumberFormatId!.Value;
        else numbers.Append(new NumberingFormat { NumberFormatId = number, FormatCode = Ours });
        numbers.Count = (uint)numbers.ChildElements.Count;
        var copy = (CellFormat)(formats.ElementAtOrDefault((int)style) ?? new CellFormat()).CloneNode(true);
        (copy.NumberFormatId, copy.ApplyNumberFormat) = (number, true);
        formats.Append(copy);
        formats.Count = (uint)formats.ChildElements.Count;
        return days[style] = (uint)formats.ChildElements.Count - 1;
    }

    private const string Ours = "yyyy\\-mm\\-dd";

    private (uint Id, string Code) FormatOf(uint style)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        if (sheet?.CellFormats?.ElementAtOrDefault((int)style) is not CellFormat format) return (General, "");
        var id = format.NumberFormatId?.Value ?? General;
        return (id, id is 9 or 10 ? "%" : sheet.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(n => n.NumberFormatId?.Value == id)?.FormatCode?.Value ?? "");
    }

    private static bool IsDay(uint id, string code) => id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || DayLetters().IsMatch(Literal().Replace(code, ""));

    [GeneratedRegex("[yYdD]")]
    private static partial Regex DayLetters();

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|General|Red")]
    private static partial Regex Literal();
}
