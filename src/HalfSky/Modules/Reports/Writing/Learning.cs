using System.Runtime.CompilerServices;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Proposed;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>A measure proposed for a typed figure.</summary>
/// <param name="Token">How it would stand in the text.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Words">Measure and kinds in words, “巡查次数（防火）”.</param>
/// <param name="Score">As <see cref="Proposal.Score"/>.</param>
/// <param name="Now">What it says for the document's days.</param>
/// <param name="Before">What it says for the same days a year before.</param>
public sealed record Suggestion(FigureToken Token, Measure Measure, string Words, double Score, Figure? Now, Figure? Before);

/// <summary>A figure somebody typed, and what it may be counted by.</summary>
/// <param name="Block">Its block.</param>
/// <param name="Found">Where it stands in the block's text.</param>
/// <param name="Lead">The words before it.</param>
/// <param name="Rest">The words after it.</param>
/// <param name="Suggestions">Best first.</param>
/// <param name="Nearest">Title of the register that comes nearest where none is likely: the ledger that is missing.</param>
public sealed record TypedFigure(ReportBlock Block, FoundFigure Found, string Lead, string Rest, IReadOnlyList<Suggestion> Suggestions, string? Nearest)
{
    /// <summary>Key in the form.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Block.Id}:{Found.Start}:{Found.Length}");

    /// <summary>The one to be ticked beforehand: the same number last year, else a likely one.</summary>
    public Suggestion? Likely => Suggestions.FirstOrDefault(s => s.Score >= Proposals.Weak && s.Before is { } b && Whole(b) == Found.Value) ?? Suggestions.FirstOrDefault(s => s.Score >= Proposals.Weak);

    private static decimal Whole(Figure figure) => figure.Amount / (figure.Unit.Digits switch { 0 => 1m, 1 => 10m, _ => 100m });
}

/// <summary>Finds the typed figures of a text and proposes measures for them: how an office's own words get figures that are counted.</summary>
public static class Learning
{
    private const int Lead = 26, Rest = 16, Offered = 6;
    private const double Wide = 0.95;

    private static readonly ConditionalWeakTable<Reference, Proposals> Known = [];

    /// <summary>What proposes, made once for a vocabulary.</summary>
    public static Proposals ProposalsOf(Reference reference) => Known.GetValue(reference, r => new Proposals(r));

    /// <summary>The typed figures of a text, in order.</summary>
    public static async Task<IReadOnlyList<TypedFigure>> Read(IReadOnlyList<ReportBlock> blocks, Branch place, Period days, Session session, Reference reference, DateOnly today, Asker asker, CancellationToken ct)
    {
        var proposals = ProposalsOf(reference);
        var found = new List<(ReportBlock Block, FoundFigure Figure, string Text, IReadOnlyList<Proposal> Proposals, string? Nearest)>();
        var heading = "";
        foreach (var block in blocks)
        {
            if (block.Level > 0) heading = block.Text;
            if (block.Kind is not BlockKind.Paragraph) continue;
            var text = Masked(block.Text);
            foreach (var figure in FigureFinder.Find(text).Where(f => !f.IsRate))
            {
                var offered = Wider(proposals.For(text, figure, before: heading).Where(p => !asker.Counts(p.Measure.Register).IsEmpty));
                found.Add((block, figure, text, offered, offered is [{ Score: >= Proposals.Weak }, ..] ? null : proposals.Nearest(text, figure, heading)));
            }
        }
        var asked = found.SelectMany(f => f.Proposals).Select(p => (Token: TokenOf(p), p.Measure)).DistinctBy(a => a.Token).ToList();
        async Task<Dictionary<FigureToken, Figure?>> Values(Period period)
        {
            var queries = asked.Select(a => (a.Measure, a.Token.Query(a.Measure, reference, place, period, today))).ToList();
            var readings = await new ManyFigures(session, reference, today).Read(queries, asker.Counts, ct);
            return asked.Zip(readings).ToDictionary(x => x.First.Token, x => x.Second.IsSilent ? null : x.Second.Figure);
        }
        var (now, before) = (await Values(days), await Values(days.SamePeriodLastYear()));
        return [.. found.Select(f => new TypedFigure(f.Block, f.Figure, Cut(f.Text[Math.Max(0, f.Figure.Start - Lead)..f.Figure.Start]), Cut(f.Text[f.Figure.End..Math.Min(f.Text.Length, f.Figure.End + Rest)]),
            [.. f.Proposals.Select(p => new Suggestion(TokenOf(p) with { Form = FormOf(f.Figure.Rounding) }, p.Measure, TokenOf(p).Named(p.Measure, reference), p.Score, now[TokenOf(p)], before[TokenOf(p)]))], f.Nearest))];
    }

    /// <summary>Beside each proposal the same figure with a condition fewer, and with none: a kind named nearby need not be what was counted.</summary>
    private static List<Proposal> Wider(IEnumerable<Proposal> proposals) => [.. proposals.SelectMany(p =>
    {
        IEnumerable<Proposal> wider = p.Conditions.Count == 0 ? [] : [p with { Conditions = new Dictionary<string, string>(), Score = p.Score * Wide }];
        if (p.Conditions.Count > 1) wider = p.Conditions.Select(c => p with { Conditions = new Dictionary<string, string> { [c.Key] = c.Value }, Score = p.Score * Wide }).Concat(wider);
        return wider.Prepend(p);
    }).DistinctBy(TokenOf).Take(Offered)];

    /// <summary>The blocks with the chosen figures bound.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="chosen">Block, start and length of a figure, with the token that takes its place.</param>
    public static IReadOnlyList<ReportBlock> Bind(IReadOnlyList<ReportBlock> blocks, IReadOnlyList<(string Block, int Start, int Length, FigureToken Token)> chosen) => [.. blocks.Select(b =>
    {
        var text = b.Text;
        var figures = FigureFinder.Find(Masked(text));
        // From the end, so that what stands before keeps its place; a figure that is no longer there stays as it is.
        foreach (var one in chosen.Where(c => c.Block == b.Id).OrderByDescending(c => c.Start))
            if (figures.FirstOrDefault(f => f.Start == one.Start && f.Length == one.Length) is { } figure)
                text = text[..figure.Start] + one.Token + (one.Token.Form == "least" || figure.Unit == "%" ? "" : figure.Unit) + text[figure.End..];
        return text == b.Text ? b : b with { Text = text };
    })];

    /// <summary>Bound figures hide their digits, at their length, so that places hold.</summary>
    private static string Masked(string text) => FigureToken.In(text).Aggregate(text, (t, f) => t[..f.Start] + new string('　', f.Length) + t[(f.Start + f.Length)..]);

    /// <summary>The proposal as it would stand in a text.</summary>
    public static FigureToken TokenOf(Proposal proposal) => new(proposal.Measure.Key, string.Join('&', proposal.Conditions.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}")));

    /// <summary>Rounded figures stay rounded, now by rule from the true figure.</summary>
    private static string FormOf(Rounding rounding) => rounding switch { Rounding.About => "about", Rounding.Over => "over", Rounding.Nearly => "nearly", Rounding.AtLeast => "least", _ => "" };

    private static string Cut(string text) => text.Replace("　", "", StringComparison.Ordinal);
}
