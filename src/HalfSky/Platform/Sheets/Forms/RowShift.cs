using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>
/// Rows move down when a block grows: where references, formulas and ranges point then, as if rows had been put in by hand before the block's
/// last row, so that a range over the block covers the new rows too.
/// </summary>
/// <param name="Sheet">Name of the sheet that grows.</param>
/// <param name="First">First row of the block.</param>
/// <param name="Last">Last row of the block as it was; one less than the first when there is none.</param>
/// <param name="By">How many rows it grew by.</param>
internal sealed partial record RowShift(string Sheet, int First, int Last, int By)
{
    // The last row keeps its border, so the new ones stand before it; the row they look like is this one.
    private int After => Last > First ? Last - 1 : Last;

    /// <summary>Where a row is now.</summary>
    public int Row(int row) => row > After ? row + By : row;

    /// <summary>Where a rectangle is now; one that covers the row the new ones look like covers them too.</summary>
    public Area Of(Area area) => area with { Top = Row(area.Top), Bottom = area.Bottom == After && area.Bottom >= First ? area.Bottom + By : Row(area.Bottom) };

    /// <summary>Where rectangles of a list “A1:B2 C3” are now.</summary>
    public string List(string references) => string.Join(' ', references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Any(char.IsAsciiDigit) && r.Any(char.IsAsciiLetter) ? Print(Of(Area.Of(r))) : r));

    /// <summary>A formula after the rows moved.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="on">The sheet it stands on; references without a sheet mean that one.</param>
    public string Formula(string formula, string on) => Outside(formula, m => !Means(m, on) ? m.Value : m.Groups["w1"].Success
        ? Sheeted(m) + m.Groups["e1"].Value + Text(Row(Number(m, "w1"))) + ":" + m.Groups["e2"].Value + Text(Bottom(Number(m, "w2")))
        : Sheeted(m) + m.Groups["c1"].Value + m.Groups["d1"].Value + (m.Groups["r2"].Success
            ? Text(Row(Number(m, "r1"))) + ":" + m.Groups["c2"].Value + m.Groups["d2"].Value + Text(Bottom(Number(m, "r2"))) : Text(Row(Number(m, "r1")))));

    /// <summary>A formula of one of the block's rows as it reads in another: what is relative goes along, what stands below moves down.</summary>
    public string Copied(string formula, int from, int to) => Outside(formula, m =>
    {
        var own = Means(m, Sheet);
        int End(string dollar, string row, bool bottom) => Number(m, row) is var n && m.Groups[dollar].Length > 0 ? (!own ? n : bottom ? Bottom(n) : Row(n)) : own && n > Last ? n + By : Math.Max(1, n + to - from);
        if (m.Groups["w1"].Success) return m.Value;
        // Typed in each row without dollars, but over the whole block.
        var whole = own && Last > First && m.Groups["r2"].Success && Number(m, "r1") <= First && Number(m, "r2") >= Last;
        return Sheeted(m) + m.Groups["c1"].Value + m.Groups["d1"].Value + Text(whole ? Number(m, "r1") : End("d1", "r1", bottom: false))
            + (m.Groups["r2"].Success ? ":" + m.Groups["c2"].Value + m.Groups["d2"].Value + Text(whole ? Bottom(Number(m, "r2")) : End("d2", "r2", bottom: true)) : "");
    });

    /// <summary>A formula copied so many rows down and columns right: relative references go along.</summary>
    public static string Moved(string formula, int down, int right) => Outside(formula, m => m.Groups["w1"].Success ? m.Value
        : Sheeted(m) + Moved(m, "c1", "d1", "r1", down, right) + (m.Groups["r2"].Success ? ":" + Moved(m, "c2", "d2", "r2", down, right) : ""));

    /// <summary>The lower end of a range: a block of one row takes along what ends with it.</summary>
    private int Bottom(int row) => row == Last && First == Last ? row + By : Row(row);

    private bool Means(Match m, string on) => m.Groups["sheet"] is { Success: true, Value: var named }
        ? string.Equals(named.StartsWith('\'') ? named[1..^1].Replace("''", "'", StringComparison.Ordinal) : named, Sheet, StringComparison.OrdinalIgnoreCase) : on == Sheet;

    private static string Sheeted(Match m) => m.Groups["sheet"].Success ? m.Groups["sheet"].Value + "!" : "";

    private static string Moved(Match m, string column, string dollar, string row, int down, int right)
    {
        var letters = m.Groups[column].Value;
        var moved = letters.StartsWith('$') ? letters : Area.Letters(Math.Max(1, Area.At(letters).Column + right));
        return moved + m.Groups[dollar].Value + Text(m.Groups[dollar].Length > 0 ? Number(m, row) : Math.Max(1, Number(m, row) + down));
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Print(Area area) => area.Top == area.Bottom && area.Left == area.Right ? Area.Letters(area.Left) + Text(area.Top) : area.ToString();

    // Texts within quotation marks are no references.
    private static string Outside(string formula, MatchEvaluator change) =>
        string.Join('"', formula.Split('"').Select((piece, i) => i % 2 == 1 ? piece : Reference().Replace(piece, change)));

    [GeneratedRegex(@"(?<![\w.!'\]])((?<sheet>'([^']|'')+'|[\w.]+)!)?((?<c1>\$?[A-Z]{1,3})(?<d1>\$?)(?<r1>[1-9]\d{0,6})(:(?<c2>\$?[A-Z]{1,3})(?<d2>\$?)(?<r2>[1-9]\d{0,6}))?|(?<e1>\$?)(?<w1>[1-9]\d{0,6}):(?<e2>\$?)(?<w2>[1-9]\d{0,6}))(?![\w(!.])", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
