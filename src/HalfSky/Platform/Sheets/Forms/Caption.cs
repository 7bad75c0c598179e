using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Captions written into one cell, “填报单位：　　填报人：　　日期：”: what stands behind each is filled in.</summary>
internal static partial class Caption
{
    /// <summary>The captions of a text, without the colon.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Pattern().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>The text with values behind its captions; the blanks left to write on by hand give way.</summary>
    public static string Fill(string text, IReadOnlyDictionary<int, object?> values)
    {
        var found = Pattern().Matches(text).ToList();
        var filled = text[..(found.Count == 0 ? text.Length : found[0].Index)];
        for (var i = 0; i < found.Count; i++)
        {
            var (end, next) = (found[i].Index + found[i].Length, i + 1 < found.Count ? found[i + 1].Index : text.Length);
            filled += found[i].Value;
            if (!values.TryGetValue(i, out var value) || Shown(value) is not { Length: > 0 } shown) filled += text[end..next];
            else filled += shown + (next < text.Length ? "　　" : "");
        }
        return filled;
    }

    private static string Shown(object? value) => value switch
    {
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        Share share => (share.Part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    [GeneratedRegex(@"([^\s：:（()）]{2,10}(?:[（(][^）)]{1,8}[)）])?)\s*[：:]")]
    private static partial Regex Pattern();
}
