namespace HalfSky.Modules.Reports.Writing;

/// <summary>
/// A table as an office writes it: the caption, “按 村” (镇, 村, 月, 季, or the key of a field), then a line for each column, “走访次数 {visit.times}”;
/// a column without a figure is filled by hand, “= 村名 | 列名 | 值” holds what was typed. A chart has one column.
/// </summary>
/// <param name="Caption">Caption.</param>
/// <param name="By">Dimension of the rows.</param>
/// <param name="Columns">Heads with their figure; null where it is typed.</param>
/// <param name="Typed">What was typed, by row and column.</param>
public sealed record TableText(string Caption, string By, IReadOnlyList<(string Head, FigureToken? Token)> Columns, IReadOnlyDictionary<(string Row, string Head), string> Typed)
{
    private static readonly (string Word, string Key)[] Dimensions = [("村", "village"), ("镇", "township"), ("月", "month"), ("季", "quarter")];

    /// <summary>Word of the rows' dimension.</summary>
    public string ByWord => Dimensions.FirstOrDefault(d => d.Key == By).Word ?? By;

    /// <summary>Reads it; lines that cannot be read are left aside.</summary>
    public static TableText Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var by = lines.FirstOrDefault(l => l.StartsWith('按'))?[1..].Trim() ?? "村";
        var columns = new List<(string, FigureToken?)>();
        var typed = new Dictionary<(string, string), string>();
        foreach (var line in lines.Skip(1).Where(l => !l.StartsWith('按')))
        {
            if (line.StartsWith('='))
            {
                if (line[1..].Split('|', StringSplitOptions.TrimEntries) is [var row, var head, var value]) typed[(row, head)] = value;
                continue;
            }
            var token = FigureToken.In(line).FirstOrDefault();
            columns.Add(token.Token is null ? (line, null) : (line[..token.Start].Trim(), token.Token));
        }
        return new(lines.FirstOrDefault() ?? "", Dimensions.FirstOrDefault(d => d.Word == by).Key ?? by, columns, typed);
    }

    /// <summary>As written.</summary>
    public override string ToString() => string.Join('\n', new[] { Caption, "按 " + ByWord }
        .Concat(Columns.Select(c => c.Token is null ? c.Head : $"{c.Head} {c.Token}")).Concat(Typed.Where(t => t.Value.Length > 0).Select(t => $"= {t.Key.Row} | {t.Key.Head} | {t.Value}")));

    /// <summary>With a cell typed by hand.</summary>
    public TableText With(string row, string head, string value) =>
        this with { Typed = Typed.Where(t => t.Key != (row, head)).Append(new((row, head), value.Replace("|", "／").ReplaceLineEndings(" ").Trim())).ToDictionary(t => t.Key, t => t.Value) };
}
