using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using HalfSky.Kernel;

namespace HalfSky.Platform.Documents;

/// <summary>A piece of a document that was read.</summary>
/// <param name="Text">Words; of a heading without its number.</param>
/// <param name="Level">Heading level 1 to 4; 0 is a paragraph or a table.</param>
/// <param name="IsTitle">The document's title.</param>
/// <param name="Rows">Cells of a table.</param>
public sealed record ReadBlock(string Text, int Level, bool IsTitle, IReadOnlyList<IReadOnlyList<string>>? Rows);

/// <summary>Reads documents offices have: Word files and plain text. Nothing in them is run, fetched or trusted.</summary>
public static partial class IncomingDocument
{
    private const int Most = 20 << 20, MostBlocks = 20_000;

    /// <summary>A title stands above, and is not longer.</summary>
    private const int Above = 12, LongestTitle = 60, LongestFirstLine = 40;

    /// <summary>A heading by its style may take more than one line.</summary>
    private const int LongestHeading = 100;

    /// <summary>Paragraphs, headings and tables of a .docx, in order.</summary>
    /// <exception cref="Refusal">It is none, is locked, or would not end.</exception>
    public static IReadOnlyList<ReadBlock> Read(byte[] docx)
    {
        try
        {
            using var parts = new DocxParts(docx);
            var text = new DocxText(new(parts.Styles, parts.Numbering));
            var pieces = parts.Body().SelectMany(text.Of).Where(p => p.Text.Length > 0 || p.Rows is not null).Take(MostBlocks + 1).ToList();
            if (pieces.Count > MostBlocks) throw new Refusal(DocumentProblems.Bloated);
            var title = Title(pieces);
            // Where the title takes the first level of headings for itself, the headings begin with the second.
            var taken = title >= 0 && pieces[title].Look.Level == 1 && pieces.Count(p => p.Look.Level == 1) == 1 ? 1 : 0;
            var listing = false;
            return [.. pieces.SelectMany((p, i) =>
                i == title ? [new ReadBlock(p.Text, 0, true, null)] :
                (listing = p.Rows is null && Lists(p.Mark + p.Text, listing)) ? [new(p.Mark + p.Text, 0, false, null)] : Block(p, taken))];
        }
        // A file made to harm and one cut short make the readers throw alike.
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or FormatException or ArgumentException or NotSupportedException)
        {
            throw new Refusal(DocumentProblems.Damaged);
        }
    }

    /// <summary>Lines of a text file, in UTF-8 or GB 18030.</summary>
    /// <exception cref="Refusal">It is in neither.</exception>
    public static IReadOnlyList<ReadBlock> ReadText(byte[] text)
    {
        if (text.Length > Most) throw new Refusal(DocumentProblems.TooLarge);
        var lines = Decoded(text).TrimStart('\uFEFF').Replace('\v', '\n').ReplaceLineEndings("\n").Split('\n').Select(l => string.Concat(l.Where(c => c >= ' ' || c == '\t')).Trim()).Where(l => l.Length > 0).ToList();
        if (lines.Count > MostBlocks) throw new Refusal(DocumentProblems.Bloated);
        var listing = false;
        var blocks = lines.ConvertAll(l => (listing = Lists(l, listing)) ? new(l, 0, false, null) : Line(l));
        var title = blocks.FindIndex(b => b.Level > 0 || IsName(b.Text, LongestFirstLine));
        if (title is >= 0 and < Above && blocks[title].Level == 0) blocks[title] = blocks[title] with { IsTitle = true };
        return blocks;
    }

    private static IEnumerable<ReadBlock> Block(DocxPiece piece, int taken)
    {
        if (piece.Rows is not null) return [new("", 0, false, piece.Rows)];
        if (piece.Look.Level == 0) return piece.Text.Split('\n').Where(l => l.Length > 0).Select((l, i) => Line(i == 0 ? piece.Mark + l : l));
        var whole = piece.Text.Replace("\n", "", StringComparison.Ordinal);
        var (level, words) = HeadingMark.Split(piece.Mark + whole);
        // A number that says no level, such as 第一章, is left to the list that made it.
        if (level == 0) (level, words) = (piece.Look.Level - taken, whole);
        return HeadingMark.IsLine(words, 1, LongestHeading) ? [new(words, level, false, null)] : [new(piece.Mark + whole, 0, false, null)];
    }

    /// <summary>“附件：1. … 2. …”: what is counted off there are the annexes' titles.</summary>
    private static bool Lists(string line, bool before) =>
        line.StartsWith("附件：", StringComparison.Ordinal) || line.StartsWith("附件:", StringComparison.Ordinal) || before && HeadingMark.Split(line).Level == 3;

    private static ReadBlock Line(string line) =>
        HeadingMark.Split(line) is { Level: > 0 } mark && HeadingMark.IsLine(mark.Words, mark.Level) ? new(mark.Words, mark.Level, false, null) : new(line, 0, false, null);

    /// <summary>Where the title is: the style for titles, else in the middle, else larger than all else, else the first line that is no sentence.</summary>
    private static int Title(List<DocxPiece> pieces)
    {
        var names = pieces.Take(Above).Select((p, i) => (Piece: p, At: i)).TakeWhile(x => x.Piece.Rows is null && !IsNumbered(x.Piece)).Where(x => IsName(x.Piece.Text, LongestTitle)).ToList();
        if (names.Find(x => x.Piece.Look.IsTitle) is { Piece: not null } styled) return styled.At;
        if (names.Find(x => x.Piece.Look.IsCentred) is { Piece: not null } centred) return centred.At;
        // A heading may be the title only where nothing stands before it.
        names.RemoveAll(x => x.Piece.Look.Level > 0 && x.At > 0);
        var sizes = names.Select(x => x.Piece.Look.Size).OrderDescending().ToList();
        if (sizes.Count > 0 && pieces.Count(p => p.Look.Size >= sizes[0]) == 1) return names.Find(x => x.Piece.Look.Size == sizes[0]).At;
        return names.Find(x => x.Piece.Text.Length <= LongestFirstLine) is { Piece: not null } first ? first.At : -1;
    }

    private static bool IsNumbered(DocxPiece piece) => HeadingMark.Split(piece.Mark + piece.Text) is { Level: > 0 } mark && HeadingMark.IsLine(mark.Words, mark.Level);

    /// <summary>May be a title: no sentence, no addressee, nothing of a red head.</summary>
    private static bool IsName(string text, int longest) => text.Length <= longest && !text.Contains('。') && text[^1] is not ('：' or ':') && !RedHead().IsMatch(text);

    private static string Decoded(byte[] text)
    {
        try
        {
            if (text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Readable(new UnicodeEncoding(text[0] == 0xFE, true, true).GetString(text));
            return Readable(new UTF8Encoding(false, true).GetString(text));
        }
        catch (DecoderFallbackException)
        {
        }
        try
        {
            return Readable(CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            throw new Refusal(DocumentProblems.NotText);
        }
    }

    /// <summary>Programs and pictures are full of what no text has.</summary>
    private static string Readable(string text) => text.Contains('\0') ? throw new Refusal(DocumentProblems.NotText) : text;

    [GeneratedRegex("""文件$|〔\d{4}〕|[\[［（(]\d{4}[\]］）)]\s*\d+\s*号|^第?\s*\d+\s*期|^（?总第|^(?:绝密|机密|秘密|内部|特急|加急|急件)|^\d{6}$|^\d{4}年\d{1,2}月\d{1,2}日$""", RegexOptions.CultureInvariant)]
    private static partial Regex RedHead();
}
