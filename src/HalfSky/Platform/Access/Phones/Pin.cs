using System.Globalization;
using HalfSky.Kernel;

namespace HalfSky.Platform.Access.Phones;

/// <summary>The rules of a six-digit PIN.</summary>
public static class Pin
{
    private static readonly string[] Obvious =
    [
        "147258", "258369", "147369", "369258", "159357", "357159", "159753", "789456", "456789", "520131", "131452", "521131", "520521",
        "112233", "332211", "223344", "334455", "445566", "556677", "667788", "778899", "110120", "120110", "121314", "147852", "963852",
    ];

    /// <summary>What is wrong with a new PIN; null when it will do.</summary>
    public static Problem? Check(string? pin)
    {
        if (!IsShaped(pin)) return AccessProblems.PinShape;
        return IsObvious(pin!) ? AccessProblems.PinObvious : null;
    }

    /// <summary>Six digits?</summary>
    public static bool IsShaped(string? pin) => pin is { Length: 6 } && pin.All(char.IsAsciiDigit);

    private static bool IsObvious(string pin) =>
        Obvious.Contains(pin)
        || pin.Distinct().Count() <= 2
        || pin[..3] == pin[3..] || (pin[..2] == pin[2..4] && pin[..2] == pin[4..])
        || Runs(pin, 1) || Runs(pin, 9)
        || IsDay(pin, "yyMMdd") || IsDay(pin, "ddMMyy") || IsMonth(pin);

    // 9 is one down, around the corner: 987654, 210987.
    private static bool Runs(string pin, int step) =>
        Enumerable.Range(1, 5).All(i => (pin[i - 1] - '0' + step) % 10 == pin[i] - '0');

    private static bool IsDay(string pin, string format) =>
        DateOnly.TryParseExact(pin, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // 198206: year and month of birth.
    private static bool IsMonth(string pin) => pin[..2] is "19" or "20" && int.Parse(pin[4..], CultureInfo.InvariantCulture) is >= 1 and <= 12;
}
