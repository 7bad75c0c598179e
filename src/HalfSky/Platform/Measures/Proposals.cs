using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>A measure a figure of a text was probably counted by.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Conditions">Dimension and kinds as in an address: kind “fire”, topics “law,policy”.</param>
/// <param name="Score">0 to 1; below <see cref="Proposals.Weak"/> it is a guess.</param>
public sealed record Proposal(Measure Measure, IReadOnlyDictionary<string, string> Conditions, double Score);

/// <summary>
/// Says by which measure of the vocabulary a figure of last year's summary was probably counted: the units must agree, then the words around the
/// figure are compared with those of the measure, its register and the kinds it can be split by; rare words count more. Made once for a
/// <see cref="Reference"/>.
/// </summary>
public sealed class Proposals
{
    /// <summary>A score below this is a guess: say so, and say <see cref="Nearest"/>.</summary>
    public const double Weak = 0.45;

    private readonly List<Candidate> candidates;
    private readonly Dictionary<string, double> rarity;
    private readonly Dictionary<string, Words> kinds = new(StringComparer.Ordinal);

    /// <summary>Reads the vocabulary.</summary>
    public Proposals(Reference reference)
    {
        var texts = reference.Registers.SelectMany(r => new[] { r.Label, r.About }).Concat(reference.Measures.Select(m => m.Label))
            .Concat(reference.Kinds.SelectMany(k => k.Items).Select(i => i.Label).Distinct(StringComparer.Ordinal)).ToList();
        rarity = texts.SelectMany(t => FigureContext.Pairs(t).Distinct()).GroupBy(p => p, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Math.Log(1 + texts.Count / (double)g.Count()) / Math.Log(1 + texts.Count), StringComparer.Ordinal);
        candidates = [.. reference.Measures.Select(m => Make(m, reference))];
    }

    /// <summary>The likeliest measures, best first; none when no unit agrees or no word is shared.</summary>
    /// <param name="text">The text the figure was found in; its own sentence is read, and the one before.</param>
    /// <param name="figure">The figure, as <see cref="FigureFinder"/> found it in that text.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="before">What stands before the text: a heading.</param>
    public IReadOnlyList<Proposal> For(string text, FoundFigure figure, int take = 3, string before = "")
    {
        var context = FigureContext.Read(text, figure, before);
        return
        [
            .. candidates.Select(c => (c, unit: UnitMatch.Of(figure.Unit, figure.Noun, c.Measure.Unit))).Where(c => c.unit > 0)
                .Select(c => c.c.Judge(context, c.unit)).Where(p => p.Score > 0).OrderByDescending(p => p.Score).Take(take),
        ];
    }

    /// <summary>Title of the register whose words come nearest, whatever its units; null when none comes near.</summary>
    /// <param name="text">As in <see cref="For"/>.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="before">What stands before the text.</param>
    public string? Nearest(string text, FoundFigure figure, string before = "")
    {
        var context = FigureContext.Read(text, figure, before);
        return candidates.Select(c => c.Judge(context, 1)).Where(p => p.Score >= Weak).MaxBy(p => p.Score)?.Measure.Register.Title;
    }

    private Candidate Make(Measure measure, Reference reference)
    {
        var register = measure.Register;
        var counted = measure.Count switch { Aggregate.Sum s => s.Key, Aggregate.Distinct d => d.Key, _ => null };
        var whole = register.Whole is { Target: { } target } ? reference.Register(target) : null;
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        void Take(string? text, double weight)
        {
            foreach (var pair in FigureContext.Pairs(text ?? "")) words[pair] = Math.Max(weight, words.GetValueOrDefault(pair));
        }
        Take(measure.Label, 1);
        Take(measure.WhereText, 0.6);
        Take(register.Label, 0.7);
        Take(counted is null ? null : register.Find(counted)?.Label, 0.6);
        Take(whole?.Label, 0.4);
        Take(register.About, 0.2);
        var splits = Split.Declared(measure, reference).Where(s => s.Field?.Type is FieldType.Kind or FieldType.Kinds)
            .Select(s => (s.Key, (IReadOnlyList<(string, Words)>)[.. reference.KindsOf(s.Field!).Items.Where(i => !i.Hidden && i.Code != "other").Select(i => (i.Code, WordsOf(i.Label)))])).ToList();
        return new(measure, new(measure.Label.Split('（')[0], rarity), measure.WhereText is null ? null : new(measure.WhereText, rarity), words.ToDictionary(w => w.Key, w => w.Value * rarity.GetValueOrDefault(w.Key, 1)), splits);
    }

    private Words WordsOf(string label)
    {
        if (!kinds.TryGetValue(label, out var words)) kinds[label] = words = new(label.Length == 1 ? label + "级" : label, rarity);
        return words;
    }

    /// <summary>The words of one label: how much of it a context says, and with which pairs.</summary>
    private sealed class Words(string label, IReadOnlyDictionary<string, double> rarity)
    {
        private readonly List<(string[] Pairs, double[] Weights, double All, double Share)> parts =
        [
            .. label.Split('和', '、', '（', '）', '·', ' ', '/').Where(p => p.Length > 1).Select(p =>
            {
                var pairs = FigureContext.Pairs(p).ToArray();
                double Rarity(int i) => i < 0 || i >= pairs.Length ? double.MaxValue : rarity.GetValueOrDefault(pairs[i], 1);
                double[] weights = [.. Enumerable.Range(0, pairs.Length + 1).Select(i => Math.Min(Rarity(i - 1), Rarity(i)))];
                return (pairs, weights, weights.Sum(), 0.7 + 0.3 * p.Length / label.Length);
            }),
        ];

        /// <summary>How much of the label the context says, 0 to 1, and the pairs that say it.</summary>
        public (double Share, IReadOnlyList<string> Said) Said(FigureContext context)
        {
            (double, IReadOnlyList<string>) best = (0, []);
            foreach (var (pairs, weights, all, share) in parts)
            {
                if (pairs.Length == 0) continue;
                double said = 0;
                for (var i = 0; i < weights.Length; i++)
                    said += weights[i] * Math.Max(i > 0 ? context.Of(pairs[i - 1]) : 0, i < pairs.Length ? context.Of(pairs[i]) : 0);
                if (said / all * share > best.Item1) best = (said / all * share, [.. pairs.Where(p => context.Of(p) > 0)]);
            }
            return best;
        }
    }

    /// <summary>A measure with its words.</summary>
    private sealed record Candidate(Measure Measure, Words Label, Words? Where, IReadOnlyDictionary<string, double> Own, IReadOnlyList<(string Key, IReadOnlyList<(string Code, Words Words)> Kinds)> Splits)
    {
        public Proposal Judge(FigureContext context, double unit)
        {
            var evidence = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (pair, weight) in Own) if (context.Of(pair) is > 0 and var says) evidence[pair] = weight * says;
            var label = Label.Said(context).Share;
            var matched = Splits.SelectMany(s => s.Kinds.Select(k => (s.Key, k.Code, Said: k.Words.Said(context)))).Where(k => k.Said.Share >= 0.5)
                .OrderByDescending(k => k.Said.Share * k.Said.Said.Count).ToList();
            var explained = Own.Where(w => context.Of(w.Key) > 0 && w.Value > 0.5).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
            var conditions = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, code, (share, said)) in matched)
            {
                var fresh = said.Count(explained.Add);
                foreach (var pair in said) evidence[pair] = Math.Max(evidence.GetValueOrDefault(pair), 0.9 * share * context.Of(pair));
                if (fresh * 2 >= said.Count && fresh > 0) conditions[key] = conditions.TryGetValue(key, out var more) ? more + "," + code : code;
            }
            var sum = evidence.Values.Sum() * unit * (0.6 + 0.4 * label) * (Where is not null && Where.Said(context).Share < 0.3 ? 0.8 : 1);
            return new(Measure, conditions, sum / (sum + 1));
        }
    }
}
