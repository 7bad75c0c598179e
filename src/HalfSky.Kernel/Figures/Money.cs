using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Kernel;

/// <summary>An amount of money in fen, the hundredth of a yuan; whole, exact, never a floating-point number.</summary>
/// <param name="Fen">The amount in fen; negative for money going back.</param>
public readonly partial record struct Money(long Fen) : IComparable<Money>, IParsable<Money>
{
    // A thousand billion yuan: past that it is a slip of the keyboard, not a county's money.
    private const long Limit = 100_000_000_000_000;

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>A whole number of yuan.</summary>
    /// <param name="yuan">Yuan.</param>
    /// <exception cref="OverflowException">Too much for 64 bits of fen.</exception>
    public static Money Yuan(long yuan) => new(checked(yuan * 100));

    /// <summary>The amount as a figure in 元, for measures.</summary>
    public Figure Figure => new(Fen, Unit.Yuan);

    /// <summary>Reads what people type: “1,234.5”, “￥12”, “１２元”, “1.2万元”, “-300”.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="money">The amount.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese; empty when all is well.</param>
    /// <returns>False with a problem when the text is no amount, is finer than a fen, or reaches a thousand billion yuan.</returns>
    public static bool TryParse(string? text, out Money money, out string problem)
    {
        money = default;
        var plain = Typed.WithoutBlanks(Typed.Plain(text));
        if (plain.Length == 0)
        {
            problem = "请填写金额。";
            return false;
        }

        var match = Amount().Match(plain);
        if (!match.Success)
        {
            problem = "金额看不懂，请写成 1234.50 或 1.2万元 这样的数。";
            return false;
        }

        var digits = match.Groups["scale"].Value switch { "亿" => 10, "万" => 6, _ => 2 };
        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        if (fraction.Length > digits)
        {
            problem = "金额最多精确到分，请去掉多余的小数。";
            return false;
        }

        var whole = match.Groups["whole"].Value.Replace(",", "").TrimStart('0');
        if (whole.Length + digits > 18 || Fens(whole, fraction, digits) is var fen && fen >= Limit)
        {
            problem = "金额过大，请核对是否多写了位数或单位。";
            return false;
        }

        problem = "";
        money = new(match.Groups["minus"].Success ? -fen : fen);
        return true;
    }

    /// <summary>Reads what people type; see <see cref="TryParse(string?, out Money, out string)"/>.</summary>
    /// <param name="text">As typed.</param>
    /// <exception cref="FormatException">No amount; the message is the Chinese sentence.</exception>
    public static Money Parse(string text) => Parse(text, null);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">As typed.</param>
    /// <param name="provider">Not used.</param>
    public static Money Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var money, out var problem) ? money : throw new FormatException(problem);

    /// <summary>Reads what people type; false if it is no amount.</summary>
    /// <param name="s">As typed.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The amount.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s, out result, out _);

    /// <summary>For people: “1,234.50”, in yuan, without the unit.</summary>
    public override string ToString() => (Fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>For form fields and files: “1234.50”, in yuan, no separators.</summary>
    public string Plain => (Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>With its unit: “1,234.50元”.</summary>
    public string Label => $"{this}元";

    /// <summary>For summaries: “12.35万元”, rounded half away from zero to two digits, trailing zeros dropped.</summary>
    public string InTenThousands => Math.Round(Fen / 1_000_000m, 2, MidpointRounding.AwayFromZero)
        .ToString("#,##0.##", CultureInfo.InvariantCulture) + "万元";

    /// <summary>Adds up.</summary>
    /// <param name="parts">The parts, possibly none.</param>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money Sum(IEnumerable<Money> parts) => parts.Aggregate(Zero, (sum, part) => sum + part);

    /// <summary>By amount.</summary>
    /// <param name="other">The other amount.</param>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));

    /// <summary>The same amount the other way.</summary>
    public static Money operator -(Money money) => new(checked(-money.Fen));

    /// <summary>So many times the amount: a price by a number of pieces.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money operator *(Money money, long times) => new(checked(money.Fen * times));

    /// <summary>By amount.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>By amount.</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>By amount.</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>By amount.</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    private static long Fens(string whole, string fraction, int digits) =>
        long.Parse("0" + whole + fraction.PadRight(digits, '0'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<minus>-)?(人民币|RMB|CNY)?\u00A5?(?(minus)|(?<minus>-))?(?<whole>[0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.(?<fraction>[0-9]+))?(?<scale>[万亿])?(元|圆|块)?整?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
