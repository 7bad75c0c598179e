using System.Text.RegularExpressions;

namespace HalfSky.Platform.Documents;

/// <summary>Numbers typed at the head of a paragraph: 一、（一）1.（1）.</summary>
internal static partial class HeadingMark
{
    /// <summary>A heading is a line: longer ones are paragraphs that begin with a number.</summary>
    private const int Short = 40;

    /// <summary>The level the number says, 0 without one, and the words behind it.</summary>
    public static (int Level, string Words) Split(string text)
    {
        if (Mark().Match(text) is not { Success: true } mark) return (0, text);
        for (var level = 1; level <= 4; level++)
            if (mark.Groups[$"l{level}"].Success)
                return (level, text[mark.Length..]);
        return (0, text);
    }

    /// <summary>One line that says no sentence. Small numbers also count off what was done: there a full stop makes a sentence.</summary>
    public static bool IsLine(string words, int level, int most = Short)
    {
        if (words.Length is 0 || words.Length > most || words[^1] is '；' or ';' or '，' or ',') return false;
        return words.AsSpan(0, words.Length - 1).IndexOfAny("。！？；\n") < 0 && (level <= 2 || words[^1] != '。');
    }

    // “1.5万元” is a figure and “十一、十二月” two months: behind the number stands a word.
    [GeneratedRegex("""
        ^(?:
          (?<l2>[（(](?:十?[一二三四五六七八九]|[二三四五六七八九]?十|[二三四五六七八九]十[一二三四五六七八九])[）)]、?)
        | (?<l1>(?:十?[一二三四五六七八九]|[二三四五六七八九]?十|[二三四五六七八九]十[一二三四五六七八九])[、．](?!十?[一二三四五六七八九十]+[、月季年]))
        | (?<l4>[（(][0-9０-９]{1,2}[）)]、?)
        | (?<l3>[0-9０-９]{1,2}[.．、](?![0-9０-９]))
        )\s*(?=\S)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
