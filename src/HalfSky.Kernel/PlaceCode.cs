using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HalfSky.Kernel;

/// <summary>
/// The statistical code of a place: twelve digits, two each for province, city and county, three each for township and
/// village (GB/T 2260, GB/T 10114). It is a dated label of a place, never its identity: codes change with mergers.
/// </summary>
/// <remarks>
/// A city without counties (东莞, 中山) has townships whose county digits are 00; their parent is the city.
/// </remarks>
public readonly record struct PlaceCode : IComparable<PlaceCode>, IParsable<PlaceCode>
{
    /// <summary>Takes a code as stored.</summary>
    /// <param name="value">The twelve digits as a number, 110000000000 to 999999999999.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a code of twelve digits.</exception>
    public PlaceCode(long value) => Value = value is >= 110_000_000_000 and <= 999_999_999_999
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A place's code has twelve digits and begins with 11 or more.");

    /// <summary>The twelve digits as a number, stored as a bigint. Zero only in <c>default</c>.</summary>
    public long Value { get; }

    /// <summary>“province”, “city”, “county”, “township” or “village”.</summary>
    public string Level => LevelWidth switch
    {
        10_000_000_000 => "province",
        100_000_000 => "city",
        1_000_000 => "county",
        1_000 => "township",
        _ => "village",
    };

    /// <summary>The smallest code at or below this place: its own.</summary>
    public long Low => Value;

    /// <summary>The first code past this place's, exclusive.</summary>
    public long High => Value + LevelWidth;

    /// <summary>The place above by the code alone; absent for a province.</summary>
    public PlaceCode? Parent
    {
        get
        {
            foreach (var width in (long[])[1_000, 1_000_000, 100_000_000, 10_000_000_000])
            {
                if (Value % width != 0)
                    return new(Value - Value % width);
            }

            return null;
        }
    }

    /// <summary>Whether a place is this one or lies within it, by the codes alone.</summary>
    /// <param name="other">The place asked about.</param>
    public bool Contains(PlaceCode other) => other.Value >= Low && other.Value < High;

    /// <summary>By code.</summary>
    /// <param name="other">The other code.</param>
    public int CompareTo(PlaceCode other) => Value.CompareTo(other.Value);

    /// <summary>Twelve digits.</summary>
    public override string ToString() => Value.ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>Reads a code; shorter ones of 2, 4, 6 or 9 digits are filled up with zeros.</summary>
    /// <param name="text">As typed or imported.</param>
    /// <param name="code">The code.</param>
    /// <param name="problem">What is wrong and what to do, in Chinese; empty when all is well.</param>
    public static bool TryParse(string? text, out PlaceCode code, out string problem)
    {
        code = default;
        var digits = Typed.WithoutBlanks(Typed.Plain(text));
        problem = digits.Length == 0 ? "请填写区划代码。"
            : !Typed.IsDigits(digits) || digits.Length is not (2 or 4 or 6 or 9 or 12)
                ? "区划代码应为12位数字（省2位、市4位、县6位、乡镇9位也可以），请核对。"
            : string.CompareOrdinal(digits, 0, "11", 0, 2) < 0 ? "区划代码的前两位不是省级代码，请核对。"
            : "";
        if (problem.Length > 0)
            return false;
        code = new(long.Parse(digits.PadRight(12, '0'), CultureInfo.InvariantCulture));
        return true;
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static PlaceCode Parse(string s) => Parse(s, null);

    /// <summary>Reads a code.</summary>
    /// <param name="s">As typed or imported.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">No code; the message is the Chinese sentence.</exception>
    public static PlaceCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var code, out string problem) ? code : throw new FormatException(problem);

    /// <summary>Reads a code; false if it is none.</summary>
    /// <param name="s">As typed or imported.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlaceCode result) =>
        TryParse(s, out result, out string _);

    /// <summary>By code.</summary>
    public static bool operator <(PlaceCode left, PlaceCode right) => left.Value < right.Value;

    /// <summary>By code.</summary>
    public static bool operator >(PlaceCode left, PlaceCode right) => left.Value > right.Value;

    /// <summary>By code.</summary>
    public static bool operator <=(PlaceCode left, PlaceCode right) => left.Value <= right.Value;

    /// <summary>By code.</summary>
    public static bool operator >=(PlaceCode left, PlaceCode right) => left.Value >= right.Value;

    private long LevelWidth => Value switch
    {
        _ when Value % 10_000_000_000 == 0 => 10_000_000_000,
        _ when Value % 100_000_000 == 0 => 100_000_000,
        _ when Value % 1_000_000 == 0 => 1_000_000,
        _ when Value % 1_000 == 0 => 1_000,
        _ => 1,
    };
}
