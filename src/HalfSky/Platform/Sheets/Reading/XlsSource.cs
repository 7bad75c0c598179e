using System.Text;
using ExcelDataReader;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>Workbooks of before 2007. Cells come from the library; what it does not tell comes from <see cref="BiffScan"/>.</summary>
internal static class XlsSource
{
    private static readonly (string Name, Problem Problem)[] Unwanted =
    [
        ("EncryptedPackage", SourceProblems.Encrypted), ("WordDocument", SourceProblems.NotATable), ("PowerPoint Document", SourceProblems.NotATable),
        ("_VBA_PROJECT_CUR", SourceProblems.Macro), ("_VBA_PROJECT", SourceProblems.Macro), ("Ctls", SourceProblems.Embedded),
    ];

    // Files older than 97 name the page their letters are in.
    static XlsSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SourceBook Read(CompoundFile file, Tally tally)
    {
        foreach (var (name, problem) in Unwanted)
            if (file.Names.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new Refusal(problem);
        // Embedded files lie in folders named so, with their number.
        if (file.Names.Any(n => n.Length == 11 && n.StartsWith("MBD", StringComparison.Ordinal))) throw new Refusal(SourceProblems.Embedded);
        return Read(file.Stream("Workbook") ?? file.Stream("Book") ?? throw new Refusal(SourceProblems.NotATable), tally);
    }

    /// <summary>A workbook taken out of its container, so that only our own reading of the container is trusted.</summary>
    public static SourceBook Read(byte[] book, Tally tally)
    {
        var scan = new BiffScan(book);
        using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(book, writable: false), new() { FallbackEncoding = Encoding.GetEncoding("GB18030") });
        List<SourceSheet> sheets = [];
        do sheets.Add(Sheet(reader, scan, sheets.Count, tally));
        while (reader.NextResult());
        return new("xls", sheets);
    }

    private static SourceSheet Sheet(IExcelDataReader reader, BiffScan scan, int at, Tally tally)
    {
        var draft = new SheetDraft(reader.Name, tally) { Hidden = reader.VisibleState != "visible" };
        foreach (var merged in reader.MergeCells ?? []) draft.Merge(new(merged.FromRow + 1, merged.FromColumn + 1, merged.ToRow + 1, merged.ToColumn + 1));
        for (var row = 0; reader.Read(); row++)
        {
            for (var column = 0; column < reader.FieldCount; column++) draft.Put(column + 1, scan.Error(at, row, column) is { } error
                ? new(SourceType.Error, error, scan.Computes(at, row, column)) : Cell(reader, column, scan.Since1904, scan.Computes(at, row, column)));
            draft.EndRow(row + 1, reader.RowHeight == 0);
        }
        for (var column = 0; column < reader.FieldCount; column++)
            if (reader.GetColumnWidth(column) == 0) draft.HideColumns(column + 1, column + 1);
        return draft.Done();
    }

    private static SourceCell Cell(IExcelDataReader reader, int column, bool since1904, bool computed) => reader.GetValue(column) switch
    {
        null => default,
        string text => SourceNumber.Text(text.Contains('\r') ? text.ReplaceLineEndings("\n") : text, computed),
        bool flag => new(SourceType.Flag, flag ? "TRUE" : "FALSE", computed),
        // The library makes days and times of the formats it knows, with the calendar already reckoned in.
        DateTime at => Of(at, Shown(reader, column), computed),
        TimeSpan time => SourceNumber.Cell(time.TotalDays, Reading.Shown.Elapsed, false, computed),
        var number => SourceNumber.Cell(Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture), Shown(reader, column), since1904, computed),
    };

    private static SourceCell Of(DateTime at, Shown shown, bool computed) =>
        SourceNumber.Cell(at.ToOADate(), shown is Reading.Shown.Number ? Reading.Shown.Day : shown, false, computed);

    private static Shown Shown(IExcelDataReader reader, int column)
    {
        var id = reader.GetNumberFormatIndex(column);
        return NumberFormat.Of(id, id < 164 ? null : reader.GetNumberFormatString(column));
    }
}
