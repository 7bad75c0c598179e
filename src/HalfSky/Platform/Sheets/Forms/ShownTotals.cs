using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>
/// Puts beside plain formulas what they come to: a preview on a phone computes nothing and would show empty totals. What is not as plain as a
/// sum, a count or a step between two cells is left to the office program, which computes everything anew.
/// </summary>
internal sealed partial class ShownTotals
{
    private const int Passes = 4, MostCells = 200_000;
    private readonly Dictionary<(string Sheet, int Row, int Column), Cell> cells = [];

    /// <summary>Reads the sheets.</summary>
    public ShownTotals(IEnumerable<KeyValuePair<string, WorksheetPart>> sheets)
    {
        foreach (var (name, part) in sheets)
            foreach (var cell in part.Worksheet.Descendants<Cell>()) if (Area.At(cell.CellReference!.Value!) is var at) cells[(name, at.Row, at.Column)] = cell;
    }

    /// <summary>Computes what is plain; a sum of sums in a further pass.</summary>
    public void Put()
    {
        var open = cells.Where(c => c.Value.CellFormula is { Text.Length: > 0 }).ToList();
        for (var pass = 0; pass < Passes && open.Count > 0; pass++)
        {
            var before = open.Count;
            open.RemoveAll(c =>
            {
                if (Of(c.Value.CellFormula!.Text, c.Key.Sheet) is not { } value) return false;
                c.Value.CellValue = new CellValue(value.ToString("0.############", CultureInfo.InvariantCulture));
                return true;
            });
            if (open.Count == before) return;
        }
    }

    private decimal? Of(string formula, string on)
    {
        try
        {
            if (Function().Match(formula) is { Success: true } called && Range().Match(called.Groups["of"].Value) is { Success: true } range) return Over(called.Groups["name"].Value, range, on);
            if (Step().Match(formula) is not { Success: true } step || Operand(step.Groups["a"].Value, on) is not { } a) return null;
            if (!step.Groups["op"].Success) return a;
            return Operand(step.Groups["b"].Value, on) is not { } b ? null : step.Groups["op"].Value switch { "+" => a + b, "-" => a - b, "*" => a * b, _ => b == 0 ? null : a / b };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private decimal? Over(string name, Match range, string on)
    {
        var (sheet, area) = (SheetOf(range, on), Area.Of(range.Groups["ref"].Value.Replace("$", "", StringComparison.Ordinal)));
        if ((long)(area.Bottom - area.Top + 1) * (area.Right - area.Left + 1) > MostCells) return null;
        var (numbers, filled) = (new List<decimal>(), 0);
        for (var row = area.Top; row <= area.Bottom; row++)
            for (var column = area.Left; column <= area.Right; column++)
            {
                if (!cells.TryGetValue((sheet, row, column), out var cell) || (cell.CellFormula is null && cell.CellValue is null && cell.InlineString is null)) continue;
                if (cell.CellFormula is not null && cell.CellValue is null) return null;
                filled++;
                if (Number(cell) is { } number) numbers.Add(number);
            }
        return name switch { "SUM" => numbers.Sum(), "COUNT" => numbers.Count, "COUNTA" => filled, "MAX" => numbers.DefaultIfEmpty().Max(), "MIN" => numbers.DefaultIfEmpty().Min(), _ => numbers.Count == 0 ? null : numbers.Sum() / numbers.Count };
    }

    private decimal? Operand(string text, string on)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        if (Range().Match(text) is not { Success: true } range || text.Contains(':', StringComparison.Ordinal)) return null;
        var (row, column) = Area.At(range.Groups["ref"].Value);
        if (!cells.TryGetValue((SheetOf(range, on), row, column), out var cell)) return 0;
        return cell.CellValue is null && cell.CellFormula is null && cell.InlineString is null ? 0 : Number(cell);
    }

    private static decimal? Number(Cell cell) => (cell.DataType is null || cell.DataType.Value == CellValues.Number) && decimal.TryParse(cell.CellValue?.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string SheetOf(Match range, string on) => range.Groups["sheet"] is { Success: true, Value: var named } ? named.Trim('\'').Replace("''", "'", StringComparison.Ordinal) : on;

    [GeneratedRegex(@"^(?<name>SUM|COUNT|COUNTA|MAX|MIN|AVERAGE)\((?<of>[^(),""]+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Function();

    [GeneratedRegex(@"^((?<sheet>'([^']|'')+'|[\w.]+)!)?(?<ref>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(:\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<a>[^-+*/()"",&<>=]+)((?<op>[-+*/])(?<b>[^-+*/()"",&<>=]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
