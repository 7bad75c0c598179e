namespace HalfSky.Platform.Sheets.Reading;

/// <summary>What a number is shown as.</summary>
internal enum Shown
{
    Number,
    Day,
    Month,
    Year,
    Time,
    Elapsed,
}

/// <summary>Tells from the format of a cell whether its number is a day or a time of day.</summary>
internal static class NumberFormat
{
    private const string Day = "m/d/yy", Month = "yyyy m", Time = "h:mm", Seconds = "h:mm:ss";

    // Those every program knows without their being written in the file; 27 to 36 and 50 to 58 as on a Chinese system.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [14] = Day, [15] = Day, [16] = Day, [17] = Month, [18] = Time, [19] = Seconds, [20] = Time, [21] = Seconds, [22] = Day,
        [27] = Month, [28] = Day, [29] = Day, [30] = Day, [31] = Day, [32] = Time, [33] = Seconds, [34] = Time, [35] = Seconds, [36] = Month,
        [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss",
        [50] = Month, [51] = Day, [52] = Month, [53] = Day, [54] = Day, [55] = Time, [56] = Seconds, [57] = Month, [58] = Day,
    };

    /// <summary>By number and by code; a code written in the file goes before what the number means elsewhere.</summary>
    public static Shown Of(int id, string? code) =>
        code is not null ? Of(code) : BuiltIn.TryGetValue(id, out var known) ? Of(known) : Shown.Number;

    /// <summary>By code: which letters stand outside quotes, brackets, colours and locales.</summary>
    public static Shown Of(string code)
    {
        if (code.StartsWith("General", StringComparison.OrdinalIgnoreCase) || code.StartsWith("G/", StringComparison.OrdinalIgnoreCase)) return Shown.Number;
        var (letters, elapsed) = Letters(code);
        if (elapsed) return Shown.Elapsed;
        bool year = false, month = false, day = false, time = false;
        for (var i = 0; i < letters.Count; i++)
            switch (letters[i])
            {
                case 'y': year = true; break;
                case 'd': day = true; break;
                case 'h' or 's': time = true; break;
                // After hours or before seconds an m is minutes.
                case 'm' when i > 0 && letters[i - 1] == 'h' || i + 1 < letters.Count && letters[i + 1] == 's': break;
                case 'm': month = true; break;
            }
        return (year, month, day, time) switch
        {
            (_, _, true, _) => Shown.Day,
            (true, true, _, _) => Shown.Month,
            (true, _, _, _) => Shown.Year,
            (_, true, _, _) => Shown.Day,
            (_, _, _, true) => Shown.Time,
            _ => Shown.Number,
        };
    }

    /// <summary>The runs of y, m, d, h, s in the first section, one letter each; whether time is counted beyond 24 hours.</summary>
    private static (List<char> Letters, bool Elapsed) Letters(string code)
    {
        List<char> letters = [];
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    i = End('"', i);
                    break;
                case '[':
                    var end = End(']', i);
                    var within = code[(i + 1)..Math.Min(end, code.Length)];
                    if (within.Length > 0 && within.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S')) return ([], true);
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                // A year of an era; but E+ is scientific notation.
                case 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    break;
                // AM/PM, and am/pm with the m of no month.
                case 'a' when code.AsSpan(i).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                    letters.Add('h');
                    i += 4;
                    break;
                // The day of the week.
                case 'a' when code.AsSpan(i).StartsWith("aaa", StringComparison.OrdinalIgnoreCase):
                    Add('d');
                    break;
                case 'e':
                    Add('y');
                    break;
                case var c and ('y' or 'm' or 'd' or 'h' or 's'):
                    Add(c);
                    break;
            }
        return (letters, false);

        void Add(char letter)
        {
            if (letters.Count == 0 || letters[^1] != letter) letters.Add(letter);
        }

        int End(char mark, int from) => code.IndexOf(mark, from + 1) is var at and >= 0 ? at : code.Length;
    }
}
