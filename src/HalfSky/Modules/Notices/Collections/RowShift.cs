using System.Globalization;
using System.Text.RegularExpressions;
using HalfSky.Platform.Sheets;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>Rows move down when a block grows: where references, formulas and ranges point then. A range that ended with the block grows with it.</summary>
/// <param name="First">First row of the block.</param>
/// <param name="Last">Last row of the block as it was.</param>
/// <param name="By">How many rows it grew by.</param>
internal sealed partial record RowShift(int First, int Last, int By)
{
    /// <summary>Where a row is now.</summary>
    public int Row(int row) => row > Last ? row + By : row;

    /// <summary>Where a rectangle is now.</summary>
    public Area Of(Area area) => area with { Top = Row(area.Top), Bottom = area.Bottom == Last && area.Top < area.Bottom ? Last + By : Row(area.Bottom) };

    /// <summary>Where rectangles of a list “A1:B2 C3” are now.</summary>
    public string List(string references) => string.Join(' ', references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Any(char.IsAsciiDigit) && r.Any(char.IsAsciiLetter) ? Print(Of(Area.Of(r)), r) : r));

    /// <summary>A formula of the same sheet after the rows moved.</summary>
    public string Formula(string formula) => Outside(formula, m =>
    {
        if (m.Groups["r2"].Success)
        {
            var (top, bottom) = (Number(m, "r1"), Number(m, "r2"));
            // “SUM(C5:C6)” over the whole block, or a part that ends with it.
            var end = bottom == Last && top >= First ? Last + By : Row(bottom);
            return $"{m.Groups["c1"]}{m.Groups["d1"]}{Row(top)}:{m.Groups["c2"]}{m.Groups["d2"]}{end}";
        }
        return $"{m.Groups["c1"]}{m.Groups["d1"]}{Row(Number(m, "r1"))}";
    });

    /// <summary>A formula copied so many rows down and columns right: relative references go along.</summary>
    public static string Copied(string formula, int down, int right) => Outside(formula, m =>
        Moved(m, "c1", "d1", "r1", down, right) + (m.Groups["r2"].Success ? ":" + Moved(m, "c2", "d2", "r2", down, right) : ""));

    private static string Moved(Match m, string column, string dollar, string row, int down, int right)
    {
        var letters = m.Groups[column].Value;
        var moved = letters.StartsWith('$') ? letters : Area.Letters(Math.Max(1, Area.At(letters).Column + right));
        return moved + m.Groups[dollar].Value + (m.Groups[dollar].Length > 0 ? Number(m, row) : Math.Max(1, Number(m, row) + down)).ToString(CultureInfo.InvariantCulture);
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Print(Area area, string as_) => as_.Contains(':', StringComparison.Ordinal) ? area.ToString() : Area.Letters(area.Left) + area.Top.ToString(CultureInfo.InvariantCulture);

    // Texts within quotation marks are no references.
    private static string Outside(string formula, MatchEvaluator change) =>
        string.Join('"', formula.Split('"').Select((piece, i) => i % 2 == 1 ? piece : Reference().Replace(piece, change)));

    [GeneratedRegex(@"(?<![A-Za-z0-9_.!'\u4e00-\u9fff])(?<c1>\$?[A-Z]{1,3})(?<d1>\$?)(?<r1>[1-9]\d{0,6})(:(?<c2>\$?[A-Z]{1,3})(?<d2>\$?)(?<r2>[1-9]\d{0,6}))?(?![A-Za-z0-9_(!])", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
