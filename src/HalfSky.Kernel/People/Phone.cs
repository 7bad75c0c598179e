using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace HalfSky.Kernel;

/// <summary>A telephone number in mainland China: a mobile (1[3-9] and nine digits) or a landline with its area code.</summary>
/// <remarks>Printing it masks it: only <see cref="Digits"/> gives it away, and what is stored is sealed.</remarks>
public readonly partial record struct Phone : IParsable<Phone>
{
    private Phone(string digits) => Digits = digits;

    /// <summary>All digits, nothing else, the area code with its zero. Empty only in <c>default</c>. Never log it.</summary>
    public string Digits { get => field ?? ""; }

    /// <summary>Whether it is a mobile number, which can take a text message.</summary>
    public bool IsMobile => Digits is ['1', ..];

    /// <summary>The last four digits.</summary>
    public string LastFour => Digits.Length == 0 ? "" : Digits[^4..];

    /// <summary>“138****1234”, “010-****5678”, “0536-***4567”.</summary>
    public string Masked
    {
        get
        {
            if (Digits.Length == 0)
                return "";
            if (IsMobile)
                return $"{Digits[..3]}****{LastFour}";
            var area = Digits[1] is '1' or '2' ? 3 : 4;
            return $"{Digits[..area]}-{new string('*', Digits.Length - area - 4)}{LastFour}";
        }
    }

    /// <summary>Reads a typed number: blanks, dashes, brackets, full-width digits and +86 do no harm.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="phone">The number.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese, without the number itself; empty when all is well.</param>
    public static bool TryParse(string? text, out Phone phone, out string problem)
    {
        phone = default;
        var plain = Ornament().Replace(Typed.Plain(text), "");
        var digits = Prefix().Replace(plain, "");
        if (digits.Length < plain.Length && digits is [>= '2' and <= '9', ..] or ['1', '0', ..])
            digits = "0" + digits;
        if (Mobile().IsMatch(digits) || Landline().IsMatch(digits))
        {
            problem = "";
            phone = new(digits);
            return true;
        }

        problem = digits switch
        {
            "" => "请填写电话号码。",
            _ when !Typed.IsDigits(digits) => "电话号码只能写数字，一格只填一个号码，分机号请写在备注里。",
            ['1', ..] when digits.Length != 11 => $"手机号应为11位，现在是{digits.Length}位，请核对。",
            ['1', ..] => "手机号的号段不对，请核对前三位。",
            ['0', ..] => "座机号的位数不对，请写成区号加号码，例如 010-12345678。",
            { Length: 7 or 8 } => "座机号请带上区号，例如 010-12345678。",
            _ => "电话号码看不懂，请填11位手机号，或区号加座机号。",
        };
        return false;
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Phone Parse(string s) => Parse(s, null);

    /// <summary>Reads a typed number.</summary>
    /// <param name="s">As typed.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">No telephone number; the message is the Chinese sentence.</exception>
    public static Phone Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var phone, out var problem) ? phone : throw new FormatException(problem);

    /// <summary>Reads a typed number; false if it is none.</summary>
    /// <param name="s">As typed.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The number.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Phone result) =>
        TryParse(s, out result, out _);

    /// <summary>The masked number, so that no log and no error page gives it away.</summary>
    public override string ToString() => Masked;

    [GeneratedRegex(@"[\s\-().'·]")]
    private static partial Regex Ornament();

    [GeneratedRegex(@"^(\+86|0086|86(?=1[3-9][0-9]{9}$))", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(0(10|2[0-9])[0-9]{8}|0[3-9][0-9]{2}[0-9]{7,8})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Landline();
}
