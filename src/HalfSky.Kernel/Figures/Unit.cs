using System.Text;

namespace HalfSky.Kernel;

/// <summary>
/// What a figure counts. Units are told apart by their label: 人, 人次, 户, 件, 场, 次 and 个 never add up with one another.
/// </summary>
/// <remarks>
/// A unit also says how an amount is stored: always a whole number, with <see cref="Digits"/> of it behind the point
/// (元 as fen, % as basis points, 小时 as tenths). A county may name a unit of its own; it is counted in whole ones.
/// </remarks>
public readonly record struct Unit
{
    private Unit(string label, string kind, int digits)
    {
        Label = label;
        Kind = kind;
        Digits = digits;
    }

    /// <summary>Takes a unit by its label; see <see cref="Of(string)"/>.</summary>
    /// <param name="label">As printed behind a number.</param>
    /// <exception cref="ArgumentException">The label is empty, longer than six characters, or has digits or blanks in it.</exception>
    public Unit(string label) => this = Of(label);

    /// <summary>As printed behind a number: “人次”. Empty only in <c>default</c>.</summary>
    public string Label { get => field ?? ""; }

    /// <summary>How it behaves: “count” (whole things), “money”, “ratio” (never added up) or “time”.</summary>
    public string Kind { get => field ?? "count"; }

    /// <summary>How many digits of a stored amount stand behind the decimal point: 2 for 元 and %, 1 for 小时, else 0.</summary>
    public int Digits { get; }

    /// <summary>人: different people.</summary>
    public static Unit People { get; } = Count("人");

    /// <summary>人次: attendances; the same person counts each time.</summary>
    public static Unit Attendances { get; } = Count("人次");

    /// <summary>户: households (by residence unless a measure says otherwise).</summary>
    public static Unit Households { get; } = Count("户");

    /// <summary>件: matters, cases.</summary>
    public static Unit Matters { get; } = Count("件");

    /// <summary>场: sessions, events held.</summary>
    public static Unit Sessions { get; } = Count("场");

    /// <summary>次: times something was done, such as visits.</summary>
    public static Unit Times { get; } = Count("次");

    /// <summary>个: things, organisations, sites.</summary>
    public static Unit Things { get; } = Count("个");

    /// <summary>份: copies, portions, questionnaires.</summary>
    public static Unit Copies { get; } = Count("份");

    /// <summary>元, stored in fen.</summary>
    public static Unit Yuan { get; } = new("元", "money", 2);

    /// <summary>%, stored in basis points: 7320 is 73.2%.</summary>
    public static Unit Percent { get; } = new("%", "ratio", 2);

    /// <summary>支: teams.</summary>
    public static Unit Teams { get; } = Count("支");

    /// <summary>个村: villages.</summary>
    public static Unit Villages { get; } = Count("个村");

    /// <summary>小时, stored in tenths of an hour: 25 is 2.5小时.</summary>
    public static Unit Hours { get; } = new("小时", "time", 1);

    /// <summary>天: whole days.</summary>
    public static Unit Days { get; } = Count("天");

    /// <summary>篇: articles, reports.</summary>
    public static Unit Articles { get; } = Count("篇");

    /// <summary>条: messages, items of information, opinions.</summary>
    public static Unit Items { get; } = Count("条");

    /// <summary>项: projects, tasks.</summary>
    public static Unit Projects { get; } = Count("项");

    /// <summary>对: couples, pairs.</summary>
    public static Unit Pairs { get; } = Count("对");

    /// <summary>分: points earned.</summary>
    public static Unit Points { get; } = Count("分");

    private static readonly Dictionary<string, Unit> Known = new[]
    {
        People, Attendances, Households, Matters, Sessions, Times, Things, Copies, Yuan, Percent, Teams, Villages,
        Hours, Days, Articles, Items, Projects, Pairs, Points,
    }.ToDictionary(unit => unit.Label);

    /// <summary>The unit with a label: one of those above, else a new one counted in whole things.</summary>
    /// <param name="label">One to six characters, no digits, no blanks.</param>
    /// <exception cref="ArgumentException">The label is not of that form.</exception>
    public static Unit Of(string label)
    {
        var trimmed = (label ?? "").Trim().Normalize(NormalizationForm.FormKC);
        if (Known.TryGetValue(trimmed, out var unit))
            return unit;
        var runes = trimmed.EnumerateRunes().ToList();
        return runes.Count is 0 or > 6 || runes.Any(r => Rune.IsDigit(r) || Rune.IsWhiteSpace(r) || Rune.IsControl(r))
            ? throw new ArgumentException("A unit's label has one to six characters, no digits and no blanks.", nameof(label))
            : Count(trimmed);
    }

    /// <summary>A unit with digits behind the point, such as 亩 with one; a known label keeps its own digits.</summary>
    /// <param name="label">As <see cref="Of(string)"/>.</param>
    /// <param name="digits">0, 1 or 2.</param>
    /// <exception cref="ArgumentException">The label is not of that form.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More than two digits, or fewer than none.</exception>
    public static Unit Of(string label, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 2);
        var unit = Of(label);
        return Known.ContainsKey(unit.Label) ? unit : new(unit.Label, unit.Kind, digits);
    }

    /// <summary>The units the program knows by name, for a county's choice.</summary>
    public static IReadOnlyCollection<Unit> All => Known.Values;

    /// <summary>The label.</summary>
    public override string ToString() => Label;

    private static Unit Count(string label) => new(label, "count", 0);
}
