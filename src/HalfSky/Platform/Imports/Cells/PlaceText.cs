using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Platform.Imports.Cells;

/// <summary>Places as ledgers write them: 槐荫村, 青禾镇槐荫村, “青禾镇 · 槐荫村”, 槐荫村三组.</summary>
internal sealed partial class PlaceText(Reference reference, NamedThings named)
{
    private readonly ConcurrentDictionary<string, (IReadOnlyList<long> Found, bool Part)> known = new(StringComparer.Ordinal);
    private readonly List<(string Name, long Number)> names = [.. reference.Places.All.Where(n => n.Number.Depth <= 3 && !n.Ended).Select(n => (NamedThings.Folded(n.Name), n.Number.Value)).Where(n => n.Item1.Length >= 2).OrderByDescending(n => n.Item1.Length)];

    /// <summary>Are there villages to be found at all?</summary>
    public bool Knows { get; } = reference.Places.All.Any(n => n.Number.Depth > 1);

    /// <summary>The places a text may mean; and whether a group or grid nobody has entered was left out.</summary>
    public (IReadOnlyList<long> Found, bool Part) Of(string text) => known.GetOrAdd(text, t => Found(Marks().Replace(NamedThings.Folded(t), ""), Branch.Root, 0));

    /// <summary>Name of a place.</summary>
    public string NameOf(long place) => reference.Places.NameOf(place);

    /// <summary>The one village a title or a line names in full: “青禾镇槐荫村2026年走访台账”. A name within a longer word is none.</summary>
    public long? Within(string text)
    {
        var folded = NamedThings.Folded(text);
        var found = new HashSet<long>();
        foreach (var (name, number) in names.Where(n => new Branch(n.Number).Depth == 3))
        {
            var at = folded.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && char.IsLetter(folded[at - 1]) && !Before().IsMatch(folded[..at]))) continue;
            if (Among().IsMatch(folded[(at + name.Length)..])) return null;
            // A shorter name within a longer one that was found is none; two villages of one name are two, unless the township stands before it.
            if (found.Any(f => NamedThings.Folded(NameOf(f)) is var longer && longer.Length > name.Length && longer.Contains(name, StringComparison.Ordinal))) continue;
            found.Add(number);
        }
        if (found.Count > 1 && found.Where(f => folded.Contains(NamedThings.Folded(NameOf(new Branch(f).AtDepth(2).Value)), StringComparison.Ordinal)).ToList() is [var told]) return told;
        return found.Count == 1 ? found.First() : null;
    }

    private (IReadOnlyList<long>, bool) Found(string text, Branch within, int hops)
    {
        if (text.Length == 0 || hops > 4) return ([], false);
        var exact = named.Places(text).Select(c => long.Parse(c.Value, CultureInfo.InvariantCulture)).Where(n => within.Contains(new Branch(n))).ToList();
        if (exact.Count > 0) return (exact, false);
        foreach (var (name, number) in names)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal) || text.Length == name.Length || !within.Contains(new Branch(number))) continue;
            var rest = text[name.Length..];
            var below = Found(rest, new Branch(number), hops + 1);
            if (below.Item1.Count > 0) return below;
            if (new Branch(number).Depth == 3 && Part().IsMatch(rest)) return ([number], true);
        }
        return ([], false);
    }

    [GeneratedRegex("(镇|乡|街道|办事处|县|区|市|年|度|月份?)$")]
    private static partial Regex Before();

    [GeneratedRegex("^(等|、|和|至|与)")]
    private static partial Regex Among();

    [GeneratedRegex(@"[·\-—>＞/／、,，|]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(第?[\d一二三四五六七八九十]+(村民)?(小?组|队|网格|社|片区?)|.{1,4}(组|屯|湾|寨|庄|坪|冲|自然村|小组|片区?))$")]
    private static partial Regex Part();
}
