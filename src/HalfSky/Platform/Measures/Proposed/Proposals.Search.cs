using HalfSky.Kernel;

namespace HalfSky.Platform.Measures.Proposed;

public sealed partial class Proposals
{
    /// <summary>Figures found by a few words, “护林巡查”, whatever their unit.</summary>
    /// <param name="words">The words.</param>
    /// <param name="take">How many at most.</param>
    public IReadOnlyList<Proposal> Search(string words, int take)
    {
        var context = FigureContext.Read(words + "1次", new FoundFigure(words.Length, 2, 1, "次", Rounding.Exact, "1", "", false), "");
        return [.. candidates.Select(c => c.Judge(context, 1)).Where(p => p.Score > 0).OrderByDescending(p => p.Score).Take(take)];
    }
}
