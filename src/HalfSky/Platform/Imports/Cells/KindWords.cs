using System.Text.RegularExpressions;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Platform.Imports.Cells;

/// <summary>Finds the kind a cell means: by label or code, by what else it is called, by the only label that shares its words.</summary>
internal static partial class KindWords
{
    /// <summary>The code, and whether it was guessed; null when none or several fit.</summary>
    public static (string? Code, bool Near) CodeOf(KindList list, string text)
    {
        var plain = Blanks().Replace(CellText.Plain(text), "");
        if ((list.CodeOf(text.Trim()) ?? list.CodeOf(plain) ?? list.Items.FirstOrDefault(k => CellText.Plain(k.Label) == plain)?.Code) is { } exact) return (exact, false);
        // “其他（请注明）” and “1.入户”.
        var bare = Around().Replace(plain, "");
        if (bare.Length > 0 && bare != plain && list.Items.FirstOrDefault(k => Around().Replace(CellText.Plain(k.Label), "") == bare) is { } same) return (same.Code, true);
        if (bare.Length == 0) bare = plain;
        var shown = list.Items.Where(k => !k.Hidden).ToList();
        if (shown.FindAll(k => k.Also.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(bare)) is [var also]) return (also.Code, true);
        if (CountyKinds.LabelsOf(bare).Concat(CountyKinds.LabelsOf(Folded(bare))).Select(l => shown.Find(k => k.Label == l)).FirstOrDefault(k => k is not null) is { } county) return (county.Code, CountyKinds.IsGuess(bare));
        // “特困（五保）老人” is 特困老人 and 五保老人; 县级 is 县, 3级 is 三级.
        if (shown.FindAll(k => Readings(k.Label).Any(r => r == bare || Folded(r) == Folded(bare))) is [var read]) return (read.Code, false);
        if (bare == "汉") return (list.CodeOf("汉族"), false);
        if (bare.Length < 2) return list.CodeOf(bare + "族") is { } nation ? (nation, false) : (null, false);
        var near = shown.FindAll(k => k.Label.StartsWith(bare, StringComparison.Ordinal) || k.Label.EndsWith(bare, StringComparison.Ordinal)
            || (k.Label.Length > 1 && (bare.EndsWith(k.Label, StringComparison.Ordinal) || bare.StartsWith(k.Label, StringComparison.Ordinal))));
        if (near.Count == 0) near = shown.FindAll(k => k.Label.Contains(bare, StringComparison.Ordinal) || (k.Label.Length > 1 && bare.Contains(k.Label, StringComparison.Ordinal)));
        // “空巢老人” within “老龄空巢五保老人”.
        if (near.Count == 0 && bare.Length > 3) near = shown.FindAll(k => Follows(bare, k.Label));
        return near is [var only] ? (only.Code, true) : (null, false);
    }

    /// <summary>Several kinds in one cell. A label that itself holds what parts them (“孤儿和事实无人抚养”) stays whole.</summary>
    public static IReadOnlyList<string> Parted(KindList list, string text)
    {
        var whole = list.Items.Select(k => k.Label).Where(l => Parting().IsMatch(l)).OrderByDescending(l => l.Length).ToList();
        if (!whole.Exists(l => text.Contains(l, StringComparison.Ordinal))) return [.. Parting().Split(text).Where(t => t.Length > 0)];
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var next = Parting().Match(text, at);
            var end = next.Success ? next.Index : text.Length;
            if (whole.Find(l => string.CompareOrdinal(text, at, l, 0, l.Length) == 0 && (at + l.Length == text.Length || Parting().Match(text, at + l.Length) is { Success: true } after && after.Index == at + l.Length)) is { } label)
                end = at + label.Length;
            if (end > at) parts.Add(text[at..end]);
            at = Parting().Match(text, end) is { Success: true } gap && gap.Index == end ? end + gap.Length : end;
        }
        return parts;
    }

    /// <summary>What is chosen of a line of boxes: “☑留守儿童 □困境儿童”, “留守儿童√ 困境儿童”. A text without boxes is all chosen.</summary>
    public static string Chosen(string text)
    {
        if (!Boxes().IsMatch(text)) return text;
        var before = Boxes().Match(text.TrimStart()).Index == 0;
        var parts = Boxed(before).Matches(text);
        if (parts.All(m => m.Groups["word"].Value.Trim().Length == 0)) return text;
        return string.Join('、', parts.Where(m => Tick().IsMatch(m.Groups["box"].Value)).Select(m => m.Groups["word"].Value.Trim(' ', '\u3000', ',', '，', '、', ';', '；', '/')).Where(w => w.Length > 0));
    }

    private static Regex Boxed(bool before) => before ? BoxFirst() : BoxLast();

    /// <summary>A label with and without what stands in its brackets.</summary>
    private static IEnumerable<string> Readings(string label)
    {
        // “孤儿和事实无人抚养” is either.
        if (Inner().Match(label) is not { Success: true } match) return label.Length > 4 && label.IndexOf('和', StringComparison.Ordinal) is > 1 and var and ? [label, label[..and], label[(and + 1)..]] : [label];
        var (left, inner, right) = (label[..match.Index], match.Groups["inner"].Value, label[(match.Index + match.Length)..]);
        return [label, left + right, inner + right, left + inner + right];
    }

    private static string Folded(string text) => Digit().Replace(text.Length > 1 && text[^1] is '级' or '类' or '型' or '等' ? text[..^1] : text, m => "〇一二三四五六七八九"[m.Value[0] - '0'].ToString());

    private static bool Follows(string text, string label)
    {
        var at = 0;
        foreach (var c in label)
            if (at < text.Length && text[at] == c) at++;
        return at == text.Length;
    }

    [GeneratedRegex(@"\([^)]*\)|（[^）]*）|^\d{1,2}([.、．)）]|(?=\p{Lo})(?![级等类星档人次年月]))")]
    private static partial Regex Around();

    [GeneratedRegex("[☑■√✓✔☒●□☐○◯]")]
    private static partial Regex Boxes();

    [GeneratedRegex("[☑■√✓✔☒●]")]
    private static partial Regex Tick();

    [GeneratedRegex("(?<box>[☑■√✓✔☒●□☐○◯])(?<word>[^☑■√✓✔☒●□☐○◯]*)")]
    private static partial Regex BoxFirst();

    [GeneratedRegex("(?<word>[^☑■√✓✔☒●□☐○◯]*)(?<box>[☑■√✓✔☒●□☐○◯])")]
    private static partial Regex BoxLast();

    [GeneratedRegex("[（(](?<inner>[^）)]+)[）)]")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^[1-9](?!\d)")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*[,，、;；/／+＋|\n和及]\s*|\s+")]
    private static partial Regex Parting();
}
