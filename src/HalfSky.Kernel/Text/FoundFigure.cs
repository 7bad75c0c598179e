namespace HalfSky.Kernel;

/// <summary>How a written figure stands to the true one.</summary>
public enum Rounding
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>约、左右: rounded either way.</summary>
    About,

    /// <summary>近、接近: somewhat less.</summary>
    Nearly,

    /// <summary>余、多、超过、逾、数十: somewhat more.</summary>
    Over,

    /// <summary>以上、不少于、至少: the number or more.</summary>
    AtLeast,

    /// <summary>不超过、以内: the number or less.</summary>
    AtMost,

    /// <summary>2-3、两三: between two numbers; the value is the lower one.</summary>
    Range,
}

/// <summary>A figure standing in a text.</summary>
/// <param name="Start">Where it begins in the text, words of rounding included.</param>
/// <param name="Length">How long it is, unit included.</param>
/// <param name="Value">What it says, 万 and 百 reckoned in: 1.2万元 is 12000.</param>
/// <param name="Unit">The unit as written: 名, 场次, 起, 元, %.</param>
/// <param name="Rounding">Exact or rounded.</param>
/// <param name="Digits">The number as written: “1.2万”, “二十”.</param>
/// <param name="Noun">What stands right behind the unit, “行政村” of 71个行政村; may run on, may be empty.</param>
/// <param name="IsRate">So much each month or per head (每季度至少1次, 每人400元): a norm, no total.</param>
public sealed record FoundFigure(int Start, int Length, decimal Value, string Unit, Rounding Rounding, string Digits, string Noun, bool IsRate)
{
    /// <summary>Where the text goes on behind it.</summary>
    public int End => Start + Length;
}
