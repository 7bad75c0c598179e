using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>A worksheet as far as its heads are looked for: texts, merged cells, where formulas stand. Read from a workbook nothing in which is run.</summary>
internal sealed class SheetGrid
{
    private const int MostRows = 2000, MostColumns = 60;
    private const long MostUnpacked = 60L << 20;
    private static readonly string[] Reaching = ["xl/externalLinks/", "xl/connections.xml", "xl/queryTables/", "xl/embeddings/", "xl/activeX/", "xl/ctrlProps/", "xl/macrosheets/", "customUI/"];
    private static readonly string[] Calling = ["WEBSERVICE", "HYPERLINK", "DDE", "RTD(", "CALL(", "REGISTER", "[", "|"];
    private readonly Dictionary<(int Row, int Column), string> texts = [];

    /// <summary>Name of the sheet.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Merged cells.</summary>
    public List<Area> Merged { get; } = [];

    /// <summary>Cells that compute.</summary>
    public HashSet<(int Row, int Column)> Formulas { get; } = [];

    /// <summary>Rows with any cell, empty ones too.</summary>
    public HashSet<int> Styled { get; } = [];

    /// <summary>Cells that are there, empty ones too.</summary>
    public HashSet<(int Row, int Column)> Cells { get; } = [];

    /// <summary>Cells with text, row by row.</summary>
    public IEnumerable<((int Row, int Column) At, string Text)> Texts => texts.OrderBy(t => t.Key).Select(t => (t.Key, t.Value));

    /// <summary>Last row with text.</summary>
    public int LastRow => texts.Count == 0 ? 0 : texts.Keys.Max(k => k.Row);

    /// <summary>Last column with text.</summary>
    public int LastColumn => texts.Count == 0 ? 0 : texts.Keys.Max(k => k.Column);

    /// <summary>Text of a cell; of a merged one that of its corner.</summary>
    public string Text(int row, int column) => texts.GetValueOrDefault((row, column), "");

    /// <summary>The merged area a cell lies in, or itself.</summary>
    public Area AreaOf(int row, int column) =>
        Merged.FirstOrDefault(m => row >= m.Top && row <= m.Bottom && column >= m.Left && column <= m.Right, new(row, column, row, column));

    /// <summary>The sheets of a workbook that are shown.</summary>
    /// <exception cref="Refusal">It cannot be read, is too large, or reaches out.</exception>
    public static IReadOnlyList<SheetGrid> Read(byte[] content)
    {
        try
        {
            Inspect(content);
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = MostUnpacked });
            var shared = document.WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(TextOf).ToList() ?? [];
            return [.. document.WorkbookPart.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Where(s => s.State is null || s.State == SheetStateValues.Visible)
                .Select(s => (s, Part: document.WorkbookPart.GetPartById(s.Id!.Value!) as WorksheetPart)).Where(s => s.Part is not null)
                .Select(s => Of(s.s.Name!.Value!, s.Part!.Worksheet, shared))];
        }
        // A damaged file makes the reader throw many kinds; all of them mean “not a workbook”.
        catch (Exception e) when (e is not (Refusal or OutOfMemoryException))
        {
            throw new Refusal(WorkbookProblems.NotAWorkbook);
        }
    }

    /// <summary>Text of a shared or inline string, without the readings beside it.</summary>
    public static string TextOf(SharedStringItem item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    private static void Inspect(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false));
        if (zip.Entries.Count > 2000 || zip.Entries.Sum(e => e.Length) > MostUnpacked) throw new Refusal(WorkbookProblems.TooLarge);
        if (zip.Entries.Any(e => Reaching.Any(r => e.FullName.StartsWith(r, StringComparison.OrdinalIgnoreCase)))) throw new Refusal(WorkbookProblems.ReachesOut);
    }

    private static SheetGrid Of(string name, Worksheet sheet, List<string> shared)
    {
        var grid = new SheetGrid { Name = name };
        foreach (var row in sheet.GetFirstChild<SheetData>()?.Elements<Row>() ?? [])
        {
            if (row.RowIndex is null || row.RowIndex.Value > MostRows) continue;
            foreach (var cell in row.Elements<Cell>().Where(c => c.CellReference is not null))
            {
                var at = Area.At(cell.CellReference!.Value!);
                if (at.Column > MostColumns) continue;
                grid.Styled.Add(at.Row);
                grid.Cells.Add(at);
                if (cell.CellFormula is { } formula)
                {
                    grid.Formulas.Add(at);
                    if (Calling.Any(c => formula.Text?.Contains(c, StringComparison.OrdinalIgnoreCase) == true)) throw new Refusal(WorkbookProblems.ReachesOut);
                }
                if (ValueOf(cell, shared) is { Length: > 0 } text) grid.texts[at] = text;
            }
        }
        grid.Merged.AddRange(sheet.Descendants<MergeCell>().Where(m => m.Reference?.Value is not null).Select(m => Area.Of(m.Reference!.Value!)));
        return grid;
    }

    private static string ValueOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return (cell.InlineString?.InnerText ?? "").Trim();
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at].Trim() : value.Trim();
    }
}
