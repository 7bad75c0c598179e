using System.Globalization;
using System.Text;

namespace HalfSky.Platform.Search;

/// <summary>Pinyin without tones from the table made at build. A character may have several readings; names are found by each.</summary>
public static class Pinyin
{
    private const int MostCombinations = 8;
    private static readonly Lazy<Dictionary<Rune, string[]>> Readings = new(Load);

    /// <summary>First reading of each character joined, “lichangan”; other characters as they are, lower case.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(r => First(r)));

    /// <summary>First letters, “lca”.</summary>
    public static string Initials(string text) => string.Concat(text.EnumerateRunes().Select(First).Select(Letter));

    /// <summary>What a name is found by: its initials, its full pinyin and each syllable, over all readings (at most eight combinations).</summary>
    public static IEnumerable<string> Tokens(string name)
    {
        var runes = name.EnumerateRunes().Where(Rune.IsLetter).Take(12).ToArray();
        if (runes.Length == 0 || !runes.Any(r => Readings.Value.ContainsKey(r))) return [];
        var ways = new List<string[]> { Array.Empty<string>() };
        foreach (var rune in runes)
        {
            var readings = Readings.Value.GetValueOrDefault(rune) ?? [rune.ToString().ToLowerInvariant()];
            ways = [.. ways.SelectMany(w => readings.Select(r => (string[])[.. w, r])).Take(MostCombinations)];
        }
        return ways.SelectMany(w => w.Append(string.Concat(w)).Append(string.Concat(w.Select(Letter)))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The first letter of a reading; a character without one may be two chars long and stays whole.</summary>
    private static string Letter(string reading) => reading.EnumerateRunes().Select(r => r.ToString()).FirstOrDefault("");

    private static string First(Rune rune) => Readings.Value.TryGetValue(rune, out var r) ? r[0]
        : Rune.IsLetterOrDigit(rune) ? rune.ToString().ToLower(CultureInfo.InvariantCulture) : "";

    private static Dictionary<Rune, string[]> Load()
    {
        var table = new Dictionary<Rune, List<string>>(28_000);
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.txt")
            ?? throw new InvalidOperationException("pinyin.txt is not in the assembly: build the front end");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cut = line.IndexOf(' ');
            var syllable = line[..cut];
            foreach (var rune in line[(cut + 1)..].EnumerateRunes())
            {
                if (!table.TryGetValue(rune, out var list)) table[rune] = list = [];
                list.Add(syllable);
            }
        }
        return table.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }
}
