using System.Globalization;
using System.Xml.Linq;

namespace HalfSky.Platform.Documents;

/// <summary>How a paragraph looks, as far as it says what it is.</summary>
/// <param name="Level">Heading level 1 to 4; 0 is none.</param>
/// <param name="IsTitle">Of the style for titles.</param>
/// <param name="IsCentred">In the middle.</param>
/// <param name="IsHidden">Not shown.</param>
/// <param name="Size">Half points.</param>
/// <param name="List">Number of its list.</param>
/// <param name="Depth">Depth in the list; -1 is where the style stands.</param>
internal readonly record struct Look(int Level, bool IsTitle, bool IsCentred, bool IsHidden, int Size, int List, int Depth);

/// <summary>Styles and lists of a Word file.</summary>
internal sealed class DocxLooks
{
    private const int MostBases = 20;
    private readonly Dictionary<string, XElement> styles;
    private readonly Dictionary<string, Look> known = [];
    private readonly Dictionary<int, (int Abstract, List<XElement> Levels)> lists = [];
    private readonly Dictionary<int, int[]> counted = [];
    private readonly string? usual;
    private readonly Look plain;

    public DocxLooks(XElement? styles, XElement? numbering)
    {
        this.styles = (styles?.Elements().Where(e => e.Name.LocalName == "style") ?? []).GroupBy(s => s.Value("styleId") ?? "").ToDictionary(g => g.Key, g => g.First());
        usual = this.styles.FirstOrDefault(s => s.Value.Value("default") is "1" or "true" && s.Value.Value("type") == "paragraph").Key;
        plain = With(new(0, false, false, false, 21, 0, -1), null, styles?.Child("docDefaults")?.Child("rPrDefault")?.Child("rPr"));
        var kinds = (numbering?.Elements().Where(e => e.Name.LocalName == "abstractNum") ?? []).GroupBy(a => a.Number("abstractNumId")).ToDictionary(g => g.Key, g => g.First());
        foreach (var list in numbering?.Elements().Where(e => e.Name.LocalName == "num") ?? [])
            if (list.Child("abstractNumId")?.Number("val") is { } kind && kinds.TryGetValue(kind, out var of))
                lists[list.Number("numId")] = (kind, [.. of.Elements().Where(e => e.Name.LocalName == "lvl")]);
    }

    /// <summary>Look of a paragraph.</summary>
    public Look Of(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        return With(OfStyle(properties?.Child("pStyle")?.Value("val") ?? usual), properties, null);
    }

    /// <summary>Look of a run within a paragraph.</summary>
    public Look Of(XElement run, Look paragraph)
    {
        if (run.Child("rPr") is not { } properties) return paragraph;
        var hidden = properties.Child("rStyle")?.Value("val") is { } style && OfStyle(style).IsHidden;
        return With(paragraph with { IsHidden = paragraph.IsHidden || hidden }, null, properties);
    }

    /// <summary>The number a list sets before a paragraph, counted on; nothing without one.</summary>
    public string Mark(XElement paragraph, Look look)
    {
        if (look.List == 0 || !lists.TryGetValue(look.List, out var list)) return "";
        var depth = look.Depth;
        if (depth < 0)
        {
            var style = paragraph.Child("pPr")?.Child("pStyle")?.Value("val");
            depth = Math.Max(0, list.Levels.Find(l => style is not null && l.Child("pStyle")?.Value("val") == style)?.Number("ilvl") ?? 0);
        }
        if (depth > 8 || list.Levels.Find(l => l.Number("ilvl") == depth) is not { } level) return "";
        if (!counted.TryGetValue(list.Abstract, out var counts)) counted[list.Abstract] = counts = new int[9];
        counts[depth]++;
        Array.Clear(counts, depth + 1, 8 - depth);
        var mark = level.Child("lvlText")?.Value("val") ?? "";
        foreach (var each in list.Levels)
            if (each.Number("ilvl") is >= 0 and <= 8 and var at)
                mark = mark.Replace($"%{at + 1}", Count(Math.Max(1, counts[at]) - 1 + (each.Child("start")?.Number("val") ?? 1), each.Child("numFmt")?.Value("val")), StringComparison.Ordinal);
        // Bullets come from fonts of signs.
        return level.Child("numFmt")?.Value("val") is "bullet" or "none" ? "" : mark;
    }

    private Look OfStyle(string? id)
    {
        if (id is null) return plain;
        if (known.TryGetValue(id, out var look)) return look;
        var chain = new List<XElement>();
        for (var at = id; at is not null && chain.Count < MostBases && styles.TryGetValue(at, out var style); at = style.Child("basedOn")?.Value("val")) chain.Add(style);
        look = plain;
        foreach (var style in Enumerable.Reverse(chain))
        {
            look = With(look, style.Child("pPr"), style.Child("rPr"));
            var name = (style.Child("name")?.Value("val") ?? "").ToUpperInvariant().Replace("标题", "HEADING", StringComparison.Ordinal);
            // A table of contents says everything twice.
            if (name.StartsWith("TOC ", StringComparison.Ordinal)) look = look with { IsHidden = true };
            if (name is "TITLE" or "HEADING") look = look with { IsTitle = true, Level = 0 };
            else if (look.Level == 0 && name.StartsWith("HEADING ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), CultureInfo.InvariantCulture, out var level)) look = look with { Level = Math.Clamp(level, 1, 4) };
        }
        return known[id] = look;
    }

    private static Look With(Look look, XElement? paragraph, XElement? run)
    {
        if (paragraph?.Child("outlineLvl")?.Number("val") is { } outline) look = look with { Level = outline is >= 0 and < 9 ? Math.Min(outline + 1, 4) : 0 };
        if (paragraph?.Child("jc")?.Value("val") is { } side) look = look with { IsCentred = side == "center" };
        if (paragraph?.Child("numPr") is { } list)
            look = look with { List = list.Child("numId")?.Number("val") ?? look.List, Depth = list.Child("ilvl")?.Number("val") ?? look.Depth };
        if (run?.Child("sz")?.Number("val") is { } size) look = look with { Size = size };
        if (run?.Child("vanish") is { } vanish) look = look with { IsHidden = vanish.Value("val") is not ("0" or "false" or "off") };
        return look;
    }

    private static string Count(int number, string? format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "ideographDigital" when number is > 0 and < 100 => Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int number)
    {
        const string Digits = "一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens - 1].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones - 1].ToString() : "");
    }
}

/// <summary>Elements by their own name: Word writes them in one of two namespaces.</summary>
internal static class DocxNames
{
    /// <summary>The first child of a name.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>An attribute of a name.</summary>
    public static string? Value(this XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    /// <summary>A number; -1 is none.</summary>
    public static int Number(this XElement element, string name) => int.TryParse(element.Value(name), CultureInfo.InvariantCulture, out var number) ? number : -1;
}
