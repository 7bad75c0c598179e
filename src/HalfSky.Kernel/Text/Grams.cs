using System.Globalization;
using System.Text;

namespace HalfSky.Kernel;

/// <summary>
/// Text cut for search without a dictionary: Chinese into single characters and pairs, letters and digits into whole
/// words. The database's tokenizer only has to cut at blanks (FTS5 unicode61, tsvector simple); two-character words work.
/// </summary>
/// <remarks>
/// A run of Chinese 妇女儿 is indexed as 妇女 女儿 儿: its pairs, then its last character. That single character parts
/// the pairs of one run from those of the next, so a phrase of pairs never matches across a comma. The remaining single
/// characters follow at the end, once each; they are only ever searched alone.
/// </remarks>
public static class Grams
{
    private const int LongestWord = 40;

    /// <summary>The tokens of a text in the order in which they are indexed.</summary>
    /// <param name="text">Any text; absent gives none. Never give it a sealed value.</param>
    public static IEnumerable<string> Of(string? text)
    {
        var singles = new List<string>();
        var emitted = new HashSet<string>();
        foreach (var run in Runs(text))
        {
            for (var i = 0; i + 1 < run.Parts.Count; i++)
            {
                yield return run.Parts[i] + run.Parts[i + 1];
                singles.Add(run.Parts[i]);
            }

            emitted.Add(run.Parts[^1]);
            yield return run.Parts[^1];
        }

        foreach (var single in singles)
        {
            if (emitted.Add(single))
                yield return single;
        }
    }

    /// <summary>The tokens with blanks between: what is written into the index column.</summary>
    /// <param name="text">Any text; absent gives an empty one. Never give it a sealed value.</param>
    public static string Index(string? text) => string.Join(' ', Of(text));

    /// <summary>
    /// What to look for: all phrases must be found, each as consecutive tokens. Blanks and punctuation part phrases;
    /// repeats are dropped; a text of nothing but punctuation gives none.
    /// </summary>
    /// <param name="text">As typed into the search box.</param>
    public static IReadOnlyList<GramPhrase> Query(string? text) => Runs(text)
        .Select(run => run.Parts.Count > 1
            ? new GramPhrase([.. run.Parts.Zip(run.Parts.Skip(1), (first, second) => first + second)], Prefix: false)
            : new GramPhrase(run.Parts, Prefix: run.IsWord))
        .Distinct()
        .ToList();

    /// <summary>The text as it is compared: NFKC, small letters, variant and traditional characters of common words folded.</summary>
    /// <param name="text">Any text; absent gives an empty one.</param>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var rune in Typed.Plain(text).ToLowerInvariant().EnumerateRunes())
            folded.Append(rune.IsBmp && Variants.TryGetValue((char)rune.Value, out var usual) ? usual.ToString() : rune.ToString());
        return folded.ToString();
    }

    /// <summary>Chinese characters without a break, or one word of letters and digits.</summary>
    private readonly record struct Run(List<string> Parts, bool IsWord);

    private static IEnumerable<Run> Runs(string? text)
    {
        var chinese = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var gram = IsIdeograph(rune);
            // 阿依古丽·买买提江 must be found with its dot, without it, and with any of the dots in use.
            if (chinese.Count > 0 && rune.Value is 0x00B7 or 0x2022 or 0x2027 or 0x2219 or 0x30FB)
                continue;
            if (!gram && chinese.Count > 0)
            {
                yield return new(chinese, IsWord: false);
                chinese = [];
            }

            var letter = !gram && IsWordPart(rune);
            if (!letter && word.Length > 0)
            {
                yield return new([Cut(word)], IsWord: true);
                word.Clear();
            }

            if (gram)
                chinese.Add(Token(rune));
            else if (letter)
                word.Append(rune.ToString());
        }

        if (chinese.Count > 0)
            yield return new(chinese, IsWord: false);
        if (word.Length > 0)
            yield return new([Cut(word)], IsWord: true);
    }

    private static string Cut(StringBuilder word)
    {
        var length = Math.Min(word.Length, LongestWord);
        return char.IsHighSurrogate(word[length - 1]) ? word.ToString(0, length - 1) : word.ToString(0, length);
    }

    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;

    /// <summary>Han, 々, 〇, kana, bopomofo and Yi: written without blanks, so cut into characters.</summary>
    private static bool IsIdeograph(Rune rune) => rune.Value is 0x3005 or 0x3007
        or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FA) or (>= 0x3105 and <= 0x312F)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA48C)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>
    /// The character itself, unless it is younger than Unicode 6.1: FTS5's tokenizer knows no later ones and would drop
    /// the rare characters of some names, so they are spelt out.
    /// </summary>
    private static string Token(Rune rune) => rune.Value is >= 0x4DB6 and <= 0x4DBF or >= 0x9FCD and <= 0x9FFF or > 0x2B81D
        ? $"u{rune.Value:x}"
        : rune.ToString();

    // The character met, then the one it is taken for.
    private static readonly Dictionary<char, char> Variants = Pairs(
        "婦妇聯联會会國国華华麗丽愛爱雙双張张劉刘陳陈楊杨趙赵吳吴孫孙馬马葉叶鄭郑許许鄧邓馮冯韓韩蕭萧羅罗"
        + "黃黄謝谢呂吕盧卢蔣蒋賈贾鄒邹閻阎龍龙萬万錢钱湯汤譚谭蘇苏範范魯鲁韋韦顧顾龔龚嚴严賴赖蘭兰鳳凤雲云"
        + "蓮莲潔洁靜静寧宁甯宁夢梦興兴慶庆貴贵銀银穎颖頴颖瑤瑶瓊琼豔艳艷艳嬌娇嫺娴嫻娴戀恋憐怜昇升陞升峯峰"
        + "羣群凃涂濬浚埜野堃坤喆哲錦锦鍾钟鐘钟鋭锐鉅巨兒儿學学業业務务親亲護护權权幫帮調调裏里裡里於于爲为"
        + "為为廣广東东區区縣县鄉乡鎮镇莊庄庒庄灣湾島岛衛卫崗岗崐昆崑昆寳宝寶宝畧略竝并並并");

    private static Dictionary<char, char> Pairs(string text)
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < text.Length; i += 2)
            pairs.Add(text[i], text[i + 1]);

        return pairs;
    }
}
