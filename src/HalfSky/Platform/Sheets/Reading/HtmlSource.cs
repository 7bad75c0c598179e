using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>
/// Tables of a web page, which county systems send as “.xls”. A tolerant walk over the tags: ends may be missing, everything that is no
/// table is passed over, all tables of a page are one sheet below one another, as a spreadsheet opens them.
/// </summary>
internal sealed partial class HtmlSource
{
    private const int LongestTag = 8192;
    private readonly string html;
    private readonly SheetDraft draft;
    private readonly StringBuilder text = new();

    // By column the last row a cell from above reaches down to.
    private readonly List<int> taken = [];
    private int row, column, down, across, depth;
    private bool inCell, hidden;

    private HtmlSource(string html, SheetDraft draft) => (this.html, this.draft) = (html, draft);

    /// <summary>Each page with a table is a sheet.</summary>
    public static SourceBook Pages(IReadOnlyList<string> pages, string name, Tally tally)
    {
        List<string> tables = [.. pages.Where(p => p.Contains("<table", StringComparison.OrdinalIgnoreCase))];
        if (tables.Count == 0) throw new Refusal(SourceProblems.NotATable);
        return new("html", [.. tables.Select((p, i) => new HtmlSource(p, new(i == 0 ? name : $"{name} {i + 1}", tally)).Walk())]);
    }

    private SourceSheet Walk()
    {
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            if (inCell) Words(html.AsSpan(at, open - at));
            if (open == html.Length) break;
            at = Step(open);
        }
        EndRow();
        return draft.Done();
    }

    /// <summary>Takes one tag and returns where to go on.</summary>
    private int Step(int open)
    {
        if (html.AsSpan(open).StartsWith("<!--")) return html.IndexOf("-->", open, StringComparison.Ordinal) is var end and >= 0 ? end + 3 : html.Length;
        var close = End(open);
        var tag = html.AsSpan(open + 1, Math.Max(0, close - open - 1));
        var ends = tag.StartsWith("/");
        var name = Name(ends ? tag[1..] : tag);
        if (name is "script" or "style" or "title" && !ends)
            return html.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase) is var after and >= 0 ? after : html.Length;
        Take(name, ends, tag);
        // A bare “<” is words.
        if (name.Length == 0 && tag is not ['/' or '!' or '?', ..])
        {
            if (inCell) text.Append('<');
            return open + 1;
        }
        return close + 1;
    }

    private void Take(string name, bool ends, ReadOnlySpan<char> tag)
    {
        switch (name)
        {
            case "table" when !ends:
                depth++;
                // A table within a cell is part of its words.
                if (depth == 1) EndRow();
                else text.Append('\n');
                break;
            case "table":
                if (depth <= 1)
                {
                    EndRow();
                    taken.Clear();
                }
                depth = Math.Max(0, depth - 1);
                break;
            case "tr" when depth <= 1:
                EndRow();
                if (ends) break;
                row++;
                column = 0;
                hidden = tag.Contains("display:none", StringComparison.OrdinalIgnoreCase) || tag.Contains("display: none", StringComparison.OrdinalIgnoreCase);
                break;
            case "td" or "th" when depth <= 1:
                EndCell();
                if (!ends) BeginCell(tag);
                break;
            case "br" or "p" or "div" or "tr" or "li" when inCell && (ends || name == "br"):
                text.Append('\n');
                break;
            case "td" or "th" when ends:
                text.Append(' ');
                break;
        }
    }

    private void BeginCell(ReadOnlySpan<char> tag)
    {
        // Cells without a row before them.
        if (row == 0) row = 1;
        do column++;
        while (column <= taken.Count && taken[column - 1] >= row);
        (down, across) = (1, 1);
        foreach (Match span in Spans().Matches(tag.ToString()))
        {
            var count = Math.Clamp(int.Parse(span.Groups[2].ValueSpan, CultureInfo.InvariantCulture), 1, span.Groups[1].Value.Equals("colspan", StringComparison.OrdinalIgnoreCase) ? 1000 : 65_534);
            if (span.Groups[1].Value.Equals("colspan", StringComparison.OrdinalIgnoreCase)) across = count;
            else down = count;
        }
        inCell = true;
    }

    private void EndCell()
    {
        if (!inCell) return;
        inCell = false;
        draft.Put(column, TextSource.Cell(Tidy(WebUtility.HtmlDecode(text.ToString()))));
        text.Clear();
        if (column + across > SheetDraft.MostColumns) throw new InvalidDataException("A column beyond the last.");
        while (taken.Count < column + across - 1) taken.Add(0);
        for (var i = 0; i < across; i++) taken[column - 1 + i] = row + down - 1;
        draft.Merge(new(row, column, row + down - 1, column + across - 1));
        column += across - 1;
    }

    private void EndRow()
    {
        EndCell();
        draft.EndRow(row, hidden);
    }

    /// <summary>White space of the source is one space; only tags break lines.</summary>
    private void Words(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            if (c is not (' ' or '\t' or '\r' or '\n')) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }

    private static string Tidy(string words)
    {
        words = words.Replace('\u00A0', ' ');
        return words.Contains('\n') ? string.Join('\n', words.Split('\n', StringSplitOptions.TrimEntries)).Trim() : words.Trim();
    }

    /// <summary>The end of a tag, beyond what stands in quotes; a quote that is never closed is none.</summary>
    private int End(int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < Math.Min(html.Length, open + LongestTag); i++)
            if (quote != '\0') quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'') quote = html[i];
            else if (html[i] == '>') return i;
        return html.AsSpan(open, Math.Min(LongestTag, html.Length - open)).IndexOf('>') is var plain and >= 0 ? open + plain : Math.Min(html.Length, open + LongestTag) - 1;
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return tag[..length].ToString().ToLowerInvariant();
    }

    [GeneratedRegex(@"\b(rowspan|colspan)\s*=\s*[""']?\s*(\d{1,6})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spans();
}
