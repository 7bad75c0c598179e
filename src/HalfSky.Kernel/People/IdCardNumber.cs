using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HalfSky.Kernel;

/// <summary>
/// A citizen's identity number (GB 11643-1999): six digits of region, eight of birth, three in sequence (odd for men),
/// one check character. Residence permits of Hong Kong, Macao and Taiwan and the new permanent residence cards are built
/// alike and pass.
/// </summary>
/// <remarks>Printing it masks it: only <see cref="Full"/> gives it away, and what is stored is sealed.</remarks>
public readonly record struct IdCardNumber : IParsable<IdCardNumber>
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string Checks = "10X98765432";

    private IdCardNumber(string full) => Full = full;

    /// <summary>All eighteen characters, the last a digit or X. Empty only in <c>default</c>. Never log it.</summary>
    public string Full { get => field ?? ""; }

    /// <summary>The last four characters, by which she is found at the counter.</summary>
    public string LastFour => Full.Length == 0 ? "" : Full[14..];

    /// <summary>The six digits of the region of first registration: not where she lives now.</summary>
    public string RegionCode => Full.Length == 0 ? "" : Full[..6];

    /// <summary>The day of birth.</summary>
    /// <exception cref="InvalidOperationException">On <c>default</c>, which is no number.</exception>
    public DateOnly BirthDate => Birth(Full, out var day) ? day : throw new InvalidOperationException("No identity number.");

    /// <summary>“male” or “female”; empty on <c>default</c>.</summary>
    public string Sex => Full.Length == 0 ? "" : (Full[16] - '0') % 2 == 1 ? "male" : "female";

    /// <summary>“3710**********1234”.</summary>
    public string Masked => Full.Length == 0 ? "" : $"{Full[..4]}**********{Full[14..]}";

    /// <summary>Reads a typed number: blanks, full-width digits and a small x do no harm; old ones of 15 digits are converted.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="value">The number.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese, without the number itself; empty when all is well.</param>
    /// <returns>False with a problem when the length, a character, the birth date or the check character is wrong.</returns>
    public static bool TryParse(string? text, out IdCardNumber value, out string problem)
    {
        value = default;
        var number = Typed.WithoutBlanks(Typed.Plain(text)).ToUpperInvariant();
        if (number.StartsWith('\''))
            number = number[1..];
        problem = Judge(number);
        if (problem.Length > 0)
            return false;
        value = new(number.Length == 15 ? Lengthened(number) : number);
        return true;
    }

    /// <summary>Reads a typed number and refuses one whose birth lies after a day.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The present day in China.</param>
    /// <param name="value">The number.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese; empty when all is well.</param>
    public static bool TryParse(string? text, DateOnly today, out IdCardNumber value, out string problem)
    {
        if (!TryParse(text, out value, out problem))
            return false;
        if (value.BirthDate <= today)
            return true;
        value = default;
        problem = "身份证号中的出生日期晚于今天，请对照证件核对第7到14位。";
        return false;
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static IdCardNumber Parse(string s) => Parse(s, null);

    /// <summary>Reads a typed number.</summary>
    /// <param name="s">As typed.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">No identity number; the message is the Chinese sentence.</exception>
    public static IdCardNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var value, out string problem) ? value : throw new FormatException(problem);

    /// <summary>Reads a typed number; false if it is none.</summary>
    /// <param name="s">As typed.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The number.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IdCardNumber result) =>
        TryParse(s, out result, out string _);

    /// <summary>The check character that the first seventeen digits require (ISO 7064 MOD 11-2).</summary>
    /// <param name="seventeen">At least seventeen digits; what follows is not read.</param>
    /// <exception cref="ArgumentException">Fewer than seventeen characters, or one is not a digit.</exception>
    public static char CheckCharacter(ReadOnlySpan<char> seventeen)
    {
        if (seventeen.Length < 17 || seventeen[..17].ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("Seventeen digits are needed.", nameof(seventeen));
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += Weights[i] * (seventeen[i] - '0');
        return Checks[sum % 11];
    }

    /// <summary>The masked number, so that no log and no error page gives it away.</summary>
    public override string ToString() => Masked;

    private static string Judge(string number)
    {
        if (number.Length == 0)
            return "请填写身份证号。";
        if (number.Length is not (15 or 18))
            return $"身份证号应为18位，现在是{number.Length}位，请对照证件重新填写。";
        var digits = number.Length == 18 ? number[..17] : number;
        if (!Typed.IsDigits(digits) || number.Length == 18 && !char.IsAsciiDigit(number[17]) && number[17] != 'X')
            return "身份证号只能是数字，最后一位可以是X，请对照证件核对。";
        if (number[0] == '0')
            return "身份证号的前6位不是地区代码，请对照证件核对。";
        if (!Birth(number, out _))
            return number.Length == 18
                ? "身份证号中的出生日期不存在，请对照证件核对第7到14位。"
                : "身份证号中的出生日期不存在，请对照证件核对第7到12位。";
        return number.Length == 18 && number[17] != CheckCharacter(number)
            ? "身份证号的校验位不对，多半是某一位写错了，请对照证件逐位核对。"
            : "";
    }

    private static bool Birth(string number, out DateOnly day)
    {
        day = default;
        var digits = number.Length switch { 18 => number[6..14], 15 => "19" + number[6..12], _ => "" };
        return DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year is >= 1900 and <= 2100;
    }

    private static string Lengthened(string fifteen)
    {
        var seventeen = $"{fifteen[..6]}19{fifteen[6..]}";
        return seventeen + CheckCharacter(seventeen);
    }
}
