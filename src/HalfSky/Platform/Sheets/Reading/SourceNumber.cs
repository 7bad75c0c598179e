using System.Globalization;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>Numbers of a workbook as cells: all their digits, or the day they mean.</summary>
internal static class SourceNumber
{
    private const int Seconds = 86_400;
    private static readonly CultureInfo Plainly = CultureInfo.InvariantCulture;

    /// <summary>A number as the file writes it.</summary>
    public static SourceCell Cell(string raw, Shown shown, bool since1904, bool computed)
    {
        raw = raw.Trim();
        if (!double.TryParse(raw, NumberStyles.Float, Plainly, out var value) || !double.IsFinite(value)) return Text(raw, computed);
        // Whole numbers keep every digit written, also beyond what a double holds.
        return shown is not Shown.Number ? Cell(value, shown, since1904, computed)
            : new(SourceType.Number, raw.Length > 15 && raw.All(char.IsAsciiDigit) && raw[0] != '0' ? raw : Plain(value), computed);
    }

    /// <summary>A number, by what its format shows.</summary>
    public static SourceCell Cell(double value, Shown shown, bool since1904, bool computed)
    {
        if (shown is Shown.Time or Shown.Elapsed && value is >= 0 and < 100_000) return Text(Clock(value, shown is Shown.Elapsed), computed);
        var serial = value + (since1904 ? 1462 : 0);
        if (shown is Shown.Number or Shown.Time or Shown.Elapsed || serial is < 1 or >= 2_958_466) return new(SourceType.Number, Plain(value), computed);
        // 23:59:59.9999 is noise of the day after; Math.Round also keeps whole days whole.
        var days = (int)(Math.Round(serial * Seconds) / Seconds);
        // Excel believes in 29 February 1900: that day is none, and those before it stand one off.
        if (days == 60) return Text("1900-02-29", computed);
        return Cell(new DateOnly(1899, 12, 30).AddDays(days < 60 ? days + 1 : Math.Min(days, 2_958_465)), shown, computed);
    }

    /// <summary>A day, as far as its format shows it.</summary>
    public static SourceCell Cell(DateOnly day, Shown shown, bool computed) => shown switch
    {
        Shown.Month => new(SourceType.Day, day.ToString("yyyy-MM", Plainly), computed),
        Shown.Year => new(SourceType.Number, day.Year.ToString(Plainly), computed),
        _ => new(SourceType.Day, day.ToString("yyyy-MM-dd", Plainly), computed),
    };

    /// <summary>A day and time as ISO writes it, “1990-03-08T00:00:00”.</summary>
    public static SourceCell Iso(string raw, Shown shown, bool computed)
    {
        if (!DateTime.TryParse(raw.Trim().TrimEnd('Z'), Plainly, DateTimeStyles.NoCurrentDateDefault, out var at)) return Text(raw.Trim(), computed);
        return shown is Shown.Time or Shown.Elapsed || at.Year < 1900 ? Text(Clock(at.TimeOfDay.TotalDays, false), computed)
            : Cell(DateOnly.FromDateTime(at), shown, computed);
    }

    /// <summary>Words, or nothing.</summary>
    public static SourceCell Text(string text, bool computed = false) =>
        new(string.IsNullOrWhiteSpace(text) ? SourceType.Empty : SourceType.Text, text, computed);

    /// <summary>Without exponent; 0.1 + 0.2 is 0.3.</summary>
    public static string Plain(double value)
    {
        if (value == 0) return "0";
        // Beyond 15 digits there are no decimals left that could be noise, so what is written is kept.
        var exact = Math.Abs(value) >= 1e15 ? value.ToString("R", Plainly) : value.ToString("E14", Plainly);
        if (!exact.Contains('E')) return exact;
        var parts = exact.Split('E');
        var minus = parts[0].StartsWith('-') ? "-" : "";
        var point = parts[0].IndexOf('.') is var dot and >= 0 ? dot - minus.Length : parts[0].Length - minus.Length;
        var digits = parts[0].Replace("-", "").Replace(".", "").TrimEnd('0');
        point += int.Parse(parts[1], Plainly);
        return minus + (point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits[..point] + "." + digits[point..]);
    }

    private static string Clock(double value, bool elapsed)
    {
        var seconds = (long)Math.Round(value * Seconds);
        if (!elapsed) seconds %= Seconds;
        var text = string.Create(Plainly, $"{seconds / 3600:00}:{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : text + string.Create(Plainly, $":{seconds % 60:00}");
    }
}
