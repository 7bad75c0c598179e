using System.Globalization;
using System.Text;

namespace HalfSky.Kernel;

/// <summary>What people type, made plain before it is judged: full-width to half-width, blanks trimmed, dashes alike.</summary>
internal static class Typed
{
    /// <summary>
    /// NFKC (full-width digits, letters, commas and ￥ become half-width), dashes of every length become “-”, invisible
    /// characters vanish, outer blanks are trimmed. Half a surrogate pair, which normalisation would refuse, becomes U+FFFD.
    /// </summary>
    /// <param name="text">As typed or pasted; absent counts as empty.</param>
    internal static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x2010 and <= 0x2015 or 0x2212)
                kept.Append('-');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                kept.Append(rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC).Trim();
    }

    /// <summary>Removes every blank, also those inside.</summary>
    /// <param name="text">Plain text.</param>
    internal static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The digits 0 to 9 and nothing else; other scripts' digits do not count.</summary>
    /// <param name="text">Plain text.</param>
    internal static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
