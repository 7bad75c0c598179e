using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

public sealed partial record SourceBook
{
    // What people choose by mistake, by its first bytes: PDF, pictures, archives, rich text.
    private static readonly byte[][] Others =
        [[.. "%PDF"u8], [0x89, .. "PNG"u8], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "RIFF"u8], [.. "Rar!"u8], [.. "7z"u8, 0xBC, 0xAF], [0x1F, 0x8B], [.. "{\\rtf"u8]];

    /// <summary>Reads a file by what it holds, whatever its name says; nothing in it is run, nothing is fetched.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name; names the sheet of a text file.</param>
    /// <exception cref="Refusal">It cannot be read, is too large, reaches out or is no table; the sentence says what to do.</exception>
    public static SourceBook Read(byte[] content, string fileName) => Read(content, fileName, new Limits());

    /// <summary>Reads a file within other limits.</summary>
    /// <inheritdoc cref="Read(byte[], string)"/>
    public static SourceBook Read(byte[] content, string fileName, Limits limits)
    {
        if (content.Length == 0) throw new Refusal(SourceProblems.Empty);
        if (content.Length > limits.MostBytes) throw new Refusal(SourceProblems.TooLarge(limits.MostBytes));
        try
        {
            var book = Open(content, Path.GetFileNameWithoutExtension(fileName), new Tally(limits, content.Length));
            return book.Sheets.Any(s => s.Rows.Count > 0) ? book : throw new Refusal(SourceProblems.Empty);
        }
        // A damaged file makes the readers throw many kinds; all of them mean the same to its owner.
        catch (Exception e) when (e is not (Refusal or OutOfMemoryException))
        {
            throw new Refusal(SourceProblems.Unreadable);
        }
    }

    private static SourceBook Open(byte[] content, string name, Tally tally) => content switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => XlsSource.Read(new CompoundFile(content), tally),
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => XlsxSource.Read(content, tally),
        // Old exporters write the workbook without the container around it.
        [0x09, 0x00 or 0x02 or 0x04 or 0x08, > 3 and < 32, 0, ..] => XlsSource.Read(content, tally),
        _ when Others.Any(o => content.AsSpan().StartsWith(o)) => throw new Refusal(SourceProblems.NotATable),
        _ => TextSource.Read(content, name, tally),
    };
}
