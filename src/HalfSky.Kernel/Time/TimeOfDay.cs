using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Kernel;

/// <summary>A time of day as people write it, “8:30”, “8点半”, “下午3点”; kept as “08:30”, so that it sorts as text on both databases.</summary>
public static partial class TimeOfDay
{
    /// <summary>Reads a time of day.</summary>
    /// <param name="text">As written; half and full width alike.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(string? text, out TimeOnly time)
    {
        time = default;
        if (Written().Match(Typed.WithoutBlanks(Typed.Plain(text))) is not { Success: true } match) return false;
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["half"].Success ? 30 : match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["later"].Success && hour < 12) hour += 12;
        if (hour > 23 || minute > 59) return false;
        time = new(hour, minute);
        return true;
    }

    /// <summary>Empty, or a time that can be read.</summary>
    public static bool IsEmptyOrTime(string? text) => string.IsNullOrWhiteSpace(text) || TryParse(text, out _);

    /// <summary>“08:30” for what can be read; anything else as it was typed.</summary>
    public static string? Tidy(string? text) => TryParse(text, out var time) ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : text;

    /// <summary>From one time to a later one of the same day, in tenths of an hour, rounded down; null when one is missing or they run backwards.</summary>
    public static long? TenthsBetween(string? from, string? to) =>
        TryParse(from, out var first) && TryParse(to, out var last) && last > first ? (long)(last - first).TotalMinutes / 6 : null;

    [GeneratedRegex("^(早上|上午|(?<later>中午|下午|晚上))?(?<hour>[0-9]{1,2})(:(?<minute>[0-9]{2})|[点时]((?<half>半)|((?<minute>[0-9]{1,2})分?)?))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
