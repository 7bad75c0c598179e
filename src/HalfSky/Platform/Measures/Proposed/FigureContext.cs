using HalfSky.Kernel;

namespace HalfSky.Platform.Measures.Proposed;

/// <summary>
/// The words around a figure, as pairs of characters, each with how much it says about the figure: what stands right behind the unit or,
/// when nothing does, right before the number says most; the clauses before it and the heading say less.
/// </summary>
internal sealed class FigureContext
{
    private const string Sentence = "。！？!?\n";
    private const string Clause = "，,；;：:";
    private const double Heading = 0.12;

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);
    private readonly Dictionary<Words, Words.Match> says = [];

    private FigureContext() { }

    /// <summary>The pairs with their weights, 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Weights => weights;

    /// <summary>How much a pair says; 0 when it is not there.</summary>
    public double Of(string pair) => weights.GetValueOrDefault(pair);

    /// <summary>How much of a label is said here; looked up once for all measures that share it.</summary>
    public Words.Match Says(Words words) => says.TryGetValue(words, out var match) ? match : says[words] = words.In(this);

    /// <summary>Reads what stands around a figure.</summary>
    /// <param name="text">The text it was found in.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="before">What stands before the text: a heading.</param>
    public static FigureContext Read(string text, FoundFigure figure, string before)
    {
        var context = new FigureContext();
        var start = figure.Start == 0 ? 0 : text.LastIndexOfAny([.. Sentence], figure.Start - 1) + 1;
        var end = text.IndexOfAny([.. Sentence], figure.End) is var stop and >= 0 ? stop : text.Length;
        var others = FigureFinder.Find(text[start..end]).Select(f => (From: f.Start + start, To: f.End + start, f.Noun)).ToList();
        var previous = others.LastOrDefault(f => f.To <= figure.Start, (From: start, To: start, Noun: ""));
        var next = others.FirstOrDefault(f => f.From >= figure.End, (From: end, To: end, Noun: ""));

        var clause = figure.Start == start ? start : Math.Max(start, text.LastIndexOfAny([.. Clause], figure.Start - 1, figure.Start - start) + 1);
        var own = Math.Max(clause, previous.To);
        // 3处妇女微家、2处大姐工坊: what follows the figure before this one is that one's, up to the next sign.
        if (own == previous.To && previous.Noun.Length > 0 && text.IndexOfAny(['、', .. Clause], own, figure.Start - own) is var sign and > 0) own = sign + 1;
        var behind = text.IndexOfAny(['、', .. Clause], figure.End, end - figure.End) is var mark and >= 0 ? mark : end;
        if (next.From < behind) behind = next.From;

        var named = figure.Noun.Length > 0;
        context.Add(text, own, figure.Start, at => Math.Max(0.5, 1 - (figure.Start - at - 2) * 0.03) * (named ? 0.85 : 1));
        context.Add(text, figure.End, behind, at => Math.Max(0.4, 1 - (at - figure.End) * 0.04));
        // A clause that says little (参与100余人) lives on the one before it.
        var little = Letters(text, own, figure.Start) + Letters(text, figure.End, behind) < 9;
        context.Add(text, clause, own, _ => 0.62);
        context.Add(text, Math.Max(start, LastClause(text, start, clause)), clause, _ => little ? 0.58 : 0.4);
        context.Add(text, start, clause, _ => little ? 0.4 : 0.25);
        // What stands before the next figure is mostly that one's; what stands behind it in the clause may be said of both.
        var last = text.IndexOfAny([.. Clause], behind, end - behind) is var close and >= 0 ? close : end;
        context.Add(text, behind, Math.Min(next.From, last), _ => next.Noun.Length > 0 || next.From > last ? 0.35 : Heading);
        context.Add(text, next.To, last, _ => 0.35);
        context.Add(text, behind, end, _ => Heading);
        // So does a sentence that says nothing (全年共开展20余次) on the one before it or on its heading.
        var above = Letters(text, start, end) < 12 ? 0.55 : Heading;
        var earlier = start < 2 ? 0 : text.LastIndexOfAny([.. Sentence], start - 2) + 1;
        context.Add(text, earlier, start, _ => above);
        context.Add(before, 0, before.Length, _ => above);
        return context;
    }

    /// <summary>Pairs of Chinese characters of a text.</summary>
    public static IEnumerable<string> Pairs(string text) => Enumerable.Range(0, Math.Max(0, text.Length - 1)).Where(i => IsLetter(text[i]) && IsLetter(text[i + 1])).Select(i => text.Substring(i, 2));

    private static int LastClause(string text, int start, int clause) => clause - 2 <= start ? start : text.LastIndexOfAny([.. Clause], clause - 2, clause - 1 - start) + 1;

    private static int Letters(string text, int from, int to) => from >= to ? 0 : text.AsSpan(from, to - from).ToArray().Count(IsLetter);

    private static bool IsLetter(char c) => c is >= '\u3400' and <= '\u9FFF';

    private void Add(string text, int from, int to, Func<int, double> weight)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (!IsLetter(text[i]) || !IsLetter(text[i + 1])) continue;
            var pair = text.Substring(i, 2);
            var worth = weight(i);
            if (worth > weights.GetValueOrDefault(pair)) weights[pair] = worth;
        }
    }
}
