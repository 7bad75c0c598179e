namespace HalfSky.Platform.Measures.Proposed;

/// <summary>The words of one label and of what else it is called: how much of it a context says.</summary>
internal sealed class Words
{
    private readonly List<Part> parts;

    /// <summary>Cuts a label; “林长、护林” has two parts, and either may be said.</summary>
    /// <param name="label">The label.</param>
    /// <param name="also">What else it is called, with blanks between.</param>
    /// <param name="rarity">How rare a pair is in the vocabulary; the rare part of a label must be said, 儿童 alone is not 困境儿童.</param>
    public Words(string label, string also, IReadOnlyDictionary<string, double> rarity) => parts =
    [
        .. label.Split('和', '、', '，', '；', '（', '）', '·', ' ', '/').Where(p => p.Length > 1).Select(p => new Part(p, 0.7 + 0.3 * p.Length / label.Length, rarity)),
        .. also.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new Part(p, 0.95, rarity)),
    ];

    /// <summary>How much is said, 0 to 1, and the pairs that say it.</summary>
    public readonly record struct Match(double Share, IReadOnlyList<string> Pairs);

    /// <summary>The part best said.</summary>
    public Match In(FigureContext context) => parts.Select(p => p.In(context)).DefaultIfEmpty(new(0, [])).MaxBy(m => m.Share);

    private sealed class Part
    {
        private readonly string[] pairs;
        private readonly double[] weights;
        private readonly double worth;
        private readonly bool whole;

        public Part(string text, double share, IReadOnlyDictionary<string, double> rarity)
        {
            pairs = [.. FigureContext.Pairs(text)];
            double Rarity(int i) => i < 0 || i >= pairs.Length ? double.MaxValue : rarity.GetValueOrDefault(pairs[i], 1);
            weights = pairs.Length == 0 ? [] : [.. Enumerable.Range(0, pairs.Length + 1).Select(i => Math.Min(Rarity(i - 1), Rarity(i)))];
            worth = share / Math.Max(0.01, weights.Sum());
            // Names of days and short words are said whole or not at all: 母亲 is not 母亲节.
            whole = pairs.Length < 3 || text[^1] is '节' or '日' or '周';
        }

        public Match In(FigureContext context)
        {
            if (pairs.Length == 0 || (whole && pairs.Any(p => context.Of(p) == 0))) return new(0, []);
            double said = 0;
            for (var i = 0; i < weights.Length; i++)
                said += weights[i] * Math.Max(i > 0 ? context.Of(pairs[i - 1]) : 0, i < pairs.Length ? context.Of(pairs[i]) : 0);
            return said == 0 ? new(0, []) : new(said * worth, [.. pairs.Where(p => context.Of(p) > 0)]);
        }
    }
}
