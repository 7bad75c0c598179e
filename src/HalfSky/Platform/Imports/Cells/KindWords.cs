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
        if (bare == "汉") return (list.CodeOf("汉族"), false);
        if (bare.Length < 2) return list.CodeOf(bare + "族") is { } nation ? (nation, false) : (null, false);
        var near = shown.FindAll(k => k.Label.StartsWith(bare, StringComparison.Ordinal) || k.Label.EndsWith(bare, StringComparison.Ordinal)
            || (k.Label.Length > 1 && (bare.EndsWith(k.Label, StringComparison.Ordinal) || bare.StartsWith(k.Label, StringComparison.Ordinal))));
        if (near.Count == 0) near = shown.FindAll(k => k.Label.Contains(bare, StringComparison.Ordinal));
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

    [GeneratedRegex(@"\([^)]*\)|（[^）]*）|^\d{1,2}[.、．]")]
    private static partial Regex Around();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*[,，、;；/／+＋|\n和及]\s*|\s+")]
    private static partial Regex Parting();
}
