using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>Text with separators, in any of the encodings county systems write; every cell is words.</summary>
internal static partial class TextSource
{
    public static SourceBook Read(byte[] content, string name, Tally tally)
    {
        var text = Decode(content);
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal(SourceProblems.Empty);
        if (text.Contains('\0')) throw new Refusal(SourceProblems.NotATable);
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return HtmlSource.Pages([.. MimeParts.Html(content)], name, tally);
        if (start[0] == '<') return Markup(content, text, name, tally);
        // Some exports begin with a line that tells the separator.
        var told = Told().Match(text);
        var separator = told.Success ? told.Groups[1].Value[0] : Separator(text);
        return new(separator == '\t' ? "tsv" : "csv", [Sheet(text, told.Success ? told.Length : 0, separator, new(name, tally))]);
    }

    /// <summary>By its mark; without one UTF-8 where it is valid, else GB18030: no Chinese text in that is valid UTF-8 by chance.</summary>
    public static string Decode(byte[] content) => content switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content, 2, content.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content, 3, content.Length - 3),
        _ when Utf8.IsValid(content) => Encoding.UTF8.GetString(content),
        _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(content),
    };

    /// <summary>Words of a cell without what made a spreadsheet take digits for words: an apostrophe, a tab, ="…". Before other words these are part of them.</summary>
    public static SourceCell Cell(string text)
    {
        text = text.Trim('\t');
        if (text is ['=', '"', .., '"'] && Code(text.AsSpan(2, text.Length - 3))) text = text[2..^1];
        else if (text is ['\'', ..] && Code(text.AsSpan(1))) text = text[1..];
        return SourceNumber.Text(text.Contains('\r') ? text.ReplaceLineEndings("\n") : text);
    }

    private static bool Code(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9') && !text.ContainsAnyExceptInRange(' ', '~') && !text.ContainsAny('"', '\'');

    private static SourceBook Markup(byte[] content, string text, string name, Tally tally)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        if (head.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && head.Contains("<Workbook", StringComparison.Ordinal)) return SpreadsheetMlSource.Read(content, tally);
        return HtmlSource.Pages([text], name, tally);
    }

    private static SourceSheet Sheet(string text, int from, char separator, SheetDraft draft)
    {
        using var lines = new Lines(text, from);
        var within = 0;
        try
        {
            foreach (var row in Csv.Read(lines, separator))
            {
                for (var i = 0; i < row.Count; i++)
                {
                    draft.Put(i + 1, Cell(row[i]));
                    within += Lines.In(row[i]);
                }
                // Empty lines are rows too, as a spreadsheet numbers them; line ends within a cell are not.
                draft.EndRow(lines.Ended - within);
            }
        }
        catch (FormatException e)
        {
            throw new Refusal(SourceProblems.Quotes(e.Message));
        }
        return draft.Done();
    }

    /// <summary>
    /// The one that stands most often outside quotes in the first lines. A full-width comma is part of a sentence; a tab before a comma
    /// or the end of a line keeps digits words and separates nothing.
    /// </summary>
    private static char Separator(string text)
    {
        int commas = 0, tabs = 0, semicolons = 0, lines = 0;
        var quoted = false;
        for (var i = 0; i < text.Length && lines < 50; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (text[i] == ',') commas++;
            else if (text[i] == ';') semicolons++;
            else if (text[i] == '\n') lines++;
            else if (text[i] == '\t' && i + 1 < text.Length && text[i + 1] is not (',' or '\r' or '\n')) tabs++;
        }
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    [GeneratedRegex(@"\A\s*sep=([,;\t])\r?\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    /// <summary>Text that counts the line ends read.</summary>
    private sealed class Lines(string text, int from) : TextReader
    {
        private int at = from;
        private bool over;

        public int Ended { get; private set; }

        public static int In(string text) => text.Count(c => c == '\n') + (text.Contains('\r') ? text.Where((c, i) => c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')).Count() : 0);

        public override int Peek() => at < text.Length ? text[at] : -1;

        public override int Read()
        {
            if (at >= text.Length)
            {
                if (!over) Ended++;
                over = true;
                return -1;
            }
            var c = text[at++];
            if (c == '\n' || c == '\r' && Peek() != '\n') Ended++;
            return c;
        }
    }
}
