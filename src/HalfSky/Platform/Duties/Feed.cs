using System.Globalization;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Duties;

/// <summary>
/// Duties as a calendar feed (RFC 5545). Calendars live in clouds of others: the feed has counts and dates, never whom something is about.
/// </summary>
public static class Feed
{
    private const int Octets = 75;

    /// <summary>The key in the address of somebody's feed; it opens nothing else.</summary>
    public static string KeyOf(Vault vault, Guid account) => Convert.ToHexStringLower(vault.Mac("feed", account.ToByteArray())[..16]);

    /// <summary>Writes the calendar: one all-day entry for each kind of duty and day.</summary>
    /// <param name="days">Label of the rule, the day, how many.</param>
    /// <param name="now">When it is written, UTC.</param>
    /// <param name="host">Names the entries apart from those of other calendars.</param>
    public static string Write(IEnumerable<(string Rule, string Label, DateOnly Due, int Count)> days, DateTime now, string host)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(Folded(line)).Append("\r\n");
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//HalfSky//Duties//ZH");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:妇联待办");
        foreach (var (rule, label, due, count) in days)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{rule}-{due:yyyyMMdd}@{host}");
            Line($"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{due:yyyyMMdd}");
            Line($"DTEND;VALUE=DATE:{due.AddDays(1):yyyyMMdd}");
            Line("SUMMARY:" + Escaped($"{label} {count} 件"));
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines longer than 75 octets go on behind a blank; a character is never cut.</summary>
    private static string Folded(string line)
    {
        var (text, length) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > Octets) (length, _) = (1, text.Append("\r\n "));
            text.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }
        return text.ToString();
    }
}
