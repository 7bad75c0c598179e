using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures.Proposed;

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
public sealed partial class Proposals
{
    /// <summary>A score below this is a guess: say so, and say <see cref="Nearest"/>.</summary>
    public const double Weak = 0.45;

    private readonly List<Candidate> candidates;
    private readonly Dictionary<string, double> rarity;
    private readonly Dictionary<(string, string), Words> kinds = [];

    /// <summary>Reads the vocabulary.</summary>
    public Proposals(Reference reference)
    {
        var texts = reference.Registers.SelectMany(r => new[] { r.Label + " " + r.Also, r.About }).Concat(reference.Measures.Select(m => m.Label + " " + m.Also))
            .Concat(reference.Kinds.SelectMany(k => k.Items).Select(i => i.Label + " " + i.Also)).Distinct(StringComparer.Ordinal).ToList();
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
            foreach (var pair in FigureContext.Pairs(text ?? "")) words[pair] = Math.Max(weight * rarity.GetValueOrDefault(pair, 1), words.GetValueOrDefault(pair));
        }
        Take(measure.Label, 1);
        Take(measure.Also, 0.9);
        Take(measure.WhereText, 0.35);
        Take(register.Label, 0.7);
        Take(register.Also, 0.7);
        Take(counted is null ? null : register.Find(counted)?.Label, 0.6);
        Take(whole?.Label, 0.4);
        Take(whole?.Also, 0.4);
        Take(register.About, 0.2);
        var splits = Split.Declared(measure, reference).Where(s => s.Field?.Type is FieldType.Kind or FieldType.Kinds && !measure.Fixed.Contains(s.Key))
            .Select(s => new Kinds(s.Key, IsBorrowed(s.Field!, register) ? 0.65 : 0.9,
                [.. reference.KindsOf(s.Field!).Items.Where(i => !i.Hidden && i.Code != "other").Select(i => (i.Code, WordsOf(i.Label, i.Also)))])).ToList();
        return new(measure, WordsOf(Counter().Replace(measure.Label.Split('（')[0], ""), measure.Also), WordsOf(register.Label, register.Also), measure.WhereText is null ? null : WordsOf(measure.WhereText, ""), words, splits);
    }

    /// <summary>A kind kept only to split by (the venue's, of an activity) says less than the register's own.</summary>
    private static bool IsBorrowed(Field field, Register register) => field.Derived && field.CopiedFrom is null && field.KindList?.StartsWith(register.Key + ".", StringComparison.Ordinal) != true;

    private Words WordsOf(string label, string also)
    {
        if (!kinds.TryGetValue((label, also), out var words)) kinds[(label, also)] = words = new(label.Length == 1 ? label + "级" : label, also, rarity);
        return words;
    }

    /// <summary>What a label ends in that the unit says already.</summary>
    [GeneratedRegex("(?<=..)(?:场次|次数|人次|户次|份数|期数|人数|户数|数)$")]
    private static partial Regex Counter();

    /// <summary>The kinds of one dimension; each weighs so much.</summary>
    private sealed record Kinds(string Key, double Weight, IReadOnlyList<(string Code, Words Words)> Items);

    /// <summary>A measure with its words.</summary>
    private sealed record Candidate(Measure Measure, Words Label, Words Of, Words? Where, IReadOnlyDictionary<string, double> Own, IReadOnlyList<Kinds> Splits)
    {
        public Proposal Judge(FigureContext context, double unit)
        {
            var evidence = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (pair, says) in context.Weights) if (Own.TryGetValue(pair, out var weight)) evidence[pair] = weight * says;
            var explained = evidence.Keys.Where(p => Own[p] > 0.4).ToHashSet(StringComparer.Ordinal);
            var conditions = new Dictionary<string, string>(StringComparer.Ordinal);
            var matched = Splits.SelectMany(s => s.Items.Select(i => (s.Key, s.Weight, i.Code, Said: context.Says(i.Words)))).Where(k => k.Said.Share >= 0.5).ToList();
            var best = matched.GroupBy(k => k.Key).ToDictionary(g => g.Key, g => g.Max(k => k.Said.Share), StringComparer.Ordinal);
            foreach (var (key, weight, code, (share, said)) in matched.OrderByDescending(k => k.Said.Share * k.Said.Share * Math.Sqrt(k.Said.Pairs.Count)))
            {
                // A kind is a condition when it says something that neither the measure nor a better kind has said.
                var fresh = said.Count(p => !explained.Contains(p));
                foreach (var pair in said) evidence[pair] = Math.Max(evidence.GetValueOrDefault(pair), weight * share * context.Of(pair));
                if (fresh == 0 || fresh < said.Count * (share < 0.8 ? 1 : 0.5) || share < 0.9 * best[key]) continue;
                conditions[key] = conditions.TryGetValue(key, out var more) ? more + "," + code : code;
                explained.UnionWith(said);
            }
            var named = Math.Max(context.Says(Label).Share, 0.6 * context.Says(Of).Share);
            var sum = evidence.Values.Sum() * unit * (0.55 + 0.45 * named) * (Where is not null && context.Says(Where).Share < 0.3 ? 0.75 : 1);
            return new(Measure, conditions, sum / (sum + 1));
        }
    }
}
