using System.Text;
using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>
/// Pasted text as rows of cells: cells copied from Excel or WPS (tabs, quoted cells with line ends in them), names one a line, lines with
/// commas, or a chain 接龙 copied from a WeChat group (“#接龙 … 1. 李桂花 3人”).
/// </summary>
/// <param name="Rows">Rows, all of the same width.</param>
/// <param name="IsChain">It was a chain: no head, its numbers left out.</param>
public sealed partial record PastedText(IReadOnlyList<IReadOnlyList<string>> Rows, bool IsChain)
{
    /// <summary>Reads what somebody pasted; empty rows and columns fall away.</summary>
    public static PastedText Read(string? text)
    {
        var plain = (text ?? "").Replace("\u200B", "", StringComparison.Ordinal).Trim('\uFEFF', '\r', '\n').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (Chain(plain) is { } chain) return new(Even(chain), true);
        var rows = plain.Contains('\t', StringComparison.Ordinal) ? Tabbed(plain) : Lines(plain);
        return new(Even([.. rows.Select(r => r.Select(Tidy).ToList()).Where(r => r.Exists(c => c.Length > 0))]), false);
    }

    /// <summary>Reads what <see cref="Write"/> wrote: every row stays where it is, an empty one too.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadAgain(string? text) => [.. Tabbed((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal))];

    /// <summary>Rows as text that <see cref="ReadAgain"/> reads back.</summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Join('\n', rows.Select(r => string.Join('\t', r.Select(c => c.Length == 0 && r.Count > 1 ? "" : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));

    private static List<IReadOnlyList<string>> Tabbed(string text)
    {
        try
        {
            return [.. Csv.Read(new StringReader(text), '\t')];
        }
        catch (FormatException)
        {
            // A quote somewhere in a cell, not around it: every line is a row as it stands.
            return [.. text.Split('\n').Select(l => (IReadOnlyList<string>)l.Split('\t'))];
        }
    }

    /// <summary>Without tabs: commas or blanks part the cells only where every line has as many of them.</summary>
    private static IEnumerable<IReadOnlyList<string>> Lines(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        foreach (var parting in new[] { Commas(), Blanks() })
        {
            var cells = lines.ConvertAll(l => parting.Split(l));
            if (cells.Count > 0 && cells[0].Length > 1 && cells.TrueForAll(c => c.Length == cells[0].Length)) return cells;
        }
        return lines.Select(l => (IReadOnlyList<string>)[l]);
    }

    private static List<List<string>>? Chain(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).ToList();
        var marked = lines.Exists(l => l.StartsWith("#接龙", StringComparison.Ordinal) || l.StartsWith("＃接龙", StringComparison.Ordinal));
        var numbered = lines.FindAll(l => Numbered().IsMatch(l));
        if (numbered.Count == 0 || (!marked && (text.Contains('\t', StringComparison.Ordinal) || numbered.Count < 2 || Numbered().Match(numbered[0]).Groups["n"].Value != "1"))) return null;
        var said = new List<string>();
        foreach (var line in lines)
        {
            if (Numbered().Match(line) is { Success: true } match) said.Add(match.Groups["said"].Value);
            // What stands before the first number is the title; what follows one without a number belongs to it.
            else if (said.Count > 0 && line.Length > 0) said[^1] += " " + line;
        }
        var rows = said.ConvertAll(Said);
        // Most say as many things; who says more says it in the last one.
        var usual = rows.GroupBy(r => r.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
        return rows.ConvertAll(r => r.Count <= usual ? r : [.. r[..(usual - 1)], string.Join(' ', r[(usual - 1)..])]);
    }

    private static List<string> Said(string text)
    {
        var parts = Blanks().Split(text.Trim());
        if (parts.Length == 1) parts = Marks().Split(parts[0]);
        if (parts.Length == 1 && NameNumber().Match(parts[0]) is { Success: true } both) parts = [both.Groups["name"].Value, both.Groups["number"].Value];
        return [.. parts.Select(Tidy).Where(p => p.Length > 0)];
    }

    private static IReadOnlyList<IReadOnlyList<string>> Even(IReadOnlyList<List<string>> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        var used = Enumerable.Range(0, width).Where(i => rows.Any(r => i < r.Count && r[i].Length > 0)).ToList();
        return [.. rows.Select(r => used.ConvertAll(i => i < r.Count ? r[i] : ""))];
    }

    private static string Tidy(string cell)
    {
        var kept = new StringBuilder(cell.Length);
        foreach (var c in cell) kept.Append(c is '\u00A0' or '\u3000' ? ' ' : c);
        return kept.ToString().Trim();
    }

    [GeneratedRegex(@"^(?<n>\d{1,3})\s*[.．、)）]\s*(?<said>\S.*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<name>[\p{L}·•]{2,})(?<number>\d.*)$")]
    private static partial Regex NameNumber();

    [GeneratedRegex(",")]
    private static partial Regex Commas();

    [GeneratedRegex(@"[ \u3000]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*[,，、;；/|]\s*")]
    private static partial Regex Marks();
}
