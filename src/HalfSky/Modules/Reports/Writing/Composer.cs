using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>
/// Writes a document out of its blocks: reads all bound figures at once, words them, leaves out sentences behind which nothing was recorded
/// and headings beneath which nothing is left, numbers the headings in the customary order.
/// </summary>
/// <param name="session">Database.</param>
/// <param name="reference">Reference facts.</param>
/// <param name="today">Today.</param>
/// <param name="user">Who asks; what she may not count or see is not written.</param>
public sealed class Composer(Session session, Reference reference, DateOnly today, Asker user)
{
    /// <summary>Problems or tasks told one by one; a document is read by people.</summary>
    private const int MostRows = 50;

    private readonly ManyFigures figures = new(session, reference, today);
    private readonly Evaluator evaluator = new(session, reference, today);

    /// <summary>Writes it.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="place">Place of the document; its figures follow it.</param>
    /// <param name="days">Days of the document.</param>
    /// <param name="published">Count verified entries only.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Composed> Compose(IReadOnlyList<ReportBlock> blocks, Branch place, Period days, bool published = false, CancellationToken ct = default)
    {
        var document = new Document(place, days, published);
        var read = await Read(blocks.Where(b => b.Kind <= BlockKind.Paragraph).SelectMany(b => FigureToken.In(b.Text)).Select(t => t.Token), document, ct);
        var written = new List<ComposedBlock>();
        foreach (var block in blocks)
        {
            var sentences = block.Kind switch
            {
                BlockKind.Problems => await Problems(document, ct),
                BlockKind.Tasks => await Tasks(document, ct),
                BlockKind.Table or BlockKind.Chart => [],
                _ => Ended([.. Sentences(block.Text).Select(s => Sentence(s, document, read))]),
            };
            var table = block.Kind is BlockKind.Table or BlockKind.Chart ? await Table(TableText.Read(block.Text), document, ct) : null;
            written.Add(new(block, "", sentences, table, table is { IsEmpty: false } || sentences.Any(s => !s.IsSilent)));
        }
        return new(place, days, Numbered(written));
    }

    /// <summary>A template without the clauses behind which nothing is recorded: what a draft begins with. Headings stay that bring their own text.</summary>
    public async Task<IReadOnlyList<ReportBlock>> Trimmed(IReadOnlyList<ReportBlock> blocks, Branch place, Period days, CancellationToken ct)
    {
        var composed = await Compose(blocks, place, days, ct: ct);
        var kept = composed.Blocks.Select(b => b.Block.Kind is not BlockKind.Paragraph ? b.Block
            : b.Block with { Text = string.Concat(Sentences(b.Block.Text).Zip(b.Sentences).Where(s => !s.Second.IsSilent).Select(s => s.First)) }).Where(b => b.Kind is not BlockKind.Paragraph || b.Text.Length > 0).ToList();
        return [.. kept.Where((b, i) => b.Level == 0 || kept.Skip(i + 1).TakeWhile(n => n.Level == 0 || n.Level > b.Level).Any(n => n.Level == 0))];
    }

    /// <summary>Splits a paragraph at 。！？；, each with its mark.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('。' or '！' or '？' or '；')) continue;
            while (i + 1 < text.Length && text[i + 1] is '”' or '）' or '》') i++;
            yield return text[from..(i + 1)];
            from = i + 1;
        }
        if (from < text.Length) yield return text[from..];
    }

    /// <summary>Where the last clause is left out, the one before it ends the paragraph.</summary>
    private static IReadOnlyList<Sentence> Ended(List<Sentence> sentences)
    {
        if (sentences.FindLastIndex(s => !s.IsSilent) is >= 0 and var last && sentences[last].Pieces is [.., { Token: null, Typed: null } end] pieces && end.Text.EndsWith('；'))
            sentences[last] = sentences[last] with { Pieces = [.. pieces.SkipLast(1), end with { Text = end.Text[..^1] + "。" }] };
        return sentences;
    }

    private Sentence Sentence(string text, Document document, IReadOnlyDictionary<string, (Reading Reading, string Address)> read)
    {
        var pieces = new List<Piece>();
        bool? silent = null;
        var at = 0;
        foreach (var (start, length, token) in FigureToken.In(text))
        {
            if (start > at) pieces.AddRange(Words(text[at..start]));
            at = start + length;
            if (Word(token.Measure, document) is { } word) pieces.Add(new(word));
            else if (!read.TryGetValue(token.ToString(), out var figure))
            {
                // A measure that is gone, or of a register she may not count: the sentence cannot be written.
                silent = true;
                pieces.Add(new("—", token));
            }
            else
            {
                silent ??= figure.Reading.IsSilent || figure.Reading.Value is null or 0;
                pieces.Add(Figure(token, figure.Reading, figure.Address));
            }
        }
        if (at < text.Length) pieces.AddRange(Words(text[at..]));
        return new(pieces, silent ?? false);
    }

    private static Piece Figure(FigureToken token, Reading reading, string address) => new(reading.Figure is { } figure ? token.Show(figure) : "—", token, reading, address);

    /// <summary>Words, with the figures somebody typed among them.</summary>
    private static IEnumerable<Piece> Words(string text)
    {
        var at = 0;
        foreach (var found in FigureFinder.Find(text).Where(f => !f.IsRate))
        {
            if (found.Start > at) yield return new(text[at..found.Start]);
            yield return new(text.Substring(found.Start, found.Length), Typed: found);
            at = found.Start + found.Length;
        }
        if (at < text.Length) yield return new(text[at..]);
    }

    private string? Word(string key, Document document) => key switch
    {
        "place" => reference.Places.NameOf(document.Place.Value),
        "federation" => reference.Places.NameOf(document.Place.Value) + "妇联",
        "period" => document.Days.Label,
        "year" => $"{document.Days.Last.Year}年",
        "next" => $"{document.Days.Last.Year + 1}年",
        "villages" => reference.Places.AtDepth(document.Place, 3).Count(n => !n.Ended).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private async Task<Dictionary<string, (Reading, string)>> Read(IEnumerable<FigureToken> tokens, Document document, CancellationToken ct)
    {
        var asked = tokens.DistinctBy(t => t.ToString()).Where(t => !FigureToken.Words.Contains(t.Measure))
            .Select(t => (Token: t, Measure: reference.Measure(t.Measure))).Where(t => t.Measure is not null && !user.Counts(t.Measure.Register).IsEmpty)
            .Select(t => (t.Token, Measure: t.Measure!, Query: t.Token.Query(t.Measure!, reference, document.Place, document.Days, today, document.Published))).Where(t => t.Query.Problems.Count == 0).ToList();
        var readings = await figures.Read([.. asked.Select(a => (a.Measure, a.Query))], user.Counts, ct);
        return asked.Select((a, i) => (a, i)).ToDictionary(x => x.a.Token.ToString(), x => (readings[x.i], Opens(x.a.Measure, x.a.Query)));
    }

    private static string Opens(Measure measure, AskQuery query) => $"/measures/{measure.Key}{query}";

    private async Task<ComposedTable> Table(TableText text, Document document, CancellationToken ct)
    {
        var columns = new List<(string Head, FigureToken Token, Measure Measure, AskQuery Query, Reading Reading)>();
        foreach (var (head, token) in text.Columns.Where(c => c.Token is not null))
        {
            if (reference.Measure(token!.Measure) is not { } measure || user.Counts(measure.Register).IsEmpty) continue;
            if (Split.Of(measure, reference).All(s => s.Key != text.By)) continue;
            var query = token.Query(measure, reference, document.Place, document.Days, today, document.Published);
            columns.Add((head, token, measure, query, await evaluator.Read(measure, query.Ask with { By = [text.By] }, user.Counts(measure.Register), ct)));
        }
        var split = columns.Count == 0 ? null : Split.Of(columns[0].Measure, reference).First(s => s.Key == text.By);
        IReadOnlyList<(string Key, string Name)> rows = text.By switch
        {
            "village" => [.. reference.Places.AtDepth(document.Place, 3).Where(n => !n.Ended).Select(n => (n.Number.ToString(), n.Name))],
            "township" => [.. reference.Places.AtDepth(document.Place, 2).Where(n => !n.Ended).Select(n => (n.Number.ToString(), n.Name))],
            "month" => [.. document.Days.Months().Select(m => (m.Key, $"{m.From.Month}月"))],
            _ => [.. columns.SelectMany(c => c.Reading.Slices).Select(s => s.Keys[0]).Distinct().Select(k => (k ?? AskQuery.Empty, split!.NameOf(k, reference, new Dictionary<Guid, string>())))],
        };
        Piece Cell((string Head, FigureToken Token, Measure Measure, AskQuery Query, Reading Reading) column, string key)
        {
            var slice = column.Reading.Slices.FirstOrDefault(s => (s.Keys[0] ?? AskQuery.Empty) == key);
            long? value = column.Measure.Kind is not MeasureKind.Ratio ? slice?.Value ?? 0 : slice?.Whole is > 0 and var all ? (long)Math.Round(slice.Value * 10_000m / all, MidpointRounding.AwayFromZero) : null;
            return Figure(column.Token, new(column.Measure, column.Query.Ask, value, slice?.Pending ?? 0, 1, 1, []), $"/measures/{column.Measure.Key}{column.Query.With(text.By, key)}");
        }
        var written = rows.Select(row => (row.Name, (IReadOnlyList<Piece>)[.. text.Columns.Select(c => c.Token is null ? new Piece(text.Typed.GetValueOrDefault((row.Name, c.Head), ""))
            : columns.FirstOrDefault(x => x.Token == c.Token && x.Head == c.Head) is { Measure: not null } column ? Cell(column, row.Key) : new Piece("—"))])).ToList();
        if (rows.Count > 1) written.Add(("合计", [.. text.Columns.Select(c => c.Token is not null && columns.FirstOrDefault(x => x.Token == c.Token && x.Head == c.Head) is { Measure: not null } column ? Figure(column.Token, column.Reading, Opens(column.Measure, column.Query)) : new Piece(""))]));
        return new(text.Caption, [text.By switch { "village" => "村", "township" => "镇", "month" => "月份", _ => split?.Label ?? "" }, .. text.Columns.Select(c => c.Head)], written, [.. text.Columns.Where(c => c.Token is null).Select(c => c.Head)]);
    }

    /// <summary>The problems that stood open at the end of the days, from the list of problems.</summary>
    private async Task<IReadOnlyList<Sentence>> Problems(Document document, CancellationToken ct) => await Rows("problem", new Filter.Range("date", default, document.Days.To) & new Filter.Any([new Filter.Is("to", null), new Filter.Range("to", document.Days.To, DateOnly.MaxValue)]),
        ["text", "remedy", "deadline"], document, row => $"{((string)row[0]!).TrimEnd('。', '；')}。" + (row[1] is string remedy ? $"{remedy.TrimEnd('。', '；')}，{Day(row[2])}前改好。" : $"{Day(row[2])}前改好。"), ct);

    /// <summary>Tasks of the year after, from its plans.</summary>
    private async Task<IReadOnlyList<Sentence>> Tasks(Document document, CancellationToken ct)
    {
        var next = Period.Year(document.Days.Last.Year + 1);
        return await Rows("plan-task", new Filter.Range("due", next.From, next.To), ["text", "due"], document, row => $"{((string)row[0]!).TrimEnd('。', '；')}，{Day(row[1])}前办完。", ct);
    }

    private async Task<IReadOnlyList<Sentence>> Rows(string key, Filter where, IReadOnlyList<string> columns, Document document, Func<object?[], string> say, CancellationToken ct)
    {
        if (reference.Register(key) is not { } register || user.Sees(register) is not { IsEmpty: false } scope) return [];
        var query = new Query(session, register.Shape, scope).Where(new Filter.Within("place", reference.Covered(document.Place))).Where(EntryStates.Count).Where(where);
        var page = await query.List(columns, [new(columns[^1]), new("id")], 0, MostRows, ct);
        List<Sentence> rows = [.. page.Rows.Select((row, i) => new Sentence([new($"{(i == 0 ? "" : "\n")}{ChineseNumbers.Numeral(i + 1)}是{say(row)}")], false))];
        if (page.Total > rows.Count) rows.Add(new([new($"\n其余{page.Total - rows.Count}项见“{register.Title}”。")], false));
        return rows;
    }

    private static string Day(object? value) => value is DateOnly day ? $"{day.Year}年{day.Month}月{day.Day}日" : "年底";

    /// <summary>Numbers the headings that stay; a heading stays where something stays beneath it.</summary>
    private static IReadOnlyList<ComposedBlock> Numbered(List<ComposedBlock> blocks)
    {
        var counts = new int[5];
        for (var i = 0; i < blocks.Count; i++)
        {
            var level = blocks[i].Block.Level;
            if (level == 0) continue;
            var beneath = blocks.Skip(i + 1).TakeWhile(b => b.Block.Level == 0 || b.Block.Level > level);
            if (!beneath.Any(b => b.Block.Level == 0 && b.IsShown))
            {
                blocks[i] = blocks[i] with { IsShown = false };
                continue;
            }
            counts[level]++;
            for (var deeper = level + 1; deeper < counts.Length; deeper++) counts[deeper] = 0;
            blocks[i] = blocks[i] with { Ordinal = ChineseNumbers.Ordinal(level, counts[level]), IsShown = true };
        }
        return blocks;
    }

    private sealed record Document(Branch Place, Period Days, bool Published);
}
