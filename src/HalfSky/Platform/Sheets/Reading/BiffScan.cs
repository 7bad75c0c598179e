using System.Buffers.Binary;
using System.Text;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>
/// Goes over the records of an .xls before its cells are read: what the reading library does not tell (which cells compute or
/// hold an error, which calendar the file counts in) and what refuses the whole.
/// </summary>
internal sealed class BiffScan
{
    private readonly byte[] book;
    private readonly List<HashSet<int>> formulas = [];
    private readonly Dictionary<(int Sheet, int At), byte> errors = [];

    public BiffScan(byte[] book)
    {
        this.book = book;
        List<int> sheets = [];
        var old = book.Length > 6 && Short(4) < 0x0600;
        foreach (var (id, at, length) in Records(0))
            switch (id)
            {
                case 0x002F:
                    throw new Refusal(SourceProblems.Encrypted);
                case 0x0022 when length >= 2:
                    Since1904 = Short(at) == 1;
                    break;
                case 0x0085 when length >= 6 && book[at + 5] is 1 or 6:
                    throw new Refusal(SourceProblems.Macro);
                case 0x0085 when length >= 6 && book[at + 5] == 0:
                    sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(at)));
                    break;
                // Another workbook or DDE, not the workbook itself nor its add-in functions.
                case 0x01AE when length >= 4 && Short(at + 2) is not (0x0401 or 0x3A01):
                case 0x0017 when old && length > 2 && book[at + 1] == 1:
                    throw new Refusal(SourceProblems.Linked);
                case 0x0023 when Encoding.Latin1.GetString(book, at, length).Replace("\0", "").Contains("WEBSERVICE", StringComparison.OrdinalIgnoreCase):
                    throw new Refusal(SourceProblems.CallsOut);
            }
        // Without a list of sheets it is one sheet from the start, as the oldest versions write.
        foreach (var from in sheets.Count > 0 ? sheets : [0]) Cells(from);
    }

    /// <summary>Days are counted from 1904.</summary>
    public bool Since1904 { get; }

    /// <summary>Whether a cell computes; both from 0.</summary>
    public bool Computes(int sheet, int row, int column) => sheet < formulas.Count && formulas[sheet].Contains(row << 16 | column);

    /// <summary>The error a cell holds; both from 0.</summary>
    public string? Error(int sheet, int row, int column) => !errors.TryGetValue((sheet, row << 16 | column), out var code) ? null : code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    private void Cells(int from)
    {
        HashSet<int> computed = [];
        foreach (var (id, at, length) in Records(from))
            switch (id)
            {
                // A result that is no number has FF FF at its end and says at its beginning what it is.
                case 0x0006 or 0x0206 or 0x0406 when length >= 14:
                    computed.Add(Cell(at));
                    if (Short(at + 12) == 0xFFFF && book[at + 6] == 2) errors[(formulas.Count, Cell(at))] = book[at + 8];
                    break;
                case 0x0205 when length >= 8 && book[at + 7] == 1:
                    errors[(formulas.Count, Cell(at))] = book[at + 6];
                    break;
                case 0x01AD:
                    throw new Refusal(SourceProblems.Connected);
            }
        formulas.Add(computed);
    }

    private int Cell(int at) => Short(at) << 16 | Short(at + 2);

    /// <summary>Records of one stream of them, from its beginning to its end; a chart within a sheet is gone through.</summary>
    private IEnumerable<(int Id, int At, int Length)> Records(int from)
    {
        var depth = 0;
        for (var at = from; at >= 0 && at + 4 <= book.Length;)
        {
            var (id, length) = (Short(at), Short(at + 2));
            if (at + 4 + length > book.Length) yield break;
            if (id is 0x0809 or 0x0409 or 0x0209 or 0x0009) depth++;
            if (depth == 1) yield return (id, at + 4, length);
            if (id == 0x000A && --depth <= 0) yield break;
            at += 4 + length;
        }
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
}
