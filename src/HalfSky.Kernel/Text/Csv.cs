using System.Text;

namespace HalfSky.Kernel;

/// <summary>
/// Comma-separated text after RFC 4180, for export and import. What a spreadsheet would take for a formula is written
/// with an apostrophe before it.
/// </summary>
public static class Csv
{
    private const string Dangerous = "=+-@\t\r＝＋－＠";

    /// <summary>One file as text, every row ended by CR LF.</summary>
    /// <param name="rows">Rows of at least one cell; an absent cell is empty.</param>
    public static string Text(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var text = new StringWriter();
        Write(text, rows);
        return text.ToString();
    }

    /// <summary>One file as UTF-8.</summary>
    /// <param name="rows">Rows of at least one cell.</param>
    /// <param name="bom">Whether a byte order mark goes first: Excel and WPS need it to read Chinese.</param>
    public static byte[] Bytes(IEnumerable<IReadOnlyList<string?>> rows, bool bom = true) =>
        new UTF8Encoding().GetBytes((bom ? "\uFEFF" : "") + Text(rows));

    /// <summary>Writes rows as they come, holding none.</summary>
    /// <param name="to">Where to; its encoding decides about a byte order mark.</param>
    /// <param name="rows">Rows of at least one cell; an absent cell is empty.</param>
    /// <exception cref="ArgumentException">A row has no cell: it could not be read back.</exception>
    public static void Write(TextWriter to, IEnumerable<IReadOnlyList<string?>> rows)
    {
        foreach (var row in rows)
        {
            if (row.Count == 0)
                throw new ArgumentException("A row needs a cell.", nameof(rows));
            for (var i = 0; i < row.Count; i++)
            {
                if (i > 0)
                    to.Write(',');
                var cell = Guarded(row[i] ?? "");
                // A row of one empty cell would be an empty line, which readers skip.
                to.Write(cell.AsSpan().ContainsAny(",\"\r\n") || row.Count == 1 && cell.Length == 0
                    ? $"\"{cell.Replace("\"", "\"\"")}\""
                    : cell);
            }

            to.Write("\r\n");
        }
    }

    /// <summary>
    /// The cell with an apostrophe before it if it begins with one of = + - @, a tab or a carriage return and is not simply
    /// a number; for any export a spreadsheet opens.
    /// </summary>
    /// <param name="cell">The cell.</param>
    public static string Guarded(string cell) => NeedsGuard(cell) ? "'" + cell : cell;

    /// <summary>
    /// Reads rows as they come: quoted cells with commas, quotes and line ends in them, line ends of any system, a byte
    /// order mark. Empty lines are skipped; an apostrophe put there by <see cref="Guarded"/> is taken off again.
    /// </summary>
    /// <param name="from">The text, already decoded.</param>
    /// <param name="separator">The comma, or a tab for cells pasted from a spreadsheet.</param>
    /// <exception cref="FormatException">A quote is never closed, or text follows a closing one; a Chinese sentence names the line.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(TextReader from, char separator = ',')
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var line = 1;
        if (from.Peek() == '\uFEFF')
            from.Read();
        for (var begun = false; ;)
        {
            var next = from.Read();
            if (next == '"' && cell.Length == 0)
            {
                line = Quoted(from, cell, line);
                begun = true;
                var after = from.Peek();
                if (after != -1 && after != separator && after is not ('\r' or '\n'))
                    throw new FormatException($"第{line}行的引号后面还有多余的内容，请检查这一行的引号。");
            }
            else if (next == separator || next is -1 or '\r' or '\n')
            {
                if (next == separator || begun || cell.Length > 0 || row.Count > 0)
                    row.Add(Unguarded(cell.ToString()));
                cell.Clear();
                begun = false;
                if (next == separator)
                    continue;
                if (next == '\r' && from.Peek() == '\n')
                    from.Read();
                line++;
                if (row.Count > 0)
                    yield return row;
                if (next == -1)
                    yield break;
                row = [];
            }
            else
            {
                cell.Append((char)next);
            }
        }
    }

    /// <summary>Reads to the closing quote and returns the line it stands in.</summary>
    private static int Quoted(TextReader from, StringBuilder cell, int line)
    {
        for (var began = line; ;)
        {
            switch (from.Read())
            {
                case -1:
                    throw new FormatException($"第{began}行的引号没有配对，请检查这一行。");
                case '"' when from.Peek() != '"':
                    return line;
                case '"':
                    from.Read();
                    cell.Append('"');
                    break;
                case var c:
                    line += c == '\n' ? 1 : 0;
                    cell.Append((char)c);
                    break;
            }
        }
    }

    private static string Unguarded(string cell) => cell is ['\'', ..] && NeedsGuard(cell[1..]) ? cell[1..] : cell;

    // An apostrophe before a dangerous character gets a second one, so that reading back takes off just ours.
    private static bool NeedsGuard(string cell) => cell switch
    {
        ['\'', ..] => NeedsGuard(cell[1..]),
        [var first, ..] => Dangerous.Contains(first) && !IsNumber(cell),
        _ => false,
    };

    private static bool IsNumber(string cell) => cell is ['-', >= '0' and <= '9', ..]
        && cell[1..].TrimEnd('%').All(c => char.IsAsciiDigit(c) || c is '.' or ',');
}
